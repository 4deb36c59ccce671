"""The bin covers only what the one who put a record there had seen: a word that they did not know of is not lost in it.

A deletion keeps in `deleted_seen` what its writer had seen of the record. It holds while nothing else stands in the
record. One who writes in a record that lies in the bin has seen that it does, and is counted in; one who writes in
a record that came out again in this way settles it. Merging knows nothing of all this: it is a rule for readers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leadercli.model.schema import MARK, Raw

DELETED = "deleted"
"""The moment when a record was put in the bin."""
SEEN = "deleted_seen"
"""What the one who put it there had seen: {writer: counter}. No field of a person's: nobody is shown it."""


def is_deleted(raw: Raw) -> bool:
    """Tell whether a record lies in the bin."""
    if not raw.get(DELETED):
        return False
    mark = raw.get(MARK)
    return type(mark) is not dict or _covers_all(raw, mark)


def deleted_at(raw: Raw) -> Any:
    """Give the moment when a record was put in the bin, as it stands in the file; None when it does not lie there."""
    return raw[DELETED] if is_deleted(raw) else None


def shown_fields(raw: Raw) -> Raw:
    """Give the fields of a record as a reader sees them: one that came out of the bin was never put there."""
    shown = {name: value for name, value in raw.items() if name not in ("~", SEEN)}
    return shown | {DELETED: deleted_at(raw)} if DELETED in raw else shown


def _covers_all(raw: Raw, mark: Mapping[str, Any]) -> bool:
    """Tell whether those who deleted a record had, together, seen all that stands in it. One who did not say had."""
    try:
        versions = mark.get("s") or {}
        seen = raw.get(SEEN) or {}
        for other, *_ in versions.get(SEEN, ()):
            seen = {writer: max(count, seen.get(writer, -1)) for writer, count in {**seen, **(other or {})}.items()}
        dots = mark.get("f", {})
        deletions = versions.get(DELETED) or [[raw[DELETED], dots.get(DELETED) or mark["d"]]]
        if not all(_covers(seen, dot) for value, *own in deletions if not value for dot in own):
            return False  # taken out of the bin by one whom no deleter knew of
        if not all(_covers(seen, dot) for value, *own in deletions if value for dot in own):
            return True
        return all(_covers(seen, dot) for dot in _others(mark, dots, versions))
    except (AttributeError, KeyError, TypeError, ValueError):
        return True  # a mark or a field that is not as it should be was written by hand


def _covers(seen: Mapping[str, int], dot: str) -> bool:
    writer, _, counter = dot.rpartition(":")
    return bool(seen.get(writer, -1) >= int(counter))


def _others(mark: Mapping[str, Any], dots: Mapping[str, str], versions: Mapping[str, Any]) -> list[str]:
    """List the dots of all that stands in a record, besides its deletion."""
    found = [dot for name, dot in dots.items() if name not in (DELETED, SEEN)]
    if "d" in mark:
        found.append(mark["d"])
    for name, entries in versions.items():
        if name not in (DELETED, SEEN):
            for _, *own in entries:
                found += own
    if "l" in mark:
        from leadercli.model.merge.lines import Text, text_dots

        for runs in mark["l"].values():
            found += text_dots(Text("", tuple(runs)))
    return found
