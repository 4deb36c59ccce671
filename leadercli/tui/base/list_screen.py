"""A screen with one list: single keys act where the cursor stands, and at 120 columns a second column tells more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from leadercli.errors import AppError
from leadercli.tui.base.screen import LeaderScreen
from leadercli.tui.history_deeds import place_of
from leadercli.tui.widgets.bindings import row_bindings
from leadercli.tui.widgets.row_list import RowList
from leadercli.tui.widgets.rows import Column, Row

DECISIONS = ("done", "move", "drop", "edit", "delete")
"""The actions that decide on the record where the cursor stands."""

COLUMNS = (
    Column(13),
    Column(0),
    Column(13, needs=50, fits=True),
    Column(11, fits=True),
    Column(13, needs=66, fits=True),
)
"""When, what, who, owner, trouble."""


class ListScreen(LeaderScreen):
    """One list with its headline and its second column. Subclasses give `build_rows`, `headline` and `empty_words`."""

    BINDINGS = row_bindings()
    AUTO_FOCUS = "RowList"
    COLUMNS_SHOWN: Sequence[Column] = COLUMNS
    TELLS_BELOW: ClassVar[bool] = False
    """Whether more is told below the list where there is no room beside it."""
    WITHOUT: ClassVar[tuple[str, ...]] = ()
    """The actions of lists that make no sense in this one."""

    def __init__(self) -> None:
        super().__init__()
        self.list = RowList(self.COLUMNS_SHOWN)
        self._headline = Static(classes="headline")
        self._empty = Static(classes="empty")
        self._detail = Static()
        self._detail_column = VerticalScroll(classes="detail", can_focus=False)

    @property
    def acting_on(self) -> Row | None:
        """The row that keys act on, named after its record."""
        return self.list.row

    @property
    def about(self) -> str:
        """The id of the person that the cursor's row is about, "" for none."""
        row = self.acting_on
        return person_of(self, row) if row else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether an action makes sense here."""
        del parameters
        return action not in self.WITHOUT

    def stand_on(self, row_id: str) -> None:
        """Put the cursor on a row, if it is shown."""
        self.list.stand_on(row_id)

    def let_go(self, row_id: str) -> None:
        """Expect that a row is decided on."""
        self.list.let_go(row_id)

    def build_rows(self) -> list[Row]:
        """Make the rows from what the journal holds."""
        return []

    def headline(self) -> str:
        """Say in one line what is shown."""
        return ""

    def empty_words(self) -> str:
        """Say what to do when there are no rows, with the one key to press."""
        return ""

    def words_above(self, rows: Sequence[Row]) -> str:
        """Say what stands over the rows: what to do when there are none."""
        return "" if any(row.id for row in rows) else self.empty_words()

    def more(self, row: Row | None) -> Content:
        """Tell more about the cursor's row, for the second column."""
        from leadercli.tui.details import detail

        return detail(self, row) if row else Content("")

    def compose_body(self) -> ComposeResult:
        """Headline over the list, and the second column beside it."""
        with Horizontal():
            with Vertical():
                yield self._headline
                yield self._empty
                yield self.list
            with self._detail_column:
                yield self._detail

    def reload(self) -> None:
        """Show what the journal holds now; the cursor stays."""
        rows = self.build_rows()
        self.list.show(rows)
        self._headline.update(Content(self.headline()))
        words = self.words_above(rows)
        self._empty.update(Content(words))
        self._empty.set_class(bool(words), "-shown")
        self._tell_more()

    @on(RowList.Moved)
    def _tell_more(self) -> None:
        row = self.list.row
        if self.has_class("-wide") or self.TELLS_BELOW:
            from leadercli.tui.history.conflict_content import with_versions

            more = with_versions(self, row, self.more(row))
            self._detail.update(more)
            self._detail_column.set_class(not more.plain, "-silent")

    def on_resize(self) -> None:
        """Fill the second column when it opens."""
        self.call_after_refresh(self._tell_more)

    @on(RowList.Clicked)
    def _open_clicked(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Open what the cursor stands on."""
        from leadercli.tui.opening_rows import open_row

        self._act(open_row)

    def action_done(self) -> None:
        """Done."""
        from leadercli.tui.deeds import done

        self._act(done)

    def action_move(self) -> None:
        """New date."""
        from leadercli.tui.date_deeds import move

        self._act(move)

    def action_drop(self) -> None:
        """Let go."""
        from leadercli.tui.deeds import drop

        self._act(drop)

    def action_edit(self) -> None:
        """Reword."""
        from leadercli.tui.word_deeds import edit

        self._act(edit)

    def action_delete(self) -> None:
        """Put in the bin."""
        from leadercli.tui.deeds import delete

        self._act(delete)

    def action_history(self) -> None:
        """Show what became of it."""

        self._act(show_history)

    def _act(self, deed: Callable[[LeaderScreen, Row], None]) -> None:
        row = self.acting_on
        if row is None:
            return
        try:
            deed(self, row)
        except AppError as trouble:
            self.trouble(trouble)


def person_of(screen: LeaderScreen, row: Row) -> str:
    """Find whom a row is about."""
    journal = screen.journal
    if row.kind in ("person", "talk"):
        return row.record
    if row.kind == "agreement":
        agreement = journal.agreements.get(row.record)
        return agreement.person_id if agreement else ""
    shelves = {"inbox": journal.inbox.table, "feedback": journal.feedback.table, "meeting": journal.meetings.table}
    table = shelves.get(row.kind)
    record = table.get(row.record) if table is not None else None  # type: ignore[attr-defined]
    return record.person_id if record else ""


def show_history(screen: LeaderScreen, row: Row) -> None:
    """Open the history of what a row is about."""
    place = place_of(screen.journal, row)
    if place is None:
        screen.notice(screen.texts.t("Nothing has been written here yet, so there is no history."))
        return
    from leadercli.tui.history.history import HistoryScreen

    screen.leader.push_screen(HistoryScreen(place))
