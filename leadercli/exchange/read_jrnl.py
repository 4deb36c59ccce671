"""Read notes from what `jrnl --format json` writes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from leadercli.errors import Trouble
from leadercli.exchange.pieces import Piece, Skipped, tidy
from leadercli.exchange.read_jsonl import read_moment
from leadercli.locale import N_


def read_jrnl(text: str) -> Iterator[Piece | Skipped]:
    """Read one note an entry: its title, then its body. Raises Trouble naming the first entry that is wrong.

    An entry is about the first of its @tags that is someone in the journal; one without is the leader's own.
    A starred entry keeps its star at the end of the title, as jrnl writes it.
    """
    try:
        found = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        found = None
    entries = found.get("entries") if isinstance(found, dict) else None
    if not isinstance(entries, list):
        raise Trouble(
            N_(
                "This is not a JSON export of jrnl, which has “entries”. Make one with: jrnl --format json. "
                "Nothing was imported."
            )
        )
    for number, entry in enumerate(entries, start=1):
        yield _entry_read(str(number), entry)


def _entry_read(number: str, entry: Any) -> Piece | Skipped:
    if not isinstance(entry, dict) or not all(isinstance(entry.get(key, ""), str) for key in ("title", "body", "time")):
        raise Trouble(N_("Entry {entry} of the jrnl export cannot be read. Nothing was imported."), entry=number)
    at = read_moment(f"{entry.get('date')} {entry.get('time', '')}")
    if at is None:
        raise Trouble(
            N_("Entry {entry} of the jrnl export has no date such as 2026-03-02. Nothing was imported."), entry=number
        )
    title = entry.get("title", "").strip() + (" *" if entry.get("starred") else "")
    text = tidy(f"{title}\n{entry.get('body', '')}")
    if not text.strip(" *\n"):
        return Skipped(number, Trouble(N_("Entry {entry} of the jrnl export has no text."), entry=number))
    tags = entry.get("tags")
    names = [tag[1:] for tag in tags if isinstance(tag, str) and tag[:1] == "@"] if isinstance(tags, list) else []
    names.sort(key=lambda name: _first(text, f"@{name}"))
    return Piece(number, tuple(names), "", at[0].date(), at[1] if entry.get("time") else "", text, "pass")


def _first(text: str, tag: str) -> int:
    """Find where a tag first stands; jrnl writes the tags of an entry in no order, and in small letters."""
    found = text.casefold().find(tag.casefold())
    return found if found >= 0 else len(text)
