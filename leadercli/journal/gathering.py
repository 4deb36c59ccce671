"""Bring together what several files hold of one journal, and remember which of them gave what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from leadercli.journal.changes import LONG_TEXTS
from leadercli.journal.decoders import unreadable
from leadercli.journal.doubtful import is_seen, merged_doubtful
from leadercli.journal.migrating import migrated, newer_trouble
from leadercli.journal.salvage import STRAY
from leadercli.journal.sources import Kind, Source
from leadercli.journal.storage import SCHEMA, schema_of
from leadercli.journal.text_form import FIRST, Raw, Tables
from leadercli.model.merge import merged_tables


@dataclass(frozen=True, slots=True)
class Given:
    """What one file gave: how many records were only in it, or newer there; how many of its lines cannot be read."""

    kind: Kind
    path: Path
    is_whole: bool
    records: int
    unread: int


def gathered(sources: Iterable[Source], journal_id: str) -> tuple[Tables, tuple[Given, ...]]:
    """Merge what belongs to a journal. Returns the tables, and what each source gave that those before it had not.

    What was rescued from damage comes last, with care; of the journal's own file all is counted that could be read.
    Raises JournalTrouble when a newer version has written any of it.
    """
    tables: Tables = {FIRST: {"meta": {"schema": SCHEMA, "journal_id": journal_id}}}
    given: list[Given] = []
    damaged: list[tuple[int, Source]] = []
    broken: set[tuple[str, str]] = set()
    has_meta = False
    for source in sources:
        if not source.is_of(journal_id):
            continue
        if _schema(source) > SCHEMA:
            raise newer_trouble(source.tables)
        records = 0
        if source.is_whole:
            theirs = migrated(source.tables)
            if not has_meta:
                tables, has_meta = {**tables, FIRST: theirs[FIRST]}, True
            tables, records = _merge(tables, _without_first(theirs), broken)
        else:
            damaged.append((len(given), source))
        given.append(Given(source.kind, source.path, source.is_whole, records, source.unread))
    for number, source in damaged:
        if not has_meta and source.journal_id == journal_id and _schema(source) == SCHEMA:
            tables, has_meta = {**tables, FIRST: {"meta": source.tables[FIRST]["meta"]}}, True
        records = _add(tables, source.tables) + _add(tables, source.guessed, guessed=True)
        if source.kind == "journal":
            records = _count(source.tables) + _count(source.guessed)
        given[number] = replace(given[number], records=records)
    return tables, tuple(given)


def _merge(tables: Tables, theirs: Tables, broken: set[tuple[str, str]]) -> tuple[Tables, int]:
    """Merge what reads as a whole. A record that a hand has made unreadable gives way to one that reads.

    Returns the tables, and how many records were new, or others. `broken` remembers those for which there is none yet.
    """
    tables = dict(tables)
    for table, id_ in [place for place in broken if place[1] in theirs.get(place[0], {})]:
        if not unreadable(table, id_, theirs[table][id_]):
            tables[table] = {other: raw for other, raw in tables[table].items() if other != id_}
            broken.discard((table, id_))
    merged, changed = merged_tables(tables, theirs, LONG_TEXTS)
    count = 0
    for table, ids in changed.items():
        for id_ in ids:
            if not unreadable(table, id_, merged[table][id_]):
                count += 1
            elif id_ in tables.get(table, {}):
                merged[table][id_] = tables[table][id_]
            else:
                broken.add((table, id_))
                count += 1
    return merged, count


def _add(tables: Tables, rescued: Tables, *, guessed: bool = False) -> int:
    """Put what was rescued into tables. Returns how many records were new, or others."""
    count = 0
    own: dict[str, dict[str, Raw]] = {}
    for name, records in _without_first(rescued).items():
        if not isinstance(records, dict):
            tables.setdefault(name, records)
            continue
        for id_, raw in records.items():
            broken = not isinstance(raw, dict) or unreadable(name, id_, raw)
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
    """Merge a rescued record into one that is held; one with doubtful letters only if it is newer."""
    if guessed and is_seen(held, raw):
        return held
    return merged_doubtful(held, raw, LONG_TEXTS.get(table, ()))


def _schema(source: Source) -> int:
    """Tell a source's form; one that was damaged away is taken for the present one."""
    schema = schema_of(source.tables)
    return schema if type(schema) is int else SCHEMA


def _without_first(tables: Tables) -> Tables:
    return {name: records for name, records in tables.items() if name != FIRST}


def _count(tables: Tables) -> int:
    return sum(len(records) for records in _without_first(tables).values() if isinstance(records, dict))
