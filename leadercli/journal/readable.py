"""Keep what cannot be read out of a merge: one bad date in a copy must not close the whole journal."""

from __future__ import annotations

from typing import NamedTuple

from leadercli.journal.catching_up import Changed
from leadercli.journal.decoders import unreadable
from leadercli.journal.mending import without_bad
from leadercli.journal.text_form import Tables


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
            rest, _ = without_bad(table, id_, raw)
            if kept is tables:
                kept = dict(tables)
            records = {other: one for other, one in kept[table].items() if other != id_}
            kept[table] = records if unreadable(table, id_, rest) else {**records, id_: rest}
    return kept, left_out
