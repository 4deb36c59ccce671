"""Find the lines of an older text again in a newer one: left alone, edited, or moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any

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
