"""Remember what each commit changed, on this machine, so that it can be undone and its history read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import orjson

from leadercli.errors import JournalError
from leadercli.journal.local.vault import Vault
from leadercli.locale import N_

KEEP = timedelta(days=30)
_NAME = "changes.jsonl"
ARRIVED = "arrived"
"""The command of an entry that tells what another machine wrote. Its `what` is the copy's file name, or ""."""


@dataclass(frozen=True, slots=True)
class Written:
    """One field of one record in a commit: its value before and after."""

    table: str
    record: str
    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Settled:
    """A field that stood in several versions before a commit: its values, the shown one first."""

    table: str
    record: str
    field: str
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One commit. `command` is its verb, `what` the text it was about; `undoes`/`redoes` name another commit.

    `dot` names the commit in the records it wrote, which tells whether it reached the journal. `settled` are the
    fields in several versions that it settled; each stands among the `fields` too, even if its shown value stays.
    """

    id: str
    at: str
    command: str
    what: str
    fields: tuple[Written, ...]
    made: tuple[tuple[str, str], ...] = ()
    undoes: str = ""
    redoes: str = ""
    dot: str = ""
    settled: tuple[Settled, ...] = ()


class ChangeLog:
    """The commits of the last 30 days, one JSON object a line."""

    def __init__(self, folder: Path) -> None:
        self._vault = Vault(folder)
        self.path = self._vault.path(_NAME)

    def add(self, entry: Entry) -> int:
        """Add a commit durably, and drop the commits that are too old. Returns the size before, for `take_back`."""
        now = datetime.fromisoformat(entry.at)
        oldest = self._oldest()
        if oldest and oldest < (now - KEEP).date():
            with suppress(OSError, JournalError):
                self.trim(now)
        return self._vault.append(_NAME, orjson.dumps(entry))

    def take_back(self, size: int) -> None:
        """Cut the log off at a size, in bytes: the commit that stood behind it did not happen."""
        with suppress(OSError):
            self._vault.cut(_NAME, size)

    def entries(self) -> list[Entry]:
        """Read all commits, oldest first. Raises JournalError."""
        return list(self.latest_first())[::-1]

    def latest_first(self, about: str = "") -> Iterator[Entry]:
        """Read the commits one by one, the latest first; a line that a crash cut off is passed over.

        With `about`, the id of a record, commits that do not name it are passed over unread. Raises JournalError
        when the log cannot be read.
        """
        named = orjson.dumps(about) if about else b""
        for line in reversed(self._lines()):
            entry = _entry(line) if named in line else None
            if entry:
                yield entry

    def trim(self, now: datetime) -> None:
        """Drop the commits older than 30 days. Raises OSError and JournalError."""
        oldest = (now - KEEP).isoformat()
        lines = self._lines()
        kept = [line for line in lines if (entry := _entry(line)) and entry.at > oldest]
        if len(kept) < len(lines):
            self._vault.save(_NAME, b"".join(line + b"\n" for line in kept))

    def _lines(self) -> list[bytes]:
        try:
            return [line for line in self._vault.read(_NAME).split(b"\n") if line]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise JournalError(
                N_("The list of changes {path} could not be read: {reason}."),
                path=self.path,
                reason=error.strerror or str(error),
            ) from None

    def _oldest(self) -> date | None:
        """Tell the day of the first commit, reading no more than the log's beginning; None without a log."""
        try:
            _, found, rest = self._vault.read_start(_NAME, 200).partition(b'"at":"')
        except OSError:
            return None
        try:
            return date.fromisoformat(rest[:10].decode()) if found else date.min
        except ValueError:
            return date.min


def _entry(line: bytes) -> Entry | None:
    """Read a line, without the names that a newer version has added; None when it is torn."""
    try:
        found = orjson.loads(line)
        return Entry(
            found["id"],
            found["at"],
            found["command"],
            found["what"],
            tuple(Written(*(one[name] for name in Written.__slots__)) for one in found["fields"]),
            tuple((table, record) for table, record in found["made"]),
            found.get("undoes", ""),
            found.get("redoes", ""),
            found.get("dot", ""),
            tuple(
                Settled(one["table"], one["record"], one["field"], tuple(one["values"]))
                for one in found.get("settled", ())
            ),
        )
    except (ValueError, TypeError, KeyError):
        return None
