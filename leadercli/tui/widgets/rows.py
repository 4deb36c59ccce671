"""What a list shows: rows of cells, and the widths they share. Text in a cell is never markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rich.cells import cell_len, set_cell_size

from leadercli.model.schema import KIND_OF, SCALE_ITEMS, WEIGH_INS, RecordRef
from leadercli.model.text import plain_line

Tone = Literal["", "quiet", "overdue", "accent", "heading", "praise"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of text in one column. `tone` colours it; what it means also stands in the text.

    `more` goes on after the text, quietly.
    """

    text: str
    tone: Tone = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list. The cursor stands on its `id` and passes rows without one, which are headings.

    `kind` says what answers keys there, and `ref` which record it is about, where it is about one. `note` names the
    note that the row opens where no record does yet: the person's id and the ISO day. `path` is where a file lies
    that the row tells of.
    """

    id: str
    cells: tuple[Cell, ...] = ()
    kind: str = ""
    ref: RecordRef | None = None
    note: tuple[str, str] | None = None
    path: str = ""

    @property
    def record(self) -> str:
        """The id of the record that the row is about; "" for none."""
        return self.ref.id if self.ref else ""

    @property
    def key(self) -> str:
        """The name of what the row is about, which is the same in every list and every time."""
        return row_id(self.kind, self.record)


def row_id(kind: str, record_id: str) -> str:
    """Give the id that the row of a record has."""
    return f"{kind}:{record_id}"


def row_kind(table: str) -> str:
    """Name the kind of the rows of a table's records."""
    return "scale" if table in (WEIGH_INS, SCALE_ITEMS) else KIND_OF[table]


def record_row(table: str, record_id: str, cells: tuple[Cell, ...], kind: str = "", apart: str = "") -> Row:
    """Make the row of a record.

    `kind` is given where it is not that of the table's records; `apart` tells the row from others of one list that
    are about the same record.
    """
    kind = kind or row_kind(table)
    id_ = row_id(kind, record_id)
    return Row(f"{id_}@{apart}" if apart else id_, cells, kind, RecordRef(table, record_id))


@dataclass(frozen=True, slots=True)
class Column:
    """How wide a column is, in cells; 0 takes what is left. Hidden when the list is narrower than `needs`.

    One that `fits` is as wide as what stands in it, up to its width.
    """

    width: int
    right: bool = False
    needs: int = 0
    fits: bool = False


BLANK = Row("")


def heading(text: str) -> Row:
    """Make a row that heads a group."""
    return Row("", (Cell(text, "heading"),))


def grouped(*groups: tuple[str, list[Row]]) -> list[Row]:
    """Lay groups below each other with their headings and a blank line between; empty groups are left out."""
    rows: list[Row] = []
    for title, members in groups:
        if members:
            rows += ([BLANK] if rows else []) + [heading(title), *members]
    return rows


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
