"""Gather what stands beside a note: open agreements and what to raise, and those just ticked off."""

from __future__ import annotations

from collections.abc import Container
from datetime import date
from typing import TYPE_CHECKING

from leadercli.locale.texts import Texts
from leadercli.model.dates.format import say_day
from leadercli.model.overview.next_steps import age, by_due
from leadercli.tui.lines import owner_words, short_of
from leadercli.tui.widgets.memory import MemoryLine

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


def agreement_memory(
    journal: Journal, person_id: str, note_id: str, ticked: Container[str], today: date, texts: Texts
) -> list[MemoryLine]:
    """List the open agreements with a person by deadline, without those of this note, with those just ticked off."""
    found = [
        one
        for one in journal.agreements.shelf.where("person", person_id)
        if (one.state == "open" and one.meeting_id != note_id) or f"agreement:{one.id}" in ticked
    ]
    found.sort(key=by_due)
    short = short_of(journal.people)
    lines = []
    for one in found:
        about = [owner_words(one, short, texts)]
        if one.due:
            about.append(say_day(one.due, today, texts.lang))
        lines.append(MemoryLine(f"agreement:{one.id}", one.text, " · ".join(about), one.state != "open"))
    return lines


def inbox_memory(journal: Journal, person_id: str, note_id: str, ticked: Container[str]) -> list[MemoryLine]:
    """List what to raise with a person, oldest first, without what this note adds, with what was just ticked off."""
    found = [
        one
        for one in journal.inbox.shelf.where("person", person_id)
        if (one.raised is None and one.meeting_id != note_id) or f"inbox:{one.id}" in ticked
    ]
    found.sort(key=age)
    return [MemoryLine(f"inbox:{one.id}", one.text, "", one.raised is not None) for one in found]
