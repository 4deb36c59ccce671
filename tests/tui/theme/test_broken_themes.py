"""A theme that cannot be used is told with file, field and reason, and ends nothing."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NoReturn

import pytest

from leadercli.locale.texts import Texts
from leadercli.tui.theme.themes import load_themes

TEXTS = Texts("en")


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def only_reason(folder: Path) -> str:
    """Return the sentence about the one theme that a folder could not give."""
    themes = load_themes([folder], TEXTS)
    assert themes.loaded == {}
    (broken,) = themes.failed
    return broken.sentence(TEXTS)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: a\nprimary: bleu\n", "primary: “bleu” is not a colour."),
        ("name: a\nprimary: #ff0000\n", "primary is empty. A colour that begins with # stands in quotes"),
        ("name: a\nprimary: 112233\n", "primary must be a colour in quotes"),
        ("name: a\nprimary: [red]\n", "primary must be a colour in quotes"),
        ("name: a\naccent: red\n", "primary is missing."),
        ("primary: red\n", "name must be a name such as"),
        ("name: a,b\nprimary: red\n", "name must be a name such as"),
        ("name: '[b]x'\nprimary: red\n", "name must be a name such as"),
        ("name: 1\nprimary: red\n", "name must be a name such as"),
        ("name: a\nprimary: red\nbackgrund: blue\n", "backgrund is not known here. Did you mean background?"),
        ("name: a\nprimary: red\ndark: maybe\n", "dark must be true or false."),
        ("name: a\nprimary: red\nvariables: [mark]\n", "Under variables it does not hold lines such as"),
        ("name: a\nprimary: red\nvariables:\n  mark: nope\n", "variables.mark: “nope” is not a colour."),
        ("name: a\nprimary: red\nvariables:\n  mark:\n", "variables.mark is empty."),
        ("name: a\nprimary: red\nvariables:\n  mark: auto\n", "variables.mark: “auto” is not a colour."),
        (
            "name: a\nprimary: red\nvariables:\n  border: $primary\n",
            "variables.border: “$primary” is not a colour.",
        ),
        (
            "name: a\nprimary: red\nvariables:\n  overdu: red\n",
            "variables.overdu is not known here. Did you mean overdue?",
        ),
        (
            "name: a\nprimary: red\nvariables:\n  link-style: shiny\n",
            "variables.link-style: “shiny” is not a text style.",
        ),
        ('name: a\nprimary: "x\\ey"\n', "primary: “x\N{REPLACEMENT CHARACTER}y” is not a colour."),
        ("name: a\n  primary: red\n", "Line 2 cannot be understood."),
        ("name: a\nprimary: 'red\n", "Line 3 cannot be understood."),
        ("", "It does not hold lines such as name: min-skov."),
        ("- name: a\n", "It does not hold lines such as name: min-skov."),
        ("name: " + "[" * 50, "It does not hold lines such as name: min-skov."),
        ("#" * 70_000, "It is larger than 64 kB; a theme is small."),
    ],
)
def test_a_bad_theme_is_told_with_file_field_and_reason(tmp_path: Path, text: str, said: str) -> None:
    write(tmp_path, "bad.yaml", text)
    sentence = only_reason(tmp_path)
    assert sentence.startswith(f"bad.yaml is left out of the themes. {said}")


def test_nesting_that_the_yaml_library_may_refuse_first_is_told(tmp_path: Path) -> None:
    write(tmp_path, "bad.yaml", "name: " + "[" * 30_000)
    sentence = only_reason(tmp_path)
    assert re.match(r"bad\.yaml is left out of the themes\. (It does not hold|Line 1 cannot be understood\.)", sentence)


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_bytes(b"name: \xff\xfe\n")
    assert only_reason(tmp_path) == "bad.yaml is left out of the themes. It is not text in UTF-8."


def refuse(path: Path, *args: object) -> NoReturn:
    raise PermissionError(13, "Permission denied", str(path))


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "bad.yaml", "name: a\nprimary: red\n")
    monkeypatch.setattr(Path, "open", refuse)
    assert only_reason(tmp_path) == "bad.yaml is left out of the themes. It cannot be read: Permission denied."


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "iterdir", refuse)
    assert only_reason(tmp_path / "themes") == "themes is left out of the themes. It cannot be read: Permission denied."


def test_what_is_no_theme_file_is_not_looked_at(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    write(tmp_path, ".hidden.yaml", "[")
    write(tmp_path, "notes.txt", "[")
    assert load_themes([tmp_path, tmp_path / "notes.txt", tmp_path / "missing"], TEXTS).failed == ()
