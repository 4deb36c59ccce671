"""Say beside a list what of the record under the cursor stands in two versions. Costs nothing when nothing does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadercli.model.merge.conflicts import unsettled_fields

if TYPE_CHECKING:
    from textual.content import Content

    from leadercli.tui.rows import Row
    from leadercli.tui.screens.base import LeaderScreen

TABLES = {
    "agreement": "agreements",
    "inbox": "inbox",
    "feedback": "feedback",
    "meeting": "meetings",
    "person": "people",
}
"""The tables of what rows are about."""


def with_versions(screen: LeaderScreen, row: Row | None, more: Content) -> Content:
    """Put over what is told of a row which of its fields stand in two versions, and the key that chooses."""
    table = TABLES.get(row.kind, "") if row else ""
    if row is None or not unsettled_fields(table, screen.journal.table(table).get(row.record, {})):
        return more
    from leadercli.tui.version_words import versions_above

    return versions_above(screen, table, row.record, more)
