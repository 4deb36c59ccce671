"""Read what is typed about a person: dates, rhythm, length, relation; or say what to type instead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from leadercli.errors import AppError
from leadercli.locale import N_
from leadercli.model.dates.appointment import read_length
from leadercli.model.dates.calendar import NO_YEAR
from leadercli.model.dates.reader import read_date
from leadercli.model.people.profile import read_relation
from leadercli.model.people.rhythm import read_cadence
from leadercli.model.records import Relation
from leadercli.words.dates import NOT_A_BIRTHDAY, NOT_A_START

_NOTHING = ("", "-", "–")


def read_value(field: str, typed: str, today: date) -> Any:
    """Read the value of a person's field; nothing, or a dash, clears it. Raises AppError for what is not understood."""
    typed = " ".join(typed.split())
    return _READ[field]("" if typed in _NOTHING else typed, today)


def _text(typed: str, _: date) -> str:
    return typed


def _name(typed: str, _: date) -> str:
    if not typed:
        raise AppError(N_("A person needs a name."))
    return typed


def _relation(typed: str, _: date) -> Relation:
    relation = read_relation(typed) if typed else "employee"
    if relation is None:
        raise AppError(N_("“{text}” is none of: employee, my manager, representative, other."), text=typed)
    return relation


def _cadence(typed: str, _: date) -> str:
    cadence = read_cadence(typed)
    if cadence is None:
        raise AppError(
            N_("“{text}” is not a rhythm I know. Try every 2 weeks, hver 14. dag, monthly, or none."), text=typed
        )
    return cadence


def _minutes(typed: str, _: date) -> int:
    count = read_length(typed) if typed else 0
    if count is None:
        raise AppError(N_("“{text}” is not a length. Try 30, 45 min or 1 hour."), text=typed)
    return count


def _start(typed: str, today: date) -> date | None:
    """Read a first day; a month alone is its first."""
    if not typed:
        return None
    day = read_date(typed, today) or read_date(f"1. {typed}", today)
    if day is None:
        raise AppError(NOT_A_START, text=typed)
    return day


def _birthday(typed: str, today: date) -> date | None:
    """Read a birthday. Without a year it is read as the next such day, so a day to come has no year."""
    if not typed:
        return None
    day = read_date(typed, today)
    if day is None:
        raise AppError(NOT_A_BIRTHDAY, text=typed)
    return day if day < today else day.replace(year=NO_YEAR)


def _email(typed: str, _: date) -> str:
    name, at, host = typed.partition("@")
    if typed and (not name or not at or "." not in host.strip(".") or " " in typed or "@" in host):
        raise AppError(N_("“{text}” is not an e-mail address, which looks like name@work.dk."), text=typed)
    return typed


_READ: Final[dict[str, Callable[[str, date], Any]]] = {
    "name": _name,
    "role": _text,
    "relation": _relation,
    "cadence": _cadence,
    "minutes": _minutes,
    "start": _start,
    "birthday": _birthday,
    "email": _email,
}
