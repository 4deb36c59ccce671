"""Find the other copies of a journal in its folder: conflict copies, and files that an interrupted save left.

A copy is known by the journal's id in it, whatever a sync client called it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from leadercli.atomic_write import hidden_name, holds, is_abandoned, is_temporary
from leadercli.errors import JournalError
from leadercli.journal.file.format import read_tables
from leadercli.journal.file.storage import Stamp, is_online_only, stamp, stamp_of
from leadercli.journal.local.vault import Vault
from leadercli.model.schema import FIRST, Tables

_LOOKED_AT = "beside.json"


@dataclass(frozen=True, slots=True)
class Copy:
    """A readable file that carries our journal's id. `temporary` when a save made it, not a sync client.

    `stamp` is from before it was read: if the file's stamp is another now, it may have become another file.
    """

    path: Path
    content: bytes
    tables: Tables
    stamp: Stamp | None
    temporary: bool


class Copies:
    """The folder of one journal, and which files in it have been looked at before."""

    def __init__(self, journal: Path, state: Path) -> None:
        self._journal = Path(os.path.realpath(journal))
        self._vault = Vault(state)
        self._folder_stamp: Stamp | None = None
        self._looked_at: dict[str, Stamp] | None = None

    def may_be_new(self) -> bool:
        """Tell cheaply whether files may have come since the last look."""
        return stamp_of(self._journal.parent) != self._folder_stamp

    def unknown(self) -> list[Path]:
        """Name the files that might be copies and have not been looked at."""
        before, seen = stamp_of(self._journal.parent), self._seen()
        unknown = [path for path, found in self._candidates() if seen.get(path.name) != stamp(found)]
        if not unknown:
            self._folder_stamp = before
        return unknown

    def find(self, journal_id: str, among: list[Path]) -> list[Copy]:
        """Read the copies among some files, in the order of their names. The others are not looked at again."""
        found: list[Copy] = []
        for path in sorted(among):
            before = stamp_of(path)
            try:
                content = path.read_bytes()
            except OSError:
                continue  # it is tried again at the next look
            tables = _tables_of(content, path, journal_id)
            if tables:
                found.append(Copy(path, content, tables, before, is_temporary(path.name, self._journal)))
            else:
                self.settle(path, before)
        return found

    def temporary(self) -> list[Path]:
        """Name the files beside the journal that saves have made."""
        return [path for path, _ in self._candidates() if is_temporary(path.name, self._journal)]

    def settle(self, path: Path, looked_at: Stamp | None) -> None:
        """Remember that a file needs no look until it becomes another."""
        if looked_at:
            self._seen()[path.name] = looked_at

    def remember(self) -> None:
        """Keep which files have been looked at for the next start. Raises OSError."""
        there = {path.name for path, _ in self._candidates()}
        seen = {name: list(one) for name, one in self._seen().items() if name in there}
        if seen or self._vault.has(_LOOKED_AT):
            self._vault.save_for_now(_LOOKED_AT, json.dumps(seen).encode())

    def _seen(self) -> dict[str, Stamp]:
        if self._looked_at is None:
            self._looked_at = {}
            with suppress(OSError, ValueError, TypeError, AttributeError):
                found = json.loads(self._vault.read(_LOOKED_AT))
                self._looked_at = {str(name): tuple(one) for name, one in found.items()}
        return self._looked_at

    def _candidates(self) -> Iterator[tuple[Path, os.stat_result]]:
        """Give the files that might be copies: of the journal's kind by name, and not the journal itself."""
        own = self._journal
        endings = (".json", ".conflicted", own.suffix.lower() or own.name.lower())
        try:
            itself = os.stat(own)
        except OSError:
            itself = None
        with suppress(OSError), os.scandir(own.parent) as entries:
            for entry in entries:
                name = entry.name.lower()
                if entry.name == own.name or not (name.endswith(endings) or is_temporary(entry.name, own)):
                    continue
                with suppress(OSError):
                    found = os.stat(entry.path, follow_symlinks=False)
                    if not entry.is_file() or entry.is_symlink() or is_online_only(found):
                        continue
                    if itself is None or (found.st_ino, found.st_dev) != (itself.st_ino, itself.st_dev):
                        yield Path(entry.path), found


def _tables_of(content: bytes, path: Path, journal_id: str) -> Tables | None:
    """Read a copy of our journal; None when the file is no copy, or not whole."""
    if journal_id.encode() not in content:
        return None
    try:
        tables = read_tables(content, str(path))
    except JournalError:
        return None
    return tables if tables[FIRST]["meta"]["journal_id"] == journal_id else None


def take_away(path: Path, content: bytes, journal: Path) -> None:
    """Remove a file beside a journal whose content lies among the backups. Raises OSError when it cannot be moved.

    It gets a hidden name first: what a sync client puts under the old one in this moment is another file, and stays.
    """
    hidden = hidden_name(path, Path(os.path.realpath(journal)))
    path.rename(hidden)
    if holds(hidden, content):
        hidden.unlink()


def remove_abandoned(journal: Path, found: list[Path]) -> None:
    """Remove the temporary files among some that programs left beside a journal when they were killed, long ago."""
    target = Path(os.path.realpath(journal))
    with suppress(OSError):
        itself = target.stat()
        for path in found:
            with suppress(OSError):
                if is_temporary(path.name, target) and is_abandoned(path.stat(), itself):
                    path.unlink()
