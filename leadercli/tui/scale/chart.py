"""Draw lines over time as text: a fixed scale, gaps left open, told apart by stroke and a label at the end.

By hand, because the libraries looked at cost 0.1–0.3 s to import, bring compiled code, and tell two fine
lines apart by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a value or None per place, and a label. `dashed` is the other stroke; `role` is one sign."""

    values: Sequence[float | None]
    label: str = ""
    dashed: bool = False
    role: str = "a"

    @property
    def legend(self) -> str:
        """The label behind a piece of the stroke, or "" without a label."""
        return f"{'╌╌' if self.dashed else '──'} {self.label}" if self.label else ""

    @property
    def last(self) -> float | None:
        """The latest value that there is."""
        return next((value for value in reversed(self.values) if value is not None), None)


@dataclass(frozen=True, slots=True)
class Scale:
    """The fixed range of the y axis, what is written beside which value, and where the faint line goes."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    middle: float

    def dot(self, value: float, rows: int) -> int:
        """Return the dot row of a value, from the top; what lies outside is drawn on the edge."""
        part = (self.high - value) / (self.high - self.low)
        return round(min(1.0, max(0.0, part)) * (rows * 4 - 1))


@dataclass(frozen=True, slots=True)
class Drawing:
    """Rows of text, and rows of roles to colour them by: the role of the line at each character.

    "+" is where lines share a character, "." the faint line, " " all else. Nothing rests on colour.
    """

    rows: tuple[str, ...]
    roles: tuple[str, ...]


def draw_lines(
    lines: Sequence[Line],
    width: int,
    height: int,
    scale: Scale,
    marks: Sequence[tuple[int, str]] = (),
    margins: tuple[int, int] = (0, 0),
) -> Drawing:
    """Draw lines in exactly `width` × `height` characters; the lowest row holds `marks`, (place, text).

    Legends stand at the right, beside the end of their line as far as there is room. Heights 6, 10, 14 …
    put five ticks at equal distances. `margins` is the least room for ticks and for legends: drawings with the
    same margins have their places below each other.
    """
    rows = height - 1
    left = max(margins[0], max((len(text) for _, text in scale.ticks), default=0) + 1)
    right = max(margins[1], max((len(line.legend) for line in lines), default=0))
    inner = max(1, width - left - right - bool(right))
    places = max((len(line.values) for line in lines), default=1)
    columns = [round(place * (inner * 2 - 1) / max(1, places - 1)) for place in range(places)]
    text = [[" "] * width for _ in range(height)]
    roles = [[" "] * width for _ in range(height)]

    middle = scale.dot(scale.middle, rows) // 4
    text[middle][left : left + inner] = ("·   " * inner)[:inner]
    roles[middle][left : left + inner] = "." * inner
    for row in range(rows):
        text[row][left - 1] = "│"
    for value, name in scale.ticks:
        _write(text[scale.dot(value, rows) // 4], 0, name.rjust(left - 1) + "┤")

    patterns: dict[tuple[int, int], int] = {}
    for line in lines:
        points = (
            None if value is None else (column, scale.dot(value, rows))
            for value, column in zip(line.values, columns, strict=False)
        )
        for (row, column), pattern in cells(path(points, line.dashed)).items():
            shared = (row, column) in patterns
            pattern |= patterns.get((row, column), 0)
            patterns[row, column] = pattern
            text[row][left + column] = character(pattern)
            roles[row][left + column] = "+" if shared else line.role

    free = list(range(rows))
    for line in sorted(lines, key=lambda it: -(it.last or 0)):
        if line.legend and free:
            wanted = scale.dot(scale.middle if line.last is None else line.last, rows) // 4
            at = min(free, key=lambda row: (abs(row - wanted), -row))
            free.remove(at)
            _write(text[at], width - right, line.legend)
            _write(roles[at], width - right, line.role * len(line.legend))
    end = 0
    for place, name in marks:
        at = left + columns[place] // 2
        if at >= end and at + len(name) <= left + inner:
            _write(text[-1], at, name)
            end = at + len(name) + 1
    return Drawing(tuple("".join(row) for row in text), tuple("".join(row) for row in roles))


def _write(row: list[str], at: int, text: str) -> None:
    row[at : at + len(text)] = text


Dot = tuple[int, int]

_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_BLANK = 0x2800
_DASH, _PAUSE = 4, 3


def straight(start: Dot, end: Dot) -> list[Dot]:
    """Return the dots of a straight line, both ends included."""
    (x, y), (to_x, to_y) = start, end
    steps = max(abs(to_x - x), abs(to_y - y), 1)
    return [(round(x + (to_x - x) * i / steps), round(y + (to_y - y) * i / steps)) for i in range(steps + 1)]


def path(points: Iterable[Dot | None], dashed: bool = False) -> list[Dot]:
    """Return the dots of a line through points; None lifts the pen. A point alone is two dots wide."""
    found: list[Dot] = []
    run: list[Dot] = []
    for point in (*points, None):
        if point is None:
            found.extend(dot for i, dot in enumerate(run) if not dashed or i % (_DASH + _PAUSE) < _DASH)
            run = []
        elif run:
            run.extend(straight(run[-1], point)[1:])
        else:
            run = [(point[0] ^ 1, point[1]), point]
    return found


def cells(dots: Iterable[Dot]) -> dict[tuple[int, int], int]:
    """Return the dots as patterns by character cell (row, column); patterns of one cell combine with `|`."""
    found: dict[tuple[int, int], int] = {}
    for x, y in dots:
        cell = (y // 4, x // 2)
        found[cell] = found.get(cell, 0) | _BITS[y % 4][x % 2]
    return found


def character(pattern: int) -> str:
    """Return the braille character of a pattern."""
    return chr(_BLANK + pattern)


def rows_of(dots: Iterable[Dot], width: int, height: int) -> list[str]:
    """Return the dots as rows of text, blank where there are none."""
    held = cells(dots)
    return [
        "".join(character(held[row, x]) if (row, x) in held else " " for x in range(width)) for row in range(height)
    ]


STEPS = "▁▂▄▆▇"
"""Never the full block: sparks that stand below each other must not grow together."""


def spark(ratings: Sequence[int | None]) -> str:
    """Draw each rating as a step of its own height, whatever the others are; a week without one stays open."""
    return "".join(" " if rating is None else STEPS[rating - 1] for rating in ratings)
