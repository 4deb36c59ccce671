"""How often two people talk: "1w", "2w", "1m" …, as a person writes it and as it is read aloud.

"" is no fixed rhythm. Weeks are counted in days, months by the calendar.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

CHOICES: Final = ("1w", "2w", "3w", "1m", "6w", "2m", "3m", "")
"""What is offered, from often to seldom. Others, such as "5w", are understood as well."""

_MOST: Final = {"w": 52, "m": 12}
_UNITS: Final = {
    "w": ("w", "wk", "wks", "week", "weeks", "u", "uge", "ugen", "uger", "ugers"),
    "m": ("m", "mo", "month", "months", "md", "mdr", "måned", "måneden", "måneder", "maaned", "maaneder"),
    "d": ("d", "day", "days", "dag", "dage", "dages"),
}
_NUMBERS: Final = {
    "other": 2, "second": 2, "anden": 2, "andet": 2, "two": 2, "to": 2,
    "third": 3, "tredje": 3, "three": 3, "tre": 3,
    "fourth": 4, "fjerde": 4, "four": 4, "fire": 4,
    "fifth": 5, "femte": 5, "five": 5, "fem": 5,
    "sixth": 6, "sjette": 6, "six": 6, "seks": 6,
    "fourteen": 14, "fjortende": 14, "fjorten": 14,
    "a": 1, "one": 1, "en": 1, "én": 1, "first": 1,
}  # fmt: skip
_WHOLE: Final = {
    "weekly": "1w", "ugentlig": "1w", "ugentligt": "1w",
    "fortnightly": "2w", "biweekly": "2w", "bi-weekly": "2w", "every fortnight": "2w",
    "monthly": "1m", "månedlig": "1m", "månedligt": "1m", "maanedlig": "1m",
    "quarterly": "3m", "every quarter": "3m", "kvartalsvis": "3m", "hvert kvartal": "3m",
    "half-yearly": "6m", "halvårlig": "6m", "halvårligt": "6m", "hvert halve år": "6m",
    "yearly": "12m", "årlig": "12m", "årligt": "12m", "hvert år": "12m", "every year": "12m",
    "": "", "-": "", "none": "", "no": "", "never": "", "no rhythm": "", "no fixed rhythm": "",
    "ingen": "", "nej": "", "aldrig": "", "ingen rytme": "", "ingen fast rytme": "",
}  # fmt: skip
_SHAPE: Final = r"(?:(?:every|hvert?|once|(?:en|1) gang om)\s+)?(?:(\w+?)\.?\s*)??([^\W\d]+)\.?"


def read_cadence(text: str) -> str | None:
    """Read a rhythm in English or Danish: "weekly", "hver 14. dag", "every 2 weeks", "2u", "ingen" …

    Returns a cadence such as "2w", "" for none, or None for what is no rhythm. Days must make whole weeks.
    """
    if text in CHOICES:
        return text
    typed = " ".join(text.casefold().split())
    if typed in _WHOLE:
        return _WHOLE[typed]
    shape = re.fullmatch(_SHAPE, typed)
    if shape is None:
        return None
    count, unit = _count(shape[1]), _unit(shape[2])
    if unit == "d":
        count, unit = (count // 7, "w") if count % 7 == 0 else (0, "w")
    return f"{count}{unit}" if unit and 1 <= count <= _MOST[unit] else None


def cadence_words(cadence: str, lang: str) -> str:
    """Say a rhythm in "da" or "en", such that `read_cadence` understands it again."""
    if not cadence:
        return "ingen fast rytme" if lang == "da" else "no fixed rhythm"
    count, unit = int(cadence[:-1]), cadence[-1]
    if lang == "da":
        name = "uge" if unit == "w" else "måned"
        return f"hver {name}" if count == 1 else f"hver {count}. {name}"
    name = "week" if unit == "w" else "month"
    return f"every {name}" if count == 1 else f"every {count} {name}s"


def step(day: date, cadence: str) -> date:
    """Return the day one rhythm later. A month from the 31st is the last day of a shorter month."""
    count, unit = int(cadence[:-1]), cadence[-1]
    if unit == "w":
        return day + timedelta(weeks=count)
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=count)


def _count(word: str | None) -> int:
    if word is None:
        return 1
    return int(word) if word.isdecimal() and len(word) < 4 else _NUMBERS.get(word, 0)


def _unit(word: str) -> str:
    return next((unit for unit, words in _UNITS.items() if word in words), "")
