"""Find the conversation that a row came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal
    from leadercli.model.records import Meeting
    from leadercli.tui.rows import Row


def source_of(journal: Journal, row: Row) -> Meeting | None:
    """Find the conversation that a row is, or was captured in; None when there is none, or it is in the bin."""
    shelves: dict[str, Any] = {
        "agreement": journal.agreements.shelf,
        "inbox": journal.inbox.shelf,
        "feedback": journal.feedback.shelf,
    }
    record = shelves[row.kind].get(row.record) if row.kind in shelves else None
    id_ = row.record if row.kind == "meeting" else record.meeting_id if record else ""
    meeting = journal.meetings.get(id_) if id_ else None
    return meeting if meeting and meeting.deleted is None else None
