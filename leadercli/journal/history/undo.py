"""Undo and redo: write the old values, or the new ones, again. Nothing is rewound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leadercli.errors import AppError
from leadercli.journal.file.codec import encoded
from leadercli.journal.local.change_log import ARRIVED, Entry
from leadercli.journal.store.change import Change
from leadercli.journal.verbs.capture import relink
from leadercli.locale import N_
from leadercli.model.ids import SHORTEST, ids_meant, is_too_short
from leadercli.model.merge.deletion import DELETED, deleted_at
from leadercli.model.merge.record import vector
from leadercli.model.merge.registers import covers, same
from leadercli.model.schema import MEETINGS

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


_BOOKKEEPING = ("line", "unmarked")

Values = dict[tuple[str, str], dict[str, Any]]
"""Fields to write, by table and record."""


class NothingToUndoError(AppError):
    """There is no such commit to undo or redo."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What was undone or redone; `changed_since` when someone had changed a field in between."""

    entry: Entry
    changed_since: bool


def undo(journal: Journal, typed: str = "", *, since: str = "") -> Undone:
    """Undo the latest commit that stands, or the one that an id means. `since` hides older commits than that moment."""
    with journal.turn():
        standing = undoable(journal)
        if typed:
            entry = _meant(list(standing), typed)
        else:
            entry = _first((one for one in standing if one.at >= since), N_("There is nothing to undo."))
        changed = any(not same(_present(journal, *place), new) for place, (_, new) in _shown(entry).items())
        values = _fields(entry, {(one.table, one.record, one.field): one.old for one in entry.fields})
        for table, record in entry.made:
            # A line that made a record makes it again when it is written again.
            unmarked = {"unmarked": True} if _present(journal, table, record, "line") else {}
            values[table, record] = encoded({"deleted": journal.clock()}) | unmarked
        _write(journal, entry, values, undoes=entry.id)
    return Undone(entry, changed)


def redo(journal: Journal) -> Undone:
    """Do the latest undone commit again."""
    with journal.turn():
        entry = _first(redoable(journal), N_("There is nothing to redo."))
        values = _fields(entry, {(one.table, one.record, one.field): one.new for one in entry.fields})
        changed = any(
            not same(_present(journal, *place), old) for place, (old, _) in _shown(entry).items() if place[:2] in values
        )
        for table, record in entry.made:
            changed = changed or not _present(journal, table, record, "deleted")
            unmarked = {"unmarked": None} if _present(journal, table, record, "unmarked") else {}
            values[table, record] = {"deleted": None} | unmarked
        _write(journal, entry, values, redoes=entry.id)
    return Undone(entry, changed)


def _first(entries: Iterator[Entry], none: str) -> Entry:
    entry = next(entries, None)
    if entry is None:
        raise NothingToUndoError(none)
    return entry


def _meant(entries: list[Entry], typed: str) -> Entry:
    found = ids_meant(typed, [entry.id for entry in entries])
    if not found and is_too_short(typed):
        raise NothingToUndoError(
            N_("“{id}” is too short for an id: type at least {count} signs. `leadercli undo --list` shows the ids."),
            id=typed,
            count=SHORTEST,
        )
    if len(found) != 1:
        raise NothingToUndoError(N_("There is no single change with the id “{id}” that can be undone."), id=typed)
    return next(entry for entry in entries if entry.id == found[0])


def _fields(entry: Entry, values: dict[tuple[str, str, str], Any]) -> Values:
    """Gather the fields by record, without the records that the commit made."""
    found: Values = {}
    for (table, record, name), value in values.items():
        if (table, record) not in entry.made:
            found.setdefault((table, record), {})[name] = value
    return found


def _shown(entry: Entry) -> dict[tuple[str, str, str], tuple[Any, Any]]:
    """Give what a person can have changed since; which line a record belongs to changes by undo itself."""
    return {
        (one.table, one.record, one.field): (one.old, one.new) for one in entry.fields if one.field not in _BOOKKEEPING
    }


def _present(journal: Journal, table: str, record: str, field: str) -> Any:
    raw = journal.table(table).get(record, {})
    return deleted_at(raw) if field == DELETED else raw.get(field)


def _questions(entry: Entry, table: str, record: str) -> dict[str, tuple[Any, ...]]:
    """Give the fields of a record that a commit had settled, with all their versions."""
    return {one.field: one.values for one in entry.settled if (one.table, one.record) == (table, record)}


def _write(journal: Journal, entry: Entry, values: Values, *, undoes: str = "", redoes: str = "") -> None:
    with journal.batch(entry.command, entry.what, undoes=undoes, redoes=redoes):
        changes = [
            Change(table, record, fields, versions=_questions(entry, table, record) if undoes else {})
            for (table, record), fields in values.items()
            if record in journal.table(table)
        ]
        journal.commit(entry.command, entry.what, *changes)
        for meeting_id in dict.fromkeys(
            record for (table, record), fields in values.items() if table == MEETINGS and "text" in fields
        ):
            relink(journal.store, journal.people, meeting_id)


def undoable(journal: Journal) -> Iterator[Entry]:
    """Give the commits that stand, the latest first: those done and not undone, or redone since."""
    decided: dict[str, bool] = {}
    for entry in journal.log.latest_first():
        if not is_in_journal(journal, entry):
            continue
        if entry.undoes or entry.redoes:
            decided.setdefault(entry.undoes or entry.redoes, bool(entry.redoes))
        elif decided.get(entry.id, True):
            yield entry


def redoable(journal: Journal) -> Iterator[Entry]:
    """Give the commits that were undone and may be done again, the latest undone first. A new commit ends the list."""
    waiting: list[str] = []
    redone = 0
    entries = journal.log.latest_first()
    older: list[Entry] = []
    for entry in entries:
        if not is_in_journal(journal, entry):
            continue
        if entry.redoes:
            redone += 1
        elif not entry.undoes:
            older.append(entry)
            break
        elif redone:
            redone -= 1
        else:
            waiting.append(entry.undoes)
    for wanted in waiting:
        found = next((entry for entry in older if entry.id == wanted), None)
        while found is None:
            following = next(entries, None)
            if following is None:
                return
            older.append(following)
            found = following if following.id == wanted else None
        yield found


def is_in_journal(journal: Journal, entry: Entry) -> bool:
    """Tell whether a commit of this machine is in the journal: one that a crash cut off is not, nor what came in."""
    if entry.command == ARRIVED:
        return False
    for table, record in dict.fromkeys((one.table, one.record) for one in entry.fields):
        raw = journal.table(table).get(record)
        if raw is not None:
            return bool(entry.dot) and covers(vector(raw), entry.dot)
    return not entry.fields
