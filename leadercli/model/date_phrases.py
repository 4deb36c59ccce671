"""Read words as a date when all of them together are one: "i morgen", "fredag i uge 11", "14. nov 2027"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from leadercli.model.date_math import FRIDAY, SUNDAY, in_week, next_weekday
from leadercli.model.date_numbers import day_and_month, day_of_month, numeric_date
from leadercli.model.date_spans import ahead, edge, edge_of, upcoming, week, weeks_ahead
from leadercli.model.date_words import (
    DAYS,
    ENDINGS,
    IN_THE_WEEK,
    NEXT,
    PARTS_OF_DAY,
    THE,
    THIS,
    WEEK,
    WEEKDAYS,
    WEEKENDS,
)

Words = Sequence[str]


def read_words(words: Words, today: date) -> date | None:
    """Read normalised, non-empty words as one date, or None. Never raises, whatever the words or the day."""
    try:
        return _read(words, today)
    except (ValueError, OverflowError):  # 31/2-2026, week 54, the year 12000
        return None


def _read(words: Words, today: date) -> date | None:
    phrase = " ".join(words)
    if phrase in DAYS:
        return today + timedelta(DAYS[phrase])
    if phrase in ENDINGS:
        return edge_of("last", ENDINGS[phrase], False, today)
    if phrase in WEEKENDS:
        return in_week(today, 0, SUNDAY)
    if phrase in IN_THE_WEEK:
        return in_week(today, 0, FRIDAY if today.weekday() <= FRIDAY else SUNDAY)
    if words[-1] in PARTS_OF_DAY:
        return _read(words[:-1], today) if len(words) > 1 else None
    return (
        numeric_date(words, today)
        or _weekday(words, today)
        or week(words, FRIDAY, today)
        or day_and_month(words, today)
        or day_of_month(words, today)
        or ahead(words, today)
        or upcoming(words, today)
        or edge(words, today)
    )


def _weekday(words: Words, today: date) -> date | None:
    """Read a weekday: alone, in a week, some weeks on, or beside a date that falls on it; "next week friday"."""
    if len(words) == 3 and words[1] in WEEK and words[0] in NEXT | THIS:
        words = (words[2], *words[:2])
    weekday = WEEKDAYS.get(words[0].rstrip(".,"))
    if weekday is None:
        return None
    if len(words) == 1:
        return next_weekday(today, weekday)
    if weeks := weeks_ahead(words[1:]):
        return next_weekday(today, weekday) + timedelta(weeks=weeks)
    rest = words[2:] if len(words) > 2 and words[1] in ("i", "in", "of") else words[1:]
    if found := week(rest, weekday, today):
        return found
    if len(rest) == 2 and rest[0] in NEXT | THIS and rest[1] in WEEK:
        return in_week(today, int(rest[0] in NEXT), weekday)
    bare = rest[1:] if len(rest) > 1 and rest[0] in THE else rest
    day = numeric_date(bare, today) or day_and_month(bare, today) or day_of_month(rest, today)
    return day if day and day.weekday() == weekday else None
