"""The merge law: copies of a record become one, in any order, any number of times, with nothing lost.

Commutative, associative and idempotent. A write replaces what it had seen and nothing else. Merging writes no
dot, so it can be done anywhere; docs/journal-format.md tells how records carry what it needs. Nothing here
changes what it is given.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from leadercli.model.merge.record import (
    changed_by_hand,
    doubled_lines,
    line_ids,
    merged_state,
    read_record,
    siblings,
    text_names,
    vector,
    with_mark,
)
from leadercli.model.merge.registers import canonical, same
from leadercli.model.merge.write import write_fields
from leadercli.model.schema import Raw, Tables

__all__ = [
    "changed_by_hand",
    "doubled_lines",
    "line_ids",
    "merged",
    "merged_tables",
    "siblings",
    "vector",
    "write_fields",
]


def merged(a: Raw, b: Raw, *, lines: Container[str] = ()) -> Raw:
    """Merge two copies of a record; `lines` names the long texts. Returns `a` itself if `b` has nothing new."""
    if same(a, b):
        return a
    names = text_names(lines, a, b)
    one, other = read_record(a, names), read_record(b, names)
    seen_one, seen_other = one.vector, other.vector
    if seen_one == seen_other:  # yet they differ, so one was changed by hand: nothing counts as written over
        seen_one = seen_other = {}
    result = with_mark(merged_state(one, seen_one, other, seen_other))
    return a if same(a, result) else result


def merged_tables(
    a: Tables, b: Tables, lines_of: Mapping[str, Container[str]]
) -> tuple[Tables, dict[str, tuple[str, ...]]]:
    """Merge all tables record by record; `lines_of` names each table's long texts.

    Returns the tables, `a`'s own where `b` has nothing new, and by table the ids of the records that are not
    as in `a`. Of two values that are not both tables or both records, every machine keeps the same one.
    """
    tables: Tables = dict(a)
    changed: dict[str, tuple[str, ...]] = {}
    for name, theirs in b.items():
        ours = a.get(name)
        if ours is theirs:
            continue
        if not isinstance(ours, dict) or not isinstance(theirs, dict):
            tables[name] = theirs if name not in a else _kept(ours, theirs)
            if isinstance(theirs, dict) and tables[name] is theirs:
                changed[name] = tuple(theirs)
            continue
        news = _news(ours, theirs, lines_of.get(name, ()))
        if news:
            tables[name] = {**ours, **news}
            changed[name] = tuple(news)
    return tables, {name: ids for name, ids in changed.items() if ids}


def _news(ours: dict[str, Raw], theirs: dict[str, Raw], lines: Container[str]) -> dict[str, Raw]:
    """Find the records that become others than ours."""
    news: dict[str, Raw] = {}
    for id_, their in theirs.items():
        our = ours.get(id_)
        if our is their:
            continue
        if isinstance(our, dict) and isinstance(their, dict):
            result = merged(our, their, lines=lines)
        else:
            result = their if id_ not in ours else _kept(our, their)
        if result is not our:
            news[id_] = result
    return news


def _kept(one: Any, other: Any) -> Any:
    """Choose as every machine does between values that are not both records: a record, or the greater."""
    return one if _rank(one) >= _rank(other) else other


def _rank(value: Any) -> tuple[bool, float, str]:
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else float("-inf")
    return isinstance(value, dict), number, canonical(value)
