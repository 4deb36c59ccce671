"""The bin: what lies there and for how long it is shown, and what comes back when it is taken out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from support.journals.worlds import StandingClock, seen

from leadercli.errors import AppError
from leadercli.journal.history.bin import binned, take_out, take_out_all
from leadercli.journal.history.undo import undo
from leadercli.journal.journal import Journal

Opener = Callable[[Journal], Journal]
MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)


def _what(journal: Journal, *, everything: bool = False) -> list[tuple[str, str]]:
    return [(one.table, one.what) for one in binned(journal, journal.clock(), everything=everything)]


@pytest.fixture
def lise(journal: Journal) -> str:
    return journal.people.add("Lise Thomsen").id


def test_what_is_put_there_is_listed_the_latest_first_with_whom_and_when(
    journal: Journal, clock: StandingClock, lise: str
) -> None:
    ring = journal.agreements.agree("ring", person_id=lise)
    wage = journal.inbox.put(lise, "løn")
    assert binned(journal, clock()) == []
    journal.inbox.remove(wage.id)
    clock.go(hours=1)
    journal.agreements.remove(ring.id)
    found = binned(journal, clock())
    assert [(one.table, one.id, one.what, one.person_id, one.at) for one in found] == [
        ("agreements", ring.id, "ring", lise, datetime(2026, 3, 2, 9)),
        ("inbox", wage.id, "løn", lise, datetime(2026, 3, 2, 8)),
    ]


def test_after_30_days_it_is_shown_only_to_who_asks_and_stays_in_the_file(
    journal: Journal, clock: StandingClock, open_again: Opener
) -> None:
    ring = journal.agreements.agree("ring")
    journal.agreements.remove(ring.id)
    clock.go(days=29, hours=23)
    assert _what(journal) == [("agreements", "ring")]
    clock.go(hours=2)
    assert _what(journal) == []
    clock.go(days=4000)
    again = open_again(journal)
    assert _what(again, everything=True) == [("agreements", "ring")]
    take_out(again, "agreements", ring.id)
    assert [one.text for one in again.agreements.all()] == ["ring"]


def test_a_clock_that_was_years_ahead_hides_nothing(journal: Journal, clock: StandingClock) -> None:
    clock.go(days=4000)
    journal.agreements.remove(journal.agreements.agree("ring").id)
    clock.go(days=-4000)
    assert _what(journal) == [("agreements", "ring")]


def test_taking_out_is_a_change_that_can_be_undone(journal: Journal) -> None:
    ring = journal.agreements.agree("ring")
    journal.agreements.remove(ring.id)
    take_out(journal, "agreements", ring.id)
    assert _what(journal) == []
    assert undo(journal).entry.command == "take_out"
    assert (_what(journal), journal.agreements.all()) == ([("agreements", "ring")], ())


@pytest.mark.parametrize("id_", ["there is none", ""])
def test_what_is_not_there_is_told(journal: Journal, id_: str) -> None:
    ring = journal.agreements.agree("ring")
    with pytest.raises(AppError, match="does not lie in the bin"):
        take_out(journal, "agreements", id_ or ring.id)


def test_every_kind_of_record_comes_back_as_it_was(journal: Journal, lise: str) -> None:
    journal.meetings.write(lise, MONDAY, "vi talte\nlængere")
    journal.agreements.agree("ring", person_id=lise, due=FRIDAY)
    journal.inbox.put(lise, "løn")
    journal.feedback.note(lise, "praise", "flot", FRIDAY)
    before = seen(journal)
    journal.agreements.remove(journal.agreements.all()[0].id)
    journal.inbox.remove(journal.inbox.all()[0].id)
    journal.feedback.remove(journal.feedback.all()[0].id)
    journal.meetings.remove(journal.meetings.all()[0].id)
    journal.people.remove(lise)
    assert sorted(_what(journal)) == [
        ("agreements", "ring"),
        ("feedback", "flot"),
        ("inbox", "løn"),
        ("meetings", "vi talte · længere"),
        ("people", "Lise Thomsen"),
    ]
    for one in binned(journal, journal.clock()):
        take_out(journal, one.table, one.id)
    assert seen(journal) == before


def test_a_week_and_an_own_item_whose_making_was_undone_come_back(journal: Journal) -> None:
    journal.scale.weigh_in("2026-W10", {"workload": 4}, note="for meget")
    journal.scale.add_item("load", "Møder")
    before = seen(journal)
    undo(journal)
    undo(journal)
    assert sorted(_what(journal)) == [("scale_items", "Møder"), ("weigh_ins", "for meget")]
    for one in binned(journal, journal.clock()):
        take_out(journal, one.table, one.id)
    assert seen(journal) == before


def test_a_default_item_is_never_in_the_bin(journal: Journal) -> None:
    journal.scale.retire_item(journal.scale.items()[0])
    undo(journal)
    assert _what(journal) == []


def test_a_moved_conversation_is_not_in_the_bin_but_a_removed_one_is(journal: Journal, lise: str) -> None:
    planned = journal.meetings.plan(lise, MONDAY)
    once = journal.meetings.move(planned.id, FRIDAY)
    twice = journal.meetings.move(once.id, date(2026, 3, 9))
    assert _what(journal) == []
    journal.meetings.remove(twice.id)
    assert twice.id in [one.id for one in binned(journal, journal.clock())]


def test_a_note_takes_out_with_it_the_records_that_its_lines_made(journal: Journal, lise: str) -> None:
    meeting = journal.meetings.write(lise, MONDAY, "hej\n! ring fre\n? løn")
    before = seen(journal)
    undo(journal)
    assert [table for table, _ in _what(journal)].count("meetings") == 1
    assert journal.agreements.all() == ()
    take_out(journal, "meetings", meeting.id)
    assert seen(journal) == before
    assert _what(journal) == []


def test_a_record_whose_line_was_removed_comes_back_free_of_the_note(journal: Journal, lise: str) -> None:
    journal.meetings.write(lise, MONDAY, "hej\n! ring fre")
    journal.meetings.write(lise, MONDAY, "hej")
    (ring,) = binned(journal, journal.clock())
    take_out(journal, ring.table, ring.id)
    journal.meetings.write(lise, MONDAY, "hej\nog farvel")
    assert [(one.text, one.due, one.line) for one in journal.agreements.all()] == [("ring", FRIDAY, "")]


def test_a_record_binned_by_hand_keeps_its_line(journal: Journal, lise: str) -> None:
    journal.meetings.write(lise, MONDAY, "hej\n! ring fre")
    ring = journal.agreements.all()[0]
    journal.agreements.remove(ring.id)
    take_out(journal, "agreements", ring.id)
    journal.meetings.write(lise, MONDAY, "hej\n! ring og skriv fre")
    assert [(one.id, one.text) for one in journal.agreements.all()] == [(ring.id, "ring og skriv")]


def test_two_people_never_get_one_name(journal: Journal, lise: str) -> None:
    journal.people.remove(lise)
    journal.people.add("lise thomsen")
    with pytest.raises(AppError, match="already someone called"):
        take_out(journal, "people", lise)


def test_lines_only_for_the_leader_are_not_told_in_the_list(journal: Journal, lise: str) -> None:
    meeting = journal.meetings.write(lise, MONDAY, "% fyres måske\nom ferien")
    journal.meetings.remove(meeting.id)
    assert _what(journal) == [("meetings", "om ferien")]


def test_several_are_taken_out_in_one_commit_and_all_or_none(journal: Journal, clock: StandingClock) -> None:
    for text in ("ring", "mail"):
        journal.agreements.remove(journal.agreements.agree(text).id)
    found = binned(journal, clock())
    take_out(journal, "agreements", found[0].id)
    with pytest.raises(AppError, match="does not lie in the bin"):
        take_out_all(journal, found[::-1])
    assert len(binned(journal, clock())) == 1
    undo(journal)
    take_out_all(journal, found)
    assert binned(journal, clock()) == []
    assert len(journal.agreements.all()) == 2
    undo(journal)
    assert len(binned(journal, clock())) == 2
