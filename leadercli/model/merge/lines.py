"""Long texts as lines, how they are written down, and their merge: every line on its own.

A run is "w:3.0 5 a v:2": five lines w:3.0 … w:3.4 at place a, written by dot v:2. The dot is left out when
the lines are as their ids' dot made them, the place when it is the first and nothing follows. A text whose
lines all stand as one dot wrote them needs no runs: the field's dot says it all.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from leadercli.model.merge.line_positions import FIRST_PLACE, Path, line_path
from leadercli.model.merge.registers import Vector, covers, dot_order, dot_parts, hand_dot

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


class Line(NamedTuple):
    """One version of a line: its place, its id, the dots that wrote it so, and its words."""

    place: str
    id: str
    dots: tuple[str, ...]
    words: str


class Text(NamedTuple):
    """A long text as it lies on disk: its value, and its runs or the one dot that implies them."""

    value: str
    runs: tuple[str, ...] = ()
    dot: str = ""


def found_text(value: Any, runs: Any, dot: str) -> Text:
    """Read a field as a long text. One whose runs do not fit its lines was changed by hand: a dot of its own."""
    words = text_of(value)
    if runs is None:
        return Text(words, (), dot if words else "")
    try:
        if sum(len(ids) for _, ids, _ in map(_run, runs)) == len(words.split("\n")):
            return Text(words, tuple(runs))
    except (ValueError, TypeError, AttributeError):
        pass
    return Text(words, (), hand_dot(words) if words else "")


def text_of(value: Any) -> str:
    """Read any JSON value as the words of a text; null is an empty text."""
    from leadercli.model.merge.registers import canonical

    return value if isinstance(value, str) else "" if value is None else canonical(value)


def lines_of(text: Text) -> tuple[Line, ...]:
    """Read the lines of a text in their order. An empty text has none."""
    words = text.value.split("\n")
    if not text.runs:
        if not text.value:
            return ()
        dots = (text.dot,)
        return tuple(Line(FIRST_PLACE, f"{text.dot}.{n}", dots, line) for n, line in enumerate(words))
    heads = [(place, id_, dots) for place, ids, dots in map(_run, text.runs) for id_ in ids]
    return tuple(Line(*head, line) for head, line in zip(heads, words, strict=True))


def text_from(lines: Sequence[Line]) -> Text:
    """Write lines down as shortly as they can be."""
    value = "\n".join(line.words for line in lines)
    if not lines:
        return Text("")
    first = lines[0].dots
    if value and len(first) == 1:
        implied = Text(value, (), first[0])
        if all(
            line.id == f"{first[0]}.{n}" and line.place == FIRST_PLACE and line.dots == first
            for n, line in enumerate(lines)
        ):
            return implied
    return Text(value, tuple(_runs(lines)))


def text_dots(text: Text) -> Iterator[str]:
    """Give all dots that a text names, also those that only stand in ids."""
    if text.dot:
        yield text.dot
    for run in text.runs:
        head, _, *rest = run.split(" ")
        yield head.rpartition(".")[0]
        yield from rest[1:]


def _run(run: str) -> tuple[str, list[str], tuple[str, ...]]:
    head, count, *rest = run.split(" ")
    origin, _, first = head.rpartition(".")
    place = rest[0] if rest else FIRST_PLACE
    dots = tuple(rest[1:]) or (origin,)
    for dot in (origin, *dots):
        dot_parts(dot)
    line_path(place, head)
    return place, [f"{origin}.{n}" for n in range(int(first), int(first) + int(count))], dots


def _runs(lines: Sequence[Line]) -> Iterator[str]:
    start = 0
    for end in range(1, len(lines) + 1):
        if end < len(lines) and _follows(lines[end - 1], lines[end]):
            continue
        line = lines[start]
        own = line.dots == (line.id.rpartition(".")[0],)
        tail = [] if own else line.dots
        place = [line.place] if tail or line.place != FIRST_PLACE else []
        yield " ".join([line.id, str(end - start), *place, *tail])
        start = end


def _follows(line: Line, following: Line) -> bool:
    dot, _, index = line.id.rpartition(".")
    if following.place != line.place or following.id != f"{dot}.{int(index) + 1}":
        return False
    return line.dots == following.dots
