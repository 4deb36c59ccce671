"""Read the values of single fields by their annotation. A value that cannot be what it stands for raises ValueError."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

Read = Callable[[str, Any], Any]
"""Reads a value that is not null, given the name of its field. Raises ValueError with the name."""


def reader_of(kind: str) -> Read:
    """Choose how a value is read by the annotation of its field; what is none of these is one of some words, a text.

    Annotations are text in our modules, and stay so: to evaluate them would cost each start of the program.
    """
    first, _, other = kind.partition(" | ")
    return (_OR_NONE.get(first) if other else None) or _READERS.get(first, _text)


def is_needed(kind: str) -> bool:
    """Tell whether a field with this annotation cannot be without a value."""
    return kind in ("date", "datetime")


def rating_reader(highest: int) -> Read:
    """Make the call that reads a rating from 1 up to a number; 0 is read as None, not relevant."""

    def read(name: str, value: Any) -> int | None:
        if not 0 <= _number(name, value) <= highest:
            raise wrong(name, value)
        return value or None

    return read


def empty_of(kind: str) -> Any:
    """Give what stands for no value in a field with this annotation: "", 0, False or None."""
    first, _, other = kind.partition(" | ")
    return None if other else _EMPTY.get(first, "")


def read_moment(name: str, value: Any) -> datetime | None:
    """Read a moment; None for an empty value."""
    return _needed_moment(name, value) if value else None


def wrong(name: str, value: Any) -> ValueError:
    """Make the error for a value that a field cannot hold."""
    return ValueError(f"{name} = {value!r:.60}")


def _day(name: str, value: Any) -> date | None:
    return _needed_day(name, value) if value else None


def _needed_day(name: str, value: Any) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise wrong(name, value) from None


def _needed_moment(name: str, value: Any) -> datetime:
    try:
        return datetime.fromisoformat(value).replace(tzinfo=None)
    except (TypeError, ValueError):
        raise wrong(name, value) from None


def _text(name: str, value: Any) -> str:
    if isinstance(value, str):
        return value
    raise wrong(name, value)


def _number(name: str, value: Any) -> int:
    if type(value) is int:
        return value
    raise wrong(name, value)


def _yes(_: str, value: Any) -> bool:
    return bool(value)


_READERS: Mapping[str, Read] = {
    "str": _text,
    "int": _number,
    "bool": _yes,
    "date": _needed_day,
    "datetime": _needed_moment,
}
_OR_NONE: Mapping[str, Read] = {"date": _day, "datetime": read_moment}
_EMPTY: Mapping[str, Any] = {"int": 0, "bool": False}
