"""Which lines of a text are others in a newer one, and where a place in the one stands in the other."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

Place = tuple[int, int]
"""A row and a column."""


class Hunk(NamedTuple):
    """The lines from `start` to before `end` become `lines`."""

    start: int
    end: int
    lines: list[str]

    @property
    def grows(self) -> int:
        """How many lines there are more."""
        return len(self.lines) - (self.end - self.start)


def hunks_between(before: Sequence[str], after: Sequence[str]) -> list[Hunk]:
    """List what changes, from the top."""
    first = 0
    while first < min(len(before), len(after)) and before[first] == after[first]:
        first += 1
    last = 0
    while last < min(len(before), len(after)) - first and before[-1 - last] == after[-1 - last]:
        last += 1
    old, new = before[first : len(before) - last], after[first : len(after) - last]
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if old and new else ()
    if not found and (old or new):
        return [Hunk(first, first + len(old), list(new))]
    return [
        Hunk(first + start, first + end, list(new[new_start:new_end]))
        for kind, start, end, new_start, new_end in found
        if kind != "equal"
    ]


def place_after(hunks: Sequence[Hunk], place: Place) -> Place:
    """Find the place in the newer text: on the same line, or on the one most like it, or where it was."""
    row, column = place
    shift = 0
    for hunk in hunks:
        if row < hunk.start:
            break
        if row < hunk.end:
            if not hunk.lines:
                return hunk.start + shift, 0
            return hunk.start + shift + min(row - hunk.start, len(hunk.lines) - 1), column
        shift += hunk.grows
    return row + shift, column
