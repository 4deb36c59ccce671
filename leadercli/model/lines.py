"""The law for long texts: lines that merge one by one, and an edit that keeps the ids of the lines it leaves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b

from leadercli.model.dots import Vector, covers, dot_parts
from leadercli.model.line_match import matched
from leadercli.model.line_places import Path, line_path, place_between, stands_between
from leadercli.model.line_runs import Line, Text, lines_of, text_from

_TOLD_APART = 1_000_000
"""The first index of ids for second versions of a line, above all that are counted."""
_LOWEST = "01"
"""The fraction of a second version below the first: before anything else that stands there."""


def merged_text(one: Text, seen_one: Vector, other: Text, seen_other: Vector) -> Text:
    """Keep every line that both hold, or that one holds and the other has not seen."""
    if one == other:
        return one
    lines, others = lines_of(one), lines_of(other)
    held, others_held = _held(lines), _held(others)
    kept: dict[tuple[str, str, str], set[str]] = {}
    for side, also, seen in ((lines, others_held, seen_other), (others, held, seen_one)):
        for line in side:
            for dot in line.dots:
                if (line.id, dot) in also or not covers(seen, dot):
                    kept.setdefault((line.place, line.id, line.words), set()).add(dot)
    found = [
        Line(place, id_, tuple(sorted(dots, key=dot_parts)), words) for (place, id_, words), dots in kept.items()
    ]
    return text_from(sorted(found, key=_order))


def edited_text(old: Text, value: str, dot: str, first: int = 0) -> Text:
    """Write a text anew: left lines keep id and dot, edited ones their id, moved ones their id at a new place.

    New lines get ids from `first` on. Lines that stood in two versions become two lines. Returns `old` itself
    if nothing is written.
    """
    lines = lines_of(old)
    apart = told_apart(lines)
    if value == old.value and apart == lines:
        return old
    new = value.split("\n") if value else []
    source, moved = matched([line.words for line in lines], new)
    index = max(first, next_index(lines, dot))
    rights = _next_paths(source, apart, lines)
    written: list[Line] = []
    left: Path = ()
    for number, words in enumerate(new):
        came = source[number]
        line = None if came is None else apart[came]
        if came is not None and line is lines[came]:
            kept = line if line.words == words else line._replace(dots=(dot,), words=words)
        else:
            if line is None and number in moved:
                line = apart[moved[number]]
            id_ = line.id if line else f"{dot}.{index}"
            index += not line
            stays = came is not None and line and stands_between(line_path(line.place, id_), left, rights[number])
            place = line.place if line and stays else place_between(left, rights[number], id_)
            kept = Line(place, id_, (dot,), words)
        written.append(kept)
        left = line_path(kept.place, kept.id)
    return text_from(written)


def told_apart(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give each line an id of its own: of two versions of a line, the later gets one that every machine makes alike."""
    seen: set[str] = set()
    apart = []
    for line in lines:
        if line.id in seen:
            digest = blake2b("\n".join([line.id, line.place, *line.dots, line.words]).encode("utf-8", "replace"), digest_size=4)
            own = f"{line.dots[-1]}.{_TOLD_APART + int.from_bytes(digest.digest(), 'big')}"
            line = line._replace(id=own, place=f"{line.place}/{line.id}/{_LOWEST}")
        seen.add(line.id)
        apart.append(line)
    return tuple(apart)


def next_index(lines: Iterable[Line], dot: str) -> int:
    """Find the first index that a dot has not used for a line."""
    used = (line.id.rpartition(".") for line in lines)
    return max((int(index) + 1 for origin, _, index in used if origin == dot), default=0)


def _held(lines: Iterable[Line]) -> set[tuple[str, str]]:
    return {(line.id, dot) for line in lines for dot in line.dots}


def _order(line: Line) -> tuple[Path, list[tuple[str, int]], str]:
    return line_path(line.place, line.id), [dot_parts(dot) for dot in line.dots], line.words


def _next_paths(source: Sequence[int | None], apart: Sequence[Line], lines: Sequence[Line]) -> list[Path]:
    """Find for each new line the place of the next line that stays where it is; empty at the end."""
    paths: list[Path] = [()] * len(source)
    right: Path = ()
    for number in range(len(source) - 1, -1, -1):
        paths[number] = right
        came = source[number]
        if came is not None and apart[came] is lines[came]:
            right = line_path(lines[came].place, lines[came].id)
    return paths
