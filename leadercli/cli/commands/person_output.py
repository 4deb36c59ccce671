"""A person in lines and in JSON."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from leadercli.cli.record_json import JsonObject
from leadercli.locale.texts import Texts
from leadercli.model.dates.calendar import NO_YEAR
from leadercli.model.dates.format import format_long
from leadercli.model.overview.people import PersonStatus, concerns
from leadercli.model.people.profile import relation_words
from leadercli.model.people.rhythm import cadence_words
from leadercli.model.records import Person
from leadercli.model.text import plain_line
from leadercli.words.people import away_words, birthday_words, minutes_words

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


def person_line(person: Person, texts: Texts) -> str:
    """Say who somebody is: name, role, relation unless it is the usual one, rhythm and length."""
    relation = "" if person.relation == "employee" else relation_words(person.relation, texts.lang)
    length = minutes_words(person.minutes, texts) if person.minutes and person.cadence else ""
    parts = (person.name, person.role, relation, cadence_words(person.cadence, texts.lang), length)
    return " · ".join(plain_line(part) for part in parts if part)


def more_line(one: PersonStatus, today: date, texts: Texts) -> str:
    """Say what else is known: pause or leave, first day, birthday, e-mail. "" for nothing."""
    person = one.person
    away = away_words(person, one.group, today, texts)
    parts = [away] if away else []
    if person.start:
        parts.append(texts.t("since {date}", date=_bare(person.start, texts)))
    if person.birthday:
        parts.append(birthday_words(_bare(person.birthday, texts), texts))
    if person.email:
        parts.append(plain_line(person.email))
    return " · ".join(parts)


def _bare(day: date, texts: Texts) -> str:
    """Say a day without its weekday: "1 August 2021", "14 March"."""
    return format_long(day, texts.lang, year=day.year != NO_YEAR).partition(" ")[2]


def status_json(one: PersonStatus, journal: Journal) -> JsonObject:
    """Write a person and how it stands with them: conversations, open agreements."""
    return person_json(one.person) | {
        "last_met": _iso(one.last),
        "next_meeting": _iso(one.next.day if one.next else None),
        "open_agreements": sum(concerns(it, one.person.id) for it in journal.agreements.open()),
    }


def person_json(person: Person) -> JsonObject:
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
