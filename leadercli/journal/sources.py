"""Find everything on this machine that may hold records of one journal, and read of it what can be read.

That is the journal itself, what this machine held last, the files beside it that carry its id, and the backups.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from leadercli.atomic_write import is_temporary
from leadercli.errors import JournalTrouble
from leadercli.journal.backups import DAMAGED, Backups
from leadercli.journal.file_stamp import is_online_only
from leadercli.journal.salvage import salvage
from leadercli.journal.text_form import FIRST, Tables, is_empty, read_tables
from leadercli.places import Places

Kind = Literal["journal", "held", "temporary", "copy", "backup"]
_OWN = ("journal", "held", "temporary", "backup")
"""The kinds that are this journal's by where they lie, even if their id cannot be read."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file and what could be read of it. `tables` are records that read, `guessed` those with doubtful letters.

    `journal_id` is "" when it cannot be read; `unread` counts lines that cannot be. `is_whole`: all of it reads.
    """

    kind: Kind
    path: Path
    journal_id: str
    tables: Tables
    guessed: Tables = field(default_factory=dict)
    unread: int = 0
    is_whole: bool = True

    def is_of(self, journal_id: str) -> bool:
        """Tell whether this belongs to a journal."""
        return self.journal_id == journal_id or (not self.journal_id and self.kind in _OWN)


def read_source(kind: Kind, path: Path, content: bytes) -> Iterator[Source]:
    """Read one file: whole if that can be, otherwise what can be rescued, apart for each journal in it."""
    if is_empty(content):
        return
    with suppress(JournalTrouble):
        tables = read_tables(content, str(path))
        yield Source(kind, path, tables[FIRST]["meta"]["journal_id"], tables)
        return
    for found in salvage(content):
        if not found.count and not found.journal_id:
            continue
        clean: Tables = {}
        guessed: Tables = {}
        for table, records in found.tables.items():
            if not isinstance(records, dict):
                clean[table] = records
                continue
            for id_, raw in records.items():
                part = guessed if (table, id_) in found.guessed and table != FIRST else clean
                part.setdefault(table, {})[id_] = raw
        yield Source(kind, path, found.journal_id, clean, guessed, found.unread, False)


def other_sources(places: Places) -> Iterator[Source]:
    """Read one after the other what this machine held, what lies beside the journal, and the backups.

    Backups that are no longer what was kept are left out, and so is what is of no journal.
    """
    held = places.journal_state / "held.json"
    yield from _read("held", held)
    for kind, path in beside(places.journal):
        yield from _read(kind, path)
    backups = Backups(places.backups)
    with suppress(JournalTrouble):
        for backup in backups.all():
            with suppress(JournalTrouble):
                content = backups.read(backup)
                for source in read_source("backup", backup.path, content):
                    if source.is_whole or backup.kind == DAMAGED:
                        yield source


def beside(journal: Path) -> Iterator[tuple[Kind, Path]]:
    """Name the files in the journal's folder that can be copies of it, or what an interrupted save left."""
    own = Path(os.path.realpath(journal))
    endings = (".json", own.suffix.lower() or own.name.lower())
    try:
        with os.scandir(own.parent) as entries:
            names = sorted(entry.name for entry in entries)
    except OSError:
        return
    for name in names:
        temporary = is_temporary(name, own)
        path = own.with_name(name)
        if name == own.name or not (temporary or name.lower().endswith(endings)):
            continue
        with suppress(OSError):
            if path.is_file() and not path.is_symlink() and not is_online_only(os.stat(path)):
                yield ("temporary" if temporary else "copy"), path


def known_id(places: Places) -> str:
    """Tell the id of the journal that this machine has opened at this place; "" if none is known."""
    try:
        found = json.loads((places.journal_state / "known.json").read_bytes())
        return str(found["journal_id"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _read(kind: Kind, path: Path) -> Iterator[Source]:
    with suppress(OSError):
        yield from read_source(kind, path, path.read_bytes())
