"""What a record tells of its history: versions not yet settled, the ids of lines, what was changed by hand."""

from __future__ import annotations

from typing import Any

from leadercli.model.dots import Vector
from leadercli.model.json_values import same
from leadercli.model.known import MARK, Raw, text_names
from leadercli.model.line_edit import told_apart
from leadercli.model.line_runs import Line, lines_of
from leadercli.model.mark_reading import read_record


def siblings(raw: Raw) -> dict[str, tuple[Any, ...]]:
    """List the fields written at once on several machines, with their values, the shown one first."""
    mark = raw.get(MARK)
    if not isinstance(mark, dict) or "s" not in mark:
        return {}
    registers = read_record(raw, ()).registers
    return {name: tuple(value for value, _ in versions) for name, versions in registers.items() if len(versions) > 1}


def line_ids(raw: Raw, field: str) -> tuple[str, ...]:
    """Name the lines of a long text: an id for each of `value.split("\\n")`, none twice; ("",) if it is empty."""
    return tuple(line.id for line in told_apart(_lines(raw, field))) or ("",)


def doubled_lines(raw: Raw, field: str) -> tuple[tuple[int, ...], ...]:
    """Group the numbers of lines that are versions of one line, edited at once on several machines."""
    numbers: dict[str, list[int]] = {}
    for number, line in enumerate(_lines(raw, field)):
        numbers.setdefault(line.id, []).append(number)
    return tuple(tuple(group) for group in numbers.values() if len(group) > 1)


def vector(raw: Raw) -> Vector:
    """Tell what a copy of a record has seen: the latest counter of each writer."""
    return read_record(raw, text_names((), raw)).vector


def changed_by_hand(known: Raw, found: Raw) -> dict[str, Any]:
    """Give the fields that differ though both copies bear one mark: someone edited the file. Write them anew."""
    if MARK not in known or MARK not in found or not same(known[MARK], found[MARK]):
        return {}
    return {name: value for name, value in found.items() if name not in known or not same(known[name], value)}


def _lines(raw: Raw, field: str) -> tuple[Line, ...]:
    text = read_record(raw, {field}).texts.get(field)
    return lines_of(text) if text else ()
