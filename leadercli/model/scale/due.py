"""When the scale asks: which week is due, and what the week before wanted to turn down or up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from leadercli.model.dates.calendar import week_of
from leadercli.model.records import ScaleItem, WeighIn

Turn = Literal["down", "up"]

# From Friday the week is nearly lived and can be told. Ours.
_FRIDAY = 5


@dataclass(frozen=True, slots=True)
class ScaleDue:
    """A week that waits to be weighed. `first`: nothing was ever weighed, so it is an invitation only."""

    week: str
    first: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """An item that a weigh-in meant to turn down or up. `step` is the agreement made of it, or ""."""

    item_id: str
    turn: Turn
    since: str
    step: str = ""


def scale_due(history: Iterable[WeighIn], today: date) -> ScaleDue | None:
    """Return the week to weigh, or None.

    From Friday to Sunday it is the running week. From Monday to Thursday it is last week, if that was let
    go by: it is still remembered, and the running week is not yet lived. It is not asked for when the leader
    had not begun yet, or has weighed a later week since. Older weeks are never asked for: a gap is a gap, not
    a debt. With nothing ever weighed, the running week is offered on any day, because the first question is
    how the balance is here and now.
    """
    held = [name for name, week in by_week(history).items() if week.ratings]
    running = week_of(today)
    if not held:
        return ScaleDue(running, first=True)
    if today.isoweekday() >= _FRIDAY:
        return None if running in held else ScaleDue(running)
    last = week_of(today - timedelta(weeks=1))
    return ScaleDue(last) if held[-1] < last else None


def week_to_weigh(history: Iterable[WeighIn], today: date) -> str:
    """Return the week that the scale opens on: the one that is due, else the running one."""
    due = scale_due(history, today)
    return due.week if due else week_of(today)


def asks(history: Iterable[WeighIn], items: Iterable[ScaleItem], week: str) -> tuple[Ask, ...]:
    """Return what the weigh-in before `week` meant to turn down and up, as far as `week` has not answered it.

    An item that is no longer on the scale is not asked about.
    """
    held = list(history)
    there = {item.id for item in items if not item.retired}
    before = previous(held, week)
    if before is None:
        return ()
    now = by_week(held).get(week)
    meant: tuple[tuple[str, Turn], ...] = ((before.turn_down, "down"), (before.turn_up, "up"))
    return tuple(
        Ask(item_id, turn, before.week, before.steps.get(f"turn_{turn}", ""))
        for item_id, turn in meant
        if item_id in there and (now is None or item_id not in now.moved)
    )


def by_week(history: Iterable[WeighIn]) -> dict[str, WeighIn]:
    """Return the weigh-ins by week, oldest week first, without what is in the bin.

    Should two stand for one week, the one written last is taken.
    """
    kept = (week for week in history if week.deleted is None)
    return {week.week: week for week in sorted(kept, key=lambda it: (it.week, it.at or datetime.min, it.id))}


def previous(history: Iterable[WeighIn], week: str) -> WeighIn | None:
    """Return the latest weigh-in before a week."""
    before = [it for name, it in by_week(history).items() if name < week]
    return before[-1] if before else None
