"""Bring notes in from elsewhere: all of a file or nothing, as one change that can be undone, and never twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leadercli.errors import AppError
from leadercli.exchange.export import IMPORTED
from leadercli.exchange.note_pieces import OWN, AmbiguousNameError, Imported, Piece, Skipped, Who
from leadercli.journal.file.codec import encoded
from leadercli.journal.store.change import Change
from leadercli.journal.verbs.capture import TABLES, capture_all
from leadercli.journal.verbs.meetings import meeting_id
from leadercli.locale import N_
from leadercli.model.merge.deletion import is_deleted
from leadercli.model.schema import AGREEMENTS, FEEDBACK, INBOX, MEETINGS

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal

FORMATS = ("jsonl", "jrnl", "md")
_CAPTURED = (AGREEMENTS, INBOX, FEEDBACK)
Pieces = list[Piece]


def import_file(journal: Journal, format: str, source: str | Path, *, own: str = OWN[0]) -> Imported:
    """Bring in notes. `source` is the text, or the path of the file or, for "md", of the folder.

    `own` is the translated name that the leader's own notes are filed under. Notes of one person and day become one;
    its marked lines become records as of that day. A note that was brought in before, or already stands in the
    journal, is not brought in again. Raises AppError with nothing imported.
    """
    found = list(_read(format, source))
    skipped = [one for one in found if isinstance(one, Skipped)]
    name = source.name if isinstance(source, Path) else format
    with journal.batch("import", name):
        who = Who(journal)
        pieces = list(_clear(who, (one for one in found if isinstance(one, Piece)), skipped))
        who.add_unknown(pieces, own)
        notes = _by_note(who, _clear(who, pieces, skipped))
        changes = [change for key, own_pieces in notes.items() if (change := _change(journal, *key, own_pieces))]
        restored = {change.id for change in changes if "deleted" in change.fields}
        journal.commit("import", name, *changes, *_restored(journal, restored))
        born = {change.id: datetime.fromisoformat(change.fields["changed"]) for change in changes}
        captures = capture_all(journal.store, journal.people, born)
    made = {table: len(captures.made.get(table, ())) for table in _CAPTURED}
    return Imported(tuple(who.added), len(changes), **made, skipped=tuple(skipped))


def _read(format: str, source: str | Path) -> Iterable[Piece | Skipped]:
    if format == "md":
        from leadercli.exchange.read_markdown import read_markdown

        return read_markdown(Path(source))
    text = _text(source) if isinstance(source, Path) else source
    if format == "jrnl":
        from leadercli.exchange.read_json import read_jrnl

        return read_jrnl(text)
    from leadercli.exchange.read_json import read_jsonl

    return read_jsonl(text)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        reason: str = error.strerror or str(error)
    except UnicodeDecodeError:
        reason = "UTF-8"
    raise AppError(N_("{path} could not be read: {reason}."), path=path, reason=reason)


def _clear(who: Who, pieces: Iterable[Piece], skipped: list[Skipped]) -> Iterator[Piece]:
    """Give the pieces whose names are clear; the others stop the import or are skipped, as they say."""
    for piece in pieces:
        try:
            who.of(piece)
        except AmbiguousNameError as unclear:
            if piece.unclear == "skip":
                why = AppError(
                    N_("{file}: “{name}” can be {people}. Write more of the name."), file=piece.place, **unclear.values
                )
                skipped.append(Skipped(piece.place, why))
                continue
            raise AppError(
                N_("Line {line}: “{name}” can be {people}. Write more of the name. Nothing was imported."),
                line=piece.place,
                **unclear.values,
            ) from None
        yield piece


def _by_note(who: Who, pieces: Iterable[Piece]) -> dict[tuple[str, date], Pieces]:
    """Gather the pieces of each person and day, in the order of their time."""
    notes: dict[tuple[str, date], Pieces] = {}
    for piece in pieces:
        person = who.of(piece)
        assert person
        notes.setdefault((person.id, piece.day), []).append(piece)
    for found in notes.values():
        found.sort(key=lambda piece: piece.time)
    return notes


def _change(journal: Journal, person_id: str, day: date, pieces: Pieces) -> Change | None:
    """Write what is new of a note; None when all of it is there. A note in the bin comes back as the file has it."""
    id_ = meeting_id(person_id, day)
    raw = journal.meetings.base(id_)
    present: Mapping[str, Any] = {} if is_deleted(raw) else raw
    text, marks = str(present.get("text", "")), {}
    for piece in pieces:
        mark = IMPORTED + blake2b(piece.text.encode("utf-8", "replace"), digest_size=6).hexdigest()
        if mark in present or mark in marks or f"\n{piece.text}\n" in f"\n{text}\n":
            continue
        marks[mark] = True
        text = _joined(text, piece.text)
    if not marks:
        return None
    given: dict[str, Any] = {"person": person_id, "day": day, "state": "held", "text": text, "changed": pieces[-1].at}
    times = [piece.time for piece in pieces if piece.time]
    if times and not present.get("time"):
        given["time"] = times[0]
    if is_deleted(raw):
        given["deleted"] = None
    return Change(MEETINGS, id_, encoded(given | marks))


def _joined(text: str, more: str) -> str:
    """Put a note below another: lines close together, longer ones with air between."""
    if not text:
        return more
    return f"{text}\n\n{more}" if "\n" in text or "\n" in more else f"{text}\n{more}"


def _restored(journal: Journal, meeting_ids: set[str]) -> Iterator[Change]:
    """Take back from the bin what was made of the lines of notes that come back."""
    for table in sorted(set(TABLES.values())) if meeting_ids else ():
        for id_, raw in journal.table(table).items():
            if is_deleted(raw) and raw.get("line") and raw.get("meeting") in meeting_ids:
                yield Change(table, id_, {"deleted": None})
