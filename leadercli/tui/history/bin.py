"""The bin: what was put there, and taking it back; undo and redo from any screen."""

from __future__ import annotations

from leadercli.errors import AppError
from leadercli.journal.history.bin import Binned, binned, take_out
from leadercli.journal.history.undo import Undone, redo, undo
from leadercli.journal.journal import Journal
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.schema import KIND_OF, RecordRef, day_of
from leadercli.tui.base.list_screen import DECISIONS, ListScreen
from leadercli.tui.widgets.bindings import bindings
from leadercli.tui.widgets.rows import Cell, Column, Row, record_row, row_id, row_kind
from leadercli.words.fields import KIND_NAMES, moment_words
from leadercli.words.history import made_again_words, record_words, undone_words
from leadercli.words.people import short_of


class BinScreen(ListScreen):
    """One line for each thing in the bin, the latest first."""

    ABOUT = N_(
        "What was put in the bin in the last 30 days, by you or because its line was removed from a note. One key "
        "takes it back. What is older stays in the journal and v shows it: nothing is ever lost here by itself."
    )
    PLACES = ("bin", "list", "app")
    BINDINGS = bindings("bin")
    WITHOUT = (*DECISIONS, "open")
    COLUMNS_SHOWN = (Column(18, fits=True), Column(12, fits=True), Column(14, needs=50, fits=True), Column(0))

    def __init__(self) -> None:
        super().__init__()
        self.top.title = self.texts.t("Bin")
        self._everything = False
        self._lying: dict[RecordRef, Binned] = {}

    def headline(self) -> str:
        """Say how much lies here, and since when."""
        if not self._lying:
            return ""
        count = len(self._lying)
        if self._everything:
            return self.texts.n("{count} thing in the bin", "{count} things in the bin", count)
        return self.texts.n(
            "{count} thing put here in the last 30 days", "{count} things put here in the last 30 days", count
        )

    def empty_words(self) -> str:
        """Say that it is empty, and what would be here."""
        if self._everything:
            return self.texts.t("The bin is empty. What you put in it with D can be taken back here.")
        return self.texts.t(
            "Nothing was put in the bin in the last 30 days. What you put in it with D can be taken back here.\n"
            "v shows what is older."
        )

    def build_rows(self) -> list[Row]:
        """List what lies here."""
        found = binned(self.journal, self.shell.clock(), everything=self._everything)
        self._lying = {RecordRef(one.table, one.id): one for one in found}
        short = short_of(self.journal.people)
        return [self._row(one, "" if one.table == "people" else short(one.person_id)) for one in found]

    def action_restore(self) -> None:
        """Take it back."""
        row = self.list.row
        place = row.ref if row else None
        one = self._lying.get(place) if place else None
        if row is None or one is None:
            return
        self.let_go(row.id)
        try:
            take_out(self.journal, one.table, one.id)
        except AppError as trouble:
            self.trouble(trouble)
            return
        self.notice(self._said(one))

    def action_open(self) -> None:
        """Take it back, for who clicks."""
        self.action_restore()

    def action_show_all(self) -> None:
        """Show what is older than 30 days too, or not."""
        self._everything = not self._everything
        self.reload()

    def _said(self, one: Binned) -> str:
        texts = self.texts
        person = self.journal.people.get(one.person_id)
        if person and person.deleted:
            return texts.t("Taken back: {what} · {name} lies in the bin too", what=self._words(one), name=person.name)
        return texts.t("Taken back: {what} · u puts it back in the bin", what=self._words(one))

    def _row(self, one: Binned, who: str) -> Row:
        kind = KIND_OF[one.table]
        when = moment_words(one.at, self.today, self.texts.lang) if one.at else "–"
        name = self.texts.t(KIND_NAMES[kind])
        cells = (Cell(when, "quiet"), Cell(name, "quiet"), Cell(who), Cell(self._words(one)))
        return record_row(one.table, one.id, cells)

    def _words(self, one: Binned) -> str:
        return record_words(one.table, one.what, day_of(one.table, one.record), self.texts, self.today)


def take_back(journal: Journal, since: str, texts: Texts) -> tuple[str, str]:
    """Undo the latest change made since a moment. Returns what to say, and the id of the row it was about, or ""."""
    try:
        undone = undo(journal, since=since)
    except AppError as trouble:
        return trouble.sentence(texts), ""
    return _words(undone, undone_words(undone.entry, texts), texts), _row_id(undone)


def do_again(journal: Journal, texts: Texts) -> tuple[str, str]:
    """Make the change that was undone last again. Returns what to say, and the id of the row it was about, or ""."""
    try:
        redone = redo(journal)
    except AppError as trouble:
        return trouble.sentence(texts), ""
    return _words(redone, made_again_words(redone.entry, texts), texts), _row_id(redone)


def _words(undone: Undone, said: str, texts: Texts) -> str:
    return texts.t("{undone} – it had been changed since", undone=said) if undone.changed_since else said


def _row_id(undone: Undone) -> str:
    first = next(iter(undone.entry.fields), None)
    kind = KIND_OF.get(first.table, "") if first else ""
    return row_id(kind, first.record) if first and kind and kind == row_kind(first.table) else ""
