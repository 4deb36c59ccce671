"""A week on the scale in lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from leadercli.cli.columns import columns
from leadercli.cli.output import Line, Toned, titled
from leadercli.locale.scale_names import item_name
from leadercli.locale.texts import Texts
from leadercli.model.dates.calendar import week_start
from leadercli.model.dates.format import say_long, say_week
from leadercli.model.figures import level, signed
from leadercli.model.records import ScaleItem, Side
from leadercli.model.scale.balance import in_words
from leadercli.model.scale.trend import trend
from leadercli.model.scale.week import Sheet
from leadercli.model.text import plain_line

WEEKS = 8
"""How many weeks are listed below the week."""


def sheet_lines(sheet: Sheet, today: date, texts: Texts) -> Iterator[Line]:
    """Write a week: loads and resources with what they were last, both levels, the tilt, the note, the weeks before."""
    monday = week_start(sheet.week.week)
    sunday = say_long(monday + timedelta(days=6), texts.lang, year=monday.year != today.year)
    week = say_week(monday, texts.lang)
    rated = texts.t("{rated} of {of} rated", rated=sheet.balance.rated, of=sheet.balance.of)
    until = texts.t("to {date}", date=sunday)
    yield Toned("heading", f"{texts.t('The scale')} · {week} · {until} · {rated}")
    yield from titled(texts.t("Loads"), _side(sheet, "load", texts))
    yield from titled(texts.t("Resources"), _side(sheet, "resource", texts))
    yield from ("", levels_line(sheet, texts), stand_words(sheet, texts))
    if sheet.week.note:
        yield texts.t("What fills most: {text}", text=plain_line(sheet.week.note))
    if sheet.week.balance:
        yield texts.t("The balance now: {text}", text=plain_line(sheet.week.balance))
    yield from _turns(sheet, texts)
    yield from _before(sheet, texts)


def levels_line(sheet: Sheet, texts: Texts) -> str:
    """Say both levels and the tilt."""
    balance = sheet.balance
    return texts.t(
        "Load {load} · resources {resource} · tilt {tilt}",
        load=level(balance.load, texts.lang),
        resource=level(balance.resource, texts.lang),
        tilt=signed(balance.tilt, texts.lang),
    )


def stand_words(sheet: Sheet, texts: Texts) -> str:
    """Place the week beside the leader's own mean; never a verdict."""
    stand = in_words(sheet.balance, sheet.mean)
    mean = signed(sheet.mean, texts.lang)
    if stand == "unknown":
        return texts.t("No tilt yet: both sides are needed, and half of what applies")
    if stand == "no_mean":
        return texts.t("Your own 8-week mean is not there yet")
    if stand == "more_loaded":
        return texts.t("More loaded than your own 8-week mean ({mean})", mean=mean)
    if stand == "less_loaded":
        return texts.t("Less loaded than your own 8-week mean ({mean})", mean=mean)
    return texts.t("Near your own 8-week mean ({mean})", mean=mean)


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
    return texts.t("not relevant") if value is None else str(value)


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
            say_week(week_start(one.week), texts.lang),
            level(one.load, texts.lang),
            level(one.resource, texts.lang),
            signed(one.tilt, texts.lang),
        )
        for one in found
    ]
    yield from (f"  {row}" for row in columns([names, *rows]))
