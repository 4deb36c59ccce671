"""Put back what stands in a backup, as new writes in one commit: nothing is rewound, and undo takes it back."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leadercli.errors import AppError, JournalError
from leadercli.journal.file.codec import encoded
from leadercli.journal.file.format import read_tables
from leadercli.journal.file.migration import migrated
from leadercli.journal.file.storage import SCHEMA, schema_of
from leadercli.journal.local.backups import BEFORE_RESTORE, Backup, Backups
from leadercli.journal.store.change import Change
from leadercli.journal.verbs.capture import relink
from leadercli.locale import N_
from leadercli.model.merge.deletion import DELETED, is_deleted, shown_fields
from leadercli.model.merge.registers import same
from leadercli.model.schema import FIRST, MEETINGS, TABLES, Raw, Tables

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal

COMMAND = "restore_backup"


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: how many records were changed, came back, and were put in the bin; what was kept before."""

    backup: Backup
    changed: int
    back: int
    binned: int
    kept: Backup | None

    @property
    def nothing(self) -> bool:
        """Whether all was as in the backup already."""
        return not self.changed + self.back + self.binned


def restore(journal: Journal, backups: Backups, backup: Backup) -> Restored:
    """Give every record the fields that it has in a backup, and put in the bin what the backup does not have.

    The present file is kept before. Raises AppError for another journal's backup, JournalError for one that cannot
    be read.
    """
    tables = read_backup(backups, backup, journal.id)
    with journal.turn():
        changes = changes_to(journal, tables)
        kept = _kept(journal, backups) if changes else None
        found = Restored(backup, *counts(journal, changes), kept)
        if changes:
            what = f"{backup.at:%Y-%m-%d %H:%M}"
            with journal.batch(COMMAND, what):
                journal.commit(COMMAND, what, *changes)
                for change in changes:
                    if change.table == MEETINGS and "text" in change.fields:
                        relink(journal.store, journal.people, change.id)
    return found


def read_backup(backups: Backups, backup: Backup, journal_id: str) -> Tables:
    """Read a backup of a journal. Raises JournalError when it cannot be read, AppError when it is of another."""
    tables = read_tables(backups.read(backup), str(backup.path))
    if tables[FIRST]["meta"]["journal_id"] != journal_id:
        raise AppError(N_("This is a backup of another journal. Nothing was changed."))
    if schema_of(tables) > SCHEMA:
        raise JournalError(N_("A newer leadercli wrote this backup. Update to restore it. Nothing was changed."))
    return migrated(tables)


def changes_to(journal: Journal, tables: Tables) -> list[Change]:
    """Work out what must be written for a journal to hold what tables hold, record by record."""
    changes: list[Change] = []
    for table, records in tables.items():
        if table == FIRST or not isinstance(records, dict):
            continue
        present = journal.table(table)
        for id_, raw in records.items():
            fields = _fields(present.get(id_), raw) if isinstance(raw, dict) else {}
            if fields:
                changes.append(Change(table, id_, fields))
    now = encoded({DELETED: journal.clock()})
    for table in TABLES:
        known = tables.get(table, {})
        gone = [id_ for id_, raw in journal.table(table).items() if id_ not in known and not is_deleted(raw)]
        changes += [Change(table, id_, now) for id_ in gone]
    return changes


def _fields(present: Raw | None, wanted: Raw) -> Mapping[str, Any]:
    """Name the fields in which a record differs from what it shall be; None for those it shall not have."""
    if (present is not None and not isinstance(present, dict)) or same(present, wanted):
        return {}
    before = _seen(present) if present else {}
    after = _seen(wanted)
    found = {name: value for name, value in after.items() if present is None or not same(before.get(name), value)}
    return found | {name: None for name in before if name not in after and before[name] is not None}


def _seen(raw: Raw) -> dict[str, Any]:
    """Give the fields of a record as readers take them."""
    return {name: value for name, value in shown_fields(raw).items() if name != DELETED or value}


def counts(journal: Journal, changes: list[Change]) -> tuple[int, int, int]:
    """Count the records that changes would change, bring back, and put in the bin."""
    binned = back = 0
    for change in changes:
        present = journal.table(change.table).get(change.id)
        lies_there = present is None or is_deleted(present)
        if change.fields.get(DELETED):
            binned += not lies_there
        elif lies_there and (present is None or DELETED in change.fields):
            back += 1
    return len(changes) - back - binned, back, binned


def _kept(journal: Journal, backups: Backups) -> Backup | None:
    """Keep the present file. Raises JournalError, with nothing changed, when that cannot be done."""
    try:
        with suppress(FileNotFoundError):
            return backups.keep(journal.places.journal.read_bytes(), journal.clock(), BEFORE_RESTORE)
    except OSError as error:
        raise JournalError(
            N_("The present journal could not be kept as a backup first: {reason}. Nothing was changed."),
            reason=error.strerror or str(error),
        ) from None
    return None
