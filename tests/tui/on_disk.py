"""Look into the journal as it lies on disk now."""

from __future__ import annotations

from desk import Desk

from leadercli.model.records import Agreement, Meeting


def agreement(desk: Desk, text: str) -> Agreement:
    """The one agreement whose text holds some words, in the bin or not."""
    journal = desk.journal()
    found = [one for id_ in journal.table("agreements") if text in (one := journal.agreements.named(id_)).text]
    assert len(found) == 1, f"{text!r} is in {[one.text for one in found]}"
    return found[0]


def note(desk: Desk, name: str) -> Meeting:
    """Today's conversation with a person."""
    journal = desk.journal()
    return journal.meetings.on(journal.people.named(name).id, desk.now.date())
