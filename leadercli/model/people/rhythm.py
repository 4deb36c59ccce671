"""How often two people talk: read, said, when the next conversation is due, and how the rhythm was kept.

"" is no fixed rhythm. Weeks are counted in days, months by the calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from leadercli.model.records import Meeting, Person

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


MonthMark = Literal["held", "moved", "cancelled", "none"]

# The stronger one stands for a month with several.
_STRENGTH: dict[MonthMark, int] = {"none": 0, "cancelled": 1, "moved": 2, "held": 3}


@dataclass(frozen=True, slots=True)
class Due:
    """A conversation that is due. `weeks_since` is whole weeks since the last, None when there was none."""

    person_id: str
    last: date | None
    due: date
    weeks_since: int | None
    overdue_days: int
    never: bool


def last_held(meetings: Iterable[Meeting], today: date) -> date | None:
    """Return the day of the latest conversation that took place, up to today."""
    days = (it.day for it in meetings if it.state == "held" and it.deleted is None and it.day <= today)
    return max(days, default=None)


def next_planned(meetings: Iterable[Meeting], today: date) -> Meeting | None:
    """Return the nearest planned conversation, today's included."""
    ahead = (it for it in meetings if it.state == "planned" and it.deleted is None and it.day >= today)
    return min(ahead, key=lambda it: (it.day, it.time or "~", it.id), default=None)


def next_due(last: date | None, cadence: str, start: date | None) -> date | None:
    """Return when the next conversation is due, counted from the last one that took place.

    With none yet it is due from `start`. None when there is no rhythm, or nothing to count from.
    """
    known = read_cadence(cadence)
    if not known:
        return None
    return start if last is None else step(last, known)


def has_left(person: Person, today: date) -> bool:
    """Tell whether somebody is in the bin, archived, or has left."""
    gone = person.left is not None and person.left <= today
    return person.deleted is not None or person.state == "archived" or gone


def due_for_talk(person: Person, meetings: Iterable[Meeting], today: date) -> Due | None:
    """Return what is due with a person, or None. `meetings` are that person's.

    A planned conversation silences it until its day has passed. Whoever is paused or archived, or has left,
    is never due. `paused_until` is the first day back: the days away are not counted as overdue.
    """
    if has_left(person, today):
        return None
    back = person.paused_until
    if person.state == "paused" and (back is None or today < back):
        return None
    theirs = list(meetings)
    if next_planned(theirs, today) is not None:
        return None
    last = last_held(theirs, today)
    start = person.start or (person.created.date() if person.created else today)
    due = next_due(last, person.cadence, start)
    if due is None:
        return None
    if back is not None and back <= today:
        due = max(due, back)
    if due > today:
        return None
    weeks = None if last is None else (today - last).days // 7
    return Due(person.id, last, due, weeks, (today - due).days, last is None)


def rhythm_strip(meetings: Iterable[Meeting], today: date, months: int = 12) -> tuple[tuple[date, MonthMark], ...]:
    """Return how the rhythm was kept with one person: (first of the month, kept), this month last.

    A conversation moved to another month is "moved" in the month it left and "held" where it took place;
    moved within a month it is "moved". With several in a month: held before moved before cancelled.
    """
    firsts = [_month(today, back) for back in range(months - 1, -1, -1)]
    kept: dict[date, MonthMark] = dict.fromkeys(firsts, "none")
    for meeting in meetings:
        for month, mark in _marks(meeting, today):
            if month in kept and _STRENGTH[mark] > _STRENGTH[kept[month]]:
                kept[month] = mark
    return tuple(kept.items())


def _marks(meeting: Meeting, today: date) -> Iterable[tuple[date, MonthMark]]:
    """Return what one meeting says about the months it touched."""
    if meeting.deleted is not None:
        return
    month = meeting.day.replace(day=1)
    left = meeting.moved_from.replace(day=1) if meeting.moved_from else None
    if left is not None and left != month:
        yield left, "moved"
    if meeting.state == "cancelled":
        yield month, "cancelled"
    elif meeting.state == "held" and meeting.day <= today:
        yield month, "moved" if left == month else "held"


def _month(day: date, back: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - back, 12)
    return date(year, month + 1, 1)
