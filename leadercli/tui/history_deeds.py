"""Find the record that a row of a list is about, and show what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadercli.model.schema import KIND_OF, RecordRef
from leadercli.tui.widgets.rows import Row

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


TABLES = {kind: table for table, kind in KIND_OF.items()} | {
    "talk": "people",
    "draft": "meetings",
    "scale": "weigh_ins",
    "item": "scale_items",
}
"""The table of the record that a row of each kind is about."""


def place_of(journal: Journal, row: Row) -> RecordRef | None:
    """Find the record that a row is about; None when the journal holds none."""
    table, id_ = TABLES.get(row.kind, ""), row.record
    if row.kind == "draft":
        id_ = row.record.partition(":")[0]
    if row.kind == "scale" and "-W" in id_:
        from leadercli.journal.verbs.scale import week_id

        id_ = week_id(id_)
    return RecordRef(table, id_) if id_ in journal.table(table) else None
