"""The records that are made of the marked lines of notes: what stands in them, and what was decided since."""

from __future__ import annotations

from collections.abc import Container
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from leadercli.journal.decode import moves_of
from leadercli.journal.encode import encoded
from leadercli.journal.text_form import Raw
from leadercli.model.entry.note_line import Captured
from leadercli.model.merge.deletion import is_deleted

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal

Made = dict[tuple[str, str], tuple[str, Raw]]
"""The records made of a note's lines, by table and line: id and record."""
TABLES = {"agreement": "agreements", "inbox": "inbox", "praise": "feedback", "better": "feedback"}


def made_of(journal: Journal, meeting_ids: Container[str]) -> dict[str, Made]:
    """Find the records made of lines, by their conversation, in one pass over each table."""
    found: dict[str, Made] = {}
    for table in sorted(set(TABLES.values())):
        for id_, raw in journal.table(table).items():
            if raw.get("line") and raw.get("meeting") in meeting_ids:
                found.setdefault(raw["meeting"], {})[table, raw["line"]] = (id_, raw)
    return found


def line_fields(captured: Captured | None, table: str, day: date) -> dict[str, Any]:
    """Tell what a line says of its record, as JSON values; nothing when it makes none in this table."""
    if captured is None or TABLES.get(captured.kind) != table:
        return {}
    fields: dict[str, Any] = {"text": captured.text, "person": captured.person_id, "private": captured.private}
    if table == "agreements":
        fields |= {"owner": captured.owner, "due": captured.due}
    if table == "feedback":
        fields |= {"kind": captured.kind, "follow_up": captured.due, "day": day}
    return encoded(fields)


def birth(table: str, moment: datetime) -> dict[str, Any]:
    """Tell what a new record has besides what its line says, as JSON values."""
    born: dict[str, Any] = {} if table == "feedback" else {"created": moment}
    if table == "agreements":
        born["state"] = "open"
    return encoded(born)


def is_settled(raw: Raw) -> bool:
    """Tell whether a record is done with, so that the same words written again mean another one."""
    return (raw.get("state") or "open") != "open" or bool(raw.get("raised") or raw.get("followed"))


def is_untouched(raw: Raw, said: dict[str, Any]) -> bool:
    """Tell whether nobody has decided anything about a record but its line, which said these fields."""
    if is_settled(raw) or moves_of(raw) or not said:
        return False
    return all((raw.get(name) or None) == (value or None) for name, value in said.items())


def unbinned(raw: Raw) -> dict[str, Any]:
    """Give the fields that take a record out of the bin, if it lies there."""
    return {"deleted": None, "unmarked": None} if is_deleted(raw) else {}


def is_binned_by_hand(raw: Raw) -> bool:
    """Tell whether someone put a record in the bin, and not the removal of its line."""
    return is_deleted(raw) and not raw.get("unmarked")
