"""Which fields several machines wrote at once, so that a person has to say what holds."""

from __future__ import annotations

from typing import Any

from leadercli.model.schema import MARK, Raw, meant, row_of


def unsettled_fields(table: str, raw: Raw) -> dict[str, tuple[Any, ...]]:
    """Give the fields in question, each with its values, the shown one first. Values that mean the same are one."""
    mark = raw.get(MARK)
    if type(mark) is not dict or "s" not in mark:
        return {}
    from leadercli.model.merge.deletion import is_deleted
    from leadercli.model.merge.record import siblings

    if is_deleted(raw):
        return {}
    found: dict[str, tuple[Any, ...]] = {}
    asked, versions = row_of(table).asked, siblings(raw)
    for name in sorted((name for name in versions if _kind(name) in asked), key=lambda name: asked.index(_kind(name))):
        apart: dict[str, Any] = {}
        for value in versions[name]:
            apart.setdefault(_meaning(table, name, value), value)
        if len(apart) > 1:
            found[name] = tuple(apart.values())
    return found


def _kind(name: str) -> str:
    """Name a field without what it is about: "rating.pace" is a "rating."."""
    first, dot, _ = name.partition(".")
    return first + dot


def _meaning(table: str, name: str, value: Any) -> str:
    """Write down what a value means, the same for values that mean the same."""
    return str(bool(value)) if name in row_of(table).moments else repr(meant(table, name, value))
