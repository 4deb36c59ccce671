"""Where a line stands in a long text: keys that never run out and keep each machine's lines together.

A place is a path. Each step is a fraction (text of 0–9 and a–z that sorts as it reads) and the id of a line:
lines of one step stand in the order (fraction, writer, counter, index), and a line put between two neighbours
of one run stands one step below the first of them. On disk a place leaves out the line's own id at its end:
"a" at the top, "a/w:3.4/a" below line w:3.4.
"""

from __future__ import annotations

import re

LineKey = tuple[str, int, int]
Path = tuple[tuple[str, LineKey], ...]

FIRST_PLACE = "a"
"""The place of a text's first lines."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_FRACTION = re.compile("[0-9a-z]*[1-9a-z]")


def line_key(id_: str) -> LineKey:
    """Read a line's id, "w:3.0", as the key it sorts by. Raises ValueError."""
    dot, _, index = id_.rpartition(".")
    writer, _, counter = dot.rpartition(":")
    return writer, int(counter), int(index)


def line_path(place: str, id_: str) -> Path:
    """Read the place of a line as the path it sorts by. Raises ValueError."""
    steps = place.split("/")
    if len(steps) % 2 == 0 or not all(map(_FRACTION.fullmatch, steps[::2])):
        raise ValueError(f"not a place: {place!r}")
    return tuple(zip(steps[::2], map(line_key, [*steps[1::2], id_]), strict=True))


def place_between(left: Path, right: Path, id_: str) -> str:
    """Choose the place of a line between two neighbours; an empty path is the beginning or end of the text.

    A writer goes on in the block that it has begun. Two machines that begin at one spot choose one place,
    where the writers' ids keep their blocks apart.
    """
    key = line_key(id_)
    for depth, (fraction, owner) in enumerate(left):
        path = (*left[:depth], (fraction, key))
        if owner[0] == key[0] and stands_between(path, left, right):
            return _written(path)
    if not right:
        return fraction_between(left[0][0], "") if left else FIRST_PLACE
    depth = next((n for n, step in enumerate(left) if step != right[n]), len(left))
    if depth == len(left):
        return _written((*left, (fraction_between("", right[depth][0]), key)))
    if left[depth][0] < right[depth][0]:
        return _written((*left[:depth], (fraction_between(left[depth][0], right[depth][0]), key)))
    below = left[depth + 1 :]
    return _written((*left[: depth + 1], (fraction_between(below[0][0] if below else "", ""), key)))


def stands_between(path: Path, left: Path, right: Path) -> bool:
    """Tell whether a path sorts between two others; an empty one is the beginning or the end."""
    return left < path and (not right or path < right)


def fraction_between(low: str, high: str) -> str:
    """Find a fraction strictly between two; an empty one is open. It grows by a sign in about thirty steps."""
    if not low and not high:
        return FIRST_PLACE
    shared = 0
    while shared < len(high) and (low[shared : shared + 1] or "0") == high[shared]:
        shared += 1
    if shared:
        return high[:shared] + fraction_between(low[shared:], high[shared:])
    start = _DIGITS.index(low[0]) if low else 0
    end = _DIGITS.index(high[0]) if high else len(_DIGITS)
    if not low:
        return _DIGITS[end - 1] if end > 1 else "0" + _DIGITS[-1]
    if end - start > 1:
        return _DIGITS[(start + end) // 2 if high else start + 1]
    return low[0] + fraction_between(low[1:], "")


def _written(path: Path) -> str:
    steps = [f"{fraction}/{key[0]}:{key[1]}.{key[2]}" for fraction, key in path[:-1]]
    return "/".join([*steps, path[-1][0]])
