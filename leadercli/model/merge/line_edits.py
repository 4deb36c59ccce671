"""Edit a long text so that its lines keep who they are: left, changed and moved lines their id, new ones a new one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from leadercli.model.merge.line_positions import Path, line_path, place_between, stands_between
from leadercli.model.merge.lines import Line, Text, lines_of, text_from

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


_ALIKE = 0.5
"""The likeness from which two lines count as one that was edited; ours, by trying notes."""
_MOST_PAIRS = 10_000
"""How many pairs of lines are compared with each other in one gap; beyond, only lines side by side are."""

Match = list[tuple[int, int]]
"""Pairs of an old and a new line number, both rising."""


def matched(old: Sequence[str], new: Sequence[str]) -> tuple[list[int | None], dict[int, int]]:
    """Tell for each new line which old line it is, or None, in rising order; and which were moved (new → old)."""
    stayed = _aligned(old, new)
    moved = _moved(old, new, stayed)
    taken = set(moved.values())
    source: list[int | None] = [None] * len(new)
    for (i, j), (end_i, end_j) in zip([(-1, -1), *stayed], [*stayed, (len(old), len(new))], strict=True):
        olds = [n for n in range(i + 1, end_i) if n not in taken]
        news = [n for n in range(j + 1, end_j) if n not in moved]
        for a, b in _edited([old[n] for n in olds], [new[n] for n in news]):
            source[news[b]] = olds[a]
        if end_j < len(new):
            source[end_j] = end_i
    return source, moved


def _aligned(old: Sequence[str], new: Sequence[str]) -> Match:
    """Pair equal lines: first those with words, then the blank ones between them."""
    anchors = _equal(old, new, lambda text: bool(text.strip()))
    pairs: Match = []
    for (i, j), (end_i, end_j) in zip([(-1, -1), *anchors], [*anchors, (len(old), len(new))], strict=True):
        gap = _equal(old[i + 1 : end_i], new[j + 1 : end_j], lambda _: True)
        pairs += [(a + i + 1, b + j + 1) for a, b in gap]
        if end_j < len(new):
            pairs.append((end_i, end_j))
    return pairs


def _equal(old: Sequence[str], new: Sequence[str], wanted: Callable[[str], bool]) -> Match:
    """Find a longest common run of equal lines, after the equal beginning and end."""
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    where: dict[str, list[int]] = {}
    for j in range(len(new) - last - 1, first - 1, -1):
        if wanted(new[j]):
            where.setdefault(new[j], []).append(j)
    ends: list[int] = []
    chains: list[Any] = []
    for i in range(first, len(old) - last):
        for j in where.get(old[i], ()):
            length = bisect_left(ends, j)
            chain = (i, j, chains[length - 1] if length else None)
            ends[length : length + 1] = [j]
            chains[length : length + 1] = [chain]
    tail = [(len(old) - n, len(new) - n) for n in range(last, 0, -1)]
    return [(n, n) for n in range(first)] + _unlinked(chains[-1] if chains else None) + tail


def _moved(old: Sequence[str], new: Sequence[str], stayed: Match) -> dict[int, int]:
    olds, news = {i for i, _ in stayed}, {j for _, j in stayed}
    gone: dict[str, list[int]] = {}
    for i in range(len(old) - 1, -1, -1):
        if i not in olds and old[i].strip():
            gone.setdefault(old[i], []).append(i)
    return {j: gone[text].pop() for j, text in enumerate(new) if j not in news and gone.get(text)}


def _edited(old: Sequence[str], new: Sequence[str]) -> Match:
    """Pair lines that are alike, in order, so that the likeness is greatest in all."""
    if not old or not new:
        return []
    olds, news = [_letters(text) for text in old], [_letters(text) for text in new]
    if len(old) * len(new) > _MOST_PAIRS:
        return [(n, n) for n in range(min(len(old), len(new))) if _likeness(olds[n], news[n]) >= _ALIKE]
    best: list[list[tuple[float, Any]]] = [[(0.0, None)] * (len(new) + 1)]
    for i, letters in enumerate(olds):
        row: list[tuple[float, Any]] = [(0.0, None)]
        for j, others in enumerate(news):
            found = max(best[i][j + 1], row[j], key=lambda entry: entry[0])
            alike = _likeness(letters, others)
            if alike >= _ALIKE and best[i][j][0] + alike > found[0]:
                found = (best[i][j][0] + alike, (i, j, best[i][j][1]))
            row.append(found)
        best.append(row)
    return _unlinked(best[-1][-1][1])


def _unlinked(chain: Any) -> Match:
    pairs: Match = []
    while chain:
        i, j, chain = chain
        pairs.append((i, j))
    return pairs[::-1]


def _letters(text: str) -> set[str]:
    folded = text.strip().casefold()
    return {folded[n : n + 2] for n in range(max(1, len(folded) - 1))} if folded else set()


def _likeness(one: set[str], other: set[str]) -> float:
    """Weigh the letter pairs in common against both lines and against the shorter: a line that grew is the same."""
    shared = len(one & other)
    return shared / (len(one) + len(other)) + shared / (2 * min(len(one), len(other))) if shared else 0.0
