"""A desk with a scale that has been used: week 8 weighed, week 9 to be weighed on the Monday of the tests."""

from __future__ import annotations

from leadercli.model.dates.calendar import weeks_up_to
from leadercli.model.records import WeighIn
from leadercli.model.scale.items import items
from leadercli.tui.app.app import LeaderApp
from support.screens.desk import Desk
from support.screens.screen_text import screen_lines, screen_text

IDS = [item.id for item in items()]
RATED = {item: 1 + at % 5 for at, item in enumerate(IDS)}
"""Ratings that differ from item to item."""


def lay_scale(desk: Desk, weeks: int = 1, ratings: dict[str, int | None] | None = None, **answers: str) -> None:
    """Weigh the weeks up to week 8 with the same ratings; the last one gives the answers."""
    journal = desk.journal()
    for week in weeks_up_to("2026-W08", weeks):
        journal.scale.weigh_in(week, ratings or RATED, **(answers if week == "2026-W08" else {}))


def week(desk: Desk, name: str = "2026-W09") -> WeighIn:
    """A week as it lies on disk now."""
    return desk.journal().scale.week(name)


def row_of(app: LeaderApp, name: str) -> list[str]:
    """The last and the present value of an item in the table, as the screen shows them."""
    for line in screen_lines(app)[3:14]:
        for half in line.split("│"):
            if name in half:
                return half.split(name)[1].split()
    raise AssertionError(f"{name!r} is not in\n{screen_text(app)}")


def under_cursor(app: LeaderApp) -> str:
    """The line or half line that the cursor stands on, without its sign."""
    found = [half for line in screen_text(app).splitlines() for half in line.split("│") if "▸" in half]
    assert len(found) == 1, screen_text(app)
    return found[0].split("▸")[1].strip()
