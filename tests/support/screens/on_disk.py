"""Look into the journal as it lies on disk now."""

from __future__ import annotations

import json

from leadercli.journal.journal import Journal
from leadercli.model.records import Agreement, Meeting
from support.screens.desk import Desk


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


def drafts(desk: Desk) -> list[str]:
    """The texts of the drafts on this machine, also those of programs that run."""
    folder = desk.session.places.journal_state / "drafts"
    latest: dict[str, str] = {}
    for path in sorted(folder.glob("*.json")) + sorted(folder.glob("*.new")):
        latest[".".join(path.name.split(".")[:2])] = json.loads(path.read_text("utf-8"))["text"]
    return list(latest.values())


def dies(journal: Journal) -> None:
    """End what others see of a program, as its death does."""
    journal.presence.leave()
