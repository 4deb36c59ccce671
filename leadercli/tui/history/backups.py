"""The backups: which there are, how far each is from now, and putting one back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from leadercli.errors import AppError
from leadercli.journal.history.restore_backup import Restored, changes_to, counts, read_backup, restore
from leadercli.journal.local.backups import Backup, Backups
from leadercli.journal.store.change import Change
from leadercli.journal.store.table import words_of
from leadercli.locale import N_
from leadercli.model.merge.deletion import is_deleted
from leadercli.model.schema import KIND_OF, day_of
from leadercli.model.text import plain_line
from leadercli.tui.base.list_screen import DECISIONS, ListScreen
from leadercli.tui.widgets.bindings import bindings
from leadercli.tui.widgets.prompt import Question
from leadercli.tui.widgets.rows import Cell, Column, Row
from leadercli.words.fields import KIND_NAMES, moment_words
from leadercli.words.history import AS_IN_BACKUP, BACKUP_KINDS, counts_words, record_words, size_words

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal
    from leadercli.locale.texts import Texts


PAUSE = 0.01
"""Seconds between two backups that are read, in which keys are taken."""


class BackupsScreen(ListScreen):
    """One line for each backup, the latest first. How far each is from now is counted one after the other."""

    ABOUT = N_(
        "Copies of the whole journal that this machine keeps: one before the first change of each hour, and what was "
        "moved aside. Restoring makes the journal what it was then: what has come since goes to the bin, and u takes "
        "it all back. The present journal is kept as a backup first."
    )
    PLACES = ("backups", "list", "app")
    BINDINGS = bindings("backups")
    WITHOUT = (*DECISIONS, "open", "history")
    COLUMNS_SHOWN = (
        Column(23, fits=True),
        Column(8, right=True, fits=True),
        Column(24, fits=True),
        Column(0),
    )

    def __init__(self) -> None:
        super().__init__()
        self.top.title = self.texts.t("Backups")
        self._backups = Backups(self.journal.places.backups)
        self._known: dict[str, Backup] = {}
        self._differences: dict[str, Difference] = {}

    def headline(self) -> str:
        """Say how many there are."""
        count = len(self._known)
        return self.texts.n("{count} backup on this machine", "{count} backups on this machine", count) if count else ""

    def empty_words(self) -> str:
        """Say when there will be some."""
        return self.texts.t(
            "There are no backups yet. One is kept before the first change of each hour. esc goes back."
        )

    def build_rows(self) -> list[Row]:
        """List what is kept."""
        try:
            found = self._backups.all()
        except AppError as trouble:
            self.trouble(trouble)
            found = []
        self._known = {one.id: one for one in found}
        return [self._row(one) for one in found]

    def reload(self) -> None:
        """Show the backups, and count anew how far each is from the journal as it is now."""
        self._differences = {}
        super().reload()
        self.set_timer(PAUSE, self._count_next)

    def more(self, row: Row | None) -> Content:
        """Tell what restoring would do."""
        backup = self._known.get(row.id) if row else None
        if backup is None:
            return Content("")
        found = self._differences.get(backup.id)
        return difference_detail(backup, found, self.journal, self.texts, self.today)

    def action_restore(self) -> None:
        """Ask, and restore."""
        row = self.list.row
        backup = self._known.get(row.id) if row else None
        if backup is None:
            return
        found = self._difference(backup)
        if found.trouble:
            self.trouble(found.trouble)
            return
        if not found.count:
            self.notice(self.texts.t(AS_IN_BACKUP))
            return
        when = self._when(backup)
        what = counts_words(found.changed, found.back, found.binned, self.texts)
        self.prompt.ask(
            Question(
                f"restore:{backup.id}",
                self.texts.t("Restore {when}?", when=when),
                lambda _, __: self._restore(backup),
                preview=lambda _: self.texts.t("⏎ restores: {what} · esc leaves it", what=what),
            )
        )

    def action_open(self) -> None:
        """Restore, for who clicks."""
        self.action_restore()

    def _restore(self, backup: Backup) -> None:
        done = restore(self.journal, self._backups, backup)
        self.reload()
        self.notice(self._said(done))

    def _said(self, done: Restored) -> str:
        what = counts_words(done.changed, done.back, done.binned, self.texts)
        return self.texts.t("Restored {when}: {what} · u takes it back", when=self._when(done.backup), what=what)

    def _count_next(self) -> None:
        """Read one backup that has not been compared, and come again for the next."""
        waiting = next((one for one in self._known.values() if one.id not in self._differences), None)
        if waiting is None or not self.is_mounted:
            return
        self._difference(waiting)
        self.list.show([self._row(one) for one in self._known.values()])
        self._tell_more()
        self.set_timer(PAUSE, self._count_next)

    def _difference(self, backup: Backup) -> Difference:
        if backup.id not in self._differences:
            self._differences[backup.id] = difference(self.journal, self._backups, backup)
        return self._differences[backup.id]

    def _row(self, one: Backup) -> Row:
        cells = (
            Cell(self._when(one)),
            Cell(size_words(one.size), "quiet"),
            Cell(self.texts.t(BACKUP_KINDS.get(one.kind, one.kind)), "quiet"),
            Cell(
                difference_words(self._differences.get(one.id), self.texts), "", f"  {one.label}" if one.label else ""
            ),
        )
        return Row(one.id, cells)

    def _when(self, one: Backup) -> str:
        return moment_words(one.at, self.today, self.texts.lang)


LISTED = 12
"""How many records are told by name."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What restoring would write. `trouble` when the backup cannot be restored."""

    changes: tuple[Change, ...] = ()
    changed: int = 0
    back: int = 0
    binned: int = 0
    trouble: AppError | None = None

    @property
    def count(self) -> int:
        """How many records differ."""
        return self.changed + self.back + self.binned


def difference(journal: Journal, backups: Backups, backup: Backup) -> Difference:
    """Compare a backup with the journal."""
    try:
        changes = changes_to(journal, read_backup(backups, backup, journal.id))
    except AppError as trouble:
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
    raw = {**journal.raw(change.table, change.id), **change.fields}
    if change.table not in KIND_OF:
        return plain_line(f"{change.table} {change.id}")
    what = words_of(change.table, raw)
    words = record_words(change.table, what, day_of(change.table, raw), texts, today)
    return plain_line(f"{texts.t(KIND_NAMES[KIND_OF[change.table]])}: {words}")
