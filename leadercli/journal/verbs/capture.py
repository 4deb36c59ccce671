"""Turn the marked lines of a note into records, once each, and keep them in step when a line changes.

A record's id is derived from the conversation and the line, so that two machines that capture one line make one
record. The line as it was captured stands in `source`: only what a person changed in the line is changed in
the record, so that a deadline moved elsewhere is not moved back by a new comma. A record whose line was removed
is binned unless something was decided about it, and comes back with the line.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from leadercli.journal.file.codec import encoded, moves_of
from leadercli.journal.file.format import Raw
from leadercli.journal.store.change import Change
from leadercli.model.entry.note_line import Captured, read_line
from leadercli.model.entry.tokens import may_be_signed
from leadercli.model.ids import derived_id
from leadercli.model.merge.deletion import is_deleted
from leadercli.model.merge.record import line_ids

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


Lines = dict[tuple[str, str], str]
"""Marked lines, by the table of what they make and their own id."""
Read = Callable[[str], Captured | None]


def capture(journal: Journal, meeting_id: str) -> None:
    """Bring the records of a note in step with its lines, in the commit that is open or one of its own."""
    capture_all(journal, {meeting_id: journal.clock()})


def capture_all(journal: Journal, notes: Mapping[str, datetime]) -> None:
    """Do so for many notes: the ids of their conversations, each with the moment when a new record was made."""
    made = made_of(journal, notes)
    changes: list[Change] = []
    names: dict[str, None] = {}
    for meeting_id, born in notes.items():
        own = made.get(meeting_id, {})
        note = _note(journal, meeting_id, own)
        if note is None:
            continue
        name, day, lines, read = note
        orphans = {place: own[place] for place in own if place not in lines}
        found = [
            *_kept(lines, own, day, read),
            *_added(meeting_id, lines, own, orphans, day, read, born),
            *_left(orphans, day, read, journal.clock()),
        ]
        if found:
            changes += found
            names[name] = None
    if changes:
        journal.commit("write_note", ", ".join(names), *changes)


def relink(journal: Journal, meeting_id: str) -> None:
    """Give records the lines back that an undo or redo has written again, in the commit that is open."""
    own = made_of(journal, {meeting_id}).get(meeting_id, {})
    note = _note(journal, meeting_id, own) if own else None
    if note is None:
        return
    lines = note[2]
    orphans = {place: own[place] for place in own if place not in lines}
    changes = []
    for (table, line_id), line in lines.items():
        place = None if (table, line_id) in own else _same_line(table, line, orphans)
        if place:
            changes.append(Change(table, orphans.pop(place)[0], {"line": line_id}))
    if changes:
        journal.commit("write_note", "", *changes)


def _note(journal: Journal, meeting_id: str, made: Made) -> tuple[str, date, Lines, Read] | None:
    """Read a note: whom it is about, its day, its marked lines, and how to read a line of it."""
    raw = journal.table("meetings").get(meeting_id)
    about = journal.people.get(raw.get("person", "")) if raw else None
    if raw is None or about is None:
        return None
    day, people = date.fromisoformat(raw["day"]), journal.people.all()

    def read(line: str) -> Captured | None:
        return read_line(line, about, people, day)

    lines: Lines = {}
    for line_id, line in _lines(raw, made):
        captured = read(line)
        if captured and captured.kind in TABLES:
            lines[TABLES[captured.kind], line_id] = line
    return about.name, day, lines, read


def _lines(raw: Raw, made: Made) -> Iterable[tuple[str, str]]:
    """List the lines of a note by id; none when no line is marked and none was."""
    lines = (raw.get("text") or "").split("\n")
    if not made and not any(map(may_be_signed, lines)):
        return ()
    return zip(line_ids(raw, "text"), lines, strict=False)


def _kept(lines: Lines, own: Made, day: date, read: Read) -> Iterator[Change]:
    """Change the records whose lines were changed, and bring back those whose lines are marked again."""
    for (table, line_id), line in lines.items():
        id_, raw = own.get((table, line_id), ("", {}))
        if id_ and raw.get("source") != line:
            was, now = line_fields(read(raw.get("source") or ""), table, day), line_fields(read(line), table, day)
            fields = {name: value for name, value in now.items() if name not in was or was[name] != value}
            yield Change(table, id_, fields | {"source": line} | unbinned(raw))
        elif id_ and is_deleted(raw) and raw.get("unmarked"):
            yield Change(table, id_, unbinned(raw))


def _added(
    meeting_id: str, lines: Lines, own: Made, orphans: Made, day: date, read: Read, born: datetime
) -> Iterator[Change]:
    """Make records of new lines. One that was removed and is written again has its record still, among the orphans."""
    taken = {id_ for id_, _ in own.values()}
    for (table, line_id), line in lines.items():
        if (table, line_id) in own:
            continue
        waiting = {place: kept for place, kept in orphans.items() if not is_settled(kept[1])}
        place = _same_line(table, line, waiting)
        if place:
            id_, raw = orphans.pop(place)
            yield Change(table, id_, {"line": line_id} | unbinned(raw))
            continue
        said = line_fields(read(line), table, day) | {"meeting": meeting_id, "line": line_id, "source": line}
        given: dict[str, Any] = {name: value for name, value in said.items() if value not in (None, False, "")}
        id_ = derived_id(day, meeting_id, line_id, table)
        if id_ in taken:  # by a record that another line has since
            id_ = derived_id(day, meeting_id, line_id, table, id_)
        yield Change(table, id_, given | birth(table, born))


def _same_line(table: str, line: str, orphans: Made) -> tuple[str, str] | None:
    """Find the record that was made of a line with the very same words."""
    alike = (
        place
        for place, (_, raw) in orphans.items()
        if place[0] == table and raw.get("source") == line and not is_binned_by_hand(raw)
    )
    return min(alike, default=None)


def _left(orphans: Made, day: date, read: Read, now: datetime) -> Iterator[Change]:
    """Put the records in the bin whose lines are gone, unless something was decided about them."""
    for (table, _), (id_, raw) in orphans.items():
        said = line_fields(read(raw.get("source") or ""), table, day)
        if not is_deleted(raw) and is_untouched(raw, said):
            yield Change(table, id_, encoded({"deleted": now, "unmarked": True}))


Made = dict[tuple[str, str], tuple[str, Raw]]
"""The records made of a note's lines, by table and line: id and record."""
TABLES = {"agreement": "agreements", "inbox": "inbox", "praise": "feedback", "better": "feedback"}


