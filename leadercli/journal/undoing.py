"""Undo and redo: write the old values, or the new ones, again. Nothing is rewound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leadercli.journal.change_log import Entry, redoable, undoable
from leadercli.journal.journal import Change
from leadercli.locale.mark import N_
from leadercli.model.ids import ids_meant
from leadercli.trouble import Trouble

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


class NothingToUndo(Trouble):
    """There is no such commit to undo or redo."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What was undone or redone; `changed_since` when someone had changed a field in between."""

    entry: Entry
    changed_since: bool


def undo(journal: Journal, typed: str = "", *, since: str = "") -> Undone:
    """Undo the latest commit that stands, or the one that an id means. `since` hides older commits than that moment."""
    entries = undoable(journal.log.entries())
    entry = _meant(entries, typed) if typed else _latest([one for one in entries if one.at >= since])
    values = {(one.table, one.record, one.field): (one.new, one.old) for one in entry.fields}
    for table, record in entry.made:
        values = {place: value for place, value in values.items() if place[:2] != (table, record)}
        values[table, record, "deleted"] = (None, journal.clock().isoformat())
    changed = _write(journal, entry, values, undoes=entry.id)
    return Undone(entry, changed)


def redo(journal: Journal) -> Undone:
    """Do the latest undone commit again."""
    entries = redoable(journal.log.entries())
    if not entries:
        raise NothingToUndo(N_("There is nothing to redo."))
    entry = entries[-1]
    values = {(one.table, one.record, one.field): (one.old, one.new) for one in entry.fields}
    for table, record in entry.made:
        values = {place: value for place, value in values.items() if place[:2] != (table, record)}
        present = journal.table(table).get(record, {}).get("deleted")
        values[table, record, "deleted"] = (present, None)
    changed = _write(journal, entry, values, redoes=entry.id)
    return Undone(entry, changed)


def _meant(entries: list[Entry], typed: str) -> Entry:
    found = ids_meant(typed, [entry.id for entry in entries])
    if len(found) != 1:
        raise NothingToUndo(N_("There is no single change with the id “{id}” that can be undone."), id=typed)
    return next(entry for entry in entries if entry.id == found[0])


def _latest(entries: list[Entry]) -> Entry:
    if not entries:
        raise NothingToUndo(N_("There is nothing to undo."))
    return entries[-1]


def _write(journal: Journal, entry: Entry, values: dict[tuple[str, str, str], tuple[Any, Any]], **how: str) -> bool:
    changed_since = False
    fields: dict[tuple[str, str], dict[str, Any]] = {}
    for (table, record, name), (expected, value) in values.items():
        if journal.table(table).get(record, {}).get(name) != expected:
            changed_since = True
        fields.setdefault((table, record), {})[name] = value
    with journal.batch(entry.command, entry.what, **how):
        changes = [Change(table, record, given) for (table, record), given in fields.items()]
        journal.commit(entry.command, entry.what, *changes)
    return changed_since
