"""What may leave the program: everything or what belongs to one person, and only what is not private unless asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from leadercli.model.merge.deletion import is_deleted
from leadercli.model.privacy import shared_record
from leadercli.model.schema import ITSELF, PEOPLE, TABLES, Raw, row_of

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


def tables_of_a_person() -> list[str]:
    """Name the tables whose records are about a person."""
    return [table for table, row in TABLES.items() if row.person and row.person != ITSELF]


def tables_of_the_leader() -> list[str]:
    """Name the tables whose records are about nobody but the leader."""
    return [table for table, row in TABLES.items() if not row.person]


def leaving(journal: Journal, table: str, *, person_id: str = "", private: bool = False) -> Iterator[tuple[str, Raw]]:
    """Give the records of a table that leave, by id. What lies in the bin stays.

    With a `person_id` only what belongs to that person: about them, or owned by them. Without `private`, private
    records stay, and so do the private lines of a note. The records are the journal's own, not to be changed.
    """
    records = journal.table(table)
    for id_ in sorted(records) if isinstance(records, Mapping) else ():
        raw = records[id_]
        if not isinstance(raw, dict) or is_deleted(raw):
            continue
        if person_id and not _belongs(table, id_, raw, person_id):
            continue
        shared = shared_record(table, raw, private=private)
        if shared is not None:
            yield id_, shared


def _belongs(table: str, id_: str, raw: Raw, person_id: str) -> bool:
    row = row_of(table)
    if row.person == ITSELF:
        return id_ == person_id
    return any(raw.get(one.field) == person_id for one in row.references if one.table == PEOPLE)
