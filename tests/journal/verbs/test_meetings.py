"""Conversations: plan, write, move, cancel, bin; and a note that others write in meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from support.journals.worlds import StandingClock, on_disk, sync

from leadercli.errors import AppError
from leadercli.journal.journal import Journal
from leadercli.journal.verbs.meetings import meeting_id
from leadercli.model.merge.record import siblings
from leadercli.model.records import Meeting

Opener = Callable[[Journal], Journal]
MONDAY, FRIDAY, NEXT = date(2026, 3, 2), date(2026, 3, 6), date(2026, 3, 9)


def _note(journal: Journal, person_id: str, day: date = MONDAY) -> str:
    return journal.meetings.on(person_id, day).text


def test_a_note_is_there_after_the_program_has_ended(
    journal: Journal, open_again: Opener, clock: StandingClock
) -> None:
    lise = journal.people.add("Lise")
    text = "  hej \n\n- kunden\n\tindrykket\n   "
    written = journal.meetings.write(lise.id, MONDAY, text, used=90)
    assert (written.text, written.state, written.used, written.changed) == (text, "held", 90, clock())
    assert open_again(journal).meetings.of(lise.id) == [written]
    assert written.id == meeting_id(lise.id, MONDAY), "one a day, the same on every machine"


def test_an_empty_note_of_a_conversation_that_is_not_there_makes_none(journal: Journal) -> None:
    lise = journal.people.add("Lise")
    assert journal.meetings.write(lise.id, MONDAY, " \n") == journal.meetings.on(lise.id, MONDAY)
    assert journal.meetings.all() == ()


def test_line_ends_of_other_systems_are_line_ends(journal: Journal) -> None:
    lise = journal.people.add("Lise")
    journal.meetings.write(lise.id, MONDAY, "! ring fre\r\n? løn\rhej")
    assert _note(journal, lise.id) == "! ring fre\n? løn\nhej"
    assert [one.text for one in journal.inbox.all()] == ["løn"]


def test_a_note_that_is_emptied_is_empty(journal: Journal, open_again: Opener) -> None:
    lise = journal.people.add("Lise")
    journal.meetings.write(lise.id, MONDAY, "hej\n! ring")
    journal.meetings.write(lise.id, MONDAY, "")
    assert _note(open_again(journal), lise.id) == ""
    assert journal.agreements.all() == ()


def test_plan_and_write(journal: Journal) -> None:
    lise = journal.people.add("Lise")
    planned = journal.meetings.plan(lise.id, MONDAY, time="09:30", minutes=45)
    assert (planned.state, planned.time, planned.minutes) == ("planned", "09:30", 45)
    held = journal.meetings.write(lise.id, MONDAY, "hej")
    assert (held.state, held.time, held.minutes, held.id) == ("held", "09:30", 45, planned.id)
    journal.meetings.plan(lise.id, MONDAY, time="10:00")
    assert journal.meetings.on(lise.id, MONDAY).state == "held", "what took place is not planned again"


def test_moving_keeps_the_first_day_and_the_reason(journal: Journal, open_again: Opener) -> None:
    lise = journal.people.add("Lise")
    planned = journal.meetings.plan(lise.id, MONDAY, time="09:30", minutes=45)
    moved = journal.meetings.move(planned.id, FRIDAY, "syg")
    again = journal.meetings.move(moved.id, NEXT, "ferie")
    assert open_again(journal).meetings.of(lise.id) == [again]
    assert (again.day, again.moved_from, again.reason, again.time, again.minutes) == (
        NEXT,
        MONDAY,
        "ferie",
        "09:30",
        45,
    )
    entries = journal.log.entries()
    assert [entry.command for entry in entries] == ["add_person", "plan_meeting", "move_meeting", "move_meeting"]
    assert journal.meetings.move(again.id, NEXT) == again, "to the same day is no move"
    assert journal.meetings.move(again.id, MONDAY).moved_from is None, "it is where it was"


def test_cancelling_keeps_the_reason_and_a_new_plan_forgets_it(journal: Journal) -> None:
    lise = journal.people.add("Lise")
    planned = journal.meetings.plan(lise.id, MONDAY)
    journal.meetings.cancel(planned.id, "travlt")
    (cancelled,) = journal.meetings.all()
    assert (cancelled.state, cancelled.reason) == ("cancelled", "travlt")
    journal.meetings.plan(lise.id, MONDAY, time="12:00")
    (planned,) = journal.meetings.all()
    assert (planned.state, planned.reason, planned.time) == ("planned", "", "12:00")


def test_what_took_place_is_neither_moved_nor_cancelled(journal: Journal) -> None:
    lise = journal.people.add("Lise")
    held = journal.meetings.write(lise.id, MONDAY, "hej")
    with pytest.raises(AppError, match="can be moved"):
        journal.meetings.move(held.id, FRIDAY)
    with pytest.raises(AppError, match="can be cancelled"):
        journal.meetings.cancel(held.id)
    assert journal.meetings.all() == (held,)


def test_a_note_in_the_bin_gives_room_for_a_new_one(journal: Journal) -> None:
    lise = journal.people.add("Lise")
    old = journal.meetings.write(lise.id, MONDAY, "gammelt")
    journal.meetings.remove(old.id)
    assert journal.meetings.all() == ()
    assert journal.meetings.on(lise.id, MONDAY) == Meeting(old.id, lise.id, MONDAY, state="planned")
    journal.meetings.write(lise.id, MONDAY, "nyt", base=journal.meetings.base(old.id))
    assert [one.text for one in journal.meetings.all()] == ["nyt"]


def test_finding_the_last_conversation_and_those_around_today(journal: Journal) -> None:
    lise, mads = journal.people.add("Lise"), journal.people.add("Mads")
    first = journal.meetings.write(lise.id, date(2026, 1, 5), "første")
    last = journal.meetings.write(lise.id, date(2026, 2, 2), "sidste")
    cancelled = journal.meetings.plan(lise.id, date(2026, 2, 23))
    journal.meetings.cancel(cancelled.id)
    missed = journal.meetings.plan(lise.id, date(2026, 2, 20))
    journal.meetings.plan(lise.id, date(2026, 1, 20))
    today = journal.meetings.plan(mads.id, MONDAY)
    coming = journal.meetings.plan(lise.id, NEXT)
    assert journal.meetings.last_before(lise.id, MONDAY) == last
    assert journal.meetings.last_before(lise.id, date(2026, 2, 2)) == first
    assert journal.meetings.last_before(mads.id, MONDAY) is None
    assert {one.id for one in journal.meetings.around(MONDAY)} == {last.id, missed.id, today.id, coming.id}


def test_a_note_begun_before_others_wrote_merges_line_by_line(journal: Journal, open_again: Opener) -> None:
    lise = journal.people.add("Lise")
    journal.meetings.write(lise.id, MONDAY, "hej\nfarvel")
    base = journal.meetings.base(meeting_id(lise.id, MONDAY))
    open_again(journal).meetings.write(lise.id, MONDAY, "hej\nfra kommandolinjen\nfarvel")
    written = journal.meetings.write(lise.id, MONDAY, "hej du\nfarvel\nmit eget", base=base)
    assert written.text == "hej du\nfra kommandolinjen\nfarvel\nmit eget"


def test_a_note_begun_when_there_was_none_keeps_what_others_have_written_since(
    journal: Journal, open_again: Opener
) -> None:
    lise = journal.people.add("Lise")
    base = journal.meetings.base(meeting_id(lise.id, MONDAY))
    other = open_again(journal)
    other.meetings.plan(lise.id, MONDAY, time="09:30")
    other.meetings.write(lise.id, MONDAY, "fra kommandolinjen\n! ring fre")
    written = journal.meetings.write(lise.id, MONDAY, "mit eget\n! skriv tor", base=base)
    assert set(written.text.split("\n")) == {"mit eget", "! skriv tor", "fra kommandolinjen", "! ring fre"}
    assert (written.state, written.time) == ("held", "09:30")
    assert sorted(one.text for one in journal.agreements.all()) == ["ring", "skriv"]
    assert siblings(on_disk(journal)["meetings"][written.id]) == {}, "only the text was begun earlier"


def test_what_this_program_wrote_itself_meanwhile_is_kept_too(journal: Journal) -> None:
    lise = journal.people.add("Lise")
    journal.meetings.write(lise.id, MONDAY, "hej\nfarvel")
    base = journal.meetings.base(meeting_id(lise.id, MONDAY))
    journal.meetings.write(lise.id, MONDAY, "hej\nindskudt\nfarvel")
    journal.meetings.plan(lise.id, MONDAY, time="12:00")
    written = journal.meetings.write(lise.id, MONDAY, "hej\nfarvel\nmit eget", base=base)
    assert written.text == "hej\nindskudt\nfarvel\nmit eget"
    assert written.time == "12:00"


def test_two_machines_write_on_one_note_offline(journal: Journal, elsewhere: Opener) -> None:
    lise = journal.people.add("Lise")
    journal.meetings.write(lise.id, MONDAY, "fælles\nlinje to")
    other = elsewhere(journal)
    journal.meetings.write(lise.id, MONDAY, "fælles\nlinje to\nher")
    other.meetings.write(lise.id, MONDAY, "der\nfælles\nlinje 2")
    sync(other, journal)
    journal.refresh()
    assert _note(journal, lise.id) == "der\nfælles\nlinje 2\nher"


def test_two_machines_begin_one_note_offline(journal: Journal, elsewhere: Opener) -> None:
    lise = journal.people.add("Lise")
    other = elsewhere(journal)
    journal.meetings.write(lise.id, MONDAY, "her\nhjemme")
    other.meetings.write(lise.id, MONDAY, "der\nude")
    sync(other, journal)
    journal.refresh()
    (note,) = journal.meetings.all()
    assert sorted(note.text.split("\n")) == ["der", "her", "hjemme", "ude"]
    lines = note.text.split("\n")
    assert lines.index("hjemme") == lines.index("her") + 1, "the lines of one machine stay together"
