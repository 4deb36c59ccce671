"""Read dates written with numbers: 14/11, 14.11.2026, "14. november", "the 14th". The day comes first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from leadercli.model.dates.calendar import month_end, next_monthly, next_yearly
from leadercli.model.dates.vocabulary import MONTHS, NUMBERS, THE

Words = Sequence[str]
Written = tuple[int, int, int | None]
"""Day, month and year (None without one) as somebody wrote them: 31/2 too."""

_FARTHEST_SHORT_YEAR = 20  # "68" is 1968 and "26" is 2026: no more than so many years ahead
_FARTHEST_DAY = 32  # 32/1 is a slip; 36/4 is rather a number
_LEAP_YEAR = 2024  # 29 February without a year waits for its year
_ENDINGS = ("st", "nd", "rd", "th")


@cache
def numeric() -> re.Pattern[str]:
    """Compile the pattern of 14/11, 14.11. and 14/11-26; groups: day, separator, month, year, final dot."""
    return re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})(?:[./-]([0-9]{4}|[0-9]{2}))?(\.?)")


@cache
def _iso() -> re.Pattern[str]:
    return re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})\.?")


@cache
def _glued() -> re.Pattern[str]:
    return re.compile(r"([0-9]{1,2}\.?)([^\W\d_]+)\.?")


def numeric_date(words: Words, today: date) -> date | None:
    """Read 14/11, 14.11.2026, 14/11-26, 14-11-2026, 2026-11-14, "14/11 2026". Raises ValueError."""
    return _on(_in_numbers(words, today), today)


def day_and_month(words: Words, today: date) -> date | None:
    """Read "14. november", "the 14th of Nov 2027", "November 14", "14.nov". Raises ValueError."""
    return _on(_with_name(words), today)


def is_impossible(words: Words, today: date) -> bool:
    """Tell whether words are written like a date and its month is too short for it: 31/2, "32. marts"."""
    numbers = _in_numbers(words, today)
    day, month, year = numbers or _with_name(words) or (0, 0, None)
    if not 1 <= month <= 12 or year == 0 or (numbers and day > _FARTHEST_DAY):
        return False
    return day > month_end(_LEAP_YEAR if year is None else year, month).day


def _in_numbers(words: Words, today: date) -> Written | None:
    first = words[0].removeprefix("d.")
    if not first[:1].isdigit() or len(words) > 2:
        return None
    year = year_of(words[1]) if len(words) == 2 else None
    if len(words) == 1 and (iso := _iso().fullmatch(first)):
        return int(iso[4]), int(iso[3]), int(iso[1])
    found = numeric().fullmatch(first)
    if not found or (len(words) == 2 and (found[4] or year is None)):
        return None
    if found[4]:
        year = int(found[4]) if len(found[4]) == 4 else _century(int(found[4]), today)
    return int(found[1]), int(found[3]), year


def _with_name(words: Words) -> Written | None:
    if words[0] in THE:
        words = words[1:]
    if words and words[0][0].isdigit() and (glued := _glued().fullmatch(words[0])):
        words = (glued[1], glued[2], *words[1:]) if glued[2] in MONTHS else words
    if len(words) > 2 and words[1] == "of":
        words = (words[0], *words[2:])
    if not 2 <= len(words) <= 3:
        return None
    first, second = words[0].rstrip("."), words[1].rstrip(".,")
    month = MONTHS.get(second)
    day = _number(first) if month else _number(second)
    month = month or MONTHS.get(first)
    year = year_of(words[2]) if len(words) == 3 else None
    if not month or not day or (len(words) == 3 and year is None):
        return None
    return day, month, year


def day_of_month(words: Words, today: date) -> date | None:
    """Read "den 14.", "d. 14", "the 14th" and "14th" as the next such day of a month."""
    last = words[-1].rstrip(".")
    named = words[0] in THE
    if len(words) != 1 + named or not (last.endswith(_ENDINGS) or (named and words[0] != "the")):
        return None
    day = ordinal(last)
    return next_monthly(today, day) if day else None


def count_of(word: str) -> int | None:
    """Read 14, 48. or "fjorten" as a number."""
    bare = word.rstrip(".,")
    if bare.isascii() and bare.isdigit() and len(bare) <= 4:
        return int(bare)
    return NUMBERS.get(word)


def year_of(word: str) -> int | None:
    """Read a year of four digits."""
    word = word.rstrip(".")
    return int(word) if len(word) == 4 and word.isascii() and word.isdigit() and word[0] in "12" else None


def ordinal(word: str) -> int | None:
    """Read 14 and 14th as a day of a month."""
    day = _number(word)
    return day if 1 <= day <= 31 else None


def _number(word: str) -> int:
    """Read 14, 14th and 32 as a number; 0 is none."""
    if word.endswith(_ENDINGS):
        word = word[:-2]
    return int(word) if len(word) <= 2 and word.isascii() and word.isdigit() else 0


def _on(written: Written | None, today: date) -> date | None:
    if written is None:
        return None
    day, month, year = written
    if year is not None:
        return date(year, month, day)
    return next_yearly(today, month, day) if day and 1 <= month <= 12 else None


def _century(year: int, today: date) -> int:
    return year + (2000 if year + 2000 <= today.year + _FARTHEST_SHORT_YEAR else 1900)
