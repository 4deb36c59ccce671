"""Bring together what this machine holds and what stands in another copy of the journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from leadercli.errors import StrangerTrouble
from leadercli.journal.changes import LONG_TEXTS
from leadercli.journal.storage import schema_of
from leadercli.journal.text_form import FIRST, Raw, Tables
from leadercli.locale import N_
from leadercli.model.merge.law import merged_tables
from leadercli.model.merge.record import changed_by_hand
from leadercli.model.merge.registers import canonical, same
from leadercli.model.merge.write import written

Changed = Mapping[str, frozenset[str]]
"""Ids of records by table."""


class CaughtUp(NamedTuple):
    """The merged tables, the records that are not as in ours, and those that someone had edited by hand."""

    tables: Tables
    changed: Changed
    by_hand: list[tuple[str, str]]


def caught_up(ours: Tables, theirs: Tables, path: object, new_dot: Callable[[], str]) -> CaughtUp:
    """Merge. What someone has changed in a text editor replaces what stood there: it is written anew, with `new_dot`.

    Raises StrangerTrouble when theirs is another journal.
    """
    if journal_id(ours) != journal_id(theirs):
        raise StrangerTrouble(
            N_(
                "The file {path} is now another journal than the one that was opened. Nothing was changed. "
                "Close leadercli and open it again."
            ),
            path=path,
        )
    tables, changed = joined(ours, theirs)
    edited: list[tuple[str, str]] = []
    for table, ids in changed.items():
        before, lines = ours.get(table, {}), LONG_TEXTS.get(table, ())
        for id_ in ids:
            old, new = before.get(id_), theirs[table].get(id_)
            by_hand = changed_by_hand(old, new) if isinstance(old, dict) and isinstance(new, dict) else {}
            if by_hand:
                edited.append((table, id_))
                tables[table][id_] = written(old, by_hand, new_dot(), lines=lines)
    return CaughtUp(tables, changed, edited)


def joined(ours: Tables, theirs: Tables) -> tuple[Tables, Changed]:
    """Merge two copies of one journal. Returns the tables and, by table, the records that are not as in `ours`."""
    if schema_of(ours) != schema_of(theirs):
        from leadercli.journal.migrating import migrated

        ours, theirs = migrated(ours), migrated(theirs)
    tables, changed = merged_tables(ours, theirs, LONG_TEXTS)
    one, other = ours[FIRST]["meta"], theirs[FIRST]["meta"]
    if not same(one, other):
        tables[FIRST] = {**tables[FIRST], "meta": _joined_meta(one, other)}
    return tables, {table: frozenset(ids) for table, ids in changed.items()}


def _joined_meta(one: Raw, other: Raw) -> Raw:
    """Join what two copies say of the journal itself, alike on every machine. The newer form decides: an older program
    then only shows the journal.
    """
    both = {name: max(one[name], other[name], key=canonical) for name in one.keys() & other.keys()}
    schemas = [meta["schema"] for meta in (one, other) if "schema" in meta]
    return {**one, **other, **both} | ({"schema": max(schemas)} if schemas else {})


def journal_id(tables: Tables) -> object:
    """Tell the random id that all copies of a journal carry."""
    return tables[FIRST]["meta"]["journal_id"]
