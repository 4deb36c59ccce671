"""Read a record with its mark "~". A record without one, or with a broken one, is as if made by hand."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any

from leadercli.model.dots import dot_parts, hand_dot, with_dots
from leadercli.model.json_values import same
from leadercli.model.known import MARK, Known, Raw, present_dots
from leadercli.model.line_places import line_path
from leadercli.model.line_runs import Text, found_text, lines_of, text_dots, text_from
from leadercli.model.registers import Versions, one_version, ordered

_KEYS = ("d", "f", "l", "s", "v")


def read_record(raw: Raw, texts: Container[str]) -> Known:
    """Read a record; `texts` names the fields to read as lines. What has no dot gets one by its content."""
    values = {name: value for name, value in raw.items() if name != MARK}
    mark = _read_mark(raw.get(MARK))
    if not mark:
        mark = {"d": hand_dot(values)} if values else {}
    dots, siblings, runs = mark.get("f", {}), mark.get("s", {}), mark.get("l", {})
    registers: dict[str, Versions] = {}
    found: dict[str, Text] = {}
    for name, value in values.items():
        dot = dots.get(name) or mark.get("d") or hand_dot([name, value])
        if name in texts:
            found[name] = _read_text(value, siblings.get(name), runs.get(name), dot)
        elif name in siblings:
            registers[name] = _read_siblings(value, siblings[name])
        else:
            registers[name] = one_version(value, dot)
    vector = with_dots(mark.get("v", {}), (*_mark_dots(mark), *present_dots(registers, found)))
    return Known(vector, registers, found, {name: mark[name] for name in mark if name not in _KEYS})


def _read_mark(mark: Any) -> dict[str, Any] | None:
    if isinstance(mark, str):
        mark = {"d": mark}
    try:
        for dot in set(_mark_dots(mark)):
            dot_parts(dot)
        for writer, count in mark.get("v", {}).items():
            if type(count) is not int:
                raise TypeError
            dot_parts(f"{writer}:{count}")
    except (AttributeError, TypeError, ValueError):
        return None
    return dict(mark)


def _mark_dots(mark: Mapping[str, Any]) -> Iterator[str]:
    if "d" in mark:
        yield mark["d"]
    yield from mark.get("f", {}).values()
    for entries in mark.get("s", {}).values():
        for _, dot, *dots in entries:
            yield from (dot, *dots)
    for runs in mark.get("l", {}).values():
        yield from text_dots(Text("", tuple(runs)))


def _read_siblings(value: Any, entries: list[list[Any]]) -> Versions:
    pairs = [(each, dot) for each, *dots in entries for dot in dots]
    if not any(same(value, each) for each, _ in pairs):
        pairs.append((value, hand_dot(value)))
    return ordered(pairs)


def _read_text(value: Any, siblings: list[list[Any]] | None, runs: Any, dot: str) -> Text:
    if siblings is None:
        return found_text(value, runs, dot)
    versions = _read_siblings(value, siblings)
    texts = [found_text(each, None, own) for each, dots in versions for own in dots]
    lines = [line for text in texts for line in lines_of(text)]
    return text_from(sorted(lines, key=lambda line: (line_path(line.place, line.id), line.words)))
