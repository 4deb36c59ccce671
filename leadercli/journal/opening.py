"""Open a journal, or begin a new one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from leadercli.errors import JournalError
from leadercli.journal.file.storage import SCHEMA, JournalStorage, schema_of
from leadercli.journal.journal import Journal
from leadercli.journal.local.last_known import known_journal, remember_journal
from leadercli.journal.local.lock import turn
from leadercli.journal.store.store import Store
from leadercli.locale import N_
from leadercli.model.ids import Random, writer_id
from leadercli.model.schema import FIRST

if TYPE_CHECKING:
    from leadercli.journal.file.migration import Migration
    from leadercli.journal.file.storage import Cut
    from leadercli.places import Places
    from leadercli.session import Clock


def open_journal(places: Places, clock: Clock, random: Random = os.urandom, *, cut: Cut | None = None) -> Journal:
    """Open the journal at its place. Raises JournalError if it is missing, damaged or not a journal.

    With a `cut`, read only what it leaves of the file.
    """
    storage = JournalStorage(places.journal)
    if cut:
        storage.glimpse(cut)
    else:
        storage.load()
    if schema_of(storage.tables) < SCHEMA:
        migrate(storage, places, clock)
    remember_journal(places, storage.journal_id)
    store = Store(places, storage, clock, random)
    store.take_in_at_start()
    return Journal(store)


def begin_journal(places: Places, clock: Clock, random: Random = os.urandom) -> Journal:
    """Make a new, empty journal. Raises JournalError if one that was here is missing, or it cannot be written.

    When another program has begun one at the same moment, that one is opened.
    """
    storage = JournalStorage(places.journal)
    meta = {"schema": SCHEMA, "journal_id": writer_id(random) + writer_id(random), "created": f"{clock():%Y-%m-%d}"}
    storage.tables = {FIRST: {"meta": meta}}
    with turn(places.journal_state):
        if not is_there(places):
            _refuse_missing(places)
            try:
                places.journal.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                storage.save()
            except OSError as error:
                raise JournalError(
                    N_("The journal {path} could not be made: {reason}."),
                    path=places.journal,
                    reason=error.strerror or str(error),
                ) from None
    return open_journal(places, clock, random)


def absent_journal(places: Places, clock: Clock, random: Random = os.urandom) -> Journal:
    """Hand out an empty journal, without an id, to read where there has never been one; nothing is to be written in it.

    Raises JournalError if one was here before and is missing.
    """
    _refuse_missing(places)
    return Journal(Store(places, JournalStorage(places.journal), clock, random))


def _refuse_missing(places: Places) -> None:
    known = known_journal(places)
    if known:
        raise JournalError(
            N_(
                "The journal {path} is missing, but there was one here. Perhaps the cloud folder has not been "
                "fetched yet, or it was moved. Put it back, or name another with --journal. `leadercli check --repair` "
                "puts back what this machine held. To begin anew all the same, remove {known}."
            ),
            path=places.journal,
            known=known,
        )


def open_or_begin(places: Places, clock: Clock, random: Random = os.urandom) -> Journal:
    """Open the journal, or begin one where there has been none. Raises JournalError."""
    if is_there(places):
        return open_journal(places, clock, random)
    return begin_journal(places, clock, random)


def is_there(places: Places) -> bool:
    """Tell whether there is a file at the journal's place. Raises JournalError when the system does not let look."""
    try:
        os.stat(places.journal)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise JournalError(
            N_("The journal {path} could not be read: {reason}."),
            path=places.journal,
            reason=error.strerror or str(error),
        ) from None
    return True


def migrate(
    storage: JournalStorage,
    places: Places,
    clock: Clock,
    migrations: Mapping[int, Migration] | None = None,
    newest: int = SCHEMA,
) -> bool:
    """Bring up a journal that has been read, its old bytes kept as a backup; the next commit writes it.

    Returns whether there was anything to do. Raises JournalError for a form that is not known.
    """
    from leadercli.journal.file.migration import MIGRATIONS, migrated

    schema = schema_of(storage.tables)
    tables = migrated(storage.tables, MIGRATIONS if migrations is None else migrations, newest)
    if tables is storage.tables:
        return False
    from leadercli.journal.local.backups import BEFORE_MIGRATION, Backups

    with suppress(OSError):  # a journal is read without a state folder too; without one nothing can be written
        Backups(places.backups).keep(storage.content, clock(), BEFORE_MIGRATION, f"form {schema}")
    storage.tables = tables
    return True
