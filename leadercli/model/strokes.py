"""Strokes made of braille dots, 2 × 4 in each character cell, dot (0, 0) at the top left."""

from __future__ import annotations

from collections.abc import Iterable

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
