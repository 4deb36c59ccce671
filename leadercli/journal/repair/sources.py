"""Find every file on this machine that may hold records of one journal, read it, and bring together what they hold.

That is the journal itself, what this machine held last, the files beside it that carry its id, and the backups.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from leadercli.atomic_write import is_temporary
from leadercli.errors import JournalError
from leadercli.journal.file.codec import unreadable
from leadercli.journal.file.format import is_empty, read_tables
from leadercli.journal.file.migration import migrated, newer_trouble
from leadercli.journal.file.storage import SCHEMA, is_online_only, schema_of
from leadercli.journal.file.unreadable import Bad, Mended, mend, without_bad
from leadercli.journal.local.backups import DAMAGED, Backups
from leadercli.journal.local.last_known import LastKnown
from leadercli.journal.repair.rescued_merge import merged_doubtful, without_guessed_letters
from leadercli.journal.repair.salvage import salvage
from leadercli.model.merge.law import merged_tables
from leadercli.model.schema import FIRST, LONG_TEXTS, STRAY, Raw, Tables
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
    with suppress(JournalError):
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
    """Read one after the other the journal as this machine last held it, the files beside it, and the backups.

    Backups that no longer fit their checksum are left out, and so are files that are of no journal.
    """
    held = LastKnown(places.journal_state)
    with suppress(OSError):
        yield from read_source("held", held.path, held.read())
    for kind, path in beside(places.journal):
        with suppress(OSError):
            yield from read_source(kind, path, path.read_bytes())
    backups = Backups(places.backups)
    with suppress(JournalError):
        for backup in backups.all():
            with suppress(JournalError):
                content = backups.read(backup)
                for source in read_source("backup", backup.path, content):
                    if source.is_whole or backup.kind == DAMAGED:
                        yield source


def beside(journal: Path) -> Iterator[tuple[Kind, Path]]:
    """Name the files in the journal's folder that can be copies of it, or that an interrupted save left."""
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


@dataclass(frozen=True, slots=True)
class Given:
    """What one file gave: how many records were only in it, or newer there; how many of its lines cannot be read."""

    kind: Kind
    path: Path
    is_whole: bool
    records: int
    unread: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that was found of a journal. `given` tells of each source what it had that those before it had not."""

    tables: Tables
    given: tuple[Given, ...]
    mended: tuple[Mended, ...]


def gathered(sources: Iterable[Source], journal_id: str) -> Gathered:
    """Merge what belongs to a journal. A value that cannot be read gives way to the last one that can.

    What was rescued from damage comes last, with care; of the journal's own file all is counted that could be read.
    A copy that a newer version has written is left out. Raises JournalError when it has written any of the others.
    """
    tables: Tables = {FIRST: {"meta": {"schema": SCHEMA, "journal_id": journal_id}}}
    given: list[Given] = []
    damaged: list[tuple[int, Source]] = []
    bad: list[Bad] = []
    has_meta = False
    for source in sources:
        if not source.is_of(journal_id):
            continue
        if _schema(source) > SCHEMA:
            if source.kind == "copy":
                continue
            raise newer_trouble(source.tables)
        records = 0
        if source.is_whole:
            theirs = migrated(source.tables)
            if not has_meta:
                tables, has_meta = {**tables, FIRST: theirs[FIRST]}, True
            tables, records, found = _merge(tables, _without_first(theirs))
            bad += found if source.kind != "backup" else []
        else:
            damaged.append((len(given), source))
        given.append(Given(source.kind, source.path, source.is_whole, records, source.unread))
    for number, source in damaged:
        if not has_meta and source.journal_id == journal_id and _schema(source) == SCHEMA:
            tables, has_meta = {**tables, FIRST: {"meta": source.tables[FIRST]["meta"]}}, True
        records = _add(tables, source.tables, bad) + _add(tables, source.guessed, bad, guessed=True)
        if source.kind == "journal":
            records = _count(source.tables) + _count(source.guessed)
        given[number] = replace(given[number], records=records)
    return Gathered(tables, tuple(given), mend(tables, bad))


def _merge(tables: Tables, theirs: Tables) -> tuple[Tables, int, list[Bad]]:
    """Merge what reads as a whole, without the values in it that cannot be read.

    Returns the tables, how many records were new, or others, and those values.
    """
    merged, changed = merged_tables(tables, theirs, LONG_TEXTS)
    bad: list[Bad] = []
    clean = dict(theirs)
    for table, ids in changed.items():
        for id_ in ids:
            their = theirs[table].get(id_)
            if isinstance(their, dict) and unreadable(table, id_, merged[table][id_]):
                left, found = without_bad(table, id_, their)
                bad += found
                clean[table] = {**clean[table], id_: left}
    if bad:
        merged, changed = merged_tables(tables, clean, LONG_TEXTS)
    return merged, sum(map(len, changed.values())), bad


def _add(tables: Tables, rescued: Tables, bad: list[Bad], *, guessed: bool = False) -> int:
    """Put what was rescued into tables. Returns how many records were new, or others."""
    count = 0
    own: dict[str, dict[str, Raw]] = {}
    for name, records in _without_first(rescued).items():
        if not isinstance(records, dict):
            tables.setdefault(name, records)
            continue
        for id_, whole in records.items():
            raw, found_bad = without_bad(name, id_, whole) if isinstance(whole, dict) else (whole, [])
            there = tables.get(name, {}).get(id_, {})
            bad += [one for one in found_bad if one.field not in there]
            broken = not isinstance(raw, dict) or (unreadable(name, id_, raw) and not found_bad)
            if broken and id_ in tables.get(name, {}):
                continue
            table = STRAY if broken else name
            if table not in own:
                own[table] = tables[table] = dict(tables.get(table, {}))
            held = own[table].get(id_)
            found = _joined(held, raw, table, guessed) if isinstance(held, dict) else raw
            if found is not held:
                own[table][id_] = found
                count += 1
    return count


def _joined(held: Raw, raw: Raw, table: str, guessed: bool) -> Raw:
    """Merge a rescued record into one that is held. Of doubtful letters, those that are held are the right ones."""
    return merged_doubtful(held, without_guessed_letters(held, raw) if guessed else raw, LONG_TEXTS.get(table, ()))


def _schema(source: Source) -> int:
    """Tell a source's form; one that was damaged away is taken for the present one."""
    schema = schema_of(source.tables)
    return schema if type(schema) is int else SCHEMA


def _without_first(tables: Tables) -> Tables:
    return {name: records for name, records in tables.items() if name != FIRST}


def _count(tables: Tables) -> int:
    return sum(len(records) for records in _without_first(tables).values() if isinstance(records, dict))
