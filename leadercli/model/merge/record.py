"""A record with its history: its mark "~" read, written and merged, and what it tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from leadercli.model.merge.line_edits import told_apart
from leadercli.model.merge.line_positions import line_path
from leadercli.model.merge.lines import Line, Text, found_text, lines_of, merged_text, text_dots, text_from
from leadercli.model.merge.registers import (
    Vector,
    Versions,
    canonical,
    dot_order,
    dot_parts,
    hand_dot,
    joined,
    merged_versions,
    one_version,
    ordered,
    same,
    with_dots,
)
from leadercli.model.schema import MARK, Raw


@dataclass(frozen=True, slots=True)
class RecordState:
    """A record with its history in full. `more` holds keys of the mark that this version does not know."""

    vector: Vector = field(default_factory=dict)
    registers: Mapping[str, Versions] = field(default_factory=dict)
    texts: Mapping[str, Text] = field(default_factory=dict)
    more: Mapping[str, Any] = field(default_factory=dict)


def present_dots(registers: Mapping[str, Versions], texts: Mapping[str, Text]) -> Iterator[str]:
    """Give the dots that fields name: what a copy has seen without saying so in its vector."""
    for versions in registers.values():
        for _, dots in versions:
            yield from dots
    for text in texts.values():
        yield from text_dots(text)


def text_names(lines: Container[str], *raws: Mapping[str, Any]) -> set[str]:
    """Name the fields that are long texts: those said to be, and those that are kept as lines."""
    names = {name for raw in raws for name in raw if name in lines}
    for raw in raws:
        mark = raw.get(MARK)
        if isinstance(mark, dict) and isinstance(mark.get("l"), dict):
            names.update(mark["l"])
    return names


def merged_state(one: RecordState, seen_one: Vector, other: RecordState, seen_other: Vector) -> RecordState:
    """Merge two copies. What a copy is said to have seen, and does not hold, it has written over or removed.

    A field that only one copy has was never written in the other, and stays.
    """
    registers = {**other.registers, **one.registers}
    for name in one.registers.keys() & other.registers.keys():
        registers[name] = merged_versions(one.registers[name], seen_one, other.registers[name], seen_other)
    texts = {**other.texts, **one.texts}
    for name in one.texts.keys() & other.texts.keys():
        texts[name] = merged_text(one.texts[name], seen_one, other.texts[name], seen_other)
    return RecordState(joined(one.vector, other.vector), registers, texts, _merged_more(one.more, other.more))


def _merged_more(one: Mapping[str, Any], other: Mapping[str, Any]) -> Mapping[str, Any]:
    """Keep what only a newer version understands: of two values, the same one everywhere."""
    both = one.keys() & other.keys()
    return {**other, **one} | {name: max(one[name], other[name], key=canonical) for name in both}


_KEYS = ("d", "f", "l", "s", "v")


def read_record(raw: Raw, texts: Container[str]) -> RecordState:
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
    return RecordState(vector, registers, found, {name: mark[name] for name in mark if name not in _KEYS})


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


def with_mark(known: RecordState) -> Raw:
    """Write a record and its mark, fields in alphabetical order and the mark last."""
    fields: dict[str, Any] = {name: text.value for name, text in known.texts.items()}
    fields |= {name: versions[0][0] for name, versions in known.registers.items()}
    raw = {name: fields[name] for name in sorted(fields)}
    mark = _mark(known)
    if mark:
        raw[MARK] = mark
    return raw


def _mark(known: RecordState) -> str | dict[str, Any]:
    dotted = {name: text.dot for name, text in known.texts.items() if text.dot}
    dotted |= {name: found[0][1][0] for name, found in known.registers.items() if _is_one(found)}
    counts = Counter(dotted.values())
    common = max(counts, key=lambda dot: (counts[dot], dot_order(dot)), default="")
    beyond = known.vector
    if beyond:
        implied = with_dots({}, present_dots(known.registers, known.texts))
        beyond = {writer: count for writer, count in sorted(beyond.items()) if count > implied.get(writer, -1)}
    if not common and len(beyond) == 1:
        ((writer, count),) = beyond.items()
        common, beyond = f"{writer}:{count}", {}
    parts: dict[str, Any] = {
        "d": common,
        "f": {name: dotted[name] for name in sorted(dotted) if dotted[name] != common},
        "l": {name: list(known.texts[name].runs) for name in sorted(known.texts) if known.texts[name].runs},
        "s": {name: _listed(found) for name, found in sorted(known.registers.items()) if not _is_one(found)},
        "v": beyond,
    }
    mark = {name: part for name, part in parts.items() if part} | dict(known.more)
    return common if mark.keys() == {"d"} else mark


def _is_one(versions: Versions) -> bool:
    return len(versions) == 1 and len(versions[0][1]) == 1


def _listed(versions: Versions) -> list[list[Any]]:
    return [[value, *dots] for value, dots in versions]


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