def made_of(journal: Journal, meeting_ids: Container[str]) -> dict[str, Made]:
    """Find the records made of lines, by their conversation, in one pass over each table."""
    found: dict[str, Made] = {}
    for table in sorted(set(TABLES.values())):
        for id_, raw in journal.table(table).items():
            if raw.get("line") and raw.get("meeting") in meeting_ids:
                found.setdefault(raw["meeting"], {})[table, raw["line"]] = (id_, raw)
    return found


def line_fields(captured: Captured | None, table: str, day: date) -> dict[str, Any]:
    """Tell what a line says of its record, as JSON values; nothing when it makes none in this table."""
    if captured is None or TABLES.get(captured.kind) != table:
        return {}
    fields: dict[str, Any] = {"text": captured.text, "person": captured.person_id, "private": captured.private}
    if table == "agreements":
        fields |= {"owner": captured.owner, "due": captured.due}
    if table == "feedback":
        fields |= {"kind": captured.kind, "follow_up": captured.due, "day": day}
    return encoded(fields)


def birth(table: str, moment: datetime) -> dict[str, Any]:
    """Tell what a new record has besides what its line says, as JSON values."""
    born: dict[str, Any] = {} if table == "feedback" else {"created": moment}
    if table == "agreements":
        born["state"] = "open"
    return encoded(born)


def is_settled(raw: Raw) -> bool:
    """Tell whether a record is done with, so that the same words written again mean another one."""
    return (raw.get("state") or "open") != "open" or bool(raw.get("raised") or raw.get("followed"))


def is_untouched(raw: Raw, said: dict[str, Any]) -> bool:
    """Tell whether nobody has decided anything about a record but its line, which said these fields."""
    if is_settled(raw) or moves_of(raw) or not said:
        return False
    return all((raw.get(name) or None) == (value or None) for name, value in said.items())


def unbinned(raw: Raw) -> dict[str, Any]:
    """Give the fields that take a record out of the bin, if it lies there."""
    return {"deleted": None, "unmarked": None} if is_deleted(raw) else {}


def is_binned_by_hand(raw: Raw) -> bool:
    """Tell whether someone put a record in the bin, and not the removal of its line."""
    return is_deleted(raw) and not raw.get("unmarked")
