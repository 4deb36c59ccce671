"""Read dates told by weeks and spans, and words that are one date together: "uge 48", "om 14 dage", "ultimo marts"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from leadercli.model.dates.calendar import (
    FRIDAY,
    SUNDAY,
    add_months,
    in_week,
    month_end,
    next_in_week,
    next_monthly,
    next_weekday,
    next_yearly,
)
from leadercli.model.dates.numeric import count_of, day_and_month, day_of_month, numeric_date, year_of
from leadercli.model.dates.vocabulary import (
    A_COUPLE,
    AHEAD,
    DAYS,
    EDGES,
    ENDINGS,
    GENITIVES,
    HALF_YEAR,
    IN_THE_WEEK,
    MONTHS,
    NEXT,
    PARTS_OF_DAY,
    ROUGHLY,
    THE,
    THIS,
    THIS_UNIT,
    TIMES,
    UNITS,
    WEEK,
    WEEKDAYS,
    WEEKEND,
    WEEKENDS,
)

Span = Sequence[str]

_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}
_DAY_OF_EDGE = {"last": 0, "mid": 15, "first": 1}


@cache
def _glued() -> re.Pattern[str]:
    return re.compile(r"(?:u|uge|w|week)([0-9]{1,2})\.?")


def week(words: Span, weekday: int, today: date) -> date | None:
    """Read "uge 48", "week 48 2027" and "u48" as a weekday in that week. Raises ValueError: week 54 2027."""
    if words[0] in WEEK:
        words = words[1:]
    elif words[0][0] in "uw" and (glued := _glued().fullmatch(words[0])):
        words = (glued[1], *words[1:])
    else:
        return None
    number = count_of(words[0]) if 1 <= len(words) <= 2 and words[0][0].isdigit() else None
    if number is None:
        return None
    if len(words) == 1:
        return next_in_week(today, number, weekday)
    year = year_of(words[1])
    return date.fromisocalendar(year, number, weekday + 1) if year else None


def ahead(words: Span, today: date) -> date | None:
    """Read "om 14 dage", "in a couple of weeks", "inden for ca. en måned", "om en uges tid", "om et halvt år"."""
    words = _without_time(words)
    for start in AHEAD:
        if tuple(words[: len(start)]) != start:
            continue
        rest = words[len(start) :]
        if rest and rest[0] in ROUGHLY:
            rest = rest[1:]
        if rest and tuple(rest[:-1]) in A_COUPLE:
            rest = ("2", rest[-1])
        if " ".join(rest) in HALF_YEAR:
            return add_months(today, 6)
        unit = UNITS.get(rest[1]) if len(rest) == 2 else None
        count = count_of(rest[0]) if unit else None
        if count is None:
            continue
        if unit in ("month", "year"):
            return add_months(today, count * (12 if unit == "year" else 1))
        return today + timedelta(count * _DAYS_OF.get(unit or "", 1))
    return None


def _without_time(words: Span) -> Span:
    """Write "en uges tid" and "a week's time" as "en uge" and "a week"."""
    if len(words) < 2 or words[-1] not in TIMES:
        return words
    for ending in GENITIVES:
        unit = words[-2].removesuffix(ending)
        for known in (unit, unit + "s"):
            if unit != words[-2] and known in UNITS:
                return (*words[:-2], known)
    return words


def weeks_ahead(words: Span) -> int | None:
    """Read "om 14 dage" or "in two weeks" as a number of whole weeks."""
    if len(words) != 3 or words[0] not in ("om", "in") or words[2] not in UNITS:
        return None
    days = (count_of(words[1]) or 0) * _DAYS_OF.get(UNITS[words[2]], 0)
    return days // 7 if days and days % 7 == 0 else None


def upcoming(words: Span, today: date) -> date | None:
    """Read "næste fredag" (of next week), "next week" (its Friday), "næste måned" (its last), "denne uge".

    A weekend is its Sunday, as a week and a month are their last day too.
    """
    if len(words) != 2 or words[0] not in NEXT | THIS:
        return None
    is_next, word = words[0] in NEXT, words[1]
    weekday = WEEKDAYS.get(word)
    if weekday is not None:
        return in_week(today, 1, weekday) if is_next else next_weekday(today, weekday)
    if word in WEEKEND:
        return in_week(today, int(is_next), SUNDAY)
    return edge_of("last", UNITS.get(word, ""), is_next, today)


def edge(words: Span, today: date) -> date | None:
    """Read "ultimo marts", "end of next month", "medio maj 2027", "udgangen af året", "ultimo 2027"."""
    words = tuple(words[words[0] == "the" :])
    size = 2 if words[:2] in EDGES else 1
    which, rest = EDGES.get(words[:size]), words[size:]
    if not which or not 1 <= len(rest) <= 2:
        return None
    if month := MONTHS.get(rest[0].rstrip(".")):
        day = _DAY_OF_EDGE[which]
        if len(rest) == 1:
            return next_yearly(today, month, day)
        year = year_of(rest[1])
        return (date(year, month, day) if day else month_end(year, month)) if year else None
    if len(rest) == 1 and (year := year_of(rest[0])):
        return {"last": date(year, 12, 31), "mid": date(year, 7, 1), "first": date(year, 1, 1)}[which]
    if len(rest) == 2 and rest[0] not in NEXT | THIS | {"the"}:
        return None
    return edge_of(which, THIS_UNIT.get(rest[-1]) or UNITS.get(rest[-1], ""), rest[0] in NEXT, today)


def edge_of(which: str, unit: str, is_next: bool, today: date) -> date | None:
    """Find an end of this or the next week, month, year. A week ends on Friday, or today if it has passed."""
    if unit == "month" and is_next:
        first = add_months(today.replace(day=1), 1)
        return next_monthly(first, _DAY_OF_EDGE[which])
    if unit == "month":
        return next_monthly(today, _DAY_OF_EDGE[which])
    if which == "last" and unit == "week":
        return max(today, in_week(today, int(is_next), FRIDAY))
    return date(today.year + is_next, 12, 31) if which == "last" and unit == "year" else None


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
