"""Open what a row is about: its conversation, its person, the scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadercli.tui.widgets.rows import Row

if TYPE_CHECKING:
    from leadercli.tui.base.screen import LeaderScreen


def open_row(screen: LeaderScreen, row: Row) -> None:
    """Go to where the row came from: an agreement's conversation, a person's page, a note, the scale."""
    journal, leader = screen.journal, screen.leader
    if row.kind == "agreement":
        agreement = journal.agreements.named(row.record)
        _open_source(screen, agreement.meeting_id, agreement.line, agreement.person_id)
    elif row.kind == "inbox":
        item = journal.inbox.named(row.record)
        _open_source(screen, item.meeting_id, item.line, item.person_id)
    elif row.kind == "feedback":
        one = journal.feedback.named(row.record)
        _open_source(screen, one.meeting_id, one.line, one.person_id)
    elif row.kind == "draft":
        _, person_id, day = row.record.split(":")
        leader.open_note(person_id, day)
    elif row.kind == "unread":
        screen.notice(
            screen.texts.t(
                "What you typed lies in {path}. Open it in a text editor, and remove it when you have seen it.",
                path=row.record,
            )
        )
    elif row.kind == "meeting":
        meeting = journal.meetings.get(row.record)
        if meeting is not None:
            leader.open_note(meeting.person_id, meeting.day.isoformat())
    elif row.kind == "talk":
        leader.open_note(row.record)
    elif row.kind == "person":
        leader.open_person(row.record)
    elif row.kind == "scale":
        leader.switch_mode("scale")


def _open_source(screen: LeaderScreen, meeting_id: str, line: str, person_id: str) -> None:
    meeting = screen.journal.meetings.get(meeting_id) if meeting_id else None
    if meeting is not None and not meeting.deleted:
        screen.leader.open_note(meeting.person_id, meeting.day.isoformat(), line)
    elif person_id:
        screen.leader.open_person(person_id)
    else:
        screen.notice(screen.texts.t("This agreement stands alone: e rewords it."))
