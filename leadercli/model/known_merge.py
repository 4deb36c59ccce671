"""The merge law on what is known of two copies of a record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leadercli.model.dots import Vector, joined
from leadercli.model.json_values import canonical
from leadercli.model.known import Known
from leadercli.model.lines import merged_text
from leadercli.model.registers import merged_versions


def merged_known(one: Known, seen_one: Vector, other: Known, seen_other: Vector) -> Known:
    """Merge two copies. What a copy is said to have seen, and does not hold, it has written over or removed.

    A field that only one copy has was never written in the other, and stays.
    """
    registers = {**other.registers, **one.registers}
    for name in one.registers.keys() & other.registers.keys():
        registers[name] = merged_versions(one.registers[name], seen_one, other.registers[name], seen_other)
    texts = {**other.texts, **one.texts}
    for name in one.texts.keys() & other.texts.keys():
        texts[name] = merged_text(one.texts[name], seen_one, other.texts[name], seen_other)
    return Known(joined(one.vector, other.vector), registers, texts, _merged_more(one.more, other.more))


def _merged_more(one: Mapping[str, Any], other: Mapping[str, Any]) -> Mapping[str, Any]:
    """Keep what only a newer version understands: of two values, the same one everywhere."""
    both = one.keys() & other.keys()
    return {**other, **one} | {name: max(one[name], other[name], key=canonical) for name in both}
