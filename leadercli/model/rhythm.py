"""The rhythm of conversations: when the next one is due, and how the rhythm was kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from leadercli.model.cadence import read_cadence, step
from leadercli.model.records import Meeting, Person

Kept = Literal["held", "moved", "cancelled", "none"]

# The stronger one stands for a month with several.
_STRENGTH: dict[Kept, int] = {"none": 0, "cancelled": 1, "moved": 2, "held": 3}


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


def rhythm_strip(meetings: Iterable[Meeting], today: date, months: int = 12) -> tuple[tuple[date, Kept], ...]:
    """Return how the rhythm was kept with one person: (first of the month, kept), this month last.

    A conversation moved to another month is "moved" in the month it left and "held" where it took place;
    moved within a month it is "moved". With several in a month: held before moved before cancelled.
    """
    firsts = [_month(today, back) for back in range(months - 1, -1, -1)]
    kept: dict[date, Kept] = dict.fromkeys(firsts, "none")
    for meeting in meetings:
        for month, mark in _marks(meeting, today):
            if month in kept and _STRENGTH[mark] > _STRENGTH[kept[month]]:
                kept[month] = mark
    return tuple(kept.items())


def _marks(meeting: Meeting, today: date) -> Iterable[tuple[date, Kept]]:
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
