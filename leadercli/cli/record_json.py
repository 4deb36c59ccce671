"""The shapes of records in JSON. Scripts rely on them: names are only ever added."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from leadercli.journal.verbs.agreements import NO_DUE, Step
from leadercli.model.records import ME, THEM, US, Agreement, Feedback, InboxItem

NameOf = Callable[[str], str]
JsonObject = dict[str, Any]


def agreement_json(one: Agreement, name_of: NameOf, today: date) -> JsonObject:
    """Write an agreement."""
    return step_json(
        Step(
            one.due.isoformat() if one.due else NO_DUE,
            "",
            one.id,
            one.text,
            one.person_id,
            one.owner,
            len(one.moves),
            one.meeting_id,
            one.private,
        ),
        name_of,
        today.isoformat(),
        one.state,
    )


def step_json(step: Step, name_of: NameOf, today: str, state: str = "open") -> JsonObject:
    """Write an agreement from its row; `today` is ISO text."""
    return {
        "id": step.id,
        "text": step.text,
        "person": name_of(step.person_id) or None,
        "person_id": step.person_id or None,
        "owner": step.owner if step.owner in (ME, THEM, US) else name_of(step.owner) or step.owner,
        "due": None if step.due == NO_DUE else step.due,
        "state": state,
        "overdue": state == "open" and step.due < today,
        "moves": step.moves,
        "meeting": step.meeting_id or None,
        "private": step.private,
    }


def inbox_json(one: InboxItem, name_of: NameOf) -> JsonObject:
    """Write something to raise next time."""
    return {
        "id": one.id,
        "text": one.text,
        "person": name_of(one.person_id) or None,
        "person_id": one.person_id,
        "created": one.created.isoformat() if one.created else None,
        "raised": one.raised.isoformat() if one.raised else None,
        "meeting": one.meeting_id or None,
        "private": one.private,
    }


def feedback_json(one: Feedback, name_of: NameOf) -> JsonObject:
    """Write praise, or what could be better."""
    return {
        "id": one.id,
        "kind": one.kind,
        "text": one.text,
        "person": name_of(one.person_id) or None,
        "person_id": one.person_id,
        "date": one.day.isoformat(),
        "follow_up": one.follow_up.isoformat() if one.follow_up else None,
        "meeting": one.meeting_id or None,
        "private": one.private,
    }
