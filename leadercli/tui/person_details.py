"""Tell more beside a person's page: the whole note under the cursor, else what it stands on and the last note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from leadercli.model.dates.format import say_long
from leadercli.model.entry.note_line import without_private
from leadercli.model.records import Meeting
from leadercli.model.text import plain
from leadercli.tui.details import detail
from leadercli.tui.rows import Row

if TYPE_CHECKING:
    from leadercli.tui.screens.base import LeaderScreen


def person_detail(screen: LeaderScreen, person_id: str, row: Row | None) -> Content:
    """Write the second column of a person's page."""
    journal = screen.journal
    meeting = journal.meetings.get(row.record) if row and row.kind == "meeting" else None
    if meeting is not None and meeting.text.strip():
        return whole_note(screen, meeting)
    last = journal.meetings.last_before(person_id, screen.today)
    note = whole_note(screen, last) if last is not None else Content("")
    if row is None or row.kind == "meeting":
        return note
    if row.kind == "agreement":
        return detail(screen, row)
    return Content.assemble(detail(screen, row), "\n\n", note)


def whole_note(screen: LeaderScreen, meeting: Meeting) -> Content:
    """Write all of a note but the lines that are only for the leader: somebody may look on."""
    texts = screen.texts
    shown = without_private(meeting.text).strip()
    parts: list[Content | str | tuple[str, str]] = [
        (say_long(meeting.day, texts.lang), "bold $accent"),
        "\n",
        plain(shown),
    ]
    hidden = len(meeting.text.strip().splitlines()) - len(shown.splitlines())
    if hidden > 0:
        words = texts.n(
            "{count} line is only for you: ⏎ opens the note", "{count} lines are only for you: ⏎ opens the note", hidden
        )
        parts += ["\n\n", (words, "$quiet")]
    return Content.assemble(*parts)
