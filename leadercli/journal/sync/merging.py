"""Bring together this machine's journal and another copy of it, and check what a hand has written there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

import orjson

from leadercli.errors import DamagedError, OtherJournalError
from leadercli.journal.file.codec import decoder
from leadercli.journal.file.format import line_of
from leadercli.journal.file.storage import schema_of
from leadercli.locale import N_
from leadercli.model.merge.law import merged_tables
from leadercli.model.merge.record import changed_by_hand
from leadercli.model.merge.registers import canonical, same
from leadercli.model.merge.write import write_fields
from leadercli.model.schema import FIRST, LONG_TEXTS, MARK, TABLES, Changed, Raw, RecordRef, Tables


class MergedWithEdits(NamedTuple):
    """The merged tables, the records that are not as in ours, and those that someone had edited by hand."""

    tables: Tables
    changed: Changed
    by_hand: list[tuple[str, str]]


def merged_with_edits(ours: Tables, theirs: Tables, path: object, new_dot: Callable[[], str]) -> MergedWithEdits:
    """Merge. What someone has changed in a text editor replaces what stood there: it is written anew, with `new_dot`.

    Raises OtherJournalError when theirs is another journal.
    """
    if journal_id(ours) != journal_id(theirs):
        raise OtherJournalError(
            N_(
                "The file {path} is now another journal than the one that was opened. Nothing was changed. "
                "Close leadercli and open it again."
            ),
            path=path,
        )
    tables, changed = merged_copies(ours, theirs)
    edited: list[tuple[str, str]] = []
    for table, ids in changed.items():
        before, lines = ours.get(table, {}), LONG_TEXTS.get(table, ())
        for id_ in ids:
            old, new = before.get(id_), theirs[table].get(id_)
            by_hand = changed_by_hand(old, new) if isinstance(old, dict) and isinstance(new, dict) else {}
            if by_hand:
                edited.append((table, id_))
                tables[table][id_] = write_fields(old, by_hand, new_dot(), lines=lines)
    return MergedWithEdits(tables, changed, edited)


def merged_copies(ours: Tables, theirs: Tables) -> tuple[Tables, Changed]:
    """Merge two copies of one journal. Returns the tables and, by table, the records that are not as in `ours`."""
    if schema_of(ours) != schema_of(theirs):
        from leadercli.journal.file.migration import migrated

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


def refuse_unreadable(edited: Iterable[tuple[str, str]], theirs: Tables, content: bytes, path: object) -> None:
    """Raise DamagedError, naming the line and the reason, when an edited record cannot be what it stands for."""
    for table, id_ in edited:
        try:
            decoder(table)(id_, theirs[table][id_])
            orjson.dumps(theirs[table][id_])
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            raise DamagedError(
                N_(
                    "The journal {path} was edited, and line {line} cannot be taken in: {table} {id}: {reason}. "
                    "Nothing was changed; mend that line in a text editor."
                ),
                path=path,
                line=line_of(id_, content),
                table=table,
                id=id_,
                reason=error,
            ) from None


def unmarked(changed: Mapping[str, Iterable[str]], theirs: Tables) -> list[RecordRef]:
    """Name the changed records that were not written by the program: they bear no mark."""
    return [
        RecordRef(table, id_)
        for table in changed.keys() & TABLES.keys()
        for id_ in changed[table]
        if MARK not in theirs.get(table, {}).get(id_, {MARK: ""})
    ]
