"""Count days, ISO weeks and months in the calendar, and find days that come every year."""

from __future__ import annotations

from datetime import date, timedelta

FRIDAY, SUNDAY = 4, 6


def next_weekday(today: date, weekday: int) -> date:
    """Find the next such weekday after today; 0 is Monday. On a Friday, Friday is a week on."""
    return today + timedelta((weekday - today.weekday() - 1) % 7 + 1)


def in_week(today: date, weeks: int, weekday: int) -> date:
    """Find a weekday in the ISO week that lies so many weeks from today's."""
    return today + timedelta(weekday - today.weekday() + 7 * weeks)


def add_months(today: date, months: int) -> date:
    """Count months ahead, staying within the month: 31 January + 1 is the last of February."""
    from dateutil.relativedelta import relativedelta

    return today + relativedelta(months=months)


def month_end(year: int, month: int) -> date:
    """Find the last day of a month."""
    return date(year, month, _last(year, month))


def next_yearly(today: date, month: int, day: int) -> date | None:
    """Find the next such date, today included; 29 February waits for its year; day 0 is the month's last."""
    for year in range(today.year, today.year + 9):
        last = _last(year, month)
        if day <= last and (found := date(year, month, day or last)) >= today:
            return found
    return None


def next_monthly(today: date, day: int) -> date | None:
    """Find the next such day of a month, today included; day 0 is the month's last."""
    for step in range(4):
        year, month = divmod(today.year * 12 + today.month - 1 + step, 12)
        last = _last(year, month + 1)
        if day <= last and (found := date(year, month + 1, day or last)) >= today:
            return found
    return None


def next_in_week(today: date, week: int, weekday: int) -> date | None:
    """Find the next such weekday in a week of that number, today included; week 53 waits for its year."""
    first = today.isocalendar().year
    for year in range(first, first + 8):
        try:
            found = date.fromisocalendar(year, week, weekday + 1)
        except ValueError:
            continue
        if found >= today:
            return found
    return None


def _last(year: int, month: int) -> int:
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(1)).day


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
