"""`leadercli scale show`: a week on the scale, and the year before it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import click

from leadercli.cli.params import json_flag, option
from leadercli.cli.run import Run
from leadercli.cli.spoken import Spoken
from leadercli.errors import Trouble
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.dates.calendar import week_of, week_start
from leadercli.model.scale.due import by_week
from leadercli.model.scale.week import Sheet, read_sheet

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal

_FAR = 180
"""Days; a day and month without a year that is read as further ahead than this was meant as the last one."""


def make_show(texts: Texts) -> click.Command:
    """Make the command."""
    return Spoken(
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


def _show_asked(run: Run, week: str | None, as_json: bool) -> None:
    show_week(run, week or "", as_json=as_json)


def show_week(run: Run, week: str, *, as_json: bool) -> None:
    """Print a week; "" is the latest that was weighed."""
    journal = run.reading()
    sheet = sheet_of(journal, read_week(week, run.today) if week else _latest(journal, run.today))
    print_sheet(run, sheet, as_json=as_json)


def print_sheet(run: Run, sheet: Sheet, *, as_json: bool) -> None:
    """Print a week, as JSON or in lines."""
    if as_json:
        from leadercli.cli.scale_shape import sheet_shape

        run.out.json(sheet_shape(sheet))
    else:
        from leadercli.cli.scale_lines import sheet_lines

        run.out.lines(sheet_lines(sheet, run.today, run.texts))


def sheet_of(journal: Journal, week: str) -> Sheet:
    """Gather a week."""
    return read_sheet(journal.scale.weigh_ins(), journal.scale.items_shelf.all(), journal.scale.week(week))


def read_week(typed: str, today: date) -> str:
    """Read a week: its ISO name, its number in the year that lies nearest, or a day in it. Raises Trouble."""
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
        raise Trouble(N_("“{text}” is not a week. Try 9, 2026-W09, or a day such as 27/2."), text=typed)
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
