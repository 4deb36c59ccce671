"""Fields that cannot be read: left out of a merge, so that one bad date closes nothing, and mended by a repair."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from leadercli.journal.file.codec import needed_days, unreadable
from leadercli.model.merge.record import RecordState, read_record, text_names, with_mark
from leadercli.model.merge.registers import covers, hand_dot, one_version, ordered, with_dots
from leadercli.model.schema import LONG_TEXTS, MARK, STRAY, Changed, Raw, Tables

_ANY_DAY = "2000-01-01"


@dataclass(frozen=True, slots=True)
class Bad:
    """A value that cannot be read, with the dots that wrote it."""

    table: str
    id: str
    field: str
    value: Any
    dots: tuple[str, ...]

    @property
    def dot(self) -> str:
        """The dot that a mended value gets: it is new to all who hold the bad one, and the same on every machine."""
        return hand_dot(["mended", self.field, self.value, list(self.dots)])


@dataclass(frozen=True, slots=True)
class Mended:
    """A field that could not be read. `value` is what stands there now, None for nothing."""

    table: str
    id: str
    field: str
    was: Any
    value: Any


def without_bad(table: str, id_: str, raw: Raw) -> tuple[Raw, list[Bad]]:
    """Take out of a record what cannot be read. It stays unreadable where a field that it needs is gone."""
    names: list[str] = []
    rest = raw
    while error := unreadable(table, id_, rest):
        wrong = next(
            (
                name
                for name in rest
                if name not in (MARK, *names) and str(unreadable(table, id_, _without(table, rest, name))) != str(error)
            ),
            None,
        )
        if wrong is None:
            return raw, []
        names.append(wrong)
        rest = _without(table, rest, wrong)
    if not names:
        return raw, []
    known = read_record(raw, text_names(LONG_TEXTS.get(table, ()), raw))
    dots = {name: tuple(dot for _, own in versions for dot in own) for name, versions in known.registers.items()}
    registers = {name: versions for name, versions in known.registers.items() if name not in names}
    texts = {name: text for name, text in known.texts.items() if name not in names}
    left = with_mark(RecordState(known.vector, registers, texts, known.more))
    return left, [Bad(table, id_, name, raw.get(name), dots.get(name, ())) for name in names]


def mend(tables: Tables, bad: list[Bad]) -> tuple[Mended, ...]:
    """Put in the place of each bad value the last one that reads, or nothing; what it was stays among the rescued."""
    mended: dict[tuple[str, str, str], Mended] = {}
    for one in bad:
        raw = tables.get(one.table, {}).get(one.id)
        place = (one.table, one.id, one.field)
        if raw is None or place in mended:
            continue
        known = read_record(raw, text_names(LONG_TEXTS.get(one.table, ()), raw))
        if covers(known.vector, one.dot):
            continue
        new = _mended(known, one)
        if new is not known:
            tables[one.table] = {**tables[one.table], one.id: with_mark(new)}
        value = new.registers[one.field][0][0] if one.field in new.registers else None
        if one.field not in known.registers and one.value is not None:
            kept = {"table": one.table, "id": one.id, "field": one.field, "value": one.value}
            tables[STRAY] = {**tables.get(STRAY, {}), f"{one.id}.{one.field}": kept}
        mended[place] = Mended(*place, one.value, value)
    return tuple(mended.values())


def _mended(known: RecordState, one: Bad) -> RecordState:
    versions = known.registers.get(one.field, ())
    if versions and any(dot in one.dots for _, dots in versions for dot in dots):
        return known  # a hand has put the bad value there: no one else holds it
    if len(versions) > 1:
        pairs = [(value, hand_dot([one.dot, value])) for value, _ in versions]
        pairs[0] = (pairs[0][0], one.dot)
        found = ordered(pairs)
    else:
        found = one_version(versions[0][0] if versions else _nothing(one), one.dot)
    dots = [dot for _, own in found for dot in own]
    return RecordState(with_dots(known.vector, dots), {**known.registers, one.field: found}, known.texts, known.more)


def _nothing(one: Bad) -> str | None:
    """Give what stands for no value: where a day is needed, the one on which the record was made, as its id tells."""
    if one.field not in needed_days(one.table):
        return None
    try:
        return datetime.strptime(one.id[:6], "%y%m%d").date().isoformat()
    except ValueError:
        return _ANY_DAY


def _without(table: str, raw: Raw, name: str) -> Raw:
    rest = {other: value for other, value in raw.items() if other != name}
    return {**rest, name: _ANY_DAY} if name in needed_days(table) else rest


class LeftOut(NamedTuple):
    """A record of which something was left out, and why."""

    table: str
    id: str
    reason: str


def without_unreadable(tables: Tables, changed: Changed) -> tuple[Tables, list[LeftOut]]:
    """Leave out of the changed records the fields that cannot be what they stand for, or all of one beyond help.

    Returns the same tables when there is nothing to leave out.
    """
    left_out: list[LeftOut] = []
    kept = tables
    for table, ids in changed.items():
        for id_ in sorted(ids):
            raw = tables.get(table, {}).get(id_)
            error = unreadable(table, id_, raw) if isinstance(raw, dict) else None
            if error is None or raw is None:
                continue
            left_out.append(LeftOut(table, id_, str(error)))
            rest, _ = without_bad(table, id_, raw)
            if kept is tables:
                kept = dict(tables)
            records = {other: one for other, one in kept[table].items() if other != id_}
            kept[table] = records if unreadable(table, id_, rest) else {**records, id_: rest}
    return kept, left_out
