"""How far a backup is from the journal as it is now, in numbers and words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from leadercli.errors import Trouble
from leadercli.journal.history.restore_backup import changes_to, counts, read_backup
from leadercli.journal.local.backups import Backup, Backups
from leadercli.journal.store.change import Change
from leadercli.journal.store.table import KINDS, day_of, words_of
from leadercli.locale.backup_words import BACKUP_KINDS
from leadercli.locale.field_words import moment_words
from leadercli.locale.kind_names import KIND_NAMES
from leadercli.locale.version_words import record_words
from leadercli.model.merge.deletion import is_deleted
from leadercli.model.text import plain_line

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal
    from leadercli.locale.texts import Texts

LISTED = 12
"""How many records are told by name."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What restoring would write. `trouble` when the backup cannot be restored."""

    changes: tuple[Change, ...] = ()
    changed: int = 0
    back: int = 0
    binned: int = 0
    trouble: Trouble | None = None

    @property
    def count(self) -> int:
        """How many records differ."""
        return self.changed + self.back + self.binned


def difference(journal: Journal, backups: Backups, backup: Backup) -> Difference:
    """Compare a backup with the journal."""
    try:
        changes = changes_to(journal, read_backup(backups, backup, journal.id))
    except Trouble as trouble:
        return Difference(trouble=trouble)
    return Difference(tuple(changes), *counts(journal, changes))


def difference_words(found: Difference | None, texts: Texts) -> str:
    """Say how far a backup is from now; "…" while it is not known."""
    if found is None:
        return "…"
    if found.trouble:
        return texts.t("cannot be restored")
    if not found.count:
        return texts.t("as now")
    return texts.n("{count} record differs", "{count} records differ", found.count)


def difference_detail(backup: Backup, found: Difference | None, journal: Journal, texts: Texts, today: date) -> Content:
    """Say what a backup is, and which records would be others if it were restored."""
    parts: list[Content | str | tuple[str, str]] = [
        (moment_words(backup.at, today, texts.lang), "bold"),
        "\n",
        (texts.t(BACKUP_KINDS.get(backup.kind, backup.kind)), "$quiet"),
    ]
    if backup.label:
        parts += ["\n", (plain_line(backup.label), "$quiet")]
    if found is None:
        return Content.assemble(*parts)
    if found.trouble:
        return Content.assemble(*parts, "\n\n", plain_line(found.trouble.sentence(texts)))
    for title, changes in _groups(found, journal, texts):
        parts += ["\n\n", (title, "bold $accent")]
        parts += [f"\n{_words(change, journal, texts, today)}" for change in changes[:LISTED]]
        if len(changes) > LISTED:
            more = len(changes) - LISTED
            parts += ["\n", (texts.n("and {count} more", "and {count} more", more), "$quiet")]
    return Content.assemble(*parts)


def _groups(found: Difference, journal: Journal, texts: Texts) -> list[tuple[str, list[Change]]]:
    back: list[Change] = []
    changed: list[Change] = []
    binned: list[Change] = []
    for change in found.changes:
        present = journal.table(change.table).get(change.id)
        if change.fields.get("deleted"):
            binned.append(change)
        elif present is None or is_deleted(present):
            back.append(change)
        else:
            changed.append(change)
    groups = [
        (texts.t("Would be changed"), changed),
        (texts.t("Would be brought back"), back),
        (texts.t("Would be put in the bin"), binned),
    ]
    return [(title, changes) for title, changes in groups if changes]


def _words(change: Change, journal: Journal, texts: Texts, today: date) -> str:
    raw = {**journal.table(change.table).get(change.id, {}), **change.fields}
    if change.table not in KINDS:
        return plain_line(f"{change.table} {change.id}")
    what = words_of(change.table, raw)
    words = record_words(change.table, what, day_of(change.table, raw), texts, today)
    return plain_line(f"{texts.t(KIND_NAMES[KINDS[change.table]])}: {words}")
