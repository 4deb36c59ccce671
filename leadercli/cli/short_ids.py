"""Shorten ids to what a person types."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from leadercli.model.ids import short_id


def short_ids(ids: Collection[str]) -> dict[str, str]:
    """Shorten each id of a table to five signs, or to as many as tell it from all the others."""
    short = {id_: short_id(id_) for id_ in ids}
    days = {id_[:5] for id_ in ids}
    taken = set(short.values())
    if len(taken) == len(short) and days.isdisjoint(taken):
        return short
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for id_, typed in short.items():
        alike[typed].append(id_)
    for typed, same in alike.items():
        if len(same) > 1 or typed in days:
            short.update((id_, _lengthened(id_, same, days)) for id_ in same)
    return short


def _lengthened(id_: str, same: list[str], days: set[str]) -> str:
    """Take as much of an id as tells it from those that begin alike, and from all that began on a day."""
    tail = id_.partition("-")[2] or id_
    for size in range(6, len(tail) + 1):
        typed = tail[:size]
        if not any(other != id_ and (other.partition("-")[2] or other).startswith(typed) for other in same):
            return id_ if any(day.startswith(typed) for day in days) else typed
    return id_
