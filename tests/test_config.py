"""The settings: what can be used is used, what cannot is named with its place, and a change keeps the rest."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadercli.config import Config, ConfigError, read_config, write_config


def _written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "config.yaml"
    path.write_text(text, "utf-8")
    return path


def test_no_file_and_an_empty_one_are_no_settings(tmp_path: Path) -> None:
    assert read_config(tmp_path / "nowhere" / "config.yaml") == Config()
    for text in ("", "\n", "# kun en bemærkning\n", "---\n", "language:\ntheme: ''\nkeys:\n"):
        assert read_config(_written(tmp_path, text)) == Config()


def test_all_settings(tmp_path: Path) -> None:
    path = _written(
        tmp_path, "language: da\ntheme: paper\njournal: ~/Dropbox/æ.json\nkeys:\n  steps.done: x,space\n  today: 1\n"
    )
    assert read_config(path) == Config("da", "paper", "~/Dropbox/æ.json", {"steps.done": "x,space", "today": "1"})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "language: da\nfont: big\n",
            "name “font”, which is not a setting. There are: language, theme, journal, keys.",
        ),
        ("5: x\n", "name “5”, which is not a setting"),
        ("theme: [a]\n", "“theme” in {path} has a value that cannot be used: ['a']."),
        ("language: no\n", "“language” in {path} has a value that cannot be used: False."),
        ("journal: 2026-03-02\n", "“journal” in {path} has a value that cannot be used"),
        ("keys: x\n", "“keys” in {path} has a value that cannot be used: 'x'."),
        ("keys: {steps.done: [x]}\n", "“keys” in {path} has a value that cannot be used"),
        ("keys: {steps.done: on}\n", "“keys” in {path} has a value that cannot be used"),
        ("language: da\ntheme: [a\nkeys: {}\n", "not valid YAML, line 3"),
        ("language: da\n\ttheme: a\n", "not valid YAML, line 2"),
        ("language: da\ntheme: 'a\n", "not valid YAML, line"),
        ("language: da\ntheme: a\x07b\n", "not valid YAML, line 2: "),
        ("journal: !!python/object/apply:os.system [ls]\n", "not valid YAML, line 1: "),
        ("journal: 2026-13-45\n", "not valid YAML, line ?: "),
        ("- language: da\n", "must be lines such as “language: da”"),
        ("just words\n", "must be lines such as “language: da”"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    path = _written(tmp_path, text)
    with pytest.raises(ConfigError) as trouble:
        read_config(path)
    assert said.format(path=path) in str(trouble.value)
    assert str(path) in str(trouble.value)


@pytest.mark.parametrize(
    "text", ["theme: a\x07b\n", "theme: !!python/object/apply:os.system [ls]\n", "theme: 2026-13-45\n", "theme: [a\n"]
)
def test_the_reason_of_the_library_is_handed_on_in_one_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError) as trouble:
        read_config(_written(tmp_path, text))
    assert re.search(r"not valid YAML, line [\d?]+: [^\n]*\w[^\n]*\. Mend or remove the file\.$", str(trouble.value))


def test_one_bad_setting_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    path = _written(tmp_path, "journal: /cloud/j.json\ntheme: 5\nfont: big\nlanguage: da\n")
    with pytest.raises(ConfigError) as trouble:
        read_config(path)
    assert trouble.value.understood == Config(language="da", journal="/cloud/j.json")


def test_deep_nesting_is_not_valid(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="not valid YAML"):
        read_config(_written(tmp_path, "theme: " + "[" * 5000))


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_bytes("theme: påske".encode("latin-1"))
    for call in (lambda: read_config(path), lambda: write_config(path, {"theme": "a"})):
        with pytest.raises(ConfigError, match=r"config\.yaml could not be read: UTF-8"):
            call()
    assert path.read_bytes() == "theme: påske".encode("latin-1")
    path.unlink()
    path.mkdir()
    with pytest.raises(ConfigError, match=r"config\.yaml could not be read: Is a directory"):
        read_config(path)


def test_a_change_keeps_the_other_settings_and_every_comment(tmp_path: Path) -> None:
    path = _written(tmp_path, "# mine\ntheme: paper  # lyst\njournal: /j.json\nkeys:\n  steps.done: x # et kryds\n")
    write_config(path, {"theme": "night", "language": "da"})
    assert path.read_text("utf-8") == (
        "# mine\ntheme: night\njournal: /j.json\nkeys:\n  steps.done: x # et kryds\nlanguage: da\n"
    )


def test_a_change_makes_the_file_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "new" / "config.yaml"
    write_config(path, {"journal": "/hjem/Åse's # mappe/j: 1.json"})
    assert read_config(path).journal == "/hjem/Åse's # mappe/j: 1.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_is_not_understood_is_not_written_over(tmp_path: Path) -> None:
    path = _written(tmp_path, "theme: [a\n")
    with pytest.raises(ConfigError):
        write_config(path, {"theme": "night"})
    assert path.read_text("utf-8") == "theme: [a\n"


def test_a_setting_that_is_not_known_survives_a_change(tmp_path: Path) -> None:
    path = _written(tmp_path, "later: {a: 1}\n")
    write_config(path, {"theme": "night"})
    assert path.read_text("utf-8") == "later: {a: 1}\ntheme: night\n"


shapes = st.sampled_from(
    ["theme: {}", "theme : {}", "theme:\n  {}", '"theme": {}', "{{theme: {}}}", "theme: |\n  {}\n"]
)
words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=8)


@settings(deadline=None)
@given(shapes, st.sampled_from(["a", "'b c'", "''"]), words, st.booleans())
def test_a_change_is_understood_as_it_was_meant(shape: str, old: str, new: str, more: bool) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        more_lines = "" if shape.startswith("{") or not more else "\njournal: theme:x\n"
        path = _written(Path(folder), shape.format(old) + more_lines)
        before = read_config(path)
        write_config(path, {"theme": new})
        after = read_config(path)
        assert (after.theme, after.journal) == (new, before.journal)
