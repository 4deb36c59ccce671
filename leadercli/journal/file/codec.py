"""Read raw records as dataclasses, and write values as JSON. A field that is missing or null has its default.

One that holds what it cannot hold raises ValueError with its name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from leadercli.journal.file import codec as decode
from leadercli.journal.file.format import Raw
from leadercli.model.merge.conflicts import unsettled_fields
from leadercli.model.merge.deletion import is_deleted
from leadercli.model.records import Agreement, Feedback, InboxItem, Meeting, Move, Person, ScaleItem, WeighIn

RATING = "rating."
"""Each rating is a field of its own, so that two machines can rate one week together. 0 means not relevant."""
MOVE = "move."
"""Each moved deadline is a field of its own, so that all count when two machines move one."""
STEP, MOVED = "step.", "moved."


def _wrong(name: str, value: Any) -> ValueError:
    return ValueError(f"{name} = {value!r:.60}")


def _day(raw: Raw, name: str) -> date | None:
    value = raw.get(name)
    return _the_day(raw, name) if value else None


def _the_day(raw: Raw, name: str) -> date:
    try:
        return date.fromisoformat(raw[name])
    except (KeyError, TypeError, ValueError):
        raise _wrong(name, raw.get(name)) from None


def _moment(raw: Raw, name: str) -> datetime | None:
    value = raw.get(name)
    return _the_moment(raw, name) if value else None


def _the_moment(raw: Raw, name: str) -> datetime:
    try:
        return datetime.fromisoformat(raw[name]).replace(tzinfo=None)
    except (KeyError, TypeError, ValueError):
        raise _wrong(name, raw.get(name)) from None


def _binned(raw: Raw) -> datetime | None:
    return _moment(raw, "deleted") if is_deleted(raw) else None


def _unsettled(table: str, raw: Raw) -> tuple[str, ...]:
    mark = raw.get("~")
    return tuple(unsettled_fields(table, raw)) if type(mark) is dict and "s" in mark else ()


def _text(raw: Raw, name: str, default: str = "") -> Any:
    value = raw.get(name)
    if value is None:
        return default
    if not isinstance(value, str):
        raise _wrong(name, value)
    return value


def _number(raw: Raw, name: str, default: int = 0) -> int:
    value = raw.get(name)
    if value is None:
        return default
    if type(value) is not int:
        raise _wrong(name, value)
    return value


def person(id_: str, raw: Raw) -> Person:
    """Read a person."""
    return Person(
        id=id_,
        name=_text(raw, "name"),
        role=_text(raw, "role"),
        relation=_text(raw, "relation", "employee"),
        cadence=_text(raw, "cadence"),
        minutes=_number(raw, "minutes", 30),
        start=_day(raw, "start"),
        birthday=_day(raw, "birthday"),
        email=_text(raw, "email"),
        state=_text(raw, "state", "active"),
        paused_until=_day(raw, "paused_until"),
        left=_day(raw, "left"),
        created=_moment(raw, "created"),
        deleted=_binned(raw) if raw.get("deleted") else None,
        unsettled=_unsettled("people", raw),
    )


def meeting(id_: str, raw: Raw) -> Meeting:
    """Read a conversation."""
    return Meeting(
        id=id_,
        person_id=_text(raw, "person"),
        day=_the_day(raw, "day"),
        time=_text(raw, "time"),
        state=_text(raw, "state", "held"),
        text=_text(raw, "text"),
        minutes=_number(raw, "minutes"),
        used=_number(raw, "used"),
        moved_from=_day(raw, "moved_from"),
        reason=_text(raw, "reason"),
        changed=_moment(raw, "changed"),
        deleted=_binned(raw) if raw.get("deleted") else None,
        unsettled=_unsettled("meetings", raw),
    )


def agreement(id_: str, raw: Raw) -> Agreement:
    """Read an agreement."""
    return Agreement(
        id=id_,
        text=_text(raw, "text"),
        person_id=_text(raw, "person"),
        owner=_text(raw, "owner", "me"),
        due=_day(raw, "due"),
        state=_text(raw, "state", "open"),
        created=_moment(raw, "created"),
        closed=_moment(raw, "closed"),
        moves=tuple(_move(one) for one in moves_of(raw)),
        meeting_id=_text(raw, "meeting"),
        line=_text(raw, "line"),
        source=_text(raw, "source"),
        private=bool(raw.get("private")),
        deleted=_binned(raw) if raw.get("deleted") else None,
        unsettled=_unsettled("agreements", raw),
    )


def moves_of(raw: Raw) -> list[Raw]:
    """List the moves of a raw agreement's deadline, the first one first."""
    if MOVE not in "".join(raw):
        return []
    found = [raw[name] for name in sorted(raw) if name.startswith(MOVE) and raw[name]]
    return sorted(found, key=lambda move: str(move.get("at")) if isinstance(move, dict) else "")


