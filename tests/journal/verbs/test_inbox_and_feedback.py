"""What to raise next time, and praise and what could be better."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from support.journals.worlds import StandingClock

from leadercli.errors import AppError
from leadercli.journal.journal import Journal

Opener = Callable[[Journal], Journal]


def test_put_tick_carry_over_reword_bin(journal: Journal, open_again: Opener, clock: StandingClock) -> None:
    lise, mads = journal.people.add("Lise"), journal.people.add("Mads")
    pay = journal.inbox.put(lise.id, " løn \n og  pension ", private=True)
    course = journal.inbox.put(mads.id, "kursus")
    assert (pay.text, pay.private, pay.created) == ("løn og pension", True, clock())
    clock.go(days=1)
    journal.inbox.tick(pay.id)
    again = open_again(journal)
    raised = again.inbox.table.get(pay.id)
    assert raised
    assert raised.raised == clock()
    assert again.inbox.waiting() == [course]
    assert again.inbox.waiting(lise.id) == []
    again.inbox.untick(pay.id)
    assert again.inbox.waiting(lise.id) == [pay]
    again.inbox.edit(pay.id, "løn")
    assert [one.text for one in again.inbox.waiting(lise.id)] == ["løn"]
    again.inbox.remove(pay.id)
    assert again.inbox.all() == (course,)


def test_the_inbox_needs_a_text(journal: Journal) -> None:
    with pytest.raises(AppError, match="Write a few words"):
        journal.inbox.put("p", " ")


def test_note_look_again_followed_bin(journal: Journal, open_again: Opener, clock: StandingClock) -> None:
    lise = journal.people.add("Lise")
    first = journal.feedback.note(lise.id, "praise", "flot kundemøde")
    clock.go(days=1)
    second = journal.feedback.note(lise.id, "better", "dagsorden", date(2026, 3, 16))
    assert (first.kind, first.day, first.follow_up) == ("praise", date(2026, 3, 2), None)
    assert open_again(journal).feedback.of(lise.id) == [second, first], "the newest first"
    journal.feedback.look_again(second.id, date(2026, 4, 1))
    journal.feedback.followed(second.id)
    found = journal.feedback.table.get(second.id)
    assert found
    assert (found.follow_up, found.followed) == (date(2026, 4, 1), clock())
    journal.feedback.remove(first.id)
    assert journal.feedback.all() == (found,)


@pytest.mark.parametrize(
    ("group", "verb", "given"),
    [
        ("inbox", "tick", ()),
        ("inbox", "untick", ()),
        ("inbox", "edit", ("x",)),
        ("inbox", "remove", ()),
        ("feedback", "followed", ()),
        ("feedback", "look_again", (None,)),
        ("feedback", "remove", ()),
        ("meetings", "cancel", ()),
        ("meetings", "move", (date(2026, 3, 3),)),
        ("meetings", "remove", ()),
    ],
)
def test_nothing_is_made_by_a_verb_on_what_is_not_there(
    journal: Journal, group: str, verb: str, given: tuple[object, ...]
) -> None:
    before = journal.places.journal.read_bytes()
    with pytest.raises(AppError, match="no longer in the journal"):
        getattr(getattr(journal, group), verb)("260302-nothing", *given)
    assert journal.places.journal.read_bytes() == before
