"""A list of rows with a cursor that builds only the lines that are seen, so that 10,000 rows cost what 20 do."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from leadercli.model.text import plain_line
from leadercli.tui.widgets.bindings import cursor_bindings
from leadercli.tui.widgets.rows import GAP, Column, ColumnWidths, Placed, Row, Tone, fitted

MARKER = "▸ "


class RowList(ScrollView, can_focus=True):
    """Show rows in columns. The cursor stands on a row with an id and stays there when rows change."""

    BINDINGS = cursor_bindings()
    COMPONENT_CLASSES = {
        "row-list--quiet",
        "row-list--overdue",
        "row-list--accent",
        "row-list--heading",
        "row-list--praise",
        "row-list--cursor",
        "row-list--cursor-blurred",
    }
    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .row-list--quiet { color: $quiet; }
        & > .row-list--overdue { color: $overdue; text-style: bold; }
        & > .row-list--accent { color: $accent; }
        & > .row-list--heading { color: $accent; text-style: bold; }
        & > .row-list--praise { color: $praise; }
        & > .row-list--cursor { background: $mark; color: $mark-text; text-style: bold; }
        & > .row-list--cursor-blurred { text-style: bold; }
    }
    """

    cursor: reactive[int] = reactive(-1, repaint=False)

    class Moved(Message):
        """The cursor stands on another row, or on none (`row` is None)."""

        def __init__(self, row_list: RowList, row: Row | None) -> None:
            super().__init__()
            self.row_list = row_list
            self.row = row

    class Clicked(Message):
        """The row under the cursor was clicked once more."""

    def __init__(self, columns: Sequence[Column], *, led: bool = False) -> None:
        """Make a list with columns. `led`: a field above leads the cursor, which is then always shown strongly."""
        super().__init__()
        self._widths = ColumnWidths(columns)
        self._led = led
        self._rows: Sequence[Row] = ()
        self._let_go = ""

    @property
    def row(self) -> Row | None:
        """The row that the cursor stands on."""
        return self._rows[self.cursor] if 0 <= self.cursor < len(self._rows) else None

    @property
    def rows(self) -> Sequence[Row]:
        """All rows, headings too."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows. The cursor stays on its row, or on the one that takes its place."""
        before, at = self.row, max(self.cursor, 0)
        self._rows = rows
        self._widths.fit(rows)
        self.virtual_size = Size(self.size.width, len(rows))
        stays = before is not None and before.id != self._let_go
        self._let_go = ""
        found = self._find(before.id, at) if before and stays else -1
        target = found if found >= 0 else self._nearest(at)
        changed = target == self.cursor
        self.set_reactive(RowList.cursor, target)
        self.refresh()
        self._keep_in_sight()
        if not changed or self.row != before:
            self.post_message(self.Moved(self, self.row))

    def let_go(self, row_id: str) -> None:
        """Let the cursor go on to what takes this row's place, when other rows are shown next, and not after it."""
        self._let_go = row_id

    def stand_on(self, row_id: str) -> None:
        """Put the cursor on the row with this id, if there is one."""
        found = self._find(row_id, 0)
        if found >= 0:
            self.cursor = found

    def watch_cursor(self) -> None:
        """Repaint and tell."""
        self.refresh()
        self._keep_in_sight()
        self.post_message(self.Moved(self, self.row))

    def action_cursor_down(self) -> None:
        """Go to the next row."""
        self._step(1)

    def action_cursor_up(self) -> None:
        """Go to the row before."""
        self._step(-1)

    def action_page_down(self) -> None:
        """Go a page on."""
        self._step(1, max(1, self.size.height - 1))

    def action_page_up(self) -> None:
        """Go a page back."""
        self._step(-1, max(1, self.size.height - 1))

    def action_first(self) -> None:
        """Go to the first row."""
        self.cursor = self._nearest(0)

    def action_last(self) -> None:
        """Go to the last row."""
        self.cursor = self._nearest(len(self._rows) - 1)

    def action_next_group(self) -> None:
        """Go to the first row of the next group, from the last group to the first."""
        for at in range(self.cursor + 1, len(self._rows)):
            if not self._rows[at].id:
                self.cursor = self._nearest(at)
                return
        self.action_first()

    def on_click(self, event: events.Click) -> None:
        """Stand where the mouse points; open on a second click."""
        at = event.y + round(self.scroll_y)
        if 0 <= at < len(self._rows) and self._rows[at].id:
            if at == self.cursor:
                self.post_message(self.Clicked())
            self.cursor = at

    def on_resize(self) -> None:
        """Fit the rows to the new width."""
        self.virtual_size = Size(self.size.width, len(self._rows))
        self._keep_in_sight()

    def on_focus(self) -> None:
        """Show the cursor strongly."""
        self.refresh()

    def on_blur(self) -> None:
        """Show the cursor weakly."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is seen."""
        at = y + round(self.scroll_y)
        width = self.scrollable_content_region.width
        base = self.rich_style
        if not 0 <= at < len(self._rows):
            return Strip.blank(width, base)
        row = self._rows[at]
        if not row.id:
            return self._heading(row, width, base)
        marked = at == self.cursor
        if marked:
            name = "cursor" if self.has_focus or self._led else "cursor-blurred"
            base = base + self.get_component_rich_style(f"row-list--{name}", partial=True)
        segments = [Segment(MARKER if marked else "  ", base)]
        for placed in self._widths.place(row, width - len(MARKER)):
            segments += self._cell(placed, base)
        return Strip(segments).adjust_cell_length(width, base)

    def _heading(self, row: Row, width: int, base: Style) -> Strip:
        """Draw a heading; one with several cells also names the columns below it."""
        segments = [Segment(" ", base)]
        if len(row.cells) > 1:
            for cell, room, right in self._widths.place(row, width - len(MARKER)):
                segments += self._cell((cell, room + (len(segments) == 1), right), base)
        else:
            segments += [Segment(plain_line(cell.text) + " ", self._toned(cell.tone, base)) for cell in row.cells]
        return Strip(segments).adjust_cell_length(width, base)

    def _cell(self, placed: Placed, base: Style) -> list[Segment]:
        cell, room, right = placed
        text = fitted(cell.text + cell.more, room - GAP, right) + " " * GAP
        if not cell.more:
            return [Segment(text, self._toned(cell.tone, base))]
        head = len(plain_line(cell.text))
        return [Segment(text[:head], self._toned(cell.tone, base)), Segment(text[head:], self._toned("quiet", base))]

    def _toned(self, tone: Tone, base: Style) -> Style:
        if not tone:
            return base
        return base + self.get_component_rich_style(f"row-list--{tone}", partial=True)

    def _find(self, row_id: str, near: int) -> int:
        nearest = -1
        for at, row in enumerate(self._rows):
            if row.id == row_id and (nearest < 0 or abs(at - near) < abs(nearest - near)):
                nearest = at
        return nearest

    def _nearest(self, at: int) -> int:
        candidates: list[int] = [*range(max(at, 0), len(self._rows)), *range(min(at, len(self._rows)) - 1, -1, -1)]
        for candidate in candidates:
            if self._rows[candidate].id:
                return candidate
        return -1

    def _step(self, way: int, times: int = 1) -> None:
        at, target = self.cursor, self.cursor
        while 0 <= at + way < len(self._rows) and times > 0:
            at += way
            times -= 1
            if self._rows[at].id:
                target = at
            elif times == 0:
                times = 1
        self.cursor = target

    def _keep_in_sight(self) -> None:
        if self.cursor < 0:
            return
        top = self.cursor
        while top > 0 and not self._rows[top - 1].id and self.cursor - top < 2:
            top -= 1
        self.scroll_to_region(Region(0, top, 1, self.cursor - top + 1), animate=False, force=True)
