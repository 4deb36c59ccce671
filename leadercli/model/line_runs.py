"""How the lines of a long text are written down: the text itself, and runs of lines that share a history.

A run is "w:3.0 5 a v:2": five lines w:3.0 … w:3.4 at place a, written by dot v:2. The dot is left out when
the lines are as their ids' dot made them, the place when it is the first and nothing follows. A text whose
lines all stand as one dot wrote them needs no runs: the field's dot says it all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from leadercli.model.dots import dot_parts, hand_dot
from leadercli.model.line_places import FIRST_PLACE, line_path


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
    from leadercli.model.json_values import canonical

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
