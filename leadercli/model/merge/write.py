"""Write fields of a record, so that the merge law and readers know what the writer had seen."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Any

from leadercli.model.merge.deletion import DELETED, SEEN, is_deleted
from leadercli.model.merge.line_edits import edited_text, next_index
from leadercli.model.merge.lines import Text, lines_of, text_of
from leadercli.model.merge.record import RecordState, merged_state, read_record, text_names, vector, with_mark
from leadercli.model.merge.registers import Vector, Versions, dot_parts, one_version, ordered, same, with_dots
from leadercli.model.schema import MARK, Raw

_NO_TEXT = Text("")


def write_fields(
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
    present = RecordState() if old is None else read_record(old, names)
    before = present if old is None or base is None else read_record(base, names)
    if max(present.vector.get(writer, 0), before.vector.get(writer, 0)) > count:
        raise ValueError(f"{dot} comes after a later dot of its writer")
    taken = {} if before is present else _taken(present, fields, dot)
    after = _with_fields(before, fields, names, dot, taken)
    if after is before and old is not None:
        return old
    if before is not present:
        # The writer's own dots up to here are seen by both; what bears this very dot is new to both.
        after = merged_state(present, _without(present.vector, writer, count), after, before.vector)
    return with_mark(after)


def _with_fields(
    known: RecordState, fields: Mapping[str, Any], names: set[str], dot: str, taken: Mapping[str, int]
) -> RecordState:
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
    return known if unchanged else RecordState(with_dots(known.vector, [dot]), registers, texts, known.more)


def _taken(known: RecordState, fields: Container[str], dot: str) -> dict[str, int]:
    return {name: next_index(lines_of(text), dot) for name, text in known.texts.items() if name in fields}


def _without(vector: Vector, writer: str, count: int) -> Vector:
    return {**vector, writer: count - 1}


_UNMARKED = "unmarked"


def write_record(
    old: Raw | None,
    fields: Mapping[str, Any],
    dot: str,
    *,
    lines: Container[str] = (),
    base: Raw | None = None,
) -> Raw:
    """Write fields as `written` does, and keep in step what a deletion has seen. Returns `old` if nothing is new."""
    given = {name: value for name, value in fields.items() if name != SEEN} if SEEN in fields else fields
    new = write_fields(old, given, dot, lines=lines, base=base)
    kept = _in_step(old, new, given, dot)
    return write_fields(new, kept, dot, lines=lines) if kept else new


def _in_step(old: Raw | None, new: Raw, given: Mapping[str, Any], dot: str) -> dict[str, Any]:
    """Give the fields to write besides those that are given."""
    if given.get(DELETED):
        # Left from an earlier stay in the bin, it would say that a line's removal had put it there.
        stale = old is not None and old.get(_UNMARKED) and _UNMARKED not in given and not is_deleted(old)
        return _seen(new, dot) | ({_UNMARKED: None} if stale else {})
    if DELETED in given:
        return {SEEN: None} if _has(new, SEEN) else {}
    if new is old or old is None or not _has(old, DELETED):
        return {}
    return _seen(new, dot) if is_deleted(old) else {DELETED: None, SEEN: None}


def _seen(raw: Raw, dot: str) -> dict[str, Any]:
    return {SEEN: dict(sorted(with_dots(vector(raw), [dot]).items()))}


def _has(raw: Raw, name: str) -> bool:
    """Tell whether a field says something, in any of its versions."""
    mark = raw.get(MARK)
    return bool(raw.get(name)) or (type(mark) is dict and name in mark.get("s", ()))


def write_versions(raw: Raw, field: str, values: Sequence[Any], dot: str) -> Raw:
    """Write several versions of a field at once, the one to be shown first.

    Each is a write of its own, so that merging keeps them apart: the dots of the others have writers of their own,
    whose names sort before the dot's writer. Raises ValueError for a dot that is none.
    """
    writer, count = dot_parts(dot)
    dots = [f"{'.' * number}{writer}:{count}" for number in range(len(values))]
    known = read_record(raw, text_names((), raw))
    registers = {**known.registers, field: ordered(list(zip(values, dots, strict=True)))}
    return with_mark(RecordState(with_dots(known.vector, dots), registers, known.texts, known.more))
