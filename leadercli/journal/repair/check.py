"""Check a journal and all that this machine keeps about it. Nothing is written, and nothing is taken in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from leadercli.errors import AppError, JournalError
from leadercli.journal.file.format import is_empty, read_tables
from leadercli.journal.file.migration import newer_trouble
from leadercli.journal.file.storage import SCHEMA, schema_of
from leadercli.journal.local.last_known import known_id
from leadercli.journal.repair.check_files import (
    Taker,
    check_backups,
    check_beside,
    check_drafts,
    check_held,
    check_placeholder,
)
from leadercli.journal.repair.check_records import check_records, is_refused
from leadercli.journal.repair.findings import Checked, Finding, fault_of, note
from leadercli.journal.repair.salvage import salvage
from leadercli.locale import N_
from leadercli.model.schema import FIRST, Tables

if TYPE_CHECKING:
    from leadercli.places import Places


def check(places: Places) -> Checked:
    """Look at everything. Raises AppError where there has never been a journal."""
    tables: Tables = {}
    findings: list[Finding] = []
    readable = False
    try:
        content = _content(places)
        tables = read_tables(content, str(places.journal))
        readable = True
        findings += check_records(tables, content)
        if schema_of(tables) > SCHEMA:
            newer = newer_trouble(tables)
            findings.append(note(newer.message, **newer.values))
    except JournalError as trouble:
        findings.append(fault_of(trouble))
        findings += _rescuable(places)
    findings += check_placeholder(places.journal)
    taker = _taker(tables)
    findings += check_held(places, tables, taker)
    findings += check_beside(places, tables, taker)
    findings += check_backups(places)
    findings += check_drafts(places, tables)
    counts = {name: len(records) for name, records in tables.items() if name != FIRST and isinstance(records, dict)}
    return Checked(tuple(findings), readable, counts)


def _taker(tables: Tables) -> Taker:
    """Tell what brings together this journal and what lies beside it."""
    if not tables or is_refused(tables):
        return "repair"
    return "update" if schema_of(tables) > SCHEMA else "next"


def _content(places: Places) -> bytes:
    try:
        return places.journal.read_bytes()
    except FileNotFoundError:
        if not known_id(places):
            raise AppError(N_("There is no journal yet at {path}."), path=places.journal) from None
        raise JournalError(
            N_(
                "The journal {path} is missing, but there was one here. Wait for your cloud folder, put it back, or "
                "run `leadercli check --repair` to bring back what this machine holds of it."
            ),
            path=places.journal,
        ) from None
    except OSError as error:
        raise JournalError(
            N_("The journal {path} could not be read: {reason}."),
            path=places.journal,
            reason=error.strerror or str(error),
        ) from None


def _rescuable(places: Places) -> Iterator[Finding]:
    with suppress(OSError):
        content = places.journal.read_bytes()
        found = salvage(content)
        count = sum(one.count for one in found)
        if not is_empty(content):
            yield note(
                N_("Records that can still be read in it: {count}. Lines that cannot: {unread}."),
                count=count,
                unread=sum(one.unread for one in found),
            )
