"""What is known of a record: each field with who wrote it, and what this copy has seen."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from leadercli.model.dots import Vector
from leadercli.model.line_runs import Text, text_dots
from leadercli.model.registers import Versions

Raw = dict[str, Any]
"""A record as it lies on disk."""
MARK = "~"
"""The one key of a record that is not a field."""


@dataclass(frozen=True, slots=True)
class Known:
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
