"""Say in a few words how it stands with a person, and draw how the rhythm was kept, a sign a month."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from leadercli.locale.texts import Texts
from leadercli.model.dates.calendar import next_anniversary
from leadercli.model.dates.format import format_day, format_month, short_month
from leadercli.model.overview.people import PersonStatus
from leadercli.model.people.rhythm import MonthMark, cadence_words
from leadercli.model.records import Person
from leadercli.words.agreements import TWO_VERSIONS
from leadercli.words.people import away_words, birthday_words, coming_words, last_words, minutes_words

NEAR = 30
"""How many days ahead a birthday or an anniversary is told. Ours."""


def title_words(person: Person, today: date, texts: Texts) -> str:
    """Say who it is: name, role, since when."""
    parts = [person.name]
    if person.unsettled:
        parts.append(texts.t(TWO_VERSIONS))
    if person.role:
        parts.append(person.role)
    if person.start and person.start > today:
        parts.append(texts.t("starts {date}", date=format_day(person.start, today, texts.lang)))
    elif person.start:
        parts.append(texts.t("since {month}", month=format_month(person.start, texts.lang)))
    return " · ".join(parts)


def rhythm_line(one: PersonStatus, today: date, texts: Texts) -> str:
    """Say when you last talked, what comes next, and what rhythm was agreed."""
    person = one.person
    rhythm = cadence_words(person.cadence, texts.lang)
    if person.minutes:
        rhythm = f"{rhythm}, {minutes_words(person.minutes, texts)}"
    parts = (last_words(one.last, today, texts), rest_words(one, today, texts), coming_words(one, today, texts), rhythm)
    return " · ".join(part for part in parts if part)


def rest_words(one: PersonStatus, today: date, texts: Texts) -> str:
    """Say that somebody rests, has left or is to leave, and which key ends an open rest; "" for all others."""
    if one.group == "paused" and one.person.paused_until is None:
        return texts.t("paused until w resumes")
    return away_words(one.person, one.group, today, texts)


def days_line(one: PersonStatus, today: date, texts: Texts) -> str:
    """Show how the rhythm was kept, then a birthday or an anniversary that is near, and the e-mail address."""
    person = one.person
    parts = [texts.t("12 months: {signs}", signs=strip_signs(one.strip))]
    if person.birthday and near(person.birthday, today):
        parts.append(birthday_words(format_day(next_anniversary(person.birthday, today), today, texts.lang), texts))
    if person.start and person.start < today and near(person.start, today):
        day = next_anniversary(person.start, today)
        years = day.year - person.start.year
        said = format_day(day, today, texts.lang)
        parts.append(texts.n("{count} year here {date}", "{count} years here {date}", years, date=said))
    if person.email:
        parts.append(person.email)
    return " · ".join(parts)


def near(day: date, today: date) -> bool:
    """Tell whether a day of the year comes within a month."""
    return (next_anniversary(day, today) - today).days <= NEAR


SIGNS: dict[MonthMark, str] = {"held": "●", "moved": "→", "cancelled": "×", "none": "·"}


def strip_signs(strip: Iterable[tuple[date, MonthMark]]) -> str:
    """Write a strip as signs, this month last."""
    return "".join(SIGNS[kept] for _, kept in strip)


def strip_months(strip: Iterable[tuple[date, MonthMark]], lang: str) -> str:
    """Write the first letter of each month of a strip, to stand over its signs."""
    return "".join(short_month(month, lang)[:1].upper() for month, _ in strip)
