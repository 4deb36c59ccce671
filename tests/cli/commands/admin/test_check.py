"""`leadercli check`, and mending what it finds."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leadercli.journal.local.drafts import Draft, Drafts
from leadercli.journal.local.run_files import Presence

Tables = dict[str, Any]


@pytest.fixture
def lived(cli: Any) -> Any:
    """A shell with something of each kind."""
    cli.ok("add", "@lise ring til HR")
    cli.ok("inbox", "mads", "ferie")
    cli.ok("note", "mads", "vi talte")
    cli.ok("scale", "log", "3")
    return cli


def _edit(cli: Any, change: Callable[[Tables], object]) -> None:
    """Change the file as a hand with a text editor does, one record a line."""
    tables = json.loads(cli.path.read_text("utf-8"))
    change(tables)
    cli.path.write_text(json.dumps(tables, ensure_ascii=False, indent=0), "utf-8")


def _first(tables: Tables, table: str) -> dict[str, Any]:
    found: dict[str, Any] = tables[table][min(tables[table])]
    return found


def test_all_is_well(lived: Any) -> None:
    before = lived.path.read_bytes()
    said = lived.ok("check")
    assert said.out == "All is well: 7 records.\n"
    found = lived.ok("check", "--json").json
    assert found["readable"]
    assert found["findings"] == []
    assert found["repaired"] is None
    assert found["records"]["people"] == 3
    assert lived.path.read_bytes() == before


def test_where_there_has_never_been_a_journal(bare: Any) -> None:
    said = bare("check")
    assert (said.code, said.out) == (1, "")
    assert "There is no journal yet" in said.err


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (lambda t: _first(t, "people").update(start="2026-13-01"), "start = '2026-13-01' is not what belongs there"),
        (lambda t: _first(t, "agreements").update(person="nobody"), "the person nobody, who is not in the journal"),
        (lambda t: _first(t, "agreements").update(owner="kim"), "its owner kim is not in the journal"),
        (
            lambda t: _first(t, "agreements").update(meeting="none"),
            "the conversation none, which is not in the journal",
        ),
        (lambda t: _first(t, "inbox").update(person="nobody"), "the person nobody, who is not in the journal"),
        (lambda t: _first(t, "meetings").update(person="nobody"), "the person nobody, who is not in the journal"),
        (lambda t: _first(t, "weigh_ins").update({"rating.hat": 3}), "it rates hat, which is no item of the scale"),
    ],
)
def test_what_a_hand_has_broken_is_told_with_its_line(lived: Any, change: Any, part: str) -> None:
    _edit(lived, change)
    said = lived("check")
    assert said.code == 1
    assert part in said.out
    (line,) = [one for one in said.out.splitlines() if part in one]
    place = re.match(r"Fault: \w+ (\S+), line (\d+): ", line)
    assert place, line
    assert f'"{place[1]}": ' in lived.path.read_text("utf-8").split("\n")[int(place[2]) - 1]
    assert "1 fault was found." in said.out


def test_what_lies_in_the_bin_may_point_anywhere(lived: Any) -> None:
    made = lived.ok("add", "@lise noget andet", "--json").json["id"]
    lived.ok("undo")
    _edit(lived, lambda tables: tables["agreements"][made].update(person="nobody"))
    assert "All is well" in lived.ok("check").out


@pytest.mark.parametrize(
    ("damage", "part"),
    [
        (lambda text: text.replace("}\n}", "},\n}", 1), "there is a comma too many"),
        (lambda text: text.replace('"text":"ferie"', '"text":"ferie'), "a comma is missing, or a quotation mark"),
        (lambda text: text.replace('"text":"ferie"', 'text":"ferie"'), "a quotation mark is missing"),
        (lambda text: text[: len(text) // 2], "the file ends there, in the middle"),
        (lambda text: text + text, "something stands there after the journal's end"),
        (lambda text: text.replace(": {", " {", 1), "a colon is missing"),
        (lambda text: text.replace("},\n", "}\n", 1), "a comma is missing"),
        (lambda text: "", "is empty"),
        (lambda text: "\0" * 99, "is empty"),
    ],
)
def test_a_journal_that_cannot_be_read_is_told_in_plain_words(lived: Any, damage: Any, part: str) -> None:
    broken = damage(lived.path.read_text("utf-8"))
    lived.path.write_text(broken, "utf-8")
    said = lived("check")
    assert said.code == 3
    assert part in said.out
    assert "check --repair" in said.out
    assert lived.path.read_text("utf-8") == broken
    assert not lived("check", "--json").json["readable"]


def test_a_letter_that_is_not_utf8_is_told_with_its_line(lived: Any) -> None:
    content = lived.path.read_bytes()
    at = content.index("Å".encode())
    lived.path.write_bytes(content.replace("Å".encode(), b"\xc5"))
    assert f"line {content.count(10, 0, at) + 1}: a letter there is not UTF-8" in lived("check").out


def test_a_placeholder_is_told(lived: Any) -> None:
    lived.path.rename(lived.path.with_name(".journal.json.icloud"))
    said = lived("check")
    assert said.code == 3
    assert "is missing, but there was one here" in said.out
    assert "is in iCloud and not on this machine" in said.out


def test_a_damaged_backup_a_copy_and_an_unfinished_note_are_told(lived: Any) -> None:
    backup = Path(lived.ok("backups", "--json").json[0]["path"])
    backup.write_bytes(b"{}")
    copy = lived.path.with_name("journal (1).json")
    copy.write_bytes(lived.path.read_bytes().replace(b'"name":"Mads Holm"', b'"name":"Mads Holm","role":"x"'))
    said = lived("check")
    assert said.code == 1
    assert f"The backup {backup} is damaged" in said.out
    assert f"{copy} is a copy of this journal" in said.out


def test_what_a_provider_has_dropped_and_an_interrupted_save_are_noted(lived: Any) -> None:
    older = lived.path.read_bytes()
    lived.ok("add", "@lise det nye")
    newer = lived.path.read_bytes()
    lived.path.write_bytes(older)
    assert "this machine holds and the journal does not: 1" in lived.ok("check").out
    lived.path.with_name(".~journal.json-0123456789ab.tmp").write_bytes(newer)
    assert "was left by a save that did not end" in lived.ok("check").out
    assert "det nye" in lived.ok("next").out
    assert lived.ok("check").out.startswith("All is well: 8 records.")


def test_what_was_typed_and_not_saved_is_noted_or_told(lived: Any) -> None:
    state = Path(lived.ok("where", "--json").json["state"])
    program = Presence(state, "program")
    drafts = Drafts(state, program)
    lise = next(one["id"] for one in lived.ok("people", "--json").json if one["name"].startswith("Lise"))
    drafts.keep(Draft("260302-aaaaaaaaaa", lise, "2026-03-02", "halvt skrevet", "2026-03-02T08:00:00"))()
    program.leave()
    assert "A note with Lise Thomsen of Monday 2 March 2026 was not finished" in lived.ok("check").out
    for path in drafts.folder.glob("*.json"):
        path.write_text("{")
    said = lived("check")
    assert said.code == 1
    assert "cannot be read. Look at it in a text editor" in said.out


def test_a_name_that_stands_twice_is_told(lived: Any) -> None:
    text = lived.path.read_text("utf-8")
    line = next(one for one in text.split("\n") if '"name":"Mads Holm"' in one)
    lived.path.write_text(text.replace(line, f"{line.rstrip(',')},\n{line}"), "utf-8")
    said = lived("check")
    assert said.code == 1
    assert "stands twice" in said.out


def test_an_unknown_table_is_only_noted(lived: Any) -> None:
    _edit(lived, lambda tables: tables.update(moods={"a": {"b": 1}}))
    said = lived.ok("check")
    assert "The table “moods” is not known" in said.out


def test_a_newer_journal_is_noted(lived: Any) -> None:
    _edit(lived, lambda tables: tables["journal"]["meta"].update(schema=99, needs="9.9"))
    assert "Update to 9.9 or later" in lived.ok("check").out
    assert lived("check", "--repair").code == 3


@pytest.mark.parametrize("damage", [lambda text: "", lambda text: text[: len(text) // 2], lambda text: text + "}"])
def test_repair_puts_it_together_again(lived: Any, damage: Any) -> None:
    before = lived.ok("export", "--private").out
    broken = damage(lived.path.read_text("utf-8"))
    lived.path.write_text(broken, "utf-8")
    said = lived.ok("check", "--repair")
    assert f"Repaired: {lived.path} holds 7 records." in said.out
    assert "All is well: 7 records." in said.out
    assert lived.ok("export", "--private").out == before
    if broken:
        kept = next(one for one in lived.ok("backups", "--json").json if one["kind"] == "damaged")
        assert Path(kept["path"]).read_text("utf-8") == broken
        assert kept["path"] in said.out


def test_repair_says_which_file_gave_what(lived: Any) -> None:
    lived.path.write_text(lived.path.read_text("utf-8")[:-400], "utf-8")
    said = lived.ok("check", "--repair")
    assert "In the file itself " in said.out
    assert "What this machine held last gave " in said.out
    assert "could not be read" in said.out
    found = lived.ok("check", "--repair", "--json").json["repaired"]
    assert found["saved"] is False
    assert {one["kind"] for one in found["sources"]} >= {"journal", "held", "backup"}


def test_nothing_to_repair(lived: Any) -> None:
    assert "There was nothing to repair." in lived.ok("check", "--repair").out


def test_what_repair_cannot_mend_is_told(lived: Any) -> None:
    _edit(lived, lambda tables: _first(tables, "agreements").update(person="nobody"))
    said = lived("check", "--repair")
    assert said.code == 1
    assert "the person nobody" in said.out


def test_nothing_to_repair_from(lived: Any) -> None:
    state = Path(lived.ok("where", "--json").json["state"])
    for path in state.rglob("*.json"):
        path.unlink()
    lived.path.write_bytes(b"")
    said = lived("check", "--repair")
    assert (said.code, said.out) == (3, "")
    assert "nothing to repair" in said.err


def test_what_takes_in_a_copy_is_told_as_it_is(lived: Any) -> None:
    copy = lived.path.with_name("journal (1).json")
    content = lived.path.read_text("utf-8")
    copy.write_text(content.replace('"name":"Mads Holm"', '"name":"Mads Holm","role":"x"'), "utf-8")
    assert "The next command merges it" in lived.ok("check").out
    _edit(lived, lambda tables: _first(tables, "people").update(start="2026-13-01"))
    said = lived("check").out
    assert "`leadercli check --repair` merges it" in said
    assert "The next command" not in said
    assert lived("today").code == 3
    lived.path.write_text(content, "utf-8")
    newer = json.loads(content)
    newer["journal"]["meta"]["schema"] = 99
    copy.write_text(json.dumps(newer), "utf-8")
    assert "a newer leadercli wrote. Update leadercli to merge it" in lived.ok("check").out


def test_another_journal_beside_it_is_told_with_the_command_that_takes_it_in(lived: Any) -> None:
    other = lived.path.with_name("den gamle.json")
    tables = json.loads(lived.path.read_text("utf-8"))
    tables["journal"]["meta"]["journal_id"] = "another"
    other.write_text(json.dumps(tables), "utf-8")
    assert f"leadercli merge --other '{other}'" in lived.ok("check").out
    assert other.exists()


def test_a_damaged_copy_is_moved_aside_by_repair_and_not_offered_again(lived: Any) -> None:
    copy = lived.path.with_name("journal (1).json")
    copy.write_bytes(lived.path.read_bytes()[:-300])
    assert "`leadercli check --repair` takes in" in lived.ok("check").out
    assert f"{copy} was a damaged copy" in lived.ok("check", "--repair").out
    assert lived.ok("check").out == "All is well: 7 records.\n"


def test_repair_says_what_it_could_not_read(lived: Any) -> None:
    _edit(lived, lambda tables: _first(tables, "people").update(start="2026-13-45"))
    said = lived.ok("check", "--repair").out
    assert "“2026-13-45” cannot be a value of start" in said
    lived.ok("today")
