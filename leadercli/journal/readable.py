"""Keep what cannot be read out of a merge: one bad date in a copy must not close the whole journal."""

from __future__ import annotations

from typing import NamedTuple

from leadercli.journal.catching_up import Changed
from leadercli.journal.decoders import unreadable
from leadercli.journal.text_form import Raw, Tables
from leadercli.model.known import MARK


class LeftOut(NamedTuple):
    """A record of which something was left out, and why."""

    table: str
    id: str
    reason: str


def without_unreadable(tables: Tables, changed: Changed) -> tuple[Tables, list[LeftOut]]:
    """Leave out of the changed records the fields that cannot be what they stand for, or all of one beyond help.

    Returns the same tables when there is nothing to leave out.
    """
    left_out: list[LeftOut] = []
    kept = tables
    for table, ids in changed.items():
        for id_ in sorted(ids):
            raw = tables.get(table, {}).get(id_)
            error = unreadable(table, id_, raw) if isinstance(raw, dict) else None
            if error is None or raw is None:
                continue
            left_out.append(LeftOut(table, id_, str(error)))
            rest = _readable_rest(table, id_, raw)
            if kept is tables:
                kept = dict(tables)
            records = {other: one for other, one in kept[table].items() if other != id_}
            kept[table] = {**records, id_: rest} if rest is not None else records
    return kept, left_out


def _readable_rest(table: str, id_: str, raw: Raw) -> Raw | None:
    """Give a record without the fields that make it unreadable; None when no part of it can be read."""
    rest = raw
    while error := unreadable(table, id_, rest):
        bad = next((name for name in rest if name != MARK and _is_amiss(table, id_, rest, name, error)), None)
        if bad is None:
            return None
        rest = _without(rest, bad)
    return rest


def _is_amiss(table: str, id_: str, raw: Raw, name: str, error: Exception) -> bool:
    """Tell whether it is this field that makes a record unreadable: without it there is another error, or none."""
    return str(unreadable(table, id_, _without(raw, name))) != str(error)


def _without(raw: Raw, name: str) -> Raw:
    return {other: value for other, value in raw.items() if other != name}
