"""The merge law for long texts: every line merges on its own."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from leadercli.model.dots import Vector, covers, dot_order
from leadercli.model.line_places import Path, line_path
from leadercli.model.line_runs import Line, Text, lines_of, text_from

Held = Container[tuple[str, str]]
"""Ids of lines with the dots that wrote them as they are."""


def merged_text(one: Text, seen_one: Vector, other: Text, seen_other: Vector) -> Text:
    """Keep every line that both hold, or that one holds and the other has not seen."""
    if one == other:
        return one
    lines, others = lines_of(one), lines_of(other)
    # Lines that are alike on both sides are firm; only what stands between them needs the rule and an order.
    loose = {line.id for line in {*lines} ^ {*others}}
    firm = [line for line in lines if line.id not in loose]
    if firm != [line for line in others if line.id not in loose]:
        firm, loose = [], {line.id for line in (*lines, *others)}  # a hand has put one of them out of order
    held, others_held = _held(lines, loose), _held(others, loose)
    merged: list[Line] = []
    for gap, others_gap, after in zip(
        _gaps(lines, loose), _gaps(others, loose), [*([line] for line in firm), []], strict=True
    ):
        kept = [*_kept(gap, others_held, seen_other), *_kept(others_gap, held, seen_one)]
        merged += _ordered(kept) if len(kept) > 1 else kept
        merged += after
    return text_from(merged)


def _held(lines: Iterable[Line], loose: Container[str]) -> Held:
    return {(line.id, dot) for line in lines if line.id in loose for dot in line.dots}


def _gaps(lines: Iterable[Line], loose: Container[str]) -> Iterator[list[Line]]:
    """Give the loose lines before, between and after the firm ones."""
    gap: list[Line] = []
    for line in lines:
        if line.id in loose:
            gap.append(line)
        else:
            yield gap
            gap = []
    yield gap


def _kept(lines: Iterable[Line], held: Held, seen: Vector) -> Iterator[Line]:
    """Give what another side holds too or has not seen."""
    for line in lines:
        dots = tuple(dot for dot in line.dots if (line.id, dot) in held or not covers(seen, dot))
        if dots:
            yield line if len(dots) == len(line.dots) else line._replace(dots=dots)


def _ordered(lines: Sequence[Line]) -> list[Line]:
    """Put lines in their order, those with the same words at the same place as one."""
    alike: dict[tuple[str, str, str], set[str]] = {}
    for line in lines:
        alike.setdefault((line.place, line.id, line.words), set()).update(line.dots)
    found = [Line(place, id_, tuple(sorted(dots, key=dot_order)), words) for (place, id_, words), dots in alike.items()]
    return sorted(found, key=_order)


def _order(line: Line) -> tuple[Path, list[tuple[str, int]], str]:
    return line_path(line.place, line.id), [dot_order(dot) for dot in line.dots], line.words
