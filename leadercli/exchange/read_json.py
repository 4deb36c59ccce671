"""Read notes from lines of JSON, and from what `jrnl --format json` writes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from leadercli.errors import AppError
from leadercli.exchange.note_pieces import Piece, Skipped, tidy
from leadercli.locale import N_


def read_jsonl(text: str) -> Iterator[Piece | Skipped]:
    """Read one note a line; empty lines do not count. Raises AppError naming the first line that is wrong.

    `at` is an ISO date or date and time, taken as the leader's wall time whatever its zone. Other keys say nothing.
    """
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        if line.strip():
            yield _line_read(str(number), line)


def _line_read(number: str, line: str) -> Piece | Skipped:
    found = _object(line)
    if found is None:
        raise AppError(
            N_(
                "Line {line} cannot be read: it must be a JSON object with the texts “at”, “person” and “text”. "
                "Nothing was imported."
            ),
            line=number,
        )
    at = read_moment(found["at"])
    if at is None:
        raise AppError(
            N_("Line {line}: “{value}” is not a date and time such as 2026-03-02T10:00. Nothing was imported."),
            line=number,
            value=found["at"],
        )
    name, text = " ".join(found["person"].split()), tidy(found["text"])
    if not name:
        raise AppError(N_("Line {line} does not say whom the note is about. Nothing was imported."), line=number)
    if not text.strip():
        return Skipped(number, AppError(N_("Line {line} has no text."), line=number))
    moment, time = at
    return Piece(number, (name,), name, moment.date(), time, text)


def _object(line: str) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or not all(isinstance(found.get(key), str) for key in ("at", "person", "text")):
        return None
    return found


def read_moment(text: str) -> tuple[datetime, str] | None:
    """Read an ISO date or date and time: (moment, "10:00" or "" when only the day is told). None for anything else."""
    text = text.strip()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment, f"{moment:%H:%M}" if "T" in text or " " in text or "t" in text else ""


def read_jrnl(text: str) -> Iterator[Piece | Skipped]:
    """Read one note an entry: its title, then its body. Raises AppError naming the first entry that is wrong.

    An entry is about the first of its @tags that is someone in the journal; one without is the leader's own.
    A starred entry keeps its star at the end of the title, as jrnl writes it.
    """
    try:
        found = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        found = None
    entries = found.get("entries") if isinstance(found, dict) else None
    if not isinstance(entries, list):
        raise AppError(
            N_(
                "This is not a JSON export of jrnl, which has “entries”. Make one with: jrnl --format json. "
                "Nothing was imported."
            )
        )
    for number, entry in enumerate(entries, start=1):
        yield _entry_read(str(number), entry)


def _entry_read(number: str, entry: Any) -> Piece | Skipped:
    if not isinstance(entry, dict) or not all(isinstance(entry.get(key, ""), str) for key in ("title", "body", "time")):
        raise AppError(N_("Entry {entry} of the jrnl export cannot be read. Nothing was imported."), entry=number)
    at = read_moment(f"{entry.get('date')} {entry.get('time', '')}")
    if at is None:
        raise AppError(
            N_("Entry {entry} of the jrnl export has no date such as 2026-03-02. Nothing was imported."), entry=number
        )
    title = entry.get("title", "").strip() + (" *" if entry.get("starred") else "")
    text = tidy(f"{title}\n{entry.get('body', '')}")
    if not text.strip(" *\n"):
        return Skipped(number, AppError(N_("Entry {entry} of the jrnl export has no text."), entry=number))
    tags = entry.get("tags")
    names = [tag[1:] for tag in tags if isinstance(tag, str) and tag[:1] == "@"] if isinstance(tags, list) else []
    names.sort(key=lambda name: _first(text, f"@{name}"))
    return Piece(number, tuple(names), "", at[0].date(), at[1] if entry.get("time") else "", text, "pass")


def _first(text: str, tag: str) -> int:
    """Find where a tag first stands; jrnl writes the tags of an entry in no order, and in small letters."""
    found = text.casefold().find(tag.casefold())
    return found if found >= 0 else len(text)
