"""`leadercli scale` and `scale show`: a week of the leader's own scale, and the year before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from leadercli.cli.command import TranslatedCommand
from leadercli.cli.context import Context
from leadercli.cli.output import Line, Toned, columns, titled
from leadercli.cli.parameters import json_flag, option
from leadercli.cli.record_json import JsonObject
from leadercli.cli.root import Entry, LazyGroup
from leadercli.errors import AppError
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.dates.calendar import week_of, week_start
from leadercli.model.dates.format import format_long, format_week
from leadercli.model.records import ScaleItem, Side
from leadercli.model.scale.balance import rating
from leadercli.model.scale.due import by_week
from leadercli.model.scale.trend import trend
from leadercli.model.scale.week import Sheet, read_sheet
from leadercli.model.text import plain_line
from leadercli.words.scale import (
    NOT_RELEVANT,
    SIDES,
    TITLE,
    coverage_words,
    item_name,
    level,
    levels_line,
    signed,
    stand_words,
)

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


COMMANDS: Mapping[str, Entry] = {
    "show": Entry("leadercli.cli.commands.scale.show", N_("Show a week and how the weeks before it were"), "make_show"),
    "log": Entry("leadercli.cli.commands.scale.log", N_("Weigh in: rate your loads and resources")),
}


def make(texts: Texts) -> click.Command:
    """Make the group."""
    return LazyGroup(
        "scale",
        texts,
        COMMANDS,
        texts.t("Your own loads and resources, week by week. Without a command it shows the latest week."),
        alone=_show,
    )


def _show(run: Context) -> None:

    show_week(run, "", as_json=False)


_FAR = 180
"""Days; a day and month without a year that is read as further ahead than this was meant as the last one."""


def make_show(texts: Texts) -> click.Command:
    """Make the command."""
    return TranslatedCommand(
        "show",
        texts,
        _show_asked,
        texts.t(
            "Show a week on the scale: each load and resource, both levels, the tilt, and the year before. "
            "The numbers are leadercli's own addition to what is meant as a tool for dialogue."
        ),
        [week_option(texts), json_flag(texts)],
    )


def week_option(texts: Texts) -> click.Option:
    """Make --week."""
    return option("--week", texts.t("WEEK"), texts.t("Which week: 9, 2026-W09, or a day in it."))


def _show_asked(run: Context, week: str | None, as_json: bool) -> None:
    show_week(run, week or "", as_json=as_json)


def show_week(run: Context, week: str, *, as_json: bool) -> None:
    """Print a week; "" is the latest that was weighed."""
    journal = run.reading()
    sheet = sheet_of(journal, read_week(week, run.today) if week else _latest(journal, run.today))
    print_sheet(run, sheet, as_json=as_json)


def print_sheet(run: Context, sheet: Sheet, *, as_json: bool) -> None:
    """Print a week, as JSON or in lines."""
    if as_json:
        run.out.json(sheet_json(sheet))
    else:
        run.out.lines(sheet_lines(sheet, run.today, run.texts))


def sheet_of(journal: Journal, week: str) -> Sheet:
    """Gather a week."""
    return read_sheet(journal.scale.weigh_ins(), journal.scale.kept_items(), journal.scale.week(week))


def read_week(typed: str, today: date) -> str:
    """Read a week: its ISO name, its number in the year that lies nearest, or a day in it. Raises AppError."""
    from leadercli.model.dates.reader import read_date

    text = typed.strip()
    try:
        if re.fullmatch(r"\d{4}-?W\d{1,2}", text, re.IGNORECASE):
            year, number = re.split("-?W", text, flags=re.IGNORECASE)
            return week_of(date.fromisocalendar(int(year), int(number), 1))
        if text.isdecimal():
            return _nearest(int(text), today)
    except ValueError:
        pass
    day = read_date(text, today)
    if day is None:
        raise AppError(N_("“{text}” is not a week. Try 9, 2026-W09, or a day such as 27/2."), text=typed)
    if (day - today).days > _FAR and str(day.year) not in text:
        day = (day.replace(day=28) if (day.month, day.day) == (2, 29) else day).replace(year=day.year - 1)
    return week_of(day)


def _nearest(number: int, today: date) -> str:
    """Name the week of a number that lies nearest to today."""
    mondays = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            mondays.append(date.fromisocalendar(year, number, 1))
        except ValueError:
            continue
    return week_of(min(mondays, key=lambda monday: abs((monday - week_start(week_of(today))).days)))


def _latest(journal: Journal, today: date) -> str:
    held = [name for name, week in by_week(journal.scale.weigh_ins()).items() if week.ratings]
    return held[-1] if held else week_of(today)


def sheet_json(sheet: Sheet) -> JsonObject:
    """Write a week; `history` has the weighed weeks of the year up to it, oldest first."""
    balance, week = sheet.balance, sheet.week
    points = trend(sheet.history, sheet.everything, week.week)
    return {
        "week": week.week,
        "loads": _ratings(sheet, "load"),
        "resources": _ratings(sheet, "resource"),
        "load": _rounded(balance.load),
        "resource": _rounded(balance.resource),
        "tilt": _rounded(balance.tilt),
        "coverage": _rounded(balance.coverage),
        "note": week.note,
        "history": [
            {
                "week": one.week,
                "load": _rounded(one.load),
                "resource": _rounded(one.resource),
                "tilt": _rounded(one.tilt),
                "mean": _rounded(one.mean),
            }
            for one in points
            if one.load is not None or one.resource is not None
        ],
        "rated": balance.rated,
        "of": balance.of,
        "not_relevant": [item.id for item in sheet.items if week.ratings.get(item.id, 0) is None],
        "names": {item.id: item.name for item in sheet.items if item.name},
        "mean": _rounded(sheet.mean),
        "balance": week.balance,
        "turn_down": week.turn_down or None,
        "turn_up": week.turn_up or None,
    }


def _ratings(sheet: Sheet, side: Side) -> dict[str, int | None]:
    return {item.id: rating(sheet.week, item.id) for item in sheet.items if item.side == side}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


WEEKS = 8
"""How many weeks are listed below the week."""


def sheet_lines(sheet: Sheet, today: date, texts: Texts) -> Iterator[Line]:
    """Write a week: loads and resources with what they were last, both levels, the tilt, the note, the weeks before."""
    monday = week_start(sheet.week.week)
    sunday = format_long(monday + timedelta(days=6), texts.lang, year=monday.year != today.year)
    week = format_week(monday, texts.lang)
    until = texts.t("to {date}", date=sunday)
    yield Toned("heading", f"{texts.t(TITLE)} · {week} · {until} · {coverage_words(sheet.balance, texts)}")
    yield from titled(texts.t(SIDES["load"]), _side(sheet, "load", texts))
    yield from titled(texts.t(SIDES["resource"]), _side(sheet, "resource", texts))
    yield from ("", levels_line(sheet.balance, texts), stand_words(sheet.balance, sheet.mean, texts))
    if sheet.week.note:
        yield texts.t("What fills most: {text}", text=plain_line(sheet.week.note))
    if sheet.week.balance:
        yield texts.t("The balance now: {text}", text=plain_line(sheet.week.balance))
    yield from _turns(sheet, texts)
    yield from _before(sheet, texts)


def _side(sheet: Sheet, side: Side, texts: Texts) -> list[str]:
    items = [item for item in sheet.items if item.side == side]
    rows = [(_name(item, texts), _value(sheet, item, texts), _last(sheet, item, texts)) for item in items]
    return [f"  {row}" for row in columns(rows)]


def _name(item: ScaleItem, texts: Texts) -> str:
    return plain_line(item_name(item, texts))


def _value(sheet: Sheet, item: ScaleItem, texts: Texts) -> str:
    if item.id not in sheet.week.ratings:
        return "–"
    value = sheet.week.ratings[item.id]
    return texts.t(NOT_RELEVANT) if value is None else str(value)


def _last(sheet: Sheet, item: ScaleItem, texts: Texts) -> str:
    value = sheet.last.get(item.id)
    return texts.t("last {value}", value=value) if value is not None else ""


def _turns(sheet: Sheet, texts: Texts) -> Iterator[str]:
    names = {item.id: _name(item, texts) for item in sheet.everything}
    if sheet.week.turn_down:
        yield texts.t("To turn down: {name}", name=names.get(sheet.week.turn_down, sheet.week.turn_down))
    if sheet.week.turn_up:
        yield texts.t("To turn up: {name}", name=names.get(sheet.week.turn_up, sheet.week.turn_up))


def _before(sheet: Sheet, texts: Texts) -> Iterator[Line]:
    points = trend(sheet.history, sheet.everything, sheet.week.week, WEEKS)
    found = [one for one in reversed(points) if one.load is not None or one.resource is not None]
    if len(found) < 2:
        return
    yield from ("", Toned("heading", texts.t("Week by week")))
    names = ("", texts.c("column", "load"), texts.c("column", "resources"), texts.c("column", "tilt"))
    rows = [
        (
            format_week(week_start(one.week), texts.lang),
            level(one.load, texts.lang),
            level(one.resource, texts.lang),
            signed(one.tilt, texts.lang),
        )
        for one in found
    ]
    yield from (f"  {row}" for row in columns([names, *rows]))
