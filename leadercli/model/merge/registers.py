"""Dots, version vectors and fields of several values: who wrote a value, and what a copy of a record has seen.

A dot "w:3" is the third commit of writer w. A vector {w: 3} has seen all that w wrote to a record up to
there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Vector = Mapping[str, int]


def dot_parts(dot: str) -> tuple[str, int]:
    """Split a dot into its writer and counter. Raises ValueError if it is none."""
    writer, _, counter = dot.rpartition(":")
    number = int(counter)
    if not writer or str(number) != counter or number < 0 or "/" in writer or len(dot.split()) != 1:
        raise ValueError(f"not a dot: {dot!r}")
    return writer, number


def dot_order(dot: str) -> tuple[str, int]:
    """Split a dot that is known to be one; the parts are the order of dots."""
    writer, _, counter = dot.rpartition(":")
    return writer, int(counter)


def covers(vector: Vector, dot: str) -> bool:
    """Tell whether a vector has seen a dot."""
    writer, _, counter = dot.rpartition(":")
    return vector.get(writer, -1) >= int(counter)


def with_dots(vector: Vector, dots: Iterable[str]) -> Vector:
    """Return the vector that has seen these dots as well."""
    seen = dict(vector)
    for writer, counter in map(dot_order, set(dots)):
        if seen.get(writer, -1) < counter:
            seen[writer] = counter
    return seen


def joined(one: Vector, other: Vector) -> Vector:
    """Return the vector that has seen what either has."""
    seen = dict(one)
    for writer, counter in other.items():
        if seen.get(writer, -1) < counter:
            seen[writer] = counter
    return seen


def hand_dot(content: Any) -> str:
    """Make the dot of something that stands in the file without one, the same on every machine that finds it.

    It is made from the content, so that it can be seen and written over like any other.
    """
    from hashlib import blake2b

    return f"hand{blake2b(canonical(content).encode('utf-8', 'replace'), digest_size=6).hexdigest()}:1"


Versions = tuple[tuple[Any, tuple[str, ...]], ...]
"""Each value with the dots that wrote it. The shown value stands first."""


def one_version(value: Any, dot: str) -> Versions:
    """Make a field that was written once."""
    return ((value, (dot,)),)


def ordered(values: list[tuple[Any, str]]) -> Versions:
    """Put values with their dots in the one order that all machines show.

    The highest writer comes first, so that all fields of a record show the same machine's version.
    """
    found: dict[str, tuple[Any, set[str]]] = {}
    for value, dot in values:
        found.setdefault(canonical(value), (value, set()))[1].add(dot)
    ranked = sorted(
        (([dot_order(dot) for dot in sorted(dots, key=dot_order)], text) for text, (_, dots) in found.items()),
        key=lambda entry: (entry[0][-1], entry[1]),
        reverse=True,
    )
    return tuple((found[text][0], tuple(f"{writer}:{count}" for writer, count in dots)) for dots, text in ranked)


def merged_versions(one: Versions, seen_one: Vector, other: Versions, seen_other: Vector) -> Versions:
    """Keep what both hold, and what one holds and the other has not seen."""
    if same_versions(one, other):
        return one
    pairs, others = _pairs(one), _pairs(other)
    held, others_held = {dot for _, dot in pairs}, {dot for _, dot in others}
    kept = [pair for pair in pairs if pair[1] in others_held or not covers(seen_other, pair[1])]
    kept += [pair for pair in others if pair[1] in held or not covers(seen_one, pair[1])]
    # Each side can hold the other's value for written over only after a hand was at the file: then all stays.
    return ordered(kept or pairs + others)


def same_versions(one: Versions, other: Versions) -> bool:
    """Tell whether two fields hold the same values, written by the same dots."""
    return len(one) == len(other) and all(
        dots == others and same(value, another) for (value, dots), (another, others) in zip(one, other, strict=True)
    )


def _pairs(versions: Versions) -> list[tuple[Any, str]]:
    return [(value, dot) for value, dots in versions for dot in dots]


def same(one: Any, other: Any) -> bool:
    """Tell whether two JSON values would be written alike; the order of keys does not count."""
    if one is other:
        return True
    kind = type(one)
    if kind is not type(other):
        return False
    if kind is dict:
        # By == first, which is fast and settles almost every record; then only what is not text can differ.
        return bool(one == other) and all(type(value) is str or same(value, other[name]) for name, value in one.items())
    if kind is list:
        return len(one) == len(other) and all(map(same, one, other))
    if kind is float:
        return repr(one) == repr(other)
    return bool(one == other)


def canonical(value: Any) -> str:
    """Write a JSON value as the one text that stands for it on every machine."""
    import json

    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
