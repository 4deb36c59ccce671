"""Gather what others have written, wherever it lies, and merge it with what this program holds.

It lies in the journal's file, in conflict copies beside it, in what a save has displaced, and in what this machine
last held and a sync client has dropped since. All of it is merged by one law, so the order does not matter.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from shlex import quote

from leadercli.errors import JournalError, OtherJournalError
from leadercli.journal.file.format import read_tables
from leadercli.journal.file.storage import Displaced, Found, JournalStorage
from leadercli.journal.file.unreadable import LeftOut, without_unreadable
from leadercli.journal.local.change_log import Written
from leadercli.journal.local.last_known import HELD
from leadercli.journal.sync.conflict_copies import Copy
from leadercli.journal.sync.merging import journal_id, merged_copies, merged_with_edits, refuse_unreadable, unmarked
from leadercli.locale import N_
from leadercli.model.merge.deletion import shown_fields
from leadercli.model.merge.registers import same
from leadercli.model.schema import FIRST, Changed, Raw, Tables


@dataclass(frozen=True, slots=True)
class SourceChange:
    """What came in from one place that this machine had not held: `source` is a copy's file name, "" the journal."""

    source: str
    fields: tuple[Written, ...]
    made: tuple[tuple[str, str], ...]

    @property
    def count(self) -> int:
        """How many records came in or became others."""
        return len({(one.table, one.record) for one in self.fields})


@dataclass(slots=True)
class Incoming:
    """One look at all places. `changed` is what became another to this program, `arrived` what did to this machine.

    `before_hand` are the bytes that this machine held before someone changed the file in a text editor, `stranger`
    those of another journal that stood here before. `unsaved` tells that the journal's file does not have it all yet.
    `left_out` names, with its source, what could not be read; `unreadable` is the journal's file if it was there.
    """

    changed: Changed = field(default_factory=dict)
    arrived: list[SourceChange] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    unsaved: bool = False
    before_hand: bytes = b""
    stranger: bytes = b""
    left_out: list[tuple[str, LeftOut]] = field(default_factory=list)
    unreadable: bytes = b""

    def add(self, arrived: SourceChange) -> None:
        """Note what one place brought, if it brought anything."""
        if arrived.fields:
            self.arrived.append(arrived)


class Collector:
    """What others have left for one open journal, and how it becomes one with what is held in memory."""

    def __init__(self, storage: JournalStorage, new_dot: Callable[[], str]) -> None:
        self._storage = storage
        self._new_dot = new_dot

    def take_in(
        self, found: Found | None, held: bytes | None, copies: list[Copy], *, unsaved: bool = False
    ) -> Incoming:
        """Merge what was found: on disk if it is not what had been seen there, this machine's own, and copies.

        Raises JournalError when the journal's file is now another journal.
        """
        came, memory = Incoming(copies=copies), self._storage.tables
        known = self._read_held(held, came)
        tables = known or memory
        if found or known:
            before = held if held and known else self._storage.content
            content = found.content if found else self._storage.content
            tables, theirs = self._with_journal(came, tables, found.tables if found else memory, before, content)
            memory = memory if found else theirs
        for copy in copies:
            tables = self._with(came, tables, copy.path.name, copy.tables)
        merged, came.changed = merged_copies(memory, tables)
        came.unsaved = (
            unsaved or bool(came.unreadable) or bool(merged_copies(found.tables, merged)[1] if found else came.changed)
        )
        if found:
            self._storage.take(merged, found)
        else:
            self._storage.tables = merged
        return came

    def take_in_displaced(self, displaced: Displaced) -> Incoming:
        """Merge a file that a save has put aside unseen. Raises JournalError when it is no copy of this journal."""
        came, memory = Incoming(), self._storage.tables
        theirs = read_tables(displaced.content, str(displaced.path))
        tables, _ = self._with_journal(came, memory, theirs, self._storage.content, displaced.content)
        self._storage.tables, came.changed = merged_copies(memory, tables)
        return came

    def take_in_file(self, name: str, content: bytes, *, of_another: bool) -> Incoming:
        """Merge a file that a person has named; with `of_another`, one of another journal too.

        Raises JournalError when it is no journal, or is another one.
        """
        came, memory = Incoming(), self._storage.tables
        theirs = read_tables(content, name)
        if of_another:
            meta = {**theirs[FIRST]["meta"], "journal_id": self._storage.journal_id}
            theirs = {**theirs, FIRST: {**theirs[FIRST], "meta": meta}}
        elif journal_id(theirs) != self._storage.journal_id:
            raise OtherJournalError(
                N_(
                    "{path} is not a copy of this journal, but another journal. To take in all that is in it all the "
                    "same: leadercli merge --other {quoted}"
                ),
                path=name,
                quoted=quote(name),
            )
        self._storage.tables, came.changed = merged_copies(memory, self._with(came, memory, name, theirs))
        return came

    def _read_held(self, held: bytes | None, came: Incoming) -> Tables | None:
        """Read what this machine held; None when it is nothing that can be merged."""
        if held is None:
            return None
        try:
            tables = read_tables(held, HELD)
        except JournalError:
            return None
        if journal_id(tables) != self._storage.journal_id:
            came.stranger = held
            return None
        return tables

    def _with_journal(
        self, came: Incoming, tables: Tables, theirs: Tables, before: bytes, content: bytes
    ) -> tuple[Tables, Tables]:
        """Merge what stands in the journal's own file, where people may have edited it by hand.

        Returns the merged tables, and the file's without what cannot be read.
        """
        result, changed, by_hand = merged_with_edits(tables, theirs, self._storage.path, self._new_dot)
        edited = [*by_hand, *unmarked(changed, theirs)]
        if edited:
            refuse_unreadable(edited, theirs, content, self._storage.path)
            came.before_hand = before
        readable, left_out = without_unreadable(theirs, changed)
        if left_out:
            came.unreadable = content
            came.left_out += [("", one) for one in left_out]
            result, changed, _ = merged_with_edits(tables, readable, self._storage.path, self._new_dot)
        came.add(_arrived("", tables, result, changed))
        return result, readable

    def _with(self, came: Incoming, tables: Tables, source: str, theirs: Tables) -> Tables:
        """Merge what stands in another file, without what cannot be read there."""
        result, changed, _ = merged_with_edits(tables, theirs, source, self._new_dot)
        readable, left_out = without_unreadable(theirs, changed)
        if left_out:
            came.left_out += [(source, one) for one in left_out]
            result, changed, _ = merged_with_edits(tables, readable, source, self._new_dot)
        came.add(_arrived(source, tables, result, changed))
        return result


def _arrived(source: str, before: Tables, after: Tables, changed: Changed) -> SourceChange:
    fields: list[Written] = []
    made: list[tuple[str, str]] = []
    for table, ids in changed.items():
        if table == FIRST:
            continue
        for id_ in sorted(ids):
            old, new = before.get(table, {}).get(id_), after[table][id_]
            if not isinstance(new, dict):
                continue
            if old is None:
                made.append((table, id_))
            fields += _fields(table, id_, old if isinstance(old, dict) else {}, new)
    return SourceChange(source, tuple(fields), tuple(made))


def _fields(table: str, id_: str, old: Raw, new: Raw) -> list[Written]:
    before, after = shown_fields(old), shown_fields(new)
    return [
        Written(table, id_, name, before.get(name), value)
        for name, value in after.items()
        if not same(before.get(name), value)
    ]
