"""What differs between two texts, line by line, and where a place in the one stands in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

AROUND = 2
"""How many unchanged lines are shown before and after a change."""

Sign = Literal["+", "−", " ", "…"]


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One line of a difference: "+" came, "−" went, " " stands in both; "…" stands for `count` lines in both."""

    sign: Sign
    text: str
    count: int = 1


def text_diff(old: str, new: str, around: int = AROUND) -> list[DiffLine]:
    """Tell how an old text became a new one. Lines in both are left out further than `around` lines from a change.

    A single line is never left out: the mark in its place would take as much room.
    """
    before, after = _lines(old), _lines(new)
    parts = list(_parts(before, after))
    found: list[DiffLine] = []
    for at, (old_lines, new_lines, unchanged) in enumerate(parts):
        if unchanged:
            found += _folded(new_lines, around if at else 0, around if at < len(parts) - 1 else 0)
        else:
            found += [DiffLine("−", line) for line in old_lines]
            found += [DiffLine("+", line) for line in new_lines]
    return found


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


def _parts(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str], bool]]:
    """Cut both texts into parts that are alike and parts that are not, in order; none is empty on both sides.

    What both begin and end with is taken off first: in a long note one line changes, and the rest need not be matched.
    """
    head = _alike(before, after)
    tail = _alike(before[head:][::-1], after[head:][::-1])
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if head:
        yield before[:head], after[:head], True
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new).get_opcodes():
        yield old[old_from:old_to], new[new_from:new_to], kind == "equal"
    if tail:
        yield before[len(before) - tail :], after[len(after) - tail :], True


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Count the lines that two texts begin with alike."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _folded(lines: Sequence[str], first: int, last: int) -> Iterator[DiffLine]:
    """Show the first and the last of some unchanged lines, and count those between."""
    hidden = len(lines) - first - last
    if hidden < 2:
        yield from (DiffLine(" ", line) for line in lines)
        return
    yield from (DiffLine(" ", line) for line in lines[:first])
    yield DiffLine("…", "", hidden)
    yield from (DiffLine(" ", line) for line in lines[len(lines) - last :])


Cursor = tuple[int, int]
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


def place_after(hunks: Sequence[Hunk], place: Cursor) -> Cursor:
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
