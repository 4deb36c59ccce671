"""Turn the marked lines of a note into records, once each, and keep them in step when a line changes.

A record's id is derived from the conversation and the line, so that two machines that capture one line make one
record. The line as it was captured stands in `source`: only what a person changed in the line is changed in
the record, so that a deadline moved elsewhere is not moved back by a new comma.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from leadercli.journal.encode import encoded
from leadercli.journal.text_form import Raw
from leadercli.model.capture import Captured, read_line
from leadercli.model.ids import derived_id
from leadercli.model.merge import line_ids
from leadercli.model.records import Person
from leadercli.model.signs import may_be_signed

if TYPE_CHECKING:
    from leadercli.journal.journal import Change, Journal

Known = dict[tuple[str, str], tuple[str, Raw]]
"""The records made of a note's lines, by table and line: id and record."""
TABLES = {"agreement": "agreements", "inbox": "inbox", "praise": "feedback", "better": "feedback"}


def capture(journal: Journal, meeting_id: str) -> None:
    """Bring the records of a note in step with its lines, in the commit that is open or one of its own."""
    capture_all(journal, {meeting_id: journal.clock()})


def capture_all(journal: Journal, notes: Mapping[str, datetime]) -> None:
    """Do so for many notes: the ids of their conversations, each with the moment when a new record was made."""
    people, known = journal.people.all(), _records_of(journal, notes)
    changes: list[Change] = []
    names: dict[str, None] = {}
    for meeting_id, born in notes.items():
        raw = journal.table("meetings").get(meeting_id)
        about = journal.people.get(raw.get("person", "")) if raw else None
        if raw is None or about is None:
            continue
        found = list(_changes(journal, meeting_id, raw, about, people, known.get(meeting_id, {}), born))
        if found:
            changes += found
            names[about.name] = None
    if changes:
        journal.commit("write_note", ", ".join(names), *changes)


def _changes(
    journal: Journal,
    meeting_id: str,
    raw: Raw,
    about: Person,
    people: tuple[Person, ...],
    present: Known,
    born: datetime,
) -> Iterator[Change]:
    from leadercli.journal.journal import Change

    day = date.fromisoformat(raw["day"])
    seen: set[tuple[str, str]] = set()
    for line_id, line in _lines(raw, present):
        captured = read_line(line, about, people, day)
        if captured is None or captured.kind not in TABLES:
            continue
        table = TABLES[captured.kind]
        seen.add((table, line_id))
        old = present.get((table, line_id))
        if old is None:
            id_ = derived_id(day, meeting_id, line_id, table)
            fields = _fields(captured, table, day) | {"meeting": meeting_id, "line": line_id, "source": line}
            given = {name: value for name, value in fields.items() if value not in (None, False, "")}
            yield Change(table, id_, encoded(given | _birth(table, born)))
        elif old[1].get("source") != line:
            before = read_line(old[1].get("source", ""), about, people, day)
            was = _fields(before, table, day) if before and TABLES.get(before.kind) == table else {}
            now = _fields(captured, table, day)
            fields = {name: value for name, value in now.items() if name not in was or was[name] != value}
            fields |= {"source": line} | ({"deleted": None} if old[1].get("deleted") else {})
            yield Change(table, old[0], encoded(fields))
        elif old[1].get("deleted") and old[1].get("unmarked"):
            yield Change(table, old[0], {"deleted": None, "unmarked": False})
    for (table, line_id), (id_, old_raw) in present.items():
        if (table, line_id) not in seen and not old_raw.get("deleted") and _untouched(old_raw):
            yield Change(table, id_, encoded({"deleted": journal.clock(), "unmarked": True}))


def _lines(raw: Raw, present: Known) -> Iterable[tuple[str, str]]:
    """List the lines of a note by id; none when no line is marked and none was."""
    lines = raw.get("text", "").split("\n")
    if not present and not any(map(may_be_signed, lines)):
        return ()
    return zip(line_ids(raw, "text"), lines, strict=False)


def _records_of(journal: Journal, meeting_ids: Container[str]) -> dict[str, Known]:
    """Find the records made of lines, by their conversation, in one pass over each table."""
    found: dict[str, Known] = {}
    for table in sorted(set(TABLES.values())):
        for id_, raw in journal.table(table).items():
            if raw.get("line") and raw.get("meeting") in meeting_ids:
                found.setdefault(raw["meeting"], {})[table, raw["line"]] = (id_, raw)
    return found


def _fields(captured: Captured, table: str, day: date) -> dict[str, Any]:
    fields: dict[str, Any] = {"text": captured.text, "person": captured.person_id, "private": captured.private}
    if table == "agreements":
        fields |= {"owner": captured.owner, "due": captured.due}
    if table == "feedback":
        fields |= {"kind": captured.kind, "follow_up": captured.due, "day": day}
    return fields


def _birth(table: str, moment: datetime) -> dict[str, Any]:
    born: dict[str, Any] = {} if table == "feedback" else {"created": moment}
    if table == "agreements":
        born["state"] = "open"
    return born


def _untouched(raw: Raw) -> bool:
    """Whether nobody has decided anything about a record since its line was captured."""
    return raw.get("state", "open") == "open" and not any(raw.get(name) for name in ("moves", "raised", "followed"))
