"""A field with one value, or with several that were written without knowing of each other."""

from __future__ import annotations

from typing import Any

from leadercli.model.dots import Vector, covers, dot_order
from leadercli.model.json_values import canonical, same

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
