"""Open a journal, or begin a new one."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from leadercli.atomic_write import private_folder, save_whole
from leadercli.errors import JournalTrouble
from leadercli.journal.journal import Journal
from leadercli.journal.lock import turn
from leadercli.journal.storage import SCHEMA, JournalStorage, schema_of
from leadercli.journal.text_form import FIRST
from leadercli.locale import N_
from leadercli.model.ids import Random, writer_id

if TYPE_CHECKING:
    from leadercli.journal.glance import Cut
    from leadercli.places import Places
    from leadercli.session import Clock


def open_journal(places: Places, clock: Clock, random: Random = os.urandom, *, cut: Cut | None = None) -> Journal:
    """Open the journal at its place. Raises JournalTrouble if it is missing, damaged or not a journal.

    With a `cut`, read only what it leaves of the file.
    """
    storage = JournalStorage(places.journal)
    if cut:
        storage.glimpse(cut)
    else:
        storage.load()
    if schema_of(storage.tables) < SCHEMA:
        from leadercli.journal.migrating import migrate

        migrate(storage, places, clock)
    _remember(places, storage.journal_id)
    journal = Journal(places, storage, clock, random)
    journal.take_in_at_start()
    return journal


def begin_journal(places: Places, clock: Clock, random: Random = os.urandom) -> Journal:
    """Make a new, empty journal. Raises JournalTrouble if one that was here is missing, or it cannot be written.

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
                raise JournalTrouble(
                    N_("The journal {path} could not be made: {reason}."),
                    path=places.journal,
                    reason=error.strerror or str(error),
                ) from None
    return open_journal(places, clock, random)


def absent_journal(places: Places, clock: Clock, random: Random = os.urandom) -> Journal:
    """Hand out an empty journal, without an id, to read where there has never been one; nothing is to be written in it.

    Raises JournalTrouble if one was here before and is missing.
    """
    _refuse_missing(places)
    return Journal(places, JournalStorage(places.journal), clock, random)


def _refuse_missing(places: Places) -> None:
    known = known_journal(places)
    if known:
        raise JournalTrouble(
            N_(
                "The journal {path} is missing, but there was one here. Perhaps the cloud folder has not been "
                "fetched yet, or it was moved. Put it back, or name another with --journal. `leadercli check --repair` "
                "puts back what this machine held. To begin anew all the same, remove {known}."
            ),
            path=places.journal,
            known=known,
        )


def open_or_begin(places: Places, clock: Clock, random: Random = os.urandom) -> Journal:
    """Open the journal, or begin one where there has been none. Raises JournalTrouble."""
    if is_there(places):
        return open_journal(places, clock, random)
    return begin_journal(places, clock, random)


def is_there(places: Places) -> bool:
    """Tell whether there is a file at the journal's place. Raises JournalTrouble when the system does not let look."""
    try:
        os.stat(places.journal)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise JournalTrouble(
            N_("The journal {path} could not be read: {reason}."),
            path=places.journal,
            reason=error.strerror or str(error),
        ) from None
    return True


def known_journal(places: Places) -> Path | None:
    """Find this machine's memory of a journal at this place, if it has opened one."""
    path = places.journal_state / "known.json"
    return path if path.exists() else None


def _remember(places: Places, journal_id: str) -> None:
    path = places.journal_state / "known.json"
    try:
        if not path.exists():
            private_folder(path.parent)
            save_whole(path, json.dumps({"path": str(places.journal), "journal_id": journal_id}).encode())
    except OSError:
        return  # a journal can be read without a state folder; a change then says that it cannot be written
