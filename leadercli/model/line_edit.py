"""Edit a long text so that its lines keep who they are: left, changed and moved lines their id, new ones a new one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from leadercli.model.line_match import matched
from leadercli.model.line_places import Path, line_path, place_between, stands_between
from leadercli.model.line_runs import Line, Text, lines_of, text_from

_TOLD_APART = 1_000_000
"""The first index of ids for second versions of a line, above all that are counted."""
_LOWEST = "01"
"""The fraction of a second version below the first: before almost anything else that stands there."""


def edited_text(old: Text, value: str, dot: str, first: int = 0) -> Text:
    """Write a text anew. New lines get ids from `first` on; a line that stood in two versions becomes two lines.

    A changed or moved line gets the new dot, a line left alone keeps its own. Returns `old` itself if nothing
    is written.
    """
    lines = lines_of(old)
    apart = told_apart(lines)
    if value == old.value and apart == lines:
        return old
    new = value.split("\n") if value else []
    source, moved = matched([line.words for line in lines], new)
    firm = [number if number is not None and apart[number] is lines[number] else None for number in source]
    rights = _next_paths(firm, lines)
    index = max(first, next_index(lines, dot))
    written: list[Line] = []
    left: Path = ()
    for number, words in enumerate(new):
        came, stays = source[number], firm[number]
        if stays is not None:
            line = lines[stays]
            line = line if line.words == words else Line(line.place, line.id, (dot,), words)
        elif came is not None or number in moved:
            known = apart[moved[number] if came is None else came]
            line = Line(_place(known, came is not None, left, rights[number]), known.id, (dot,), words)
        else:
            id_ = f"{dot}.{index}"
            index += 1
            line = Line(place_between(left, rights[number], id_), id_, (dot,), words)
        written.append(line)
        left = line_path(line.place, line.id)
    return text_from(written)


def told_apart(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give each line an id of its own: the later version of a line gets one that every machine makes alike."""
    from hashlib import blake2b

    seen: set[str] = set()
    apart = []
    for line in lines:
        own = line
        if line.id in seen:
            content = "\n".join([line.id, line.place, *line.dots, line.words]).encode("utf-8", "replace")
            index = _TOLD_APART + int.from_bytes(blake2b(content, digest_size=4).digest(), "big")
            own = Line(f"{line.place}/{line.id}/{_LOWEST}", f"{line.dots[-1]}.{index}", line.dots, line.words)
        seen.add(own.id)
        apart.append(own)
    return tuple(apart)


def next_index(lines: Iterable[Line], dot: str) -> int:
    """Find the first index that a dot has not used for a line."""
    used = (line.id.rpartition(".") for line in lines)
    return max((int(index) + 1 for origin, _, index in used if origin == dot), default=0)


def _place(line: Line, in_order: bool, left: Path, right: Path) -> str:
    if in_order and stands_between(line_path(line.place, line.id), left, right):
        return line.place
    return place_between(left, right, line.id)


def _next_paths(firm: Sequence[int | None], lines: Sequence[Line]) -> list[Path]:
    """Find for each new line the path of the next one that stays where it is; empty at the end."""
    paths: list[Path] = [()] * len(firm)
    right: Path = ()
    for number in range(len(firm) - 1, -1, -1):
        paths[number] = right
        stays = firm[number]
        if stays is not None:
            right = line_path(lines[stays].place, lines[stays].id)
    return paths
