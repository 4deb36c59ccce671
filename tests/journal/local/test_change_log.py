"""The list of changes: what stands in it, how long, and that nothing in it can stop the journal."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import orjson
import pytest
from support.journals.worlds import StandingClock

from leadercli.errors import JournalError
from leadercli.journal.history.undo import redo, undo
from leadercli.journal.journal import Journal
from leadercli.journal.local import change_log
from leadercli.journal.local.change_log import ChangeLog, Entry, Written

Opener = Callable[[Journal], Journal]


def _lines(journal: Journal) -> list[dict[str, Any]]:
    return [json.loads(line) for line in journal.log.path.read_text("utf-8").splitlines()]


def test_a_commit_is_a_line_with_the_old_values_and_the_new(journal: Journal, clock: StandingClock) -> None:
    lise = journal.people.add("Lise")
    journal.people.edit(lise.id, {"name": "Åse"})
    _, line = _lines(journal)
    assert (line["command"], line["what"], line["at"]) == ("edit_person", "Lise", clock().isoformat())
    assert line["fields"] == [{"table": "people", "record": lise.id, "field": "name", "old": "Lise", "new": "Åse"}]
    assert [entry.id for entry in journal.log.entries()] == [one["id"] for one in _lines(journal)]


def test_a_command_that_changes_nothing_or_fails_is_no_line(journal: Journal) -> None:
    lise = journal.people.add("Lise")
    journal.people.edit(lise.id, {"name": "Lise"})
    with pytest.raises(ZeroDivisionError):
        _fail(journal, lise.id)
    assert len(_lines(journal)) == 1


def _fail(journal: Journal, id_: str) -> None:
    with journal.batch("edit_person", "Lise"):
        journal.people.edit(id_, {"role": "Leder"})
        raise ZeroDivisionError


def test_what_is_older_than_thirty_days_is_forgotten_by_the_next_change(journal: Journal, clock: StandingClock) -> None:
    journal.agreements.agree("gammel")
    clock.go(days=20)
    journal.agreements.agree("yngre")
    clock.go(days=10)
    journal.agreements.agree("ny")
    assert [entry.what for entry in journal.log.entries()] == ["gammel", "yngre", "ny"]
    clock.go(days=1)
    journal.agreements.agree("nyest")
    assert [entry.what for entry in journal.log.entries()] == ["yngre", "ny", "nyest"]
    assert [undo(journal).entry.what for _ in range(3)] == ["nyest", "ny", "yngre"]


def test_a_list_that_is_not_old_is_not_written_anew(journal: Journal, clock: StandingClock) -> None:
    journal.agreements.agree("en")
    before = journal.log.path.stat().st_ino
    clock.go(days=29)
    journal.agreements.agree("to")
    assert journal.log.path.stat().st_ino == before


def test_lines_that_cannot_be_read_are_passed_over(journal: Journal) -> None:
    journal.agreements.agree("en")
    with journal.log.path.open("ab") as file:
        file.write(b'[]\n{"id": 5}\nnull\n\xff\xfe\n{"half')
    journal.agreements.agree("to")
    assert [undo(journal).entry.what for _ in range(2)] == ["to", "en"]
    assert redo(journal).entry.what == "en"


def test_what_a_newer_version_adds_to_a_line_does_not_matter(journal: Journal) -> None:
    journal.agreements.agree("en")
    (line,) = _lines(journal)
    line["later"] = {"a": 1}
    line["fields"][0]["why"] = "x"
    journal.log.path.write_text(json.dumps(line) + "\n", "utf-8")
    assert undo(journal).entry.what == "en"


def test_a_list_that_cannot_be_read_is_said_so(journal: Journal) -> None:
    journal.agreements.agree("en")
    journal.log.path.unlink()
    journal.log.path.mkdir()
    with pytest.raises(JournalError, match=r"list of changes .* could not be read: Is a directory"):
        undo(journal)
    with pytest.raises(JournalError, match="could not be saved: Is a directory"):
        journal.agreements.agree("to")
    assert [one.text for one in journal.agreements.all()] == ["en"]


def test_a_list_that_begins_with_something_strange_is_cleaned(journal: Journal) -> None:
    journal.log.path.write_bytes(b'{"half\n')
    journal.agreements.agree("en")
    assert [entry["what"] for entry in _lines(journal)] == ["en"]


def test_undo_in_a_list_of_ten_thousand_reads_only_its_end(
    journal: Journal, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.agreements.agree("først")
    (first,) = journal.log.entries()
    filling = [_entry(number, clock()) for number in range(10_000)]
    journal.log.path.write_bytes(b"".join(orjson.dumps(entry) + b"\n" for entry in (first, *filling)))
    journal.agreements.agree("sidst")
    read: list[bytes] = []
    real = orjson.loads

    def counting(line: bytes) -> Any:
        read.append(line)
        return real(line)

    monkeypatch.setattr(change_log.orjson, "loads", counting)
    assert undo(journal).entry.what == "sidst"
    assert len(read) == 1
    assert redo(journal).entry.what == "sidst"
    assert len(read) == 1 + 2
    monkeypatch.undo()
    assert len(ChangeLog(journal.log.path.parent).entries()) == 10_004
    assert undo(journal).entry.what == "sidst"
    assert undo(journal).entry.what == "først", "those of another journal in between do not count"


def _entry(number: int, now: datetime) -> Entry:
    at = (now + timedelta(seconds=number)).isoformat()
    fields = (Written("agreements", f"260302-{number:010}", "text", None, "fyld"),)
    return Entry(f"260302-{number:010}", at, "agree", "fyld", fields, (), dot=f"other:{number}")
