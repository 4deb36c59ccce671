"""Read raw records as dataclasses, and write values as JSON. A field that is missing or null has its default.

A field that is missing or null has its default. One that holds what it cannot hold raises ValueError with its name.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from leadercli.journal.file.values import Read, empty_of, is_needed, rating_reader, read_moment, reader_of, wrong
from leadercli.model.merge.conflicts import unsettled_fields
from leadercli.model.merge.deletion import DELETED, is_deleted
from leadercli.model.records import Agreement, Feedback, InboxItem, Meeting, Person, ScaleItem, WeighIn
from leadercli.model.schema import (
    AGREEMENTS,
    FEEDBACK,
    INBOX,
    MARK,
    MEETINGS,
    MOVE,
    PEOPLE,
    SCALE_ITEMS,
    TABLES,
    WEIGH_INS,
    Group,
    Raw,
    TableSchema,
    defaults_of,
    stored_name,
)

R = TypeVar("R")
_OF_ALL = ("id", DELETED, "unsettled")
"""What every record has, and what is not read from a field of its own."""


class _Plan(NamedTuple):
    """How the fields of one dataclass are read. `empty` are attributes whose value, when missing, is another than its
    own default; `needed` are fields that must be there.
    """

    record: type[Any]
    by_name: Mapping[str, tuple[str, Read]]
    empty: Mapping[str, Any]
    needed: tuple[str, ...]
    groups: Sequence[tuple[Group, Read]] = ()


_known: dict[str, tuple[TableSchema, _Plan, Callable[[str, Raw], Any]]] = {}
"""How each table is read, with the row that says so."""


def decoder(table: str) -> Callable[[str, Raw], Any]:
    """Give the call that reads an id and a raw record of a table as its dataclass. Raises KeyError for another table.

    The call raises ValueError naming the first field that cannot be read.
    """
    return _reading(table)[2]


def needed_days(table: str) -> tuple[str, ...]:
    """Name the fields in which each record of a table must have a day or a moment."""
    return _reading(table)[1].needed


def person(id_: str, raw: Raw) -> Person:
    """Read a person."""
    return _read(PEOPLE, Person, id_, raw)


def meeting(id_: str, raw: Raw) -> Meeting:
    """Read a conversation."""
    return _read(MEETINGS, Meeting, id_, raw)


def agreement(id_: str, raw: Raw) -> Agreement:
    """Read an agreement."""
    return _read(AGREEMENTS, Agreement, id_, raw)


def inbox_item(id_: str, raw: Raw) -> InboxItem:
    """Read something to raise next time."""
    return _read(INBOX, InboxItem, id_, raw)


def feedback(id_: str, raw: Raw) -> Feedback:
    """Read praise, or what could be better."""
    return _read(FEEDBACK, Feedback, id_, raw)


def scale_item(id_: str, raw: Raw) -> ScaleItem:
    """Read an item of the scale."""
    return _read(SCALE_ITEMS, ScaleItem, id_, raw)


def weigh_in(id_: str, raw: Raw) -> WeighIn:
    """Read a week on the scale."""
    return _read(WEIGH_INS, WeighIn, id_, raw)


def moves_of(raw: Raw) -> list[Raw]:
    """List the moves of a raw agreement's deadline, the first one first."""
    if MOVE not in "".join(raw):
        return []
    return listed(raw, MOVE)


def listed(raw: Raw, prefix: str) -> list[Any]:
    """List the values of all fields that begin alike, by the moment in their "at"."""
    found = [raw[name] for name in sorted(raw) if name.startswith(prefix) and raw[name]]
    return sorted(found, key=lambda one: str(one.get("at")) if isinstance(one, dict) else "")


def _read(table: str, _: type[R], id_: str, raw: Raw) -> R:
    found: R = _reading(table)[2](id_, raw)
    return found


