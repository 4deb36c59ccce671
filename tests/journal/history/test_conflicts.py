"""Two versions of a field, on two machines with a file each: found, settled, kept both, and undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from support.journals.worlds import StandingClock, sync

from leadercli.errors import AppError
from leadercli.journal.history.conflicts import (
    Unsettled,
    both,
    can_keep_both,
    keep_both,
    settle,
    unsettled,
    unsettled_in,
)
from leadercli.journal.history.undo import redo, undo
from leadercli.journal.journal import Journal
from leadercli.journal.store.change import Change
from leadercli.model.merge.record import siblings

FRIDAY, THURSDAY = date(2026, 3, 6), date(2026, 3, 5)
Elsewhere = Callable[[Journal], Journal]


def exchange(here: Journal, there: Journal) -> None:
    """Let both machines hold what either has written."""
    sync(here, there)
    there.refresh()
    there.people.add(f"Someone {len(there.people.all())}")
    sync(there, here)
    here.refresh()


@pytest.fixture
def two(journal: Journal, elsewhere: Elsewhere) -> tuple[Journal, Journal, str]:
    """Two machines and the id of an agreement that both have."""
    journal.people.add("Lise")
    agreement = journal.agreements.agree("ring", due=date(2026, 3, 3), person_id=journal.people.all()[0].id)
    return journal, elsewhere(journal), agreement.id


@pytest.fixture
def moved(two: tuple[Journal, Journal, str]) -> tuple[Journal, Journal, str]:
    """The same, after both have moved the deadline."""
    here, there, id_ = two
    here.agreements.adjust(id_, THURSDAY)
    there.agreements.adjust(id_, FRIDAY)
    exchange(here, there)
    return two


def test_a_deadline_moved_on_two_machines_is_one_question_on_both(moved: tuple[Journal, Journal, str]) -> None:
    here, there, id_ = moved
    (question,) = unsettled(here)
    assert (question.table, question.id, question.field) == ("agreements", id_, "due")
    assert sorted(question.values) == ["2026-03-05", "2026-03-06"]
    assert unsettled(there) == [question] == unsettled_in(here, "agreements", id_)
    shown = here.agreements.named(id_)
    assert shown.due is not None
    assert shown.due.isoformat() == question.values[0]
    assert shown.unsettled == ("due",)
    assert len(shown.moves) == 2


@pytest.mark.parametrize("which", [0, 1])
def test_what_one_machine_settles_is_settled_on_both(moved: tuple[Journal, Journal, str], which: int) -> None:
    here, there, id_ = moved
    (question,) = unsettled(here)
    settle(here, question, question.values[which])
    exchange(here, there)
    for journal in (here, there):
        assert unsettled(journal) == []
        assert siblings(journal.table("agreements")[id_]) == {}
        due = journal.agreements.named(id_).due
        assert due is not None
        assert due.isoformat() == question.values[which]


@pytest.mark.parametrize("which", [0, 1])
def test_undo_brings_the_question_back_and_redo_settles_it_again(
    moved: tuple[Journal, Journal, str], which: int, clock: StandingClock
) -> None:
    here, there, id_ = moved
    (question,) = unsettled(here)
    settle(here, question, question.values[which])
    clock.go(minutes=1)
    undone = undo(here)
    assert (undone.entry.command, undone.changed_since) == ("settle_versions", False)
    assert unsettled(here) == [question]
    exchange(here, there)
    assert unsettled(there) == [question]
    assert not redo(here).changed_since
    assert unsettled(here) == []
    assert here.table("agreements")[id_]["due"] == question.values[which]


def test_undoing_an_edit_that_settled_brings_the_question_back(moved: tuple[Journal, Journal, str]) -> None:
    here, _, id_ = moved
    (question,) = unsettled(here)
    here.agreements.adjust(id_, date(2026, 4, 1))
    assert unsettled(here) == []
    undo(here)
    assert unsettled(here) == [question]


def test_settling_what_another_has_settled_says_so(moved: tuple[Journal, Journal, str]) -> None:
    here, _, id_ = moved
    (question,) = unsettled(here)
    here.agreements.adjust(id_, None)
    with pytest.raises(AppError, match="settled in the meantime"):
        settle(here, question, question.values[0])


def test_two_texts_can_both_be_kept(two: tuple[Journal, Journal, str]) -> None:
    here, there, id_ = two
    here.agreements.edit(id_, {"text": "ring to the bank"})
    there.agreements.edit(id_, {"text": "write to the bank"})
    exchange(here, there)
    (question,) = unsettled(here)
    assert can_keep_both(question)
    keep_both(here, question)
    assert here.agreements.named(id_).text in (
        "ring to the bank / write to the bank",
        "write to the bank / ring to the bank",
    )
    undo(here)
    assert unsettled(here) == [question]


def test_only_texts_can_both_be_kept(moved: tuple[Journal, Journal, str]) -> None:
    here, _, _ = moved
    (question,) = unsettled(here)
    assert not can_keep_both(question)
    with pytest.raises(AppError, match="Choose one"):
        keep_both(here, question)


@pytest.mark.parametrize(
    ("values", "joined"),
    [
        (("a", "b"), "a / b"),
        (("a", "b", "c"), "a / b / c"),
        (("one\ntwo", "three"), "one\ntwo\nthree"),
        (("ring", "ring to Bo"), "ring to Bo"),
        (("a", "a "), "a"),
    ],
)
def test_versions_stand_beside_or_below_each_other(values: tuple[str, ...], joined: str) -> None:
    assert both(Unsettled("weigh_ins", "x", "note", values)) == joined


def test_what_both_wrote_alike_and_what_nobody_cares_for_is_no_question(two: tuple[Journal, Journal, str]) -> None:
    here, there, id_ = two
    person = here.people.all()[0].id
    here.agreements.edit(id_, {"owner": "us", "private": False})
    there.agreements.edit(id_, {"owner": "us", "private": None})
    for journal, minutes in ((here, 10), (there, 20)):
        journal.meetings.write(person, date(2026, 3, 2), f"hej {minutes}", used=minutes)
        journal.commit("note_feedback", "", Change("agreements", id_, {"line": str(minutes), "closed": str(minutes)}))
        journal.commit("note_feedback", "", Change("strange", "x", {"text": str(minutes)}))
    exchange(here, there)
    assert "used" in siblings(here.table("meetings")[here.meetings.all()[0].id])
    assert unsettled(here) == []


def test_two_who_raised_one_thing_agree_and_one_who_took_it_back_does_not(
    two: tuple[Journal, Journal, str], clock: StandingClock
) -> None:
    here, there, _ = two
    item = here.inbox.put(here.people.all()[0].id, "løn")
    exchange(here, there)
    here.inbox.tick(item.id)
    clock.go(minutes=5)
    there.inbox.tick(item.id)
    exchange(here, there)
    assert "raised" in siblings(here.table("inbox")[item.id])
    assert unsettled(here) == []
    here.inbox.untick(item.id)
    there.commit("tick_inbox", "", Change("inbox", item.id, {"raised": "2026-03-02T09:00:00"}))
    exchange(here, there)
    assert [question.field for question in unsettled(here)] == ["raised"]


def test_an_agreement_settled_as_open_was_closed_at_no_time(
    two: tuple[Journal, Journal, str], clock: StandingClock
) -> None:
    here, there, id_ = two
    here.agreements.complete(id_)
    clock.go(minutes=5)
    there.agreements.drop(id_)
    exchange(here, there)
    (question,) = unsettled(here)
    assert sorted(question.values) == ["done", "dropped"]
    settle(here, question, "dropped")
    assert here.agreements.named(id_).closed is not None
    assert siblings(here.table("agreements")[id_]) == {}


def test_what_lies_in_the_bin_asks_nothing(moved: tuple[Journal, Journal, str]) -> None:
    here, there, id_ = moved
    here.agreements.remove(id_)
    there.agreements.remove(id_)
    exchange(here, there)
    assert unsettled(here) == [] == unsettled(there)
