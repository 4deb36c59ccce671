"""Compare JSON values exactly: Python holds 1, 1.0 and true for equal, a journal does not."""

from __future__ import annotations

from typing import Any


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
