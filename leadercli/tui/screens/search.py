"""Search everything as one types, and jump to the hit."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from leadercli.journal.search import Hit, Search
from leadercli.locale import N_
from leadercli.model.dates.format import format_day
from leadercli.model.schema import table_of
from leadercli.tui.base.screen import LeaderScreen
from leadercli.tui.widgets.bindings import bindings
from leadercli.tui.widgets.field import Field
from leadercli.tui.widgets.row_list import RowList
from leadercli.tui.widgets.rows import Cell, Column, Row, record_row
from leadercli.words.agreements import NameOf
from leadercli.words.fields import KIND_NAMES
from leadercli.words.people import short_of

COLUMNS = (Column(17), Column(11), Column(10), Column(0))


class SearchScreen(LeaderScreen):
    """A field over the hits."""

    ABOUT = N_("Every word must occur; case and accents do not matter. Lines only for you are found here too.")
    PLACES = ("search",)
    BINDINGS = bindings("search")
    DEFAULT_CSS = """
    SearchScreen Field, SearchScreen Field:focus { padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._search = Search(self.journal)
        self._field = Field(placeholder=self.texts.t("words, a name, or both"))
        self._list = RowList(COLUMNS, led=True)
        self._list.can_focus = False

    def compose_body(self) -> ComposeResult:
        """A field over a list."""
        yield self._field
        yield self._list

    def on_mount(self) -> None:
        """Begin to type at once."""
        super().on_mount()
        self._field.focus()

    def reload(self) -> None:
        """Search again in what the journal holds now."""
        hits = self._search.find(self._field.value, private=True) if self._field.value.strip() else []
        short = short_of(self.journal.people)
        self._list.show([self._row(hit, short) for hit in hits])
        count = self.texts.n("{count} hit", "{count} hits", len(hits)) if self._field.value.strip() else ""
        self.top.title = f"{self.texts.t('Search')} · {count}" if count else self.texts.t("Search")

    @on(Input.Changed)
    def _typed(self) -> None:
        self.reload()

    def action_cursor_down(self) -> None:
        """Next hit."""
        self._list.action_cursor_down()

    def action_cursor_up(self) -> None:
        """Hit before."""
        self._list.action_cursor_up()

    @on(RowList.Clicked)
    def action_open(self) -> None:
        """Go to the hit."""
        row = self._list.row
        kind = self.shell.kind(row.kind) if row else None
        if kind and row:
            kind.open(self, row)

    def action_close(self) -> None:
        """Go back."""
        self.shell.back()

    def _row(self, hit: Hit, short: NameOf) -> Row:
        day = format_day(hit.day, self.today, self.texts.lang) if hit.day else ""
        name = self.texts.t(KIND_NAMES[hit.kind])
        who = short(hit.person_id)
        cells = (Cell(day, "quiet"), Cell(name, "quiet"), Cell(who), Cell(hit.snippet))
        return record_row(table_of(hit.kind), hit.id, cells)