def _move(raw: Raw) -> Move:
    if not isinstance(raw, dict):
        raise _wrong(MOVE, raw)
    return Move(_the_moment(raw, "at"), _day(raw, "old"), _day(raw, "new"), _text(raw, "reason"))


def inbox_item(id_: str, raw: Raw) -> InboxItem:
    """Read something to raise next time."""
    return InboxItem(
        id=id_,
        person_id=_text(raw, "person"),
        text=_text(raw, "text"),
        created=_moment(raw, "created"),
        raised=_moment(raw, "raised"),
        meeting_id=_text(raw, "meeting"),
        line=_text(raw, "line"),
        source=_text(raw, "source"),
        private=bool(raw.get("private")),
        deleted=_binned(raw) if raw.get("deleted") else None,
        unsettled=_unsettled("inbox", raw),
    )


def feedback(id_: str, raw: Raw) -> Feedback:
    """Read praise, or what could be better."""
    return Feedback(
        id=id_,
        person_id=_text(raw, "person"),
        kind=_text(raw, "kind", "praise"),
        text=_text(raw, "text"),
        day=_the_day(raw, "day"),
        follow_up=_day(raw, "follow_up"),
        followed=_moment(raw, "followed"),
        meeting_id=_text(raw, "meeting"),
        line=_text(raw, "line"),
        source=_text(raw, "source"),
        private=bool(raw.get("private")),
        deleted=_binned(raw) if raw.get("deleted") else None,
        unsettled=_unsettled("feedback", raw),
    )


def scale_item(id_: str, raw: Raw) -> ScaleItem:
    """Read an item of the scale."""
    return ScaleItem(
        id=id_,
        side=_text(raw, "side", "load"),
        name=_text(raw, "name"),
        order=_number(raw, "order"),
        retired=bool(raw.get("retired")),
        deleted=_binned(raw) if raw.get("deleted") else None,
        unsettled=_unsettled("scale_items", raw),
    )


def weigh_in(id_: str, raw: Raw) -> WeighIn:
    """Read a week on the scale."""
    return WeighIn(
        id=id_,
        week=_text(raw, "week"),
        ratings={item: _rating(raw, item) for item in _prefixed(raw, RATING)},
        note=_text(raw, "note"),
        balance=_text(raw, "balance"),
        turn_down=_text(raw, "turn_down"),
        turn_up=_text(raw, "turn_up"),
        steps={side: _text(raw, STEP + side) for side in _prefixed(raw, STEP)},
        moved={item: _text(raw, MOVED + item) for item in _prefixed(raw, MOVED)},
        at=_moment(raw, "at"),
        deleted=_binned(raw) if raw.get("deleted") else None,
        unsettled=_unsettled("weigh_ins", raw),
    )


def _prefixed(raw: Raw, prefix: str) -> list[str]:
    return [name[len(prefix) :] for name, value in raw.items() if name.startswith(prefix) and value not in (None, "")]


def _rating(raw: Raw, item: str) -> int | None:
    value = _number(raw, RATING + item)
    if not 0 <= value <= 5:
        raise _wrong(RATING + item, value)
    return value or None


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
    decoder = DECODERS.get(table)
    if decoder is None:
        return None
    try:
        decoder(id_, raw)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        return error
    return None


DECODERS: Mapping[str, Callable[[str, Raw], Any]] = {
    "people": decode.person,
    "meetings": decode.meeting,
    "agreements": decode.agreement,
    "inbox": decode.inbox_item,
    "feedback": decode.feedback,
    "scale_items": decode.scale_item,
    "weigh_ins": decode.weigh_in,
}
"""How the records of each table are read."""
