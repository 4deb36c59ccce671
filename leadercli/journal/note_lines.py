"""Add lines to a note, and tell what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from leadercli.model.entry.note_line import Captured, read_line
from leadercli.model.records import Agreement, Feedback, InboxItem, Meeting

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class Added:
    """A note with new lines: the conversation, the lines, the records they made, the lines that name nobody known."""

    meeting: Meeting
    lines: Sequence[str]
    agreements: Sequence[Agreement]
    inbox: Sequence[InboxItem]
    feedback: Sequence[Feedback]
    unknown: Sequence[Captured]


def add_lines(journal: Journal, person_id: str, day: date, text: str) -> Added:
    """Put lines at the end of the note about a person on a day, as one commit with the records they make."""
    meetings = journal.meetings
    present = meetings.on(person_id, day)
    before = {table: set(journal.table(table)) for table in ("agreements", "inbox", "feedback")}
    new = text.strip("\n").rstrip()
    whole = f"{present.text.rstrip()}\n{new}" if present.text.strip() else new
    meeting = meetings.write(person_id, day, whole, base=meetings.base(present.id))
    lines = new.split("\n")
    about, people = journal.people.get(person_id), journal.people.all()
    assert about
    captured = [found for line in lines if (found := read_line(line, about, people, day))]
    return Added(
        meeting,
        lines,
        [one for one in journal.agreements.all() if one.id not in before["agreements"]],
        [one for one in journal.inbox.all() if one.id not in before["inbox"]],
        [one for one in journal.feedback.all() if one.id not in before["feedback"]],
        [found for found in captured if found.unknown],
    )
