"""Days that come every year: a birthday, the day somebody began."""

from __future__ import annotations

from datetime import date

NO_YEAR = 1904
"""Stands for the year of a birthday that was given without one; a leap year, so that 29 February fits."""


def next_anniversary(day: date, today: date) -> date:
    """Return when a day of the year comes next, today included. 29 February is the 28th in a common year."""
    this_year = _in_year(day, today.year)
    return this_year if this_year >= today else _in_year(day, today.year + 1)


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 2, 28)
