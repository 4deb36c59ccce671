"""Write people as rows of a list: who, last talked, rhythm, next, open agreements, the year."""

from __future__ import annotations

from datetime import date

from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.dates.appointment import say_time
from leadercli.model.dates.format import say_day, say_due, say_short, say_week
from leadercli.model.overview.people import GROUPS, Group, Standing
from leadercli.model.people.rhythm import rhythm_strip
from leadercli.tui.rhythm_strip import strip_months, strip_signs
from leadercli.tui.rows import BLANK, Cell, Column, Row

COLUMNS = (
    Column(0),
    Column(11, fits=True),
    Column(10, needs=64, fits=True),
    Column(13, fits=True),
    Column(8, needs=54, fits=True),
    Column(13, needs=70),
)
"""Name and role, last talked, rhythm, next, open agreements, the last twelve months."""

TITLES: dict[Group, str] = {
    "due": N_("Due for a talk · {count}"),
    "others": N_("The others · {count}"),
    "paused": N_("Paused · {count}"),
    "archived": N_("Archived · {count}"),
}


def people_rows(groups: dict[Group, list[Standing]], shown: tuple[Group, ...], today: date, texts: Texts) -> list[Row]:
    """Lay the groups below each other; the first heading also names the columns."""
    rows: list[Row] = []
    for group in (one for one in GROUPS if one in shown and groups[one]):
        title = TITLES[group]
        if group == "others" and not groups["due"]:
            title = N_("Everyone · {count}")
        words = Cell(texts.t(title, count=len(groups[group])), "heading")
        rows += [BLANK, Row("", (words,))] if rows else [Row("", (words, *_column_names(today, texts)))]
        rows += [person_row(one, today, texts) for one in groups[group]]
    return rows


def person_row(one: Standing, today: date, texts: Texts) -> Row:
    """Write a person as a row."""
    person = one.person
    return Row(
        f"person:{person.id}",
        (
            Cell(person.name, more=f", {person.role}" if person.role else ""),
            Cell(say_due(one.last, today, texts.lang, short=True) if one.last else "–", "quiet"),
            Cell(every(person.cadence, texts), "quiet"),
            _next(one, today, texts),
            Cell(f"{one.mine} / {one.theirs}" if one.mine or one.theirs else ""),
            Cell(texts.t("two versions"), "overdue") if person.unsettled else Cell(strip_signs(one.strip), "quiet"),
        ),
    )


def every(cadence: str, texts: Texts) -> str:
    """Say a rhythm as a span, for a narrow column: "2 weeks"."""
    if not cadence:
        return "–"
    count = int(cadence[:-1])
    if cadence.endswith("w"):
        return texts.n("{count} week", "{count} weeks", count)
    return texts.n("{count} month", "{count} months", count)


def _next(one: Standing, today: date, texts: Texts) -> Cell:
    """Say what comes next: a planned day, due, the week in which the rhythm wants one, or why there is none."""
    if one.group == "archived":
        left = one.person.left
        return Cell(texts.t("left {date}", date=_bare(left, texts)) if left else texts.t("archived"), "quiet")
    if one.group == "paused":
        back = one.person.paused_until
        return Cell(texts.t("back {date}", date=_bare(back, texts)) if back else texts.t("paused"), "quiet")
    if one.next:
        day = _day(one.next.day, today, texts)
        now = one.next.time and one.next.day == today
        return Cell(f"{day} {say_time(one.next.time, texts.lang)}" if now else day)
    if one.due:
        return Cell(texts.t("due"), "accent")
    return Cell(say_week(one.expected, texts.lang) if one.expected else "–", "quiet")


def _day(day: date, today: date, texts: Texts) -> str:
    said = say_day(day, today, texts.lang)
    return said if len(said) < COLUMNS[3].width else _bare(day, texts)


def _bare(day: date, texts: Texts) -> str:
    """Say a day without weekday and year: "6 Mar"."""
    return say_short(day, texts.lang).partition(" ")[2]


def _column_names(today: date, texts: Texts) -> tuple[Cell, ...]:
    names = (
        texts.c("column", "last"),
        texts.c("column", "every"),
        texts.c("column", "next"),
        texts.c("column", "me/them"),
        strip_months(rhythm_strip((), today), texts.lang),
    )
    return tuple(Cell(name, "quiet") for name in names)
