"""Feedback: praise and what could be better, with a day to look again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from leadercli.journal.file.codec import feedback
from leadercli.journal.verbs.base import Group
from leadercli.locale import N_
from leadercli.model.records import Feedback, FeedbackKind

if TYPE_CHECKING:
    from leadercli.journal.store.store import Store


class FeedbackNotes(Group[Feedback]):
    """What was noted as praise or as something that could be better."""

    TABLE = "feedback"
    REMOVE = "remove_feedback"
    GONE = N_("This is no longer in the journal.")

    def __init__(self, store: Store) -> None:
        super().__init__(store, feedback)

    def of(self, person_id: str) -> list[Feedback]:
        """List what was noted about a person, newest first."""
        found = self.table.where("person", person_id)
        return sorted(found, key=lambda one: (one.day, one.id), reverse=True)

    def note(self, person_id: str, kind: FeedbackKind, text: str, follow_up: date | None = None) -> Feedback:
        """Note feedback of today."""
        given = {"person": person_id, "kind": kind, "text": text, "day": self.store.clock().date()}
        given |= {"follow_up": follow_up} if follow_up else {}
        return self._make("note_feedback", self.store.fresh_id(), text, given)

    def followed(self, id_: str) -> None:
        """Mark that the leader has looked again."""
        self._write(id_, "followed", {"followed": self.store.clock()})

    def look_again(self, id_: str, day: date | None) -> None:
        """Set another day to look again, or none."""
        self._write(id_, "look_again", {"follow_up": day})
