"""What may leave the program: everything or what belongs to one person, and only what is not private unless asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from leadercli.journal.file.format import Raw
from leadercli.model.entry.note_line import without_private
from leadercli.model.entry.tokens import is_private_line
from leadercli.model.merge.deletion import is_deleted

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal

OF_A_PERSON = ("meetings", "agreements", "inbox", "feedback")
OF_THE_LEADER = ("scale_items", "weigh_ins")
KNOWN = ("people", *OF_A_PERSON, *OF_THE_LEADER)


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
        if private:
            yield id_, raw
        elif not raw.get("private"):
            yield id_, _shareable(table, raw)


def _belongs(table: str, id_: str, raw: Raw, person_id: str) -> bool:
    if table == "people":
        return id_ == person_id
    return table in OF_A_PERSON and person_id in (raw.get("person"), raw.get("owner"))


def _shareable(table: str, raw: Raw) -> Raw:
    name = "text" if table == "meetings" else "source"
    words = raw.get(name)
    if not isinstance(words, str) or "%" not in words:
        return raw
    if name == "text":
        return {**raw, "text": without_private(words)}
    return {name: value for name, value in raw.items() if name != "source"} if is_private_line(words) else raw
