"""The tables of records that a person sees, and what a raw record of each is about."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

from leadercli.journal.shelf import NotFound
from leadercli.journal.text_form import Raw
from leadercli.locale import N_
from leadercli.model.dates.calendar import week_start
from leadercli.model.ids import SHORTEST, ids_meant, is_too_short

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal

Kind = Literal["person", "meeting", "agreement", "inbox", "feedback", "weigh_in", "scale_item"]

KINDS: Mapping[str, Kind] = {
    "people": "person",
    "meetings": "meeting",
    "agreements": "agreement",
    "inbox": "inbox",
    "feedback": "feedback",
    "weigh_ins": "weigh_in",
    "scale_items": "scale_item",
}
"""What a record of each table is."""
_LONGEST = 240


class Place(NamedTuple):
    """Where a record lies: its table and its id."""

    table: str
    id: str


def words_of(table: str, raw: Raw) -> str:
    """Say what a record is about in one line, without the lines of a note that are only for the leader."""
    if table == "meetings":
        from leadercli.model.entry.note_line import summary

        return summary(_text(raw, "text"), _LONGEST).replace("\n", " · ") or _text(raw, "reason")
    names = {"people": ("name",), "scale_items": ("name",), "weigh_ins": ("note", "balance")}.get(table, ("text",))
    return " ".join(next((text for name in names if (text := _text(raw, name))), "").split())


def person_in(table: str, id_: str, raw: Raw) -> str:
    """Name the id of the person whom a record is about; "" for nobody."""
    return id_ if table == "people" else _text(raw, "person")


def name_of(journal: Journal) -> Callable[[str], str]:
    """Make the call that says what an id in a field means: a person, an own item of the scale, an agreement."""

    def name(id_: str) -> str:
        for table in ("people", "scale_items", "agreements"):
            raw = journal.table(table).get(id_)
            if raw is not None:
                return words_of(table, raw)
        return ""

    return name


def day_of(table: str, raw: Raw) -> date | None:
    """Tell the day that a record belongs to: a conversation's own, a week's Monday, feedback's; None for others."""
    try:
        return week_start(raw["week"]) if table == "weigh_ins" else date.fromisoformat(raw["day"])
    except (KeyError, TypeError, ValueError):
        return None


def moment_in(raw: Raw, name: str) -> datetime | None:
    """Read a moment; None when there is none that can be read."""
    try:
        return datetime.fromisoformat(raw[name]).replace(tzinfo=None)
    except (KeyError, TypeError, ValueError):
        return None


def meant(typed: str, places: Collection[Place], nothing: str) -> Place:
    """Find the one record that an id, or a unique part of its beginning, means. Raises NotFound.

    `nothing` is the message for when there is none, with a place for the `id`.
    """
    by_id = {place.id: place for place in places}
    if typed in by_id:
        return by_id[typed]
    found = ids_meant(typed, list(by_id))
    if not found and is_too_short(typed):
        raise NotFound(N_("“{id}” is too short for an id: type at least {count} signs."), id=typed, count=SHORTEST)
    if not found:
        raise NotFound(nothing, id=typed)
    if len(found) > 1:
        raise NotFound(
            N_("The id “{id}” can mean {count} things. Type more of it: {ids}."),
            id=typed,
            count=len(found),
            ids=", ".join(sorted(found)[:6]),
        )
    return by_id[found[0]]


def _text(raw: Raw, name: str) -> str:
    value = raw.get(name)
    return value if isinstance(value, str) else ""
