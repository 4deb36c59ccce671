"""Two versions: what was written differently on several machines at once, to choose what holds."""

from __future__ import annotations

from textual.content import Content

from leadercli.errors import AppError
from leadercli.journal.history.conflicts import Unsettled, keep_both, settle, unsettled
from leadercli.locale import N_
from leadercli.model.schema import person_in
from leadercli.model.text import plain_line
from leadercli.tui.base.list_screen import DECISIONS, ListScreen
from leadercli.tui.history.conflict_content import VersionWords
from leadercli.tui.widgets.bindings import bindings
from leadercli.tui.widgets.rows import Cell, Column, Row, record_row
from leadercli.words.agreements import VERSIONS_TITLE
from leadercli.words.people import short_of

COLUMNS = (Column(12), Column(11, needs=50), Column(0), Column(18))
"""What it is, who, the words, which field."""


class VersionsScreen(ListScreen):
    """One line a question, and its versions below or beside the list."""

    ABOUT = N_(
        "When two machines change the same thing at the same time, both versions are kept, and you choose here which "
        "one holds. Until then the first one is shown everywhere. Notes are not asked about: of a note every line is "
        "kept. What you choose can be undone, which brings the question back."
    )
    PLACES = ("versions", "list", "app")
    BINDINGS = bindings("versions")
    WITHOUT = DECISIONS
    COLUMNS_SHOWN = COLUMNS
    TELLS_BELOW = True
    TELLS_VERSIONS = False
    CSS = """
    VersionsScreen.-narrow > Horizontal { layout: vertical; }
    VersionsScreen.-narrow > Horizontal > Vertical { height: 45%; }
    VersionsScreen.-narrow .detail {
        display: block; width: 100%; max-width: 100%; height: 55%; border-left: none; border-top: solid $rule;
    }
    VersionsScreen.-narrow .detail.-silent { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.top.title = self.texts.t(VERSIONS_TITLE)
        self._questions: dict[str, Unsettled] = {}

    def stand_on(self, row_id: str) -> None:
        """Put the cursor on the first question about a record."""
        self.list.stand_on(next((row.id for row in self.list.rows if row.id and row.key == row_id), row_id))

    def headline(self) -> str:
        """Say how many questions there are."""
        count = len(self._questions)
        return self.texts.n("{count} thing to choose", "{count} things to choose", count) if count else ""

    def empty_words(self) -> str:
        """Say that all is well."""
        return self.texts.t(
            "Nothing stands in two versions. When two machines change the same thing at the same time, both versions "
            "are kept, and you choose here which one holds. esc goes back."
        )

    def build_rows(self) -> list[Row]:
        """List the questions, those about one record together."""
        words = self._words
        questions = list(unsettled(self.journal))
        rows = [self._row(one, words) for one in questions]
        self._questions = {row.id: one for row, one in zip(rows, questions, strict=True)}
        return rows

    def more(self, row: Row | None) -> Content:
        """Show the versions."""
        one = self._questions.get(row.id) if row else None
        if one is None:
            return Content("")
        words = self._words
        title = Content.styled(words.record(one), "bold")
        return Content.assemble(title, "\n\n", words.versions(one, choosing=True))

    def action_keep(self, number: int) -> None:
        """Let one version hold."""
        row, one = self.list.row, self._question
        if row is None or one is None:
            return
        if number > len(one.values):
            count = len(one.values)
            self.notice(self.texts.t("There are only {count} versions.", count=count))
            return
        value = one.values[number - 1]
        try:
            self.list.let_go(row.id)
            settle(self.journal, one, value)
        except AppError as trouble:
            self.trouble(trouble)
        else:
            said = plain_line(self._words.value(one, value))
            self.notice(self.texts.t("Kept: {value} · u brings the question back", value=said))

    def action_both(self) -> None:
        """Let both hold, where that makes sense."""
        one = self._question
        if one is None:
            return
        try:
            keep_both(self.journal, one)
        except AppError as trouble:
            self.trouble(trouble)
        else:
            self.notice(self.texts.t("Both are kept · u brings the question back"))

    @property
    def _question(self) -> Unsettled | None:
        row = self.list.row
        return self._questions.get(row.id) if row else None

    @property
    def _words(self) -> VersionWords:
        return VersionWords(self.journal, self.texts, self.today)

    def _row(self, one: Unsettled, words: VersionWords) -> Row:
        raw = self.journal.raw(one.table, one.id)
        who = "" if one.table == "people" else short_of(self.journal.people)(person_in(one.table, one.id, raw))
        cells = (Cell(words.kind(one), "quiet"), Cell(who), Cell(words.record(one)), Cell(words.field(one), "accent"))
        return record_row(one.table, one.id, cells, apart=one.field)
