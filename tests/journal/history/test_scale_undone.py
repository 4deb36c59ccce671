"""A week whose first commit was undone is not there, and begins empty when it is weighed again."""

from __future__ import annotations

from leadercli.journal.history.undo import redo, undo
from leadercli.journal.journal import Journal

WEEK = "2026-W10"


def test_an_undone_week_is_not_there(journal: Journal) -> None:
    journal.scale.weigh_in(WEEK, {"workload": 4}, note="much")
    undo(journal)
    assert (journal.scale.week(WEEK).ratings, journal.scale.week(WEEK).note) == ({}, "")
    assert journal.scale.weigh_ins() == []
    redo(journal)
    assert journal.scale.week(WEEK).ratings == {"workload": 4}


def test_it_begins_empty_when_it_is_weighed_again(journal: Journal) -> None:
    journal.scale.weigh_in(
        WEEK, {"workload": 4, "meaning": 2}, note="much", steps={"turn_up": "a"}, moved={"pace": "no"}
    )
    undo(journal)
    journal.scale.weigh_in(WEEK, {"workload": 1})
    (week,) = journal.scale.weigh_ins()
    assert (week.ratings, week.note, week.steps, week.moved) == ({"workload": 1}, "", {}, {})
