"""Say in a few words how it stands with a person, and draw how the rhythm was kept, a sign a month."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from leadercli.locale.texts import Texts
from leadercli.model.dates.appointment import format_time
from leadercli.model.dates.calendar import next_anniversary
from leadercli.model.dates.format import format_day, format_month, format_since, format_week, short_month
from leadercli.model.overview.people import PersonStatus
from leadercli.model.people.rhythm import MonthMark, cadence_words
from leadercli.model.records import Person

NEAR = 30
"""How many days ahead a birthday or an anniversary is told. Ours."""


def title_words(person: Person, today: date, texts: Texts) -> str:
    """Say who it is: name, role, since when."""
    parts = [person.name]
    if person.unsettled:
        parts.append(texts.t("two versions"))
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
        rhythm = texts.t("{rhythm}, {count} min", rhythm=rhythm, count=person.minutes)
    parts = (last_words(one.last, today, texts), away_words(one, today, texts), next_words(one, today, texts), rhythm)
    return " · ".join(part for part in parts if part)


def away_words(one: PersonStatus, today: date, texts: Texts) -> str:
    """Say that somebody rests, has left or is to leave; "" for all others."""
    person = one.person
    if one.group == "paused":
        if person.paused_until is None:
            return texts.t("paused until w resumes")
        return texts.t("paused, back {date}", date=format_day(person.paused_until, today, texts.lang))
    if one.group == "archived":
        if person.left is None:
            return texts.t("archived")
        return texts.t("left {date}", date=format_day(person.left, today, texts.lang))
    return texts.t("last day {date}", date=format_day(person.left, today, texts.lang)) if person.left else ""


def next_words(one: PersonStatus, today: date, texts: Texts) -> str:
    """Say what comes next: a planned day, due, or the week in which the rhythm wants one; "" for none of them."""
    if one.next:
        when = f"{format_day(one.next.day, today, texts.lang)} {format_time(one.next.time, texts.lang)}".strip()
        return texts.t("next: {date}", date=when)
    if one.due:
        return texts.t("due for a talk")
    return texts.t("next about {week}", week=format_week(one.expected, texts.lang)) if one.expected else ""


def days_line(one: PersonStatus, today: date, texts: Texts) -> str:
    """Show how the rhythm was kept, then a birthday or an anniversary that is near, and the e-mail address."""
    person = one.person
    parts = [texts.t("12 months: {signs}", signs=strip_signs(one.strip))]
    if person.birthday and near(person.birthday, today):
        parts.append(
            texts.t("birthday {date}", date=format_day(next_anniversary(person.birthday, today), today, texts.lang))
        )
    if person.start and person.start < today and near(person.start, today):
        day = next_anniversary(person.start, today)
        years = day.year - person.start.year
        said = format_day(day, today, texts.lang)
        parts.append(texts.n("{count} year here {date}", "{count} years here {date}", years, date=said))
    if person.email:
        parts.append(person.email)
    return " · ".join(parts)


def last_words(last: date | None, today: date, texts: Texts) -> str:
    """Say when you last talked."""
    if last is None:
        return texts.t("no conversation yet")
    said, since = format_day(last, today, texts.lang), format_since(last, today, texts.lang)
    return texts.t("last {date}", date=said if said == since else f"{said}, {since}")


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
