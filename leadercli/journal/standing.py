"""Which commits of the change log stand, which were undone, and which never reached the journal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadercli.journal.change_log import ARRIVED, Entry
from leadercli.model.merge.record import vector
from leadercli.model.merge.registers import covers

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


def undoable(journal: Journal) -> Iterator[Entry]:
    """Give the commits that stand, the latest first: those done and not undone, or redone since."""
    decided: dict[str, bool] = {}
    for entry in journal.log.latest_first():
        if not is_held(journal, entry):
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
        if not is_held(journal, entry):
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


def is_held(journal: Journal, entry: Entry) -> bool:
    """Tell whether a commit of this machine is in the journal: one that a crash cut off is not, nor what came in."""
    if entry.command == ARRIVED:
        return False
    for table, record in dict.fromkeys((one.table, one.record) for one in entry.fields):
        raw = journal.table(table).get(record)
        if raw is not None:
            return bool(entry.dot) and covers(vector(raw), entry.dot)
    return not entry.fields
