"""Write the journal, or all that belongs to one person, for others to read: as JSON or as Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from leadercli.exchange.privacy import leaving, tables_of_the_leader
from leadercli.journal.file.codec import listed
from leadercli.model.merge.deletion import DELETED, SEEN
from leadercli.model.records import ME, THEM, US
from leadercli.model.schema import FIRST, MARK, PEOPLE, TABLES, Raw

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal

FORM = 1
"""The form of the JSON; a new one when a key changes its meaning."""
IMPORTED = "import."
"""Fields by which an import knows again what it has brought in; they say nothing to a reader."""


def export_json(journal: Journal, *, person_id: str = "", private: bool = False) -> str:
    """Write canonical JSON: two journals that hold the same give the same bytes.

    Every table is a list in the order of ids, every object's keys are sorted. `private_included` says whether private
    lines and records are there. Tables of a newer version are written only when everything is asked for.
    """
    import orjson

    names = {id_: raw.get("name", "") for id_, raw in journal.table(PEOPLE).items() if isinstance(raw, dict)}
    whole: dict[str, Any] = {
        "leadercli_export": FORM,
        "person": names.get(person_id) if person_id else None,
        "private_included": private,
    }
    for table in _tables(journal, everything=private and not person_id):
        if not (person_id and table in tables_of_the_leader()):
            found = leaving(journal, table, person_id=person_id, private=private)
            whole[table] = [_written(id_, raw, names) for id_, raw in found]
    options = orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    return orjson.dumps(whole, option=options).decode()


def _tables(journal: Journal, *, everything: bool) -> Iterable[str]:
    return {*TABLES, *journal.tables()} - {FIRST} if everything else TABLES


def _written(id_: str, raw: Raw, names: dict[str, Any]) -> Raw:
    """Write a record for a reader: names beside ids, ratings in one object, no marks of merging."""
    out: Raw = {"id": id_}
    groups = {one.prefix: one for row in TABLES.values() for one in row.groups}  # a hand may have put them anywhere
    for name, value in raw.items():
        group = groups.get(name.partition(".")[0] + ".")
        if name in (MARK, DELETED, SEEN) or name.startswith(IMPORTED):
            continue
        if group:
            if not group.is_list and value not in (None, ""):
                item = name.partition(".")[2]
                out.setdefault(group.attribute, {})[item] = (value or None) if group.highest else value
        elif name == "person":
            out |= {"person_id": value, "person": _name(value, names)}
        elif name == "owner" and value not in (ME, THEM, US):
            out |= {"owner_id": value, "owner": _name(value, names)}
        else:
            out["meeting_id" if name == "meeting" else name] = value
    for group in groups.values():
        if group.is_list and (values := listed(raw, group.prefix)):
            out[group.attribute] = values
    return out


def _name(id_: Any, names: dict[str, Any]) -> Any:
    """Name whoever an id means; a hand may have put anything in its place."""
    return names.get(id_, "") if isinstance(id_, str) else ""
