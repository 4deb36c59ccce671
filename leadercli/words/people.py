"""What is said of a person: short names, groups, rhythm, why a conversation is due, what comes next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from leadercli.locale import N_
from leadercli.model.dates.format import format_day, format_short, format_since, format_time, format_week
from leadercli.model.people.names import short_names
from leadercli.model.people.rhythm import cadence_words

if TYPE_CHECKING:
    from leadercli.journal.verbs.people import People
    from leadercli.locale.texts import Texts
    from leadercli.model.overview.people import Group, PersonStatus
    from leadercli.model.people.rhythm import Due
    from leadercli.model.records import Person

_TITLES: Final[dict[Group, str]] = {
    "due": N_("Due for a talk · {count}"),
    "others": N_("The others · {count}"),
    "paused": N_("Paused · {count}"),
    "archived": N_("Archived · {count}"),
}


def group_title(group: Group, count: int, texts: Texts, *, first: bool) -> str:
    """Title a group of people; the others are everyone when they come first."""
    return texts.t(N_("Everyone · {count}") if first and group == "others" else _TITLES[group], count=count)


def column_names(texts: Texts) -> dict[str, str]:
    """Name the columns of a list of people."""
    return {
        "every": texts.c("column", "every"),
        "last": texts.c("column", "last"),
        "next": texts.c("column", "next"),
        "open": texts.c("column", "me/them"),
    }


def first_name(name: str) -> str:
    """Shorten a name to its first word, for narrow columns."""
    return name.split(" ", 1)[0]


def short_of(people: People) -> Callable[[str], str]:
    """Make the call that gives a person's short name for an id: the first, and an initial where two are called so.

    It gives "" for nobody.
    """
    names = short_names(people.all())
    return lambda id_: names.get(id_) or first_name(people.name(id_))


def every(cadence: str, texts: Texts) -> str:
    """Say a rhythm as a span, for a column: "2 weeks"; a dash for none."""
    if not cadence:
        return "–"
    count = int(cadence[:-1])
    if cadence.endswith("w"):
        return texts.n("{count} week", "{count} weeks", count)
    return texts.n("{count} month", "{count} months", count)


def due_words(due: Due, cadence: str, texts: Texts) -> str:
    """Say why a conversation is due: "5 weeks since the last, agreed: monthly"."""
    rhythm = cadence_words(cadence, texts.lang)
    if due.weeks_since is None:
        return texts.t("no conversation yet, agreed: {rhythm}", rhythm=rhythm)
    return texts.n(
        "{count} week since the last, agreed: {rhythm}",
        "{count} weeks since the last, agreed: {rhythm}",
        due.weeks_since,
        rhythm=rhythm,
    )


def next_words(one: PersonStatus, today: date, texts: Texts, width: int = 80) -> str:
    """Say what comes next, for a column: a planned day, due, the week that the rhythm wants, or why there is none.

    A day that does not fit into the width is said without its weekday and its year.
    """
    if one.group == "archived":
        left = one.person.left
        return _dated(N_("left {date}"), left, today, texts, width) if left else texts.t("archived")
    if one.group == "paused":
        back = one.person.paused_until
        return _dated(N_("back {date}"), back, today, texts, width) if back else texts.t("paused")
    if one.next:
        day = _dated("{date}", one.next.day, today, texts, width)
        return f"{day} {format_time(one.next.time, texts.lang)}" if one.next.time and one.next.day == today else day
    if one.due:
        return texts.t("due")
    return format_week(one.expected, texts.lang) if one.expected else "–"


def coming_words(one: PersonStatus, today: date, texts: Texts) -> str:
    """Say in a line what comes next: a planned day, due, or the week that the rhythm wants; "" for none of them."""
    if one.next:
        when = f"{format_day(one.next.day, today, texts.lang)} {format_time(one.next.time, texts.lang)}".strip()
        return texts.t("next: {date}", date=when)
    if one.due:
        return texts.t("due for a talk")
    return texts.t("next about {week}", week=format_week(one.expected, texts.lang)) if one.expected else ""


def last_words(last: date | None, today: date, texts: Texts) -> str:
    """Say when the last conversation was."""
    if last is None:
        return texts.t("no conversation yet")
    said, since = format_day(last, today, texts.lang), format_since(last, today, texts.lang)
    return texts.t("last {date}", date=said if said == since else f"{said}, {since}")


def away_words(person: Person, group: Group, today: date, texts: Texts) -> str:
    """Say that somebody rests, has left or is to leave; "" for all others."""
    if group == "paused":
        if person.paused_until is None:
            return texts.t("paused")
        return texts.t("paused, back {date}", date=format_day(person.paused_until, today, texts.lang))
    if group == "archived":
        if person.left is None:
            return texts.t("archived")
        return texts.t("left {date}", date=format_day(person.left, today, texts.lang))
    return texts.t("last day {date}", date=format_day(person.left, today, texts.lang)) if person.left else ""


def birthday_words(said: str, texts: Texts) -> str:
    """Say which day is a birthday."""
    return texts.t("birthday {date}", date=said)


def minutes_words(minutes: int, texts: Texts) -> str:
    """Say how long a conversation is planned to take."""
    return texts.t("{count} min", count=minutes)


def _dated(message: str, day: date, today: date, texts: Texts, width: int) -> str:
    whole = texts.t(message, date=format_day(day, today, texts.lang))
    return whole if len(whole) < width else texts.t(message, date=format_short(day, texts.lang).partition(" ")[2])
