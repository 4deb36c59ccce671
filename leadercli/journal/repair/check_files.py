"""Check the files that this machine keeps about a journal, and the copies beside it. Nothing is written."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from shlex import quote
from typing import TYPE_CHECKING, Literal

from leadercli.errors import JournalError
from leadercli.journal.file.format import read_tables
from leadercli.journal.file.storage import SCHEMA, is_online_only, schema_of
from leadercli.journal.local.backups import Backups
from leadercli.journal.local.last_known import LastKnown, known_id
from leadercli.journal.repair.findings import Finding, fault, fault_of, note
from leadercli.journal.repair.sources import Kind, beside, read_source
from leadercli.locale import N_
from leadercli.model.merge.law import merged_tables
from leadercli.model.schema import FIRST, LONG_TEXTS, PEOPLE, Tables

if TYPE_CHECKING:
    from pathlib import Path

    from leadercli.places import Places


Taker = Literal["next", "repair", "update"]
"""What takes in the other copies: the next command, a repair, or only a newer version of the program."""

_HELD: Mapping[Taker, str] = {
    "next": N_("Records that this machine holds and the journal does not: {count}. The next command takes them in."),
    "repair": N_(
        "Records that this machine holds and the journal does not: {count}. `leadercli check --repair` takes them in."
    ),
    "update": N_(
        "Records that this machine holds and the journal does not: {count}. Update leadercli to take them in."
    ),
}
_BESIDE: Mapping[Taker, str] = {
    "next": N_("{path} is a copy of this journal. The next command merges it; records that are new: {count}."),
    "repair": N_(
        "{path} is a copy of this journal. `leadercli check --repair` merges it; records that are new: {count}."
    ),
    "update": N_("{path} is a copy of this journal. Update leadercli to merge it; records that are new: {count}."),
}
_LEFT: Mapping[Taker, str] = {
    "next": N_(
        "{path} was left by a save that did not end. The next command takes it in; records that are new: {count}."
    ),
    "repair": N_(
        "{path} was left by a save that did not end. `leadercli check --repair` takes it in; records that are new: "
        "{count}."
    ),
    "update": N_(
        "{path} was left by a save that did not end. Update leadercli to take it in; records that are new: {count}."
    ),
}


def check_placeholder(journal: Path) -> Iterator[Finding]:
    """Find a cloud folder's stand-in for a file that is not on this machine."""
    stand_in = journal.with_name(f".{journal.name}.icloud")
    with suppress(OSError):
        if stand_in.exists():
            yield fault(
                N_(
                    "The journal is in iCloud and not on this machine: {path} stands for it. Open the folder in the "
                    "Finder and download it."
                ),
                path=stand_in,
            )
        if is_online_only(os.stat(journal)):
            yield note(
                N_(
                    "The cloud folder keeps {path} online only, so it cannot be opened without a network. Tell it to "
                    "keep the file on this machine."
                ),
                path=journal,
            )


def check_held(places: Places, tables: Tables, taker: Taker) -> Iterator[Finding]:
    """Look for records in this machine's own copy of the journal that the journal does not have."""
    last = LastKnown(places.journal_state)
    try:
        held = read_tables(last.read(), str(last.path))
    except FileNotFoundError:
        return
    except (OSError, JournalError):
        yield note(
            N_("This machine's own copy of the journal {path} cannot be read. The next change writes it anew."),
            path=last.path,
        )
        return
    if tables and _id(held) == _id(tables):
        count = _news(tables, held)
        if count:
            yield note(_HELD[taker], count=count)


def check_beside(places: Places, tables: Tables, taker: Taker) -> Iterator[Finding]:
    """Find copies of the journal beside it, and other journals."""
    own = _id(tables) or known_id(places)
    for kind, path in beside(places.journal):
        with suppress(OSError):
            content = path.read_bytes()
            if own and (b"journal_id" in content or own.encode() in content.replace(b"\0", b"")):
                yield from _copy(kind, path, content, own, tables, taker)


def _copy(kind: Kind, path: Path, content: bytes, own: str, tables: Tables, taker: Taker) -> Iterator[Finding]:
    for source in read_source(kind, path, content):
        if source.journal_id != own:
            if source.is_whole and kind == "copy":
                yield note(
                    N_(
                        "{path} is another journal. It is left alone; to take in all that is in it: "
                        "leadercli merge --other {quoted}"
                    ),
                    path=path,
                    quoted=quote(str(path)),
                )
        elif _is_newer(source.tables):
            yield note(
                N_("{path} is a copy of this journal that a newer leadercli wrote. Update leadercli to merge it."),
                path=path,
            )
        elif not source.is_whole:
            yield note(
                N_(
                    "{path} is a damaged copy of this journal. `leadercli check --repair` takes in what can be read "
                    "of it."
                ),
                path=path,
            )
        elif kind == "copy":
            yield note(_BESIDE[taker], path=path, count=_news(tables, source.tables))
        elif count := _news(tables, source.tables):
            yield note(_LEFT[taker], path=path, count=count)


def _is_newer(tables: Tables) -> bool:
    schema: object = schema_of(tables)
    return type(schema) is int and schema > SCHEMA


def check_backups(places: Places) -> Iterator[Finding]:
    """Compare the backups with their checksums."""
    backups = Backups(places.backups)
    try:
        found = backups.all()
    except JournalError as trouble:
        yield fault_of(trouble)
        return
    for backup in found:
        try:
            backups.read(backup)
        except JournalError:
            yield fault(
                N_("The backup {path} is damaged: it is no longer what was kept. Remove it; it cannot be restored."),
                path=backup.path,
            )


def check_drafts(places: Places, tables: Tables) -> Iterator[Finding]:
    """Find the drafts of notes and forms that are not in the journal yet, and those that cannot be read."""
    from leadercli.journal.local.drafts import Drafts, FormDrafts

    drafts = Drafts(places.journal_state)
    people = tables.get(PEOPLE, {})
    for draft in drafts.all():
        yield note(
            N_("A note with {person} of {day} was not finished. Open the app to go on with it."),
            person=people.get(draft.person_id, {}).get("name", draft.person_id),
            day=_day(draft.day),
        )
    for path in [*drafts.unread(), *FormDrafts(places.journal_state).unread()]:
        yield fault(N_("What was typed and kept in {path} cannot be read. Look at it in a text editor."), path=path)


def _day(iso: str) -> date | str:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return iso


def _news(tables: Tables, theirs: Tables) -> int:
    """Count the records of another copy that are new, or newer."""
    changed = merged_tables(tables, theirs, LONG_TEXTS)[1]
    return sum(len(ids) for table, ids in changed.items() if table != FIRST)


def _id(tables: Tables) -> str:
    return str(tables[FIRST]["meta"]["journal_id"]) if tables else ""
