"""The items of the scale in two columns, loads beside resources, last value grey beside the present one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from leadercli.model.text import plain_line

LAST, NOW, BETWEEN = 5, 4, 3
NOT_RATED, NOT_RELEVANT = "_", "–"


@dataclass(frozen=True, slots=True)
class Line:
    """One item as it stands: its name, what it was rated last, and now; "" for no last value."""

    id: str
    name: str
    last: str
    now: str


def shown(rating: int | None) -> str:
    """Write a rating: the digit, or the sign for not relevant."""
    return NOT_RELEVANT if rating is None else str(rating)


class ScaleTable(Widget, can_focus=True):
    """Show both sides with a cursor. It scrolls by itself when there are more items than rows."""

    DEFAULT_CSS = "ScaleTable { height: auto; }"

    class Pointed(Message):
        """An item was clicked."""

        def __init__(self, item_id: str) -> None:
            super().__init__()
            self.item_id = item_id

    def __init__(self, loads_head: str, resources_head: str, last_head: str, now_head: str) -> None:
        super().__init__()
        self._heads = loads_head, resources_head
        self._last_head, self._now_head = last_head, now_head
        self._sides: tuple[Sequence[Line], Sequence[Line]] = ((), ())
        self._cursor = ""
        self._top = 0

    def show(self, loads: Sequence[Line], resources: Sequence[Line], cursor: str) -> None:
        """Show other values; `cursor` is the id of the item that one stands on, "" for none."""
        grown = self._rows
        self._sides = loads, resources
        self._cursor = cursor
        self.refresh(layout=self._rows != grown)

    @property
    def _rows(self) -> int:
        return max(map(len, self._sides))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Ask for a row for each item and one for the heads."""
        del container, viewport, width
        return self._rows + 1

    def render(self) -> RenderResult:
        """Write the heads and the rows that there is room for."""
        half = (self.size.width - BETWEEN) // 2
        room = max(1, self.size.height - 1)
        self._keep_in_sight(room)
        rule = Content.styled(" │ ", "$rule")
        heads = [self._head(head, half) for head in self._heads]
        lines = [Content.assemble(heads[0], rule, heads[1])]
        for at in range(self._top, min(self._top + room, self._rows)):
            cells = [self._line(side[at], half) if at < len(side) else Content(" " * half) for side in self._sides]
            lines.append(Content.assemble(cells[0], rule, cells[1]))
        if self._top + room < self._rows and room > 1:
            lines[-1] = Content.styled(" ⋮".ljust(self.size.width), "$quiet")
        return Content("\n").join(lines)

    def on_click(self, event: events.Click) -> None:
        """Point at an item."""
        half = (self.size.width - BETWEEN) // 2
        side = self._sides[event.x > half]
        at = event.y - 1 + self._top
        if event.y and 0 <= at < len(side):
            self.post_message(self.Pointed(side[at].id))

    def on_focus(self) -> None:
        """Show the cursor strongly."""
        self.refresh()

    def on_blur(self) -> None:
        """Show the cursor weakly."""
        self.refresh()

    def _head(self, head: str, half: int) -> Content:
        name = _fit(" " + head, half - LAST - NOW - 1) + " "
        return Content.assemble((name, "bold $accent"), (f"{self._last_head:>{LAST}}{self._now_head:>{NOW}}", "$quiet"))

    def _line(self, line: Line, half: int) -> Content:
        here = line.id == self._cursor
        name = _fit(("▸ " if here else "  ") + plain_line(line.name), half - LAST - NOW)
        rated = line.now != NOT_RATED
        if here:
            text = f"{name}{line.last:>{LAST}}{line.now:>{NOW}}"
            return Content.styled(text, "bold $mark-text on $mark" if self.has_focus else "bold")
        return Content.assemble(
            name, (f"{line.last:>{LAST}}", "$quiet"), (f"{line.now:>{NOW}}", "bold" if rated else "$quiet")
        )

    def _keep_in_sight(self, room: int) -> None:
        at = next((n for side in self._sides for n, line in enumerate(side) if line.id == self._cursor), 0)
        seen = room - (self._rows > room > 1)  # the last row tells that there are more
        if at < self._top:
            self._top = at
        elif at >= self._top + seen:
            self._top = at - seen + 1
        self._top = max(0, min(self._top, self._rows - room))


def _fit(text: str, room: int) -> str:
    return Content(text).truncate(max(room, 0), ellipsis=True, pad=True).plain
