"""`leadercli export` and `import`: what the commands add to the exchange itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

NOTES = [
    {"at": "2026-02-09T10:00", "person": "Lise", "text": "Talte om ferie\n! ring til HR fre"},
    {"at": "2026-02-10T10:00", "person": "Niels Bo", "text": "? løn"},
]
JSONL = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in NOTES)


def test_import_tells_what_came_in(cli: Any) -> None:
    said = cli.ok("import", "--format", "jsonl", "-", stdin=JSONL)
    assert said.out == "Imported: 2 notes · 1 new person · 1 agreement · 1 thing to raise\n"
    assert said.err == "To undo: leadercli undo\n"
    assert [one["due"] for one in cli.ok("next", "--json").json] == ["2026-02-13"]


def test_import_json(cli: Any, tmp_path: Path) -> None:
    file = tmp_path / "notes.jsonl"
    file.write_text(JSONL)
    assert cli.ok("import", "--format", "jsonl", str(file), "--json").json == {
        "people_added": ["Niels Bo"],
        "meetings": 2,
        "agreements": 1,
        "inbox": 1,
        "feedback": 0,
        "skipped": [],
    }


def test_import_again_brings_nothing_and_needs_no_undo(cli: Any) -> None:
    cli.ok("import", "--format", "jsonl", "-", stdin=JSONL)
    said = cli.ok("import", "--format", "jsonl", "-", stdin=JSONL)
    assert (said.out, said.err) == ("Imported: 0 notes\n", "")


def test_import_of_jrnl_and_markdown(cli: Any, tmp_path: Path) -> None:
    entry = {"title": "Talte med Lise.", "body": "", "date": "2026-02-09", "time": "10:00", "tags": []}
    jrnl = json.dumps({"entries": [entry]})
    assert cli.ok("import", "--format", "jrnl", "-", stdin=jrnl).out.startswith("Imported: 1 note")
    folder = tmp_path / "noter"
    folder.mkdir()
    (folder / "2026-02-10 Lise.md").write_text("Vi talte")
    assert cli.ok("import", "--format", "md", str(folder)).out.startswith("Imported: 1 note")


@pytest.mark.parametrize(
    ("source", "part"),
    [("findes-ikke.jsonl", "There is no file findes-ikke.jsonl."), ("-", "1")],
)
def test_import_of_something_wrong_changes_nothing(cli: Any, source: str, part: str) -> None:
    before = cli.path.read_bytes()
    said = cli("import", "--format", "jsonl", source, stdin="ikke json")
    assert (said.code, said.out) == (1, "")
    assert part in said.err
    assert cli.path.read_bytes() == before


def test_export_leaves_private_lines_out_unless_asked(cli: Any) -> None:
    cli.ok("note", "lise", "Talte om ferie\n% hun er træt")
    for form in ("json", "md"):
        assert "træt" not in cli.ok("export", "--format", form).out
        assert "træt" in cli.ok("export", "--format", form, "--private").out
    assert cli.ok("export").json["private_included"] is False


def test_export_of_one_person(cli: Any) -> None:
    cli.ok("note", "lise", "Talte om ferie")
    cli.ok("note", "mads", "Talte om kurset")
    text = cli.ok("export", "--person", "lise", "--format", "md").out
    assert "Talte om ferie" in text
    assert "kurset" not in text
    assert cli("export", "--person", "niels").code == 1


@pytest.mark.parametrize("form", ["json", "md"])
def test_export_to_a_file_is_the_same_text(cli: Any, tmp_path: Path, form: str) -> None:
    cli.ok("note", "lise", "Talte om påskefrokost")
    file = tmp_path / "ud"
    said = cli.ok("export", "--format", form, "-o", str(file))
    assert (said.out, said.err) == ("", f"Written: {file}\n")
    assert file.read_text("utf-8") == cli.ok("export", "--format", form).out
    assert file.stat().st_mode & 0o777 == 0o600


def test_export_to_a_place_that_cannot_be_written(cli: Any, tmp_path: Path) -> None:
    said = cli("export", "-o", str(tmp_path / "nowhere" / "ud.json"))
    assert (said.code, said.out) == (3, "")
    assert "could not be written: No such file or directory." in said.err


def test_control_characters_leave_escaped(cli: Any) -> None:
    cli.ok("note", "lise", "-", stdin="a\x1b]52;c;\u202eb")
    assert "\x1b" not in cli.ok("export", "--format", "md").out
    text = cli.ok("export").out
    assert "\u202e" not in text
    assert "\\u202e" in text
    assert json.loads(text)["meetings"][0]["text"] == "a\x1b]52;c;\u202eb"
