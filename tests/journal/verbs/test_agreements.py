"""Agreements: agree, move the deadline, close, reopen, bin."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from support.journals.worlds import StandingClock

from leadercli.errors import AppError
from leadercli.journal.journal import Journal
from leadercli.journal.store.table import NotFoundError
from leadercli.model.records import Move

Opener = Callable[[Journal], Journal]
FRIDAY = date(2026, 3, 6)


def test_an_agreement_is_there_after_the_program_has_ended(journal: Journal, open_again: Opener) -> None:
    lise = journal.people.add("Lise")
    made = journal.agreements.agree(
        " ring  til kunden ", person_id=lise.id, owner="them", due=FRIDAY, private=True, meeting_id="m"
    )
    assert (made.text, made.person_id, made.owner, made.due, made.state) == (
        *("ring til kunden", lise.id, "them", FRIDAY, "open"),
    )
    assert (made.private, made.meeting_id, made.created, made.moves) == (True, "m", journal.clock(), ())
    again = open_again(journal)
    assert again.agreements.all() == (made,)
    assert again.agreements.open() == again.agreements.of(lise.id) == [made]


def test_an_agreement_needs_a_text(journal: Journal) -> None:
    with pytest.raises(AppError, match="needs a text"):
        journal.agreements.agree(" \n ")
    assert journal.agreements.all() == ()


def test_a_moved_deadline_keeps_the_old_one_and_the_reason(
    journal: Journal, open_again: Opener, clock: StandingClock
) -> None:
    made = journal.agreements.agree("ring", due=FRIDAY)
    journal.agreements.adjust(made.id, date(2026, 3, 13), "kunden er på ferie")
    clock.go(days=3)
    journal.agreements.adjust(made.id, None)
    journal.agreements.adjust(made.id, date(2026, 4, 1), "igen")
    journal.agreements.adjust(made.id, date(2026, 4, 1), "det samme er ingen flytning")
    (found,) = open_again(journal).agreements.all()
    monday, thursday = datetime(2026, 3, 2, 8), datetime(2026, 3, 5, 8)
    assert found.due == date(2026, 4, 1)
    assert found.moves == (
        Move(monday, FRIDAY, date(2026, 3, 13), "kunden er på ferie"),
        Move(thursday, date(2026, 3, 13), None),
        Move(thursday, None, date(2026, 4, 1), "igen"),
    )
    assert [step.moves for step in journal.agreements.open_steps()] == [3]


def test_many_moves_in_one_second_stay_in_order(journal: Journal) -> None:
    made = journal.agreements.agree("ring", due=FRIDAY)
    days = [FRIDAY + timedelta(number) for number in range(1, 13)]
    for day in days:
        journal.agreements.adjust(made.id, day)
    assert [move.new for move in journal.agreements.all()[0].moves] == days


def test_done_dropped_and_open_again(journal: Journal, clock: StandingClock) -> None:
    made = journal.agreements.agree("ring")
    clock.go(hours=1)
    journal.agreements.complete(made.id)
    done = journal.agreements.all()[0]
    assert (done.state, done.closed) == ("done", clock())
    assert journal.agreements.open() == journal.agreements.open_steps() == []
    journal.agreements.drop(made.id)
    assert journal.agreements.all()[0].state == "dropped"
    journal.agreements.reopen(made.id)
    assert journal.agreements.open() == [made]


def test_done_twice_is_done_once(journal: Journal, clock: StandingClock) -> None:
    made = journal.agreements.agree("ring")
    journal.agreements.complete(made.id)
    clock.go(days=1)
    journal.agreements.complete(made.id)
    assert [entry.command for entry in journal.log.entries()] == ["agree", "complete"]


def test_reword_and_bin(journal: Journal) -> None:
    made = journal.agreements.agree("ring", due=FRIDAY)
    journal.agreements.edit(made.id, {"text": "skriv", "owner": "us"})
    (found,) = journal.agreements.all()
    assert (found.text, found.owner, found.due) == ("skriv", "us", FRIDAY)
    journal.agreements.remove(made.id)
    assert journal.agreements.all() == ()
    assert journal.agreements.open_steps() == []
    assert journal.agreements.get(made.id)


@pytest.mark.parametrize("verb", ["complete", "drop", "reopen", "adjust", "edit", "remove"])
def test_nothing_is_made_by_a_verb_on_what_is_not_there(journal: Journal, verb: str) -> None:
    given: dict[str, tuple[object, ...]] = {"adjust": (FRIDAY,), "edit": ({"text": "x"},)}
    with pytest.raises(AppError, match="no longer in the journal"):
        getattr(journal.agreements, verb)("260302-nothing", *given.get(verb, ()))
    assert journal.table("agreements") == {}


def test_ids_may_be_cut_short(journal: Journal) -> None:
    made = [journal.agreements.agree(f"ring {number}") for number in range(3)]
    for one in made:
        assert journal.agreements.named(one.id) == one
        assert journal.agreements.named(one.id[7:14].upper()) == one
        assert journal.agreements.named(one.id[:14]) == one
    with pytest.raises(NotFoundError, match="can mean 3 things"):
        journal.agreements.named("260302")
    with pytest.raises(NotFoundError, match="nothing with the id “zzzz”"):
        journal.agreements.named("zzzz")
    for typed in ("", made[0].id[7:9]):
        with pytest.raises(NotFoundError, match="too short for an id"):
            journal.agreements.named(typed)


def test_one_letter_is_not_enough_of_an_id(journal: Journal) -> None:
    one = journal.agreements.agree("ring")
    for typed in ("2", one.id[7], one.id[7:9]):
        with pytest.raises(NotFoundError, match="too short for an id: type at least 3"):
            journal.agreements.named(typed)
    assert journal.agreements.named(one.id[7:10]) == one


def test_what_lies_in_the_bin_is_meant_only_when_nothing_else_is(journal: Journal) -> None:
    kept, binned = journal.agreements.agree("ring"), journal.agreements.agree("skriv")
    journal.agreements.remove(binned.id)
    assert journal.agreements.named("260302-") == kept
    assert journal.agreements.named(binned.id[7:]).id == binned.id


def test_next_steps_are_sorted_by_deadline(journal: Journal) -> None:
    for text, due in (("d", None), ("c", date(2027, 1, 1)), ("a", date(2025, 1, 1)), ("b", FRIDAY)):
        journal.agreements.agree(text, due=due)
    assert [step.text for step in journal.agreements.open_steps()] == ["a", "b", "c", "d"]
