"""Remember what each commit changed, on this machine, so that it can be undone and its history read."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from leadercli.journal.files import append_line, private_folder, save_whole

KEEP = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Written:
    """One field of one record in a commit: its value before and after."""

    table: str
    record: str
    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Entry:
    """One commit. `command` is its verb, `what` the text it was about; `undoes`/`redoes` name another commit."""

    id: str
    at: str
    command: str
    what: str
    fields: tuple[Written, ...]
    made: tuple[tuple[str, str], ...] = ()
    undoes: str = ""
    redoes: str = ""


class ChangeLog:
    """The commits of the last 30 days, one JSON object a line."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "changes.jsonl"

    def add(self, entry: Entry) -> int:
        """Add a commit durably. Returns the size before, for `take_back`."""
        private_folder(self.path.parent)
        return append_line(self.path, json.dumps(asdict(entry), ensure_ascii=False).encode())

    def take_back(self, size: int) -> None:
        """Forget what was added past a size: the commit it belongs to did not happen."""
        with suppress(OSError):
            os.truncate(self.path, size)

    def entries(self) -> list[Entry]:
        """Read all commits, oldest first. A line cut off by a crash is passed over."""
        return list(self._read())

    def _read(self) -> Iterator[Entry]:
        try:
            lines = self.path.read_bytes().splitlines()
        except FileNotFoundError:
            return
        for line in lines:
            try:
                found = json.loads(line)
            except ValueError:
                continue
            found["fields"] = tuple(Written(**field) for field in found["fields"])
            found["made"] = tuple((table, id_) for table, id_ in found["made"])
            yield Entry(**found)

    def trim(self, now: datetime) -> None:
        """Drop the commits older than 30 days."""
        entries = self.entries()
        kept = [entry for entry in entries if datetime.fromisoformat(entry.at) > now - KEEP]
        if len(kept) < len(entries):
            lines = (json.dumps(asdict(entry), ensure_ascii=False) for entry in kept)
            save_whole(self.path, "".join(f"{line}\n" for line in lines).encode())


def undoable(entries: list[Entry]) -> list[Entry]:
    """List the commits that stand, oldest first: those done and not undone, or redone since."""
    undone: set[str] = set()
    for entry in entries:
        if entry.undoes:
            undone.add(entry.undoes)
        if entry.redoes:
            undone.discard(entry.redoes)
    return [entry for entry in entries if not entry.undoes and not entry.redoes and entry.id not in undone]


def redoable(entries: list[Entry]) -> list[Entry]:
    """List the commits that were undone and may be done again, the latest undone last. A new commit ends the list."""
    by_id = {entry.id: entry for entry in entries}
    undone: list[Entry] = []
    for entry in entries:
        if entry.undoes and entry.undoes in by_id:
            undone.append(by_id[entry.undoes])
        elif entry.redoes:
            undone = [other for other in undone if other.id != entry.redoes]
        elif not entry.undoes:
            undone = []
    return undone
