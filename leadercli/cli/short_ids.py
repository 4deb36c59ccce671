"""Shorten ids to what a person types."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from leadercli.model.ids import short_id


def short_ids(ids: Collection[str]) -> dict[str, str]:
    """Shorten each id of a table to five signs, or to as many as tell it from all the others."""
    short = {id_: short_id(id_) for id_ in ids}
    count = Counter(short.values())
    for id_, typed in short.items():
        if count[typed] > 1 or typed.isdigit():
            short[id_] = _lengthened(id_, typed, ids)
    return short


def _lengthened(id_: str, typed: str, ids: Collection[str]) -> str:
    tail = id_.partition("-")[2] or id_
    for size in range(len(typed), len(tail) + 1):
        if not any(_means(tail[:size], other) for other in ids if other != id_):
            return tail[:size]
    return id_


def _means(typed: str, id_: str) -> bool:
    return id_.startswith(typed) or id_.partition("-")[2].startswith(typed)
