"""The scale over time: a year of weeks, each beside the leader's own mean of the eight before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from leadercli.model.dates.calendar import weeks_up_to
from leadercli.model.records import ScaleItem, WeighIn
from leadercli.model.scale.balance import Balance, rating, weigh
from leadercli.model.scale.due import by_week
from leadercli.model.scale.items import is_default

YEAR = 53
"""A year of weeks, such that the same week of last year is still in it."""
MEAN_WEEKS = 8


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One week on the trend. All is None in a week without a weigh-in; `mean` is the own mean before it."""

    week: str
    load: float | None = None
    resource: float | None = None
    tilt: float | None = None
    mean: float | None = None


def last_rated(history: Iterable[WeighIn], item_id: str, before: str = "") -> tuple[str, int] | None:
    """Return the latest week in which an item was rated, and its rating; before week `before`, if given."""
    for name, week in reversed(by_week(history).items()):
        given = rating(week, item_id)
        if given is not None and (not before or name < before):
            return name, given
    return None


def trend(
    history: Iterable[WeighIn], items: Iterable[ScaleItem], until: str, weeks: int = YEAR
) -> tuple[TrendPoint, ...]:
    """Return the weeks that end with `until`, oldest first, gaps included.

    `items` is the whole catalogue, retired items too (see `weigh`).
    """
    names = weeks_up_to(until, weeks + MEAN_WEEKS)
    balances = _balances(by_week(history), tuple(items), until)
    tilts = [balances[name].tilt if name in balances else None for name in names]
    points: list[TrendPoint] = []
    for place in range(MEAN_WEEKS, len(names)):
        mean = _mean(tilts[place - MEAN_WEEKS : place])
        found = balances.get(names[place])
        if found is None:
            points.append(TrendPoint(names[place], mean=mean))
        else:
            points.append(TrendPoint(names[place], found.load, found.resource, found.tilt, mean))
    return tuple(points)


def item_trend(history: Iterable[WeighIn], item_id: str, until: str, weeks: int = YEAR) -> tuple[int | None, ...]:
    """Return one item's ratings in the weeks that end with `until`, oldest first, None for no rating."""
    held = by_week(history)
    return tuple(rating(held[name], item_id) if name in held else None for name in weeks_up_to(until, weeks))


def own_tilts(
    history: Iterable[WeighIn], items: Iterable[ScaleItem], week: str, weeks: int = MEAN_WEEKS
) -> tuple[float, ...]:
    """Return the tilts that there are in the calendar weeks just before a week.

    Calendar weeks, not the last weigh-ins: after a summer away, spring says nothing about how autumn is.
    """
    balances = _balances(by_week(history), tuple(items), week)
    found = (balances[name].tilt for name in weeks_up_to(week, weeks + 1)[:-1] if name in balances)
    return tuple(tilt for tilt in found if tilt is not None)


def own_mean(
    history: Iterable[WeighIn], items: Iterable[ScaleItem], week: str, weeks: int = MEAN_WEEKS
) -> float | None:
    """Return the leader's mean tilt over the weeks just before a week, or None when none of them has one."""
    return _mean(own_tilts(history, items, week, weeks))


def _balances(held: Mapping[str, WeighIn], items: tuple[ScaleItem, ...], until: str) -> dict[str, Balance]:
    """Weigh every week up to `until` with the items that were on the scale then.

    An own item is on the scale from the week in which it was first answered; the newest week is asked about
    all items there are. So an item added today does not take the tilt from the weeks before it.
    """
    since: dict[str, str] = {}
    for name, week in held.items():
        for item_id in week.ratings:
            since.setdefault(item_id, name)
    found: dict[str, Balance] = {}
    for name, week in held.items():
        if name > until:
            break
        there = [it for it in items if name == until or is_default(it.id) or since.get(it.id, "~") <= name]
        found[name] = weigh(week, there)
    return found


def _mean(values: Iterable[float | None]) -> float | None:
    there = [value for value in values if value is not None]
    return sum(there) / len(there) if there else None
