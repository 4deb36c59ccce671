"""People in JSON."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from leadercli.cli.shapes import Shape
from leadercli.model.dates.calendar import NO_YEAR
from leadercli.model.overview.people import Standing, concerns
from leadercli.model.records import Person

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


def standing_shape(one: Standing, journal: Journal) -> Shape:
    """Write a person and how it stands with them: conversations, open agreements."""
    return person_shape(one.person) | {
        "last_met": _iso(one.last),
        "next_meeting": _iso(one.next.day if one.next else None),
        "open_agreements": sum(concerns(it, one.person.id) for it in journal.agreements.open()),
    }


def person_shape(person: Person) -> Shape:
    """Write what is known of a person. A birthday without a year is "--03-14"."""
    return {
        "id": person.id,
        "name": person.name,
        "role": person.role,
        "relation": person.relation,
        "cadence": person.cadence,
        "minutes": person.minutes,
        "start": _iso(person.start),
        "birthday": _birthday(person.birthday),
        "email": person.email,
        "state": person.state,
        "paused_until": _iso(person.paused_until),
        "left": _iso(person.left),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _birthday(day: date | None) -> str | None:
    if day is None:
        return None
    return f"--{day:%m-%d}" if day.year == NO_YEAR else day.isoformat()
