"""The fields of the form about a person: what is shown, how it is read in both languages, what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from leadercli.errors import AppError
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.dates.appointment import read_length
from leadercli.model.dates.calendar import NO_YEAR
from leadercli.model.dates.format import format_long
from leadercli.model.dates.reader import read_date
from leadercli.model.people.profile import RELATIONS, read_relation, relation_words
from leadercli.model.people.rhythm import cadence_words, read_cadence
from leadercli.model.records import Person, Relation


@dataclass(frozen=True, slots=True)
class PersonField:
    """One line of the form.

    `show` writes the saved value so that `read` understands it again; `read` raises AppError for what it does not
    understand; `say` tells what was understood, "" when the text itself says it.
    """

    name: str
    label: str
    hint: str
    show: Callable[[Any, Texts], str]
    read: Callable[[str, date], Any]
    say: Callable[[Any, Texts], str] = lambda _value, _texts: ""

    def shown(self, person: Person, texts: Texts) -> str:
        """Write a person's saved value."""
        return self.show(getattr(person, self.name), texts)


def _text(value: str, _: Texts) -> str:
    return value


def _one_line(typed: str, _: date) -> str:
    return " ".join(typed.split())


def _read_name(typed: str, _: date) -> str:
    name = " ".join(typed.split())
    if not name:
        raise AppError(N_("A person needs a name."))
    return name


def _read_relation(typed: str, _: date) -> Relation:
    relation = read_relation(typed) if typed.strip() else "employee"
    if relation is None:
        raise AppError(N_("“{text}” is none of: employee, my manager, representative, other."), text=typed.strip())
    return relation


def _read_rhythm(typed: str, _: date) -> str:
    cadence = read_cadence(typed)
    if cadence is None:
        raise AppError(
            N_("“{text}” is not a rhythm I know. Try every 2 weeks, hver 14. dag, monthly, or none."),
            text=typed.strip(),
        )
    return cadence


def _read_minutes(typed: str, _: date) -> int:
    count = read_length(typed) if typed.strip() else 0
    if count is None:
        raise AppError(N_("“{text}” is not a length. Try 30, 45 min or 1 hour."), text=typed.strip())
    return count


def _read_day(typed: str, today: date) -> date | None:
    if not typed.strip():
        return None
    day = read_date(typed, today) or read_date(f"1. {typed.strip()}", today)
    if day is None:
        raise AppError(
            N_("“{text}” is not a date I know. Try 1/8/2021, 1. august 2021 or august 2021."), text=typed.strip()
        )
    return day


def _read_birthday(typed: str, today: date) -> date | None:
    if not typed.strip():
        return None
    day = read_date(typed, today)
    if day is None:
        raise AppError(N_("“{text}” is not a date I know. Try 14/3, 14. marts or 14/3/1985."), text=typed.strip())
    given = day < today  # without a year it was read as the next such day
    return day if given else day.replace(year=NO_YEAR)


def _read_email(typed: str, _: date) -> str:
    address = typed.strip()
    name, at, host = address.partition("@")
    if address and (not name or not at or "." not in host.strip(".") or " " in address or "@" in host):
        raise AppError(N_("“{text}” is not an e-mail address, which looks like name@work.dk."), text=address)
    return address


def _day_words(day: date | None, texts: Texts) -> str:
    """Say a date such that it is read again: "1. august 2021", "1 August 2021"."""
    if day is None:
        return ""
    return format_long(day, texts.lang, year=day.year != NO_YEAR).partition(" ")[2]


FIELDS = (
    PersonField("name", N_("Name"), N_("as you say it: first name and surname"), _text, _read_name),
    PersonField("role", N_("Role"), N_("what they do; may stay empty"), _text, _one_line),
    PersonField(
        "relation",
        N_("Relation"),
        N_("employee, my manager, representative or other"),
        lambda value, texts: relation_words(value, texts.lang) if value in RELATIONS else str(value),
        _read_relation,
        lambda value, texts: relation_words(value, texts.lang),
    ),
    PersonField(
        "cadence",
        N_("Rhythm"),
        N_("every 2 weeks, monthly, none; counted from the last talk"),
        lambda value, texts: cadence_words(value, texts.lang),
        _read_rhythm,
        lambda value, texts: cadence_words(value, texts.lang),
    ),
    PersonField(
        "minutes",
        N_("Minutes"),
        N_("how long a conversation is planned to take"),
        lambda value, _: str(value) if value else "",
        _read_minutes,
        lambda value, texts: texts.n("{count} minute", "{count} minutes", value) if value else "",
    ),
    PersonField(
        "start", N_("Start date"), N_("when they began: 1/8/2021 or august 2021"), _day_words, _read_day, _day_words
    ),
    PersonField(
        "birthday", N_("Birthday"), N_("14/3; the year may be left out"), _day_words, _read_birthday, _day_words
    ),
    PersonField("email", N_("E-mail"), N_("for drafts of letters to them"), _text, _read_email),
)
"""The lines of the form, in their order."""
