"""A screen with one list: single keys act where the cursor stands, and at 120 columns a second column tells more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from leadercli.errors import AppError
from leadercli.model.merge.conflicts import unsettled_fields
from leadercli.model.schema import KIND_OF
from leadercli.tui.base.screen import LeaderScreen
from leadercli.tui.widgets.bindings import row_bindings
from leadercli.tui.widgets.row_list import RowList
from leadercli.tui.widgets.rows import Column, Row

if TYPE_CHECKING:
    from leadercli.tui.base.shell import RecordKind

DECISIONS = ("done", "move", "drop", "edit", "delete")
"""The actions that decide on the record where the cursor stands."""
OF_A_ROW = ("open", *DECISIONS)
"""The actions whose keys are hidden where a row does not offer them."""

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
    TELLS_VERSIONS: ClassVar[bool] = True
    """Whether above what is told of a record stands which of its fields are in two versions."""

    def __init__(self) -> None:
        super().__init__()
        self.list = RowList(self.COLUMNS_SHOWN)
        self._headline = Static(classes="headline")
        self._empty = Static(classes="empty")
        self._detail = Static()
        self._detail_column = VerticalScroll(classes="detail", can_focus=False)
        self._offered: tuple[str, ...] = ()

    @property
    def about(self) -> str:
        """The id of the person that the cursor's row is about, "" for none."""
        row = self.list.row
        kind = self.kind_of(row)
        return kind.about(self.journal, row) if kind and row else ""

    def kind_of(self, row: Row | None) -> RecordKind | None:
        """Find what a row answers to keys."""
        return self.shell.kind(row.kind) if row else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether an action makes sense here, where the cursor stands."""
        del parameters
        if action in self.WITHOUT:
            return False
        if action not in OF_A_ROW or not self.is_mounted:
            return True
        row = self.list.row
        kind = self.kind_of(row)
        return row is not None and kind is not None and kind.offers(action, self.journal, row)

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
        kind = self.kind_of(row)
        return kind.detail(self, row) if kind and row else Content("")

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
        offered = tuple(action for action in OF_A_ROW if self.check_action(action, ()))
        if offered != self._offered:
            self._offered = offered
            self.refresh_bindings()
        if self.has_class("-wide") or self.TELLS_BELOW:
            more = self._with_versions(row, self.more(row))
            self._detail.update(more)
            self._detail_column.set_class(not more.plain, "-silent")

    def _with_versions(self, row: Row | None, more: Content) -> Content:
        """Put over what is told of a row which of its fields stand in two versions. Costs nothing when none does.

        A row that is called otherwise than its record tells of something else.
        """
        ref = row.ref if row and self.TELLS_VERSIONS else None
        if row is None or ref is None or row.kind != KIND_OF[ref.table]:
            return more
        if not unsettled_fields(ref.table, self.journal.raw(ref.table, ref.id)):
            return more
        return self.shell.with_versions(self, ref, more)

    def on_resize(self) -> None:
        """Fill the second column when it opens."""
        self.call_after_refresh(self._tell_more)

    @on(RowList.Clicked)
    def _open_clicked(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Open what the cursor stands on."""
        self._act(lambda kind, row: kind.open(self, row))

    def action_done(self) -> None:
        """Done."""
        self._act(lambda kind, row: kind.done(self, row))

    def action_move(self) -> None:
        """New date."""
        self._act(lambda kind, row: kind.move(self, row))

    def action_drop(self) -> None:
        """Let go."""
        self._act(lambda kind, row: kind.drop(self, row))

    def action_edit(self) -> None:
        """Reword."""
        self._act(lambda kind, row: kind.edit(self, row))

    def action_delete(self) -> None:
        """Put in the bin."""
        self._act(lambda kind, row: kind.delete(self, row))

    def action_history(self) -> None:
        """Show what became of it."""
        row = self.list.row
        if row is None:
            return
        if row.ref and row.ref.id in self.journal.table(row.ref.table):
            self.shell.open("history", row.ref)
        else:
            self.notice(self.texts.t("Nothing has been written here yet, so there is no history."))

    def _act(self, action: Callable[[RecordKind, Row], None]) -> None:
        row = self.list.row
        kind = self.kind_of(row)
        if kind is None or row is None:
            return
        try:
            action(kind, row)
        except AppError as trouble:
            self.trouble(trouble)
