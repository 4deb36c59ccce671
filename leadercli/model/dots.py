"""Dots and version vectors: who wrote a value, and what a copy of a record has seen.

A dot "w:3" is the third commit of writer w. A vector {w: 3} has seen all that w wrote to a record up to
there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from leadercli.model.json_values import canonical

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
