"""Read when a conversation shall be: "fre 10.00", "14/11 kl 9.30 45 min", "fri 3pm for an hour"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from leadercli.model.dates.reader import expected_date

_USUAL_HOURS = range(7, 21)  # a bare number is a time of day only among these
_LONGEST = 480
_SPANS = {"½": 30, "half an": 30, "half": 30, "en halv": 30, "halv": 30, "an": 60, "en": 60, "one": 60, "a": 60}


@dataclass(frozen=True, slots=True)
class Appointment:
    """What a line says: a day, a time "09:30" ("" for none), minutes (0 for none), and the words that are neither."""

    day: date
    time: str = ""
    minutes: int = 0
    rest: str = ""


def read_appointment(
    typed: str, today: date, day: date | None = None, *, time_first: bool = False
) -> Appointment | None:
    """Read a day, a time and minutes in any order from the beginning of a line; None when it names no day.

    `day` is meant when the line gives only a time or minutes. "10.10" is a day, with `time_first` a time. The words
    after them are left in `rest`.
    """
    text, found, time, minutes = typed.strip(), None, "", 0
    while text:
        before = text
        if time_first and not time:
            time, minutes, text = _timed(text, minutes)
        if found is None:
            found, text = expected_date(text, today)
        if not minutes:
            minutes, text = _minutes(text)
        if not time:
            time, minutes, text = _timed(text, minutes)
        text = text.lstrip(" ,;:.")
        if text == before:
            break
    meant = found or (day if time or minutes else None)
    return None if meant is None else Appointment(meant, time, minutes, text.strip(" ,;:–-"))


def read_length(typed: str) -> int | None:
    """Read a length and nothing else, in minutes: "45", "45 min", "1 time"; None for what is none."""
    text = typed.strip()
    if text.isdecimal() and len(text) < 4:
        return int(text) if 0 < int(text) <= _LONGEST else None
    count, rest = _minutes(text)
    return count if count and not rest.strip() else None


def _minutes(text: str) -> tuple[int, str]:
    found = _length().match(text)
    if found is None:
        return 0, text
    if found["minutes"]:
        count = int(found["minutes"])
    else:
        word = " ".join(found["hours"].split()).casefold()
        count = int(word) * 60 if word.isdecimal() else _SPANS[word]
    return (count, text[found.end() :]) if 0 < count <= _LONGEST else (0, text)


def _timed(text: str, minutes: int) -> tuple[str, int, str]:
    """Read a time; the length of its range counts when no minutes are known."""
    if _length().match(text):
        return "", minutes, text
    time, length, rest = _time(text)
    return time, minutes or length, rest


def _time(text: str) -> tuple[str, int, str]:
    """Read a time, and the minutes of a range such as "10-10.45"."""
    found = _clock().match(text)
    if found is None:
        return "", 0, text
    begin = _moment(found["hour"], found["minute"], found["half"])
    bare = not (found["lead"] or found["minute"] or found["half"])
    if begin is None or (bare and begin // 60 not in _USUAL_HOURS):
        return "", 0, text
    end = _moment(found["to_hour"], found["to_minute"], found["half"]) if found["to_hour"] else None
    length = end - begin if end is not None else 0
    if found["to_hour"] and not 0 < length <= _LONGEST:
        return "", 0, text
    return f"{begin // 60:02}:{begin % 60:02}", length, text[found.end() :]


def _moment(hour: str, minute: str | None, half: str | None) -> int | None:
    """Count a time in minutes from midnight, None for one that no clock shows."""
    count = int(hour)
    if half:
        if not 1 <= count <= 12:
            return None
        count = count % 12 + (12 if half.casefold() == "pm" else 0)
    return count * 60 + int(minute or 0) if count < 24 and int(minute or 0) < 60 else None


@cache
def _length() -> re.Pattern[str]:
    words = "|".join(word.replace(" ", r"\s+") for word in _SPANS)
    return re.compile(
        r"(?:(?:i|for|om)\s+)?"
        r"(?:(?P<minutes>\d{1,3})\s*(?:minutter|minutes|minuts?|mins?)\b\.?"
        rf"|(?P<hours>[1-8]|{words})\s*(?:timer?|hours?)\b)",
        re.IGNORECASE,
    )


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(
        r"(?P<lead>(?:klokken|kl\.?|at|@)\s*)?"
        r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?"
        r"(?:\s*(?:-|–|til\s|to\s)\s*(?P<to_hour>\d{1,2})(?:[.:](?P<to_minute>\d{2}))?)?"
        r"(?:\s*(?P<half>am|pm))?(?=[\s,;]|[:.](?:\s|$)|$)",
        re.IGNORECASE,
    )
