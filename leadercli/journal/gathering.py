"""Bring together what several files hold of one journal, and remember which of them gave what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from leadercli.journal.changes import LONG_TEXTS
from leadercli.journal.decoders import unreadable
from leadercli.journal.doubtful import merged_doubtful, without_guessed_letters
from leadercli.journal.mending import Bad, Mended, mend, without_bad
from leadercli.journal.migrating import migrated, newer_trouble
from leadercli.journal.salvage import STRAY
from leadercli.journal.sources import Kind, Source
from leadercli.journal.storage import SCHEMA, schema_of
from leadercli.journal.text_form import FIRST, Raw, Tables
from leadercli.model.merge.law import merged_tables


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
    A copy that a newer version has written is left out. Raises JournalTrouble when it has written any of the others.
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
