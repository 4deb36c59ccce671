"""What a list shows: rows of cells. Text in a cell is never markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
    """One line of a list. `id` says what it is about, "kind:record"; "" for headings, which the cursor passes."""

    id: str
    cells: tuple[Cell, ...] = ()

    @property
    def kind(self) -> str:
        """What sort of thing the row is about."""
        return self.id.partition(":")[0]

    @property
    def record(self) -> str:
        """The id of what the row is about."""
        return self.id.partition(":")[2]


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
