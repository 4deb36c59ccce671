"""Read notes from lines of JSON: {"at": "2026-03-02T10:00", "person": "Lise", "text": "…"}."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from leadercli.errors import Trouble
from leadercli.exchange.pieces import Piece, Skipped, tidy
from leadercli.locale import N_


def read_jsonl(text: str) -> Iterator[Piece | Skipped]:
    """Read one note a line; empty lines do not count. Raises Trouble naming the first line that is wrong.

    `at` is an ISO date or date and time, taken as the leader's wall time whatever its zone. Other keys say nothing.
    """
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        if line.strip():
            yield _line_read(str(number), line)


def _line_read(number: str, line: str) -> Piece | Skipped:
    found = _object(line)
    if found is None:
        raise Trouble(
            N_(
                "Line {line} cannot be read: it must be a JSON object with the texts “at”, “person” and “text”. "
                "Nothing was imported."
            ),
            line=number,
        )
    at = read_moment(found["at"])
    if at is None:
        raise Trouble(
            N_("Line {line}: “{value}” is not a date and time such as 2026-03-02T10:00. Nothing was imported."),
            line=number,
            value=found["at"],
        )
    name, text = " ".join(found["person"].split()), tidy(found["text"])
    if not name:
        raise Trouble(N_("Line {line} does not say whom the note is about. Nothing was imported."), line=number)
    if not text.strip():
        return Skipped(number, Trouble(N_("Line {line} has no text."), line=number))
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
