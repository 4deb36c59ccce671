"""Not a word that can still be read is lost in a repair, also within notes."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.journals.worlds import StandingClock, forget_held, new_random, on_disk, patient, places_in, put_on_disk

from leadercli.journal.journal import Journal
from leadercli.journal.local.backups import Backups
from leadercli.journal.local.last_known import LastKnown
from leadercli.journal.opening import begin_journal, open_journal
from leadercli.journal.repair.repair import repair
from leadercli.journal.repair.rescued_merge import both

NOTE = "Vi talte om rummet\nLokale 14 er for varmt\n\n! ring til HR"


def _with_note(folder: Path, clock: StandingClock) -> Journal:
    journal = begin_journal(places_in(folder), clock, new_random())
    lise = journal.people.add("Lise")
    journal.meetings.write(lise.id, clock().date(), NOTE)
    return journal


def _lines_after(journal: Journal, clock: StandingClock) -> list[str]:
    (meeting,) = open_journal(journal.places, clock, new_random()).meetings.all()
    return meeting.text.split("\n")


@pytest.mark.parametrize("at", ["journal.json", "journal (1).json"])
def test_a_line_changed_where_the_file_no_longer_parses_stands_below_the_held_one(
    tmp_path: Path, clock: StandingClock, at: str
) -> None:
    journal = _with_note(tmp_path, clock)
    text = journal.places.journal.read_text("utf-8").replace("for varmt", "for varmt ORD3")
    journal.places.journal.with_name(at).write_text(text.replace('"people": {', '"people": ', 1), "utf-8")
    assert repair(journal.places, clock).saved
    assert _lines_after(journal, clock) == [
        *("Vi talte om rummet", "Lokale 14 er for varmt", "Lokale 14 er for varmt ORD3", "", "! ring til HR")
    ]
    assert not repair(journal.places, clock).saved


@patient
@given(st.data())
def test_no_word_of_a_rescued_record_is_lost(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        clock = StandingClock()
        journal = _with_note(Path(folder), clock)
        if data.draw(st.booleans()):
            (meeting,) = journal.meetings.all()
            journal.meetings.write(meeting.person_id, meeting.day, f"først\n{NOTE}\nsidst")
        tables = on_disk(journal)
        (raw,) = tables["meetings"].values()
        lines = raw["text"].split("\n")
        before = list(lines)
        for number in range(data.draw(st.integers(1, 4))):
            at = data.draw(st.integers(0, len(lines)))
            deed = data.draw(st.sampled_from(["add", "change", "drop"]))
            if deed == "add" or at == len(lines):
                lines.insert(at, f"NYT{number}")
            elif deed == "change":
                lines[at] += f" ORD{number}"
            else:
                del lines[at]
        raw["text"] = "\n".join(lines)
        for agreement in tables["agreements"].values():
            agreement["text"] += " ORD9"
        put_on_disk(journal, tables)
        content = journal.places.journal.read_text("utf-8")
        journal.places.journal.write_text(content.replace('"people": {', '"people": ', 1), "utf-8")
        repair(journal.places, clock)
        after = _lines_after(journal, clock)
        assert {line for line in (*before, *lines) if line} <= set(after)
        assert "ORD9" in json.dumps(on_disk(journal)["agreements"])
        assert not repair(journal.places, clock).saved


def test_a_line_taken_away_afterwards_does_not_come_back_from_the_damaged_backup(
    tmp_path: Path, clock: StandingClock
) -> None:
    journal = _with_note(tmp_path, clock)
    text = journal.places.journal.read_text("utf-8").replace("for varmt", "for varmt ORD3")
    journal.places.journal.write_text(text.replace('"people": {', '"people": ', 1), "utf-8")
    repair(journal.places, clock)
    again = open_journal(journal.places, clock, new_random())
    (meeting,) = again.meetings.all()
    again.meetings.write(meeting.person_id, meeting.day, meeting.text.replace("Lokale 14 er for varmt ORD3\n", ""))
    repair(journal.places, clock)
    assert _lines_after(journal, clock) == NOTE.split("\n")


@given(st.lists(st.sampled_from("abc"), max_size=6), st.lists(st.sampled_from("bcd"), max_size=6))
def test_two_texts_joined_hold_all_lines_of_the_first_and_each_of_the_other(ours: list[str], theirs: list[str]) -> None:
    joined = both("\n".join(ours), "\n".join(theirs)).split("\n")
    assert {*ours, *theirs} <= set(joined)
    rest = iter(joined)
    assert all(line in rest for line in ours), "in their order"


def test_a_damaged_copy_beside_a_whole_journal_is_moved_aside(tmp_path: Path, clock: StandingClock) -> None:
    journal = _with_note(tmp_path, clock)
    copy = journal.places.journal.with_name("journal (1).json")
    halved = journal.places.journal.read_bytes()[:-150]
    copy.write_bytes(halved)
    done = repair(journal.places, clock)
    assert (done.saved, done.moved, copy.exists()) == (False, (copy,), False)
    backups = Backups(journal.places.backups)
    assert [backups.read(one) for one in backups.all() if one.kind == "damaged"] == [halved]
    assert repair(journal.places, clock).moved == ()


@pytest.mark.parametrize("is_known_elsewhere", [True, False])
def test_a_date_that_is_none_gives_way_to_the_last_one_that_reads(
    tmp_path: Path, clock: StandingClock, is_known_elsewhere: bool
) -> None:
    journal = _with_note(tmp_path, clock)
    one = journal.agreements.open()[0]
    journal.agreements.edit(one.id, {"due": clock().date()})
    good = journal.places.journal.read_bytes()
    assert b'"due":"2026-03-02"' in good
    forget_held(journal)
    for path in journal.places.backups.glob("*"):
        path.unlink()
    if is_known_elsewhere:
        Backups(journal.places.backups).keep(good, clock(), "regular")
    bad = good.replace(b'"due":"2026-03-02"', b'"due":"2026-13-45"')
    journal.places.journal.write_bytes(bad)
    LastKnown(journal.places.journal_state).keep(bad)
    done = repair(journal.places, clock)
    assert done.saved
    (found,) = open_journal(journal.places, clock, new_random()).agreements.all()
    assert (found.text, found.due) == (one.text, clock().date() if is_known_elsewhere else None)
    assert [(each.field, each.was) for each in done.mended] == [("due", "2026-13-45")]
    kept = [each["value"] for each in on_disk(journal).get("rescued", {}).values()]
    assert kept == ([] if is_known_elsewhere else ["2026-13-45"])
    assert not repair(journal.places, clock).saved


def test_a_changed_line_counts_also_where_another_letter_of_the_record_is_garbled(
    tmp_path: Path, clock: StandingClock
) -> None:
    journal = begin_journal(places_in(tmp_path), clock, new_random())
    lise = journal.people.add("Lise")
    journal.meetings.write(lise.id, clock().date(), "Åse kommer\nfor varmt")
    content = journal.places.journal.read_bytes().replace(b"for varmt", b"for varmt ORD3")
    journal.places.journal.write_bytes(content.replace("Åse".encode(), b"\xc5se"))
    repair(journal.places, clock)
    assert _lines_after(journal, clock) == ["Åse kommer", "for varmt", "for varmt ORD3"]
