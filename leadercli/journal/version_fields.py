"""The fields that make a version of a record: what a person wrote, without the journal's own bookkeeping."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from leadercli.journal.change_log import Written
from leadercli.journal.decode import MOVE
from leadercli.journal.text_form import Raw
from leadercli.model.merge.deletion import DELETED, SEEN, deleted_at
from leadercli.model.merge.record import MARK, siblings
from leadercli.model.merge.registers import same

_BOOKKEEPING = {MARK, SEEN, "line", "source", "unmarked", "meeting", "created", "changed", "used", "at", "closed"}
"""Fields that no person wrote: which line made a record, and when. They make no version, and none is restored."""


def content(raw: Raw) -> dict[str, Any]:
    """Give the fields of a record that a person wrote, and whether it lies in the bin."""
    found = {name: value for name, value in raw.items() if _is_content(name)}
    return found | {DELETED: deleted_at(raw)} if DELETED in raw else found


def others(raw: Raw) -> Iterator[tuple[str, Any]]:
    """Give the values that stand beside the shown one in a record's fields, until someone settles them."""
    for name, values in siblings(raw).items():
        if _is_content(name) and name != DELETED:
            yield from ((name, value) for value in values[1:])


def says_something(one: Written) -> bool:
    """Tell whether a change says something to a person."""
    return _is_content(one.field) and not alike(one.old, one.new)


def alike(one: Any, other: Any) -> bool:
    """Tell whether two values say the same: a field without a value is missing, empty or false."""
    return same(one, other) or all(value is None or value is False or value == "" for value in (one, other))


def differing(present: Mapping[str, Any], wanted: Mapping[str, Any], field: str = "") -> dict[str, Any]:
    """Give the fields that restoring a version writes. Moves of a deadline are kept: they did take place."""
    names = [field] if field else dict.fromkeys([*wanted, *present])
    return {
        name: wanted.get(name)
        for name in names
        if name != DELETED and not name.startswith(MOVE) and not alike(present.get(name), wanted.get(name))
    }


def _is_content(name: str) -> bool:
    return name not in _BOOKKEEPING
