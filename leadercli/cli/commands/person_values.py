"""Read what was typed about a person: dates, rhythm, length, relation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import click

from leadercli.errors import AppError
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.dates.appointment import read_length
from leadercli.model.dates.calendar import NO_YEAR
from leadercli.model.dates.reader import read_date
from leadercli.model.people.profile import read_relation
from leadercli.model.people.rhythm import read_cadence

_NOTHING = ("", "-", "–")


def person_options(texts: Texts) -> list[click.Parameter]:
    """Make the options that say something about a person."""
    helps = {
        "role": (texts.t("TEXT"), texts.t("What they do.")),
        "relation": (texts.t("WORD"), texts.t("What they are to you: employee, manager, representative or other.")),
        "cadence": (texts.t("RHYTHM"), texts.t("How often you talk: weekly, 2w, every 3 weeks, monthly, none.")),
        "minutes": (texts.t("LENGTH"), texts.t("How long a conversation is planned to be: 30, 45 min, 1 hour.")),
        "start": (texts.t("DATE"), texts.t("When they began.")),
        "birthday": (texts.t("DATE"), texts.t("Their birthday, with or without the year.")),
        "email": (texts.t("ADDRESS"), texts.t("Their e-mail address.")),
    }
    return [click.Option([f"--{name}"], metavar=metavar, help=help_) for name, (metavar, help_) in helps.items()]


def person_values(given: Mapping[str, str | None], today: date) -> dict[str, Any]:
    """Read the options that were given; "-" or nothing clears a value. Raises AppError for what is not understood."""
    return {name: _READ[name](value.strip(), today) for name, value in given.items() if value is not None}


def read_day(typed: str, today: date) -> date:
    """Read a date in any of the ways people write one. Raises AppError."""
    day = read_date(typed, today)
    if day is None:
        raise AppError(
            N_("“{date}” is not a date I know. Try fri, 14/11, in 2 weeks, week 48 or 2026-11-14."), date=typed
        )
    return day


def _text(typed: str, _: date) -> str:
    return "" if typed in _NOTHING else " ".join(typed.split())


def _relation(typed: str, _: date) -> str:
    relation = read_relation(typed)
    if relation is None:
        raise AppError(N_("“{text}” is none of: employee, manager, representative, other."), text=typed)
    return relation


def _cadence(typed: str, _: date) -> str:
    cadence = read_cadence(typed)
    if cadence is None:
        raise AppError(
            N_("“{text}” is not a rhythm I know. Try every 2 weeks, hver 14. dag, monthly, or none."), text=typed
        )
    return cadence


def _minutes(typed: str, _: date) -> int:
    count = read_length(typed)
    if count is None:
        raise AppError(N_("“{text}” is not a length. Try 30, 45 min or 1 hour."), text=typed)
    return count


def _past(typed: str, today: date) -> date | None:
    if typed in _NOTHING:
        return None
    return read_date(f"1. {typed}", today) or read_day(typed, today)


def _birthday(typed: str, today: date) -> date | None:
    """Read a birthday. Without a year it is read as the next such day, so a day to come has no year."""
    if typed in _NOTHING:
        return None
    day = read_day(typed, today)
    return day if day < today else day.replace(year=NO_YEAR)


def _email(typed: str, _: date) -> str:
    address = "" if typed in _NOTHING else typed
    name, _at, host = address.partition("@")
    if address and (not name or "." not in host.strip(".") or " " in address or "@" in host):
        raise AppError(N_("“{text}” is not an e-mail address, which looks like name@work.dk."), text=typed)
    return address


_READ = {
    "role": _text,
    "relation": _relation,
    "cadence": _cadence,
    "minutes": _minutes,
    "start": _past,
    "birthday": _birthday,
    "email": _email,
    "name": _text,
}
