"""The versions of a record: what they held, who made them, and writing one again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from support.journals.worlds import StandingClock, on_disk, put_on_disk, seen, sync

from leadercli.errors import AppError
from leadercli.journal.history.conflicts import settle, unsettled
from leadercli.journal.history.undo import undo
from leadercli.journal.history.versions import ELSEWHERE, OTHER, Version, history, restore_version
from leadercli.journal.journal import Journal
from leadercli.journal.local.change_log import ARRIVED, Entry, Written

Opener = Callable[[Journal], Journal]
MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)


def _texts(versions: list[Version]) -> list[object]:
    return [one.values.get("text") for one in versions]


def _changes(version: Version) -> dict[str, tuple[object, object]]:
    return {one.field: (one.old, one.new) for one in version.fields}


@pytest.fixture
def lise(journal: Journal) -> str:
    return journal.people.add("Lise Thomsen").id


@pytest.fixture
def note(journal: Journal, clock: StandingClock, lise: str) -> str:
    """A note written in three steps, an hour apart."""
    for text in ("hej", "hej\n! ring fre", "hej\n! ring fre\nog farvel"):
        meeting = journal.meetings.write(lise, MONDAY, text)
        clock.go(hours=1)
    return meeting.id


def test_each_commit_left_a_version_and_the_latest_is_how_it_stands(journal: Journal, note: str) -> None:
    found = history(journal, "meetings", note)
    assert _texts(found) == ["hej\n! ring fre\nog farvel", "hej\n! ring fre", "hej"]
    assert [(one.command, one.what, one.at and one.at.hour) for one in found] == [
        ("write_note", "Lise Thomsen", 10),
        ("write_note", "Lise Thomsen", 9),
        ("write_note", "Lise Thomsen", 8),
    ]
    assert _changes(found[0]) == {"text": ("hej\n! ring fre", "hej\n! ring fre\nog farvel")}
    assert _changes(found[2])["text"] == (None, "hej")


def test_other_records_of_the_same_commit_are_not_in_it(journal: Journal, note: str) -> None:
    assert {one.record for version in history(journal, "meetings", note) for one in version.fields} == {note}
    ring = journal.agreements.all()[0]
    assert _texts(history(journal, "agreements", ring.id)) == ["ring"]


def test_what_stood_before_the_log_begins_is_the_first_version(
    journal: Journal, clock: StandingClock, open_again: Opener
) -> None:
    ring = journal.agreements.agree("ring")
    clock.go(days=31)
    journal.agreements.edit(ring.id, {"text": "ring og skriv"})
    first = history(open_again(journal), "agreements", ring.id)[-1]
    assert (first.command, first.at, first.values["text"], first.fields) == ("", None, "ring", ())


def test_undo_is_a_version_of_its_own(journal: Journal) -> None:
    ring = journal.agreements.agree("ring")
    journal.agreements.edit(ring.id, {"text": "skriv"})
    undo(journal)
    found = history(journal, "agreements", ring.id)
    assert _texts(found) == ["ring", "skriv", "ring"]
    assert [(one.command, one.undone) for one in found] == [
        ("edit_agreement", True),
        ("edit_agreement", False),
        ("agree", False),
    ]


def test_what_came_in_says_so(journal: Journal) -> None:
    ring = journal.agreements.agree("ring")
    fields = (Written("agreements", ring.id, "text", "skriv", "ring"),)
    journal.log.add(Entry("260302-x", journal.clock().isoformat(), ARRIVED, "journal (1).json", fields))
    latest = history(journal, "agreements", ring.id)[0]
    assert (latest.command, latest.what) == (ARRIVED, "journal (1).json")


@pytest.fixture
def doubled(journal: Journal, clock: StandingClock, elsewhere: Opener) -> str:
    """An agreement that was reworded on two machines at once."""
    ring = journal.agreements.agree("ring")
    other = elsewhere(journal)
    clock.go(hours=1)
    other.agreements.edit(ring.id, {"text": "ring i dag"})
    journal.agreements.edit(ring.id, {"text": "ring i morgen"})
    sync(other, journal)
    journal.refresh()
    return ring.id


def test_both_of_two_versions_written_at_once_are_there(journal: Journal, doubled: str) -> None:
    found = history(journal, "agreements", doubled)
    shown = journal.agreements.all()[0].text
    assert found[0].values["text"] == shown
    other = next(one for one in found if one.command == OTHER)
    assert {shown, other.values["text"]} == {"ring i dag", "ring i morgen"}
    assert restore_version(journal, other)
    assert journal.agreements.all()[0].text == other.values["text"]


def test_a_version_that_someone_decided_against_is_still_there(journal: Journal, doubled: str) -> None:
    shown = journal.agreements.all()[0].text
    settle(journal, unsettled(journal)[0], shown)
    found = history(journal, "agreements", doubled)
    assert found[0].values["text"] == shown
    assert {"ring i dag", "ring i morgen"} <= set(_texts(found))
    other = next(one for one in found if one.command == OTHER)
    restore_version(journal, other)
    assert journal.agreements.all()[0].text not in (shown, "ring")


def test_what_no_commit_tells_of_is_a_version_too(journal: Journal) -> None:
    ring = journal.agreements.agree("ring")
    journal.log.add(
        Entry(
            "260302-x",
            journal.clock().isoformat(),
            ARRIVED,
            "",
            (Written("agreements", ring.id, "text", "ring", "skriv"),),
        )
    )
    found = history(journal, "agreements", ring.id)
    assert [(one.command, one.values["text"]) for one in found] == [
        (ELSEWHERE, "ring"),
        (ARRIVED, "skriv"),
        ("agree", "ring"),
    ]


def test_a_commit_that_never_reached_the_journal_is_no_version(journal: Journal) -> None:
    ring = journal.agreements.agree("ring")
    entry = next(journal.log.latest_first())
    fields = (Written("agreements", ring.id, "text", "ring", "lost"),)
    journal.log.add(replace(entry, id="260302-y", made=(), fields=fields, dot="nobody:1"))
    assert _texts(history(journal, "agreements", ring.id)) == ["ring"]


def test_without_a_log_there_is_one_version(journal: Journal) -> None:
    ring = journal.agreements.agree("ring")
    journal.log.path.unlink()
    assert [(one.command, one.values["text"]) for one in history(journal, "agreements", ring.id)] == [("", "ring")]


def test_a_record_that_is_not_there_is_told(journal: Journal) -> None:
    with pytest.raises(AppError, match="no longer in the journal"):
        history(journal, "agreements", "260302-none")


def test_an_earlier_text_is_written_again_and_its_lines_make_their_records(journal: Journal, note: str) -> None:
    lise = journal.people.all()[0].id
    journal.meetings.write(lise, MONDAY, "tom")
    assert journal.agreements.all() == ()
    before = seen(journal)
    assert restore_version(journal, history(journal, "meetings", note)[1])
    assert journal.meetings.all()[0].text == "hej\n! ring fre\nog farvel"
    assert [one.text for one in journal.agreements.all()] == ["ring"]
    assert undo(journal).entry.command == "restore_version"
    assert seen(journal) == before


def test_the_present_version_changes_nothing(journal: Journal, note: str) -> None:
    before = on_disk(journal)
    assert not restore_version(journal, history(journal, "meetings", note)[0])
    assert on_disk(journal) == before


def test_an_agreement_is_as_it_was_and_keeps_its_moves(journal: Journal) -> None:
    ring = journal.agreements.agree("ring", due=MONDAY)
    journal.agreements.adjust(ring.id, FRIDAY, "syg")
    journal.agreements.edit(ring.id, {"text": "skriv", "owner": "us"})
    journal.agreements.complete(ring.id)
    restore_version(journal, history(journal, "agreements", ring.id)[-1])
    now = journal.agreements.all()[0]
    assert (now.text, now.owner, now.due, now.state, now.closed) == ("ring", "me", MONDAY, "open", None)
    assert [(move.old, move.new) for move in now.moves] == [(MONDAY, FRIDAY), (FRIDAY, MONDAY)]


def test_one_field_may_be_restored_alone(journal: Journal) -> None:
    ring = journal.agreements.agree("ring")
    journal.agreements.edit(ring.id, {"text": "skriv", "owner": "us"})
    restore_version(journal, history(journal, "agreements", ring.id)[-1], "text")
    now = journal.agreements.all()[0]
    assert (now.text, now.owner) == ("ring", "us")


def test_a_version_comes_out_of_the_bin(journal: Journal) -> None:
    ring = journal.agreements.agree("ring")
    journal.agreements.edit(ring.id, {"text": "skriv"})
    journal.agreements.remove(ring.id)
    restore_version(journal, history(journal, "agreements", ring.id)[-1])
    assert [one.text for one in journal.agreements.all()] == ["ring"]
    undo(journal)
    assert journal.agreements.all() == ()


def test_a_persons_earlier_name_may_be_taken_by_now(journal: Journal, lise: str) -> None:
    journal.people.edit(lise, {"name": "Lise Holm"})
    journal.people.add("Lise Thomsen")
    with pytest.raises(AppError, match="already someone"):
        restore_version(journal, history(journal, "people", lise)[-1])


def test_a_record_without_a_mark_has_a_history_too(journal: Journal, open_again: Opener) -> None:
    tables = on_disk(journal)
    tables["agreements"] = {"260301-byhand": {"text": "ring", "state": "open"}}
    put_on_disk(journal, tables)
    again = open_again(journal)
    again.agreements.edit("260301-byhand", {"text": "skriv"})
    versions = history(again, "agreements", "260301-byhand")
    assert _texts(versions) == ["skriv", "ring"]
    restore_version(again, versions[-1])
    assert _texts(history(again, "agreements", "260301-byhand")) == ["ring", "skriv", "ring"]


@pytest.mark.parametrize("id_", ["åse", 'a"b', "a\\b"])
def test_an_id_that_someone_wrote_by_hand_is_found_in_the_log(journal: Journal, open_again: Opener, id_: str) -> None:
    tables = on_disk(journal)
    tables["agreements"] = {id_: {"text": "ring", "state": "open"}}
    put_on_disk(journal, tables)
    again = open_again(journal)
    again.agreements.edit(id_, {"text": "skriv"})
    assert _texts(history(again, "agreements", id_)) == ["skriv", "ring"]
