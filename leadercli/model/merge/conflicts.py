"""Which fields several machines wrote at once, so that a person has to say what holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

Raw = dict[str, Any]

ASKED: Final[Mapping[str, tuple[str, ...]]] = {
    "people": (
        *("name", "role", "relation", "cadence", "minutes", "start", "birthday", "email"),
        *("state", "paused_until", "left"),
    ),
    "meetings": ("time", "state", "minutes", "reason"),
    "agreements": ("text", "person", "owner", "due", "state", "private"),
    "inbox": ("text", "person", "raised", "private"),
    "feedback": ("text", "person", "kind", "day", "follow_up", "followed", "private"),
    "scale_items": ("name", "retired"),
    "weigh_ins": ("rating.", "moved.", "step.", "note", "balance", "turn_down", "turn_up"),
}
"""The fields of each table that a person is asked about, and beginnings of names; no one cares for the others."""

_DEFAULTS: Final[Mapping[tuple[str, str], Any]] = {
    ("agreements", "owner"): "me",
    ("agreements", "state"): "open",
    ("feedback", "kind"): "praise",
    ("meetings", "state"): "held",
    ("people", "relation"): "employee",
    ("people", "state"): "active",
    ("people", "minutes"): 30,
}
"""What a field means that is empty, where that is not nothing."""
_MOMENTS: Final = ("raised", "followed")
"""Fields that say by a moment that something was done; when is no question."""


def unsettled_fields(table: str, raw: Raw) -> dict[str, tuple[Any, ...]]:
    """Give the fields in question, each with its values, the shown one first. Values that mean the same are one."""
    mark = raw.get("~")
    if type(mark) is not dict or "s" not in mark:
        return {}
    from leadercli.model.merge.deletion import is_deleted
    from leadercli.model.merge.record import siblings

    if is_deleted(raw):
        return {}
    found: dict[str, tuple[Any, ...]] = {}
    asked, versions = ASKED.get(table, ()), siblings(raw)
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


def meant(table: str, name: str, value: Any) -> Any:
    """Read a value that is empty as what it means; None is nothing."""
    return _DEFAULTS.get((table, name)) if value is None or value is False or value == "" else value


def _meaning(table: str, name: str, value: Any) -> str:
    """Write down what a value means, the same for values that mean the same."""
    return str(bool(value)) if name in _MOMENTS else repr(meant(table, name, value))
