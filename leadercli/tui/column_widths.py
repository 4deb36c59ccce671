"""Share the width of a list among its columns."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

from leadercli.model.text import plain_line
from leadercli.tui.rows import Cell, Column, Row

GAP = 1
"""Blanks behind each column."""
AIR = 2
"""Blanks behind what stands in a column that fits it, where its width allows them."""

Placed = tuple[Cell, int, bool]
"""A cell, how wide it is with its gap, and whether it stands at the right."""


class ColumnWidths:
    """How wide the columns of one list are.

    One that fits what stands in it never shrinks while the list is shown: rows that are narrowed as one types
    would else push the text to and fro.
    """

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = tuple(columns)
        self._widths = [0 if column.fits else column.width for column in columns]
        self._empty: frozenset[int] = frozenset()

    def fit(self, rows: Sequence[Row]) -> None:
        """Fit the columns to other rows."""
        lined = [row.cells for row in rows if row.id or len(row.cells) > 1]
        empty = set()
        for at, column in enumerate(self._columns):
            if not column.width:
                continue
            texts = {cells[at].text for cells in lined if len(cells) > at}
            if not any(texts):
                empty.add(at)
            elif column.fits:
                longest = max(cell_len(plain_line(text)) for text in texts)
                self._widths[at] = max(self._widths[at], min(column.width, longest + AIR))
        self._empty = frozenset(empty)

    def place(self, row: Row, width: int) -> list[Placed]:
        """Choose the cells of a row that there is room for; a column that is empty in every row takes none."""
        shown = [
            (cell, at)
            for at, (cell, column) in enumerate(zip(row.cells, self._columns, strict=False))
            if column.needs <= width and at not in self._empty
        ]
        fixed = sum(self._widths[at] for _, at in shown)
        return [(cell, self._widths[at] or max(2, width - fixed), self._columns[at].right) for cell, at in shown]


def fitted(text: str, room: int, right: bool) -> str:
    """Cut a text or fill it up, so that it takes exactly the room, at the left or right of it."""
    text = plain_line(text)
    length = cell_len(text)
    if length > room:
        return set_cell_size(text, max(0, room - 1)) + "…" if room > 0 else ""
    return " " * (room - length) + text if right else text + " " * (room - length)