def _reading(table: str) -> tuple[TableSchema, _Plan, Callable[[str, Raw], Any]]:
    row, known = TABLES[table], _known.get(table)
    if known is None or known[0] is not row:
        apart = [*_OF_ALL, *(one.attribute for one in row.groups)]
        plan = _plan(row.record, apart, defaults_of(row), [(one, _group_reader(one)) for one in row.groups])
        known = _known[table] = (row, plan, _decoder(table, plan))
    return known


def _decoder(table: str, plan: _Plan) -> Callable[[str, Raw], Any]:
    record, empty, fill = plan.record, dict(plan.empty), _filler(plan)

    def read(id_: str, raw: Raw) -> Any:
        given = fill(raw, {"id": id_, **empty})
        if raw.get(DELETED) and is_deleted(raw):
            given[DELETED] = read_moment(DELETED, raw[DELETED])
        mark = raw.get(MARK)
        if type(mark) is dict and "s" in mark:
            given["unsettled"] = tuple(unsettled_fields(table, raw))
        return record(**given)

    return read


def _filler(plan: _Plan) -> Callable[[Raw, dict[str, Any]], dict[str, Any]]:
    """Make the call that reads a raw record's fields into what its dataclass is made of."""
    by_name, needed, groups = plan.by_name, plan.needed, plan.groups

    def fill(raw: Raw, given: dict[str, Any]) -> dict[str, Any]:
        grouped = False
        try:
            for name, value in raw.items():
                known = by_name.get(name)
                if known is None:
                    grouped = grouped or "." in name
                elif value is not None:
                    given[known[0]] = known[1](name, value)
        except ValueError:
            _raise_first(plan, raw)
            raise
        for name in needed:
            if raw.get(name) is None:
                raise wrong(name, None)
        if grouped:
            for group, read in groups:
                given[group.attribute] = _grouped(raw, group, read)
        return given

    return fill


def _raise_first(plan: _Plan, raw: Raw) -> None:
    """Read the fields once more in the order of the dataclass, so that the same one is named on every machine."""
    for name, (_, read) in plan.by_name.items():
        if raw.get(name) is not None:
            read(name, raw[name])
        elif name in plan.needed:
            raise wrong(name, None)


def _grouped(raw: Raw, group: Group, read: Read) -> Any:
    if group.is_list:
        return tuple(read(group.prefix, value) for value in listed(raw, group.prefix))
    return {
        name[len(group.prefix) :]: read(name, value)
        for name, value in raw.items()
        if name.startswith(group.prefix) and value not in (None, "")
    }


def _group_reader(group: Group) -> Read:
    if group.record:
        return _nested(group.record)
    return rating_reader(group.highest) if group.highest else reader_of("str")


def _plan(
    record: type[Any],
    apart: Collection[str] = (),
    defaults: Mapping[str, Any] = MappingProxyType({}),
    groups: Sequence[tuple[Group, Read]] = (),
) -> _Plan:
    by_name: dict[str, tuple[str, Read]] = {}
    empty: dict[str, Any] = {}
    needed: list[str] = []
    for one in fields(record):
        if one.name in apart:
            continue
        name, kind = stored_name(one.name), str(one.type)
        by_name[name] = (one.name, reader_of(kind))
        if is_needed(kind):
            needed.append(name)
        else:
            value = defaults.get(name, empty_of(kind))
            if value != one.default:
                empty[one.name] = value
    return _Plan(record, by_name, empty, tuple(needed), groups)


def _nested(record: type[Any]) -> Read:
    """Make the call that reads an object within a record."""
    plan = _plan(record)
    empty, fill = dict(plan.empty), _filler(plan)

    def read(name: str, value: Any) -> Any:
        if not isinstance(value, dict):
            raise wrong(name, value)
        return record(**fill(value, dict(empty)))

    return read


def encoded(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Turn fields of a record into JSON values."""
    return {name: _value(value) for name, value in fields.items()}


def _value(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return value


def unreadable(table: str, id_: str, raw: Raw) -> Exception | None:
    """Say why a record cannot be read; None when it can, or when its table is not known."""
    if table not in TABLES:
        return None
    try:
        decoder(table)(id_, raw)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        return error
    return None
