"""Read the open agreements as plain rows, for a list of thousands that is printed at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from leadercli.journal.decode import moves_of
from leadercli.model.merge.conflicts import unsettled_fields
from leadercli.model.merge.deletion import is_deleted

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal

NO_DUE = "9999-12-31"
"""Stands for no deadline, so that rows sort as tuples."""


class Step(NamedTuple):
    """One open agreement. Days are ISO text; as tuples, steps sort by deadline, then by when they were made."""

    due: str
    created: str
    id: str
    text: str
    person_id: str
    owner: str
    moves: int
    meeting_id: str
    private: bool
    unsettled: bool = False


def open_steps(journal: Journal) -> list[Step]:
    """List the open agreements by deadline. Raises JournalTrouble naming a record that cannot be read."""
    steps = [
        Step(
            raw.get("due") or NO_DUE,
            raw.get("created") or "~",
            id_,
            raw.get("text") or "",
            raw.get("person") or "",
            raw.get("owner") or "me",
            len(moves_of(raw)),
            raw.get("meeting") or "",
            bool(raw.get("private")),
            type(raw.get("~")) is dict and bool(unsettled_fields("agreements", raw)),
        )
        for id_, raw in journal.table("agreements").items()
        if (raw.get("state") or "open") == "open" and not is_deleted(raw)
    ]
    if not _are_good(steps):
        journal.agreements.open()  # says which record is not as it should be
    steps.sort(key=_order)
    return steps


def _order(step: Step) -> str:
    return step.due + step.created + step.id


def _are_good(steps: list[Step]) -> bool:
    if not all(type(step.due) is type(step.created) is type(step.text) is type(step.owner) is str for step in steps):
        return False
    try:
        for due in {step.due for step in steps}:
            date.fromisoformat(due)
    except ValueError:
        return False
    return True
