"""ISO weeks as text, "2026-W09": they sort as text and run from Monday to Sunday."""

from __future__ import annotations

from datetime import date, timedelta


def week_of(day: date) -> str:
    """Return the ISO week of a day. The last days of December may belong to week 1 of the next year."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def week_start(week: str) -> date:
    """Return the Monday of a week. Raises ValueError for a text that is no ISO week."""
    year, mark, number = week.partition("-W")
    if not mark:
        raise ValueError(f"not an ISO week: {week!r}")
    return date.fromisocalendar(int(year), int(number), 1)


def week_end(day: date) -> date:
    """Return the Sunday of the week of a day."""
    return day + timedelta(days=7 - day.isoweekday())


def weeks_between(first: str, last: str) -> int:
    """Return how many weeks lie from one week to another; negative when `last` comes first."""
    return (week_start(last) - week_start(first)).days // 7


def weeks_up_to(week: str, count: int) -> list[str]:
    """Return the `count` weeks that end with `week`, oldest first."""
    monday = week_start(week)
    return [week_of(monday - timedelta(weeks=back)) for back in range(count - 1, -1, -1)]
