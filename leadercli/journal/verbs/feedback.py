"""Feedback: praise and what could be better, with a day to look again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from leadercli.errors import AppError
from leadercli.journal.file.codec import encoded, feedback
from leadercli.journal.store.change import Change
from leadercli.journal.store.table import Table
from leadercli.journal.verbs.base import in_turn
from leadercli.locale import N_
from leadercli.model.records import Feedback, FeedbackKind

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


class FeedbackNotes:
    """What was noted as praise or as something that could be better."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.table = Table(journal, "feedback", feedback)

    def all(self) -> tuple[Feedback, ...]:
        """List all feedback."""
        return self.table.all()

    def of(self, person_id: str) -> list[Feedback]:
        """List what was noted about a person, newest first."""
        found = self.table.where("person", person_id)
        return sorted(found, key=lambda one: (one.day, one.id), reverse=True)

    def note(self, person_id: str, kind: FeedbackKind, text: str, follow_up: date | None = None) -> Feedback:
        """Note feedback of today."""
        id_ = self._journal.fresh_id()
        given = {"person": person_id, "kind": kind, "text": text, "day": self._journal.clock().date()}
        given |= {"follow_up": follow_up} if follow_up else {}
        self._journal.commit("note_feedback", text, Change("feedback", id_, encoded(given)))
        found = self.table.get(id_)
        assert found
        return found

    def followed(self, id_: str) -> None:
        """Mark that the leader has looked again."""
        self._write(id_, "followed", {"followed": self._journal.clock()})

    def look_again(self, id_: str, day: date | None) -> None:
        """Set another day to look again, or none."""
        self._write(id_, "look_again", {"follow_up": day})

    def remove(self, id_: str) -> None:
        """Put in the bin."""
        self._write(id_, "remove_feedback", {"deleted": self._journal.clock()})

    @in_turn
    def _write(self, id_: str, command: str, fields: dict[str, object]) -> None:
        found = self.table.get(id_)
        if found is None:
            raise AppError(N_("This is no longer in the journal."))
        self._journal.commit(command, found.text, Change("feedback", id_, encoded(fields)))
