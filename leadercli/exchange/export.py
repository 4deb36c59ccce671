"""Write the journal, or all that belongs to one person, for others to read: as JSON or as Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from leadercli.exchange.privacy import KNOWN, OF_THE_LEADER, leaving
from leadercli.journal.file.codec import MOVE, MOVED, RATING, STEP, moves_of
from leadercli.journal.file.format import FIRST, Raw
from leadercli.model.merge.deletion import DELETED, SEEN
from leadercli.model.records import ME, THEM, US

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal

FORM = 1
"""The form of the JSON; a new one when a key changes its meaning."""
IMPORTED = "import."
"""Fields by which an import knows again what it has brought in; they say nothing to a reader."""

_MARK = "~"
_GROUPS = {RATING: "ratings", STEP: "steps", MOVED: "moved"}


def export_json(journal: Journal, *, person_id: str = "", private: bool = False) -> str:
    """Write canonical JSON: two journals that hold the same give the same bytes.

    Every table is a list in the order of ids, every object's keys are sorted. `private_included` says whether private
    lines and records are there. Tables of a newer version are written only when everything is asked for.
    """
    import orjson

    names = {id_: raw.get("name", "") for id_, raw in journal.table("people").items() if isinstance(raw, dict)}
    whole: dict[str, Any] = {
        "leadercli_export": FORM,
        "person": names.get(person_id) if person_id else None,
        "private_included": private,
    }
    for table in _tables(journal, everything=private and not person_id):
        if not (person_id and table in OF_THE_LEADER):
            found = leaving(journal, table, person_id=person_id, private=private)
            whole[table] = [_written(id_, raw, names) for id_, raw in found]
    options = orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    return orjson.dumps(whole, option=options).decode()


def _tables(journal: Journal, *, everything: bool) -> Iterable[str]:
    return {*KNOWN, *journal.tables()} - {FIRST} if everything else KNOWN


def _written(id_: str, raw: Raw, names: dict[str, Any]) -> Raw:
    """Write a record for a reader: names beside ids, ratings in one object, no marks of merging."""
    out: Raw = {"id": id_}
    for name, value in raw.items():
        group = _GROUPS.get(name.partition(".")[0] + ".")
        if name in (_MARK, DELETED, SEEN) or name.startswith((IMPORTED, MOVE)):
            continue
        if group:
            if value not in (None, ""):
                out.setdefault(group, {})[name.partition(".")[2]] = (value or None) if group == "ratings" else value
        elif name == "person":
            out |= {"person_id": value, "person": _name(value, names)}
        elif name == "owner" and value not in (ME, THEM, US):
            out |= {"owner_id": value, "owner": _name(value, names)}
        else:
            out["meeting_id" if name == "meeting" else name] = value
    if moves := moves_of(raw):
        out["moves"] = moves
    return out


def _name(id_: Any, names: dict[str, Any]) -> Any:
    """Name whoever an id means; a hand may have put anything in its place."""
    return names.get(id_, "") if isinstance(id_, str) else ""
