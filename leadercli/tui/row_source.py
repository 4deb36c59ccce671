"""Find the conversation that a row came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal
    from leadercli.model.records import Agreement, Feedback, InboxItem, Meeting
    from leadercli.tui.widgets.rows import Row


def source_of(journal: Journal, row: Row) -> Meeting | None:
    """Find the conversation that a row is, or was captured in; None when there is none, or it is in the bin."""
    record = _captured(journal, row)
    id_ = row.record if row.kind == "meeting" else record.meeting_id if record else ""
    meeting = journal.meetings.get(id_) if id_ else None
    return meeting if meeting and meeting.deleted is None else None


def line_of(journal: Journal, row: Row) -> str:
    """Find the id of the line that a row was captured from; "" for none."""
    record = _captured(journal, row)
    return record.line if record else ""


def _captured(journal: Journal, row: Row) -> Agreement | InboxItem | Feedback | None:
    shelves: dict[str, Any] = {
        "agreement": journal.agreements.table,
        "inbox": journal.inbox.table,
        "feedback": journal.feedback.table,
    }
    return shelves[row.kind].get(row.record) if row.kind in shelves else None
