"""Write fields of a record, so that the merge law knows what the writer had seen."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from leadercli.model.dots import Vector, dot_parts, with_dots
from leadercli.model.json_values import same
from leadercli.model.known import MARK, Known, Raw, text_names
from leadercli.model.known_merge import merged_known
from leadercli.model.line_edit import edited_text, next_index
from leadercli.model.line_runs import Text, lines_of, text_of
from leadercli.model.mark_reading import read_record
from leadercli.model.mark_writing import write_record
from leadercli.model.registers import Versions, one_version

_NO_TEXT = Text("")


def written(
    old: Raw | None,
    fields: Mapping[str, Any],
    dot: str,
    *,
    lines: Container[str] = (),
    base: Raw | None = None,
) -> Raw:
    """Write fields of a record, and settle those in several versions. Returns `old` if nothing is new.

    `lines` names the long texts. `base` is the version that the writer had before their eyes, when that is
    not `old`: what came in since is merged, not written over. A writer's counters must rise. Raises ValueError
    for a dot that is none or that comes after a later one of its writer, and for a field "~".
    """
    writer, count = dot_parts(dot)
    if MARK in fields:
        raise ValueError("the mark is no field")
    names = text_names(lines, fields, old or {}, base or {})
    present = Known() if old is None else read_record(old, names)
    before = present if old is None or base is None else read_record(base, names)
    if max(present.vector.get(writer, 0), before.vector.get(writer, 0)) > count:
        raise ValueError(f"{dot} comes after a later dot of its writer")
    taken = {} if before is present else _taken(present, fields, dot)
    after = _with_fields(before, fields, names, dot, taken)
    if after is before and old is not None:
        return old
    if before is not present:
        # The writer's own dots up to here are seen by both; what bears this very dot is new to both.
        after = merged_known(present, _without(present.vector, writer, count), after, before.vector)
    return write_record(after)


def _with_fields(known: Known, fields: Mapping[str, Any], names: set[str], dot: str, taken: Mapping[str, int]) -> Known:
    registers: dict[str, Versions] = dict(known.registers)
    texts: dict[str, Text] = dict(known.texts)
    for name, value in fields.items():
        if name in names:
            texts[name] = edited_text(texts.get(name, _NO_TEXT), text_of(value), dot, taken.get(name, 0))
        else:
            found = registers.get(name)
            if found is None or len(found) > 1 or not same(found[0][0], value):
                registers[name] = one_version(value, dot)
    unchanged = all(registers[name] is known.registers.get(name) for name in registers) and all(
        texts[name] is known.texts.get(name) for name in texts
    )
    return known if unchanged else Known(with_dots(known.vector, [dot]), registers, texts, known.more)


def _taken(known: Known, fields: Container[str], dot: str) -> dict[str, int]:
    return {name: next_index(lines_of(text), dot) for name, text in known.texts.items() if name in fields}


def _without(vector: Vector, writer: str, count: int) -> Vector:
    return {**vector, writer: count - 1}
