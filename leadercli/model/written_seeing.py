"""Write fields of a record that may lie in the bin, so that readers know what a deletion had seen."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from leadercli.model.deleting import DELETED, SEEN, is_deleted
from leadercli.model.dots import with_dots
from leadercli.model.known import MARK, Raw
from leadercli.model.record_views import vector
from leadercli.model.written import written

_UNMARKED = "unmarked"


def written_seeing(
    old: Raw | None,
    fields: Mapping[str, Any],
    dot: str,
    *,
    lines: Container[str] = (),
    base: Raw | None = None,
) -> Raw:
    """Write fields as `written` does, and keep in step what a deletion has seen. Returns `old` if nothing is new."""
    given = {name: value for name, value in fields.items() if name != SEEN} if SEEN in fields else fields
    new = written(old, given, dot, lines=lines, base=base)
    kept = _in_step(old, new, given, dot)
    return written(new, kept, dot, lines=lines) if kept else new


def _in_step(old: Raw | None, new: Raw, given: Mapping[str, Any], dot: str) -> dict[str, Any]:
    """Give the fields to write besides those that are given."""
    if given.get(DELETED):
        # Left from an earlier stay in the bin, it would say that a line's removal had put it there.
        stale = old is not None and old.get(_UNMARKED) and _UNMARKED not in given and not is_deleted(old)
        return _seen(new, dot) | ({_UNMARKED: None} if stale else {})
    if DELETED in given:
        return {SEEN: None} if _has(new, SEEN) else {}
    if new is old or old is None or not _has(old, DELETED):
        return {}
    return _seen(new, dot) if is_deleted(old) else {DELETED: None, SEEN: None}


def _seen(raw: Raw, dot: str) -> dict[str, Any]:
    return {SEEN: dict(sorted(with_dots(vector(raw), [dot]).items()))}


def _has(raw: Raw, name: str) -> bool:
    """Tell whether a field says something, in any of its versions."""
    mark = raw.get(MARK)
    return bool(raw.get(name)) or (type(mark) is dict and name in mark.get("s", ()))
