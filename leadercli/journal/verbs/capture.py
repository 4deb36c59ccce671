"""Turn the marked lines of a note into records, once each, and keep them in step when a line changes.

A record's id is derived from the conversation and the line, so that two machines that capture one line make one
record. The line as it was captured stands in `source`: only what a person changed in the line is changed in
the record, so that a deadline moved elsewhere is not moved back by a new comma. A record whose line was removed
is binned unless something was decided about it, and comes back with the line.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from leadercli.journal.file.codec import encoded, moves_of
from leadercli.journal.store.change import Change
from leadercli.model.entry.note_line import Captured, read_line
from leadercli.model.entry.tokens import may_be_signed
from leadercli.model.ids import derived_id
from leadercli.model.merge.deletion import is_deleted
from leadercli.model.merge.record import line_ids
from leadercli.model.schema import Raw

if TYPE_CHECKING:
    from leadercli.journal.store.store import Store
    from leadercli.journal.verbs.people import People


Lines = dict[tuple[str, str], str]
"""Marked lines, by the table of what they make and their own id."""


@dataclass(frozen=True, slots=True)
class Captures:
    """What capturing has done: sorted ids of the records it made, by table, and what each marked line was read as."""

    made: Mapping[str, Sequence[str]] = field(default_factory=dict)
    lines: Mapping[str, Captured] = field(default_factory=dict)


def capture(store: Store, people: People, meeting_id: str) -> Captures:
    """Bring the records of a note in step with its lines, in the commit that is open or one of its own."""
    return capture_all(store, people, {meeting_id: store.clock()})


def capture_all(store: Store, people: People, notes: Mapping[str, datetime]) -> Captures:
    """Do so for many notes: the ids of their conversations, each with the moment when a new record was made."""
    kept = made_of(store, notes)
    changes: list[Change] = []
    names: dict[str, None] = {}
    marked: dict[str, Captured] = {}
    for meeting_id, born in notes.items():
        own = kept.get(meeting_id, {})
        note = _note(store, people, meeting_id, own)
        if note is None:
            continue
        orphans = {place: own[place] for place in own if place not in note.lines}
        found = [
            *_kept(note, own),
            *_added(note, own, orphans, born),
            *_left(note, orphans, store.clock()),
        ]
        marked |= note.marked
        if found:
            changes += found
            names[note.about] = None
    made: dict[str, list[str]] = {}
    for change in changes:
        if change.id not in store.table(change.table):
            made.setdefault(change.table, []).append(change.id)
    if changes:
        store.commit("write_note", ", ".join(names), *changes)
    return Captures({table: sorted(ids) for table, ids in made.items()}, marked)


def relink(store: Store, people: People, meeting_id: str) -> None:
    """Give records the lines back that an undo or redo has written again, in the commit that is open."""
    own = made_of(store, {meeting_id}).get(meeting_id, {})
    note = _note(store, people, meeting_id, own) if own else None
    if note is None:
        return
    orphans = {place: own[place] for place in own if place not in note.lines}
    changes = []
    for (table, line_id), line in note.lines.items():
        place = None if (table, line_id) in own else _same_line(table, line, orphans)
        if place:
            changes.append(Change(table, orphans.pop(place)[0], {"line": line_id}))
    if changes:
        store.commit("write_note", "", *changes)


@dataclass(frozen=True, slots=True)
class _Note:
    """A note as capturing reads it: whom it is about, its day, its marked lines, how to read a line of it."""

    id: str
    about: str
    day: date
    lines: Lines
    marked: Mapping[str, Captured]
    read: Callable[[str], Captured | None]


def _note(store: Store, people: People, meeting_id: str, made: Made) -> _Note | None:
    raw = store.table("meetings").get(meeting_id)
    about = people.get(raw.get("person", "")) if raw else None
    if raw is None or about is None:
        return None
    day, everyone = date.fromisoformat(raw["day"]), people.all()
    lines: Lines = {}
    marked: dict[str, Captured] = {}
    for line_id, line in _lines(raw, made):
        captured = read_line(line, about, everyone, day)
        if captured and captured.kind in TABLES:
            lines[TABLES[captured.kind], line_id] = line
            marked[line] = captured
    return _Note(meeting_id, about.name, day, lines, marked, lambda line: read_line(line, about, everyone, day))


def _lines(raw: Raw, made: Made) -> Iterable[tuple[str, str]]:
    """List the lines of a note by id; none when no line is marked and none was."""
    lines = (raw.get("text") or "").split("\n")
    if not made and not any(map(may_be_signed, lines)):
        return ()
    return zip(line_ids(raw, "text"), lines, strict=False)


def _kept(note: _Note, own: Made) -> Iterator[Change]:
    """Change the records whose lines were changed, and bring back those whose lines are marked again."""
    for (table, line_id), line in note.lines.items():
        id_, raw = own.get((table, line_id), ("", {}))
        if id_ and raw.get("source") != line:
            was = line_fields(note.read(raw.get("source") or ""), table, note.day)
            now = line_fields(note.marked[line], table, note.day)
            fields = {name: value for name, value in now.items() if name not in was or was[name] != value}
            yield Change(table, id_, fields | {"source": line} | unbinned(raw))
        elif id_ and is_deleted(raw) and raw.get("unmarked"):
            yield Change(table, id_, unbinned(raw))


def _added(note: _Note, own: Made, orphans: Made, born: datetime) -> Iterator[Change]:
    """Make records of new lines. One that was removed and is written again has its record still, among the orphans."""
    taken = {id_ for id_, _ in own.values()}
    for (table, line_id), line in note.lines.items():
        if (table, line_id) in own:
            continue
        waiting = {place: kept for place, kept in orphans.items() if not is_settled(kept[1])}
        place = _same_line(table, line, waiting)
        if place:
            id_, raw = orphans.pop(place)
            yield Change(table, id_, {"line": line_id} | unbinned(raw))
            continue
        said = line_fields(note.marked[line], table, note.day)
        said |= {"meeting": note.id, "line": line_id, "source": line}
        given: dict[str, Any] = {name: value for name, value in said.items() if value not in (None, False, "")}
        id_ = derived_id(note.day, note.id, line_id, table)
        if id_ in taken:  # by a record that another line has since
            id_ = derived_id(note.day, note.id, line_id, table, id_)
        yield Change(table, id_, given | birth(table, born))


def _same_line(table: str, line: str, orphans: Made) -> tuple[str, str] | None:
    """Find the record that was made of a line with the very same words."""
    alike = (
        place
        for place, (_, raw) in orphans.items()
        if place[0] == table and raw.get("source") == line and not is_binned_by_hand(raw)
    )
    return min(alike, default=None)


def _left(note: _Note, orphans: Made, now: datetime) -> Iterator[Change]:
    """Put the records in the bin whose lines are gone, unless something was decided about them."""
    for (table, _), (id_, raw) in orphans.items():
        said = line_fields(note.read(raw.get("source") or ""), table, note.day)
        if not is_deleted(raw) and is_untouched(raw, said):
            yield Change(table, id_, encoded({"deleted": now, "unmarked": True}))


Made = dict[tuple[str, str], tuple[str, Raw]]
"""The records made of a note's lines, by table and line: id and record."""
TABLES = {"agreement": "agreements", "inbox": "inbox", "praise": "feedback", "better": "feedback"}


def made_of(store: Store, meeting_ids: Container[str]) -> dict[str, Made]:
    """Find the records made of lines, by their conversation, in one pass over each table."""
    found: dict[str, Made] = {}
    for table in sorted(set(TABLES.values())):
        for id_, raw in store.table(table).items():
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
