"""Hold the journal's tables in memory and keep them in one file: the storage below TinyDB.

Queries read memory. A write reaches the disk once per commit, as a whole new file. The bytes last seen on disk
are remembered, so that a commit can tell when another program or a sync client has put others there. The bytes
themselves are kept, not a hash of them: comparing them costs less than hashing, at start-up too.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, cast

from leadercli.atomic_write import Swapped, UnconfirmedError, holds, swap_whole
from leadercli.errors import JournalError
from leadercli.journal.file.format import Writer, is_empty, read_tables
from leadercli.locale import N_
from leadercli.model.schema import FIRST, Tables

SCHEMA = 1
"""The newest form of journal that this version writes."""


class Found(NamedTuple):
    """A journal that someone else has put on disk: its tables and its bytes."""

    tables: Tables
    content: bytes


class Displaced(NamedTuple):
    """What a save has found in its place though it had not been seen there: where it lies now, and its bytes."""

    path: Path
    content: bytes


class JournalStorage:
    """A TinyDB storage that saves by replacing the file, never in place.

    `read`, `write` and `close` are TinyDB's; `load`, `found_on_disk`, `take` and `save` are the journal's.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.tables: Tables = {}
        self._seen = b""
        self._stamp: Stamp | None = None
        self._read: tuple[Tables, bytes] | None = None
        self._writer = Writer()
        self._is_part = False

    def read(self) -> Tables:
        """Hand TinyDB the tables."""
        return self.tables

    def write(self, data: Any) -> None:
        """Take the tables from TinyDB; `save` puts them on disk."""
        self.tables = cast(Tables, data)

    def close(self) -> None:
        """Hold no handle, so there is none to close."""

    def load(self) -> None:
        """Read the file. Raises JournalError if it is missing, empty, damaged or not a journal."""
        self._stamp = stamp_of(self.path)
        content = self._content()
        self.tables = read_tables(content, str(self.path))
        self._seen = content
        self._is_part = False
        self._read = dict(self.tables), content

    def glimpse(self, cut: Callable[[bytes], bytes]) -> None:
        """Read the part of the file that `cut` leaves. The first commit, or refresh, takes in the rest as news.

        Raises JournalError as `load` does, though not for damage in what is left out.
        """
        content = self._content()
        self._is_part = True
        self._seen = content
        try:
            self.tables = read_tables(cut(content), str(self.path))
        except JournalError:
            self.tables = read_tables(content, str(self.path))

    def found_on_disk(self) -> Found | None:
        """Read the file again if its bytes are not those last seen. None when they are, or when it is gone or empty.

        Raises JournalError when it cannot be read or is damaged.
        """
        looked_at = stamp_of(self.path)
        try:
            if not self._is_part and holds(self.path, self._seen):
                self._stamp = looked_at
                return None
            content = self.path.read_bytes()
        except OSError as error:
            # What vanished is put back by the next save, unless there is only a part of it to put back.
            if isinstance(error, FileNotFoundError) and not self._is_part:
                return None
            raise self._unreadable(error) from None
        self._stamp = looked_at
        if not self._is_part and is_empty(content):
            return None
        return Found(read_tables(content, str(self.path)), content)

    def take(self, tables: Tables, found: Found) -> None:
        """Hold tables that bear in them what was found on disk."""
        self.tables = tables
        self._seen = found.content
        self._is_part = False

    def looks_changed(self) -> bool:
        """Tell cheaply whether the file may hold other bytes than those last seen."""
        return stamp_of(self.path) != self._stamp

    def save(self) -> Displaced | None:
        """Put the tables on disk. Returns what stood there if nobody had seen it: take it in, and save again.

        Raises OSError with the old file there, UnconfirmedError with the new one.
        """
        if self._read:
            self._writer.remember(*self._read)
            self._read = None
        content = self._writer.write(self.tables)
        if content == self._seen and self.path.exists():
            return None
        swapped: list[Swapped] = []
        try:
            swap_whole(self.path, content, swapped.append)
        except UnconfirmedError:
            _displaced(swapped[0].old, self._seen)
            self._seen, self._stamp = content, None
            raise
        before, self._seen, self._stamp = self._seen, content, stamp(swapped[0].stamp)
        return _displaced(swapped[0].old, before)

    @property
    def content(self) -> bytes:
        """The bytes last seen on disk."""
        return self._seen

    @property
    def is_part(self) -> bool:
        """Whether only a part of the file has been read."""
        return self._is_part

    @property
    def digest(self) -> str:
        """The hash of the bytes last seen on disk."""
        from hashlib import sha256

        return sha256(self._seen).hexdigest()

    @property
    def journal_id(self) -> str:
        """The random id that all copies of this journal carry."""
        return str(self._meta().get("journal_id", ""))

    @property
    def newer(self) -> bool:
        """Whether a newer version of the program wrote this journal."""
        return schema_of(self.tables) > SCHEMA

    def _meta(self) -> dict[str, Any]:
        return self.tables.get(FIRST, {}).get("meta", {})

    def _content(self) -> bytes:
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise self._unreadable(error) from None

    def _unreadable(self, error: OSError) -> JournalError:
        return JournalError(
            N_("The journal {path} could not be read: {reason}."),
            path=self.path,
            reason=error.strerror or str(error),
        )


def schema_of(tables: Tables) -> int:
    """Tell which form a journal has."""
    schema: int = tables.get(FIRST, {}).get("meta", {}).get("schema", SCHEMA)
    return schema


def _displaced(old: Path | None, seen: bytes) -> Displaced | None:
    """Look at the file that a save has put aside, and remove it if there is nothing in it that had not been seen."""
    if old is None:
        return None
    with suppress(OSError):  # one that cannot be read or removed stays beside the journal, to be taken in later
        content = seen if holds(old, seen) else old.read_bytes()
        if content != seen:
            return Displaced(old, content)
        old.unlink()
    return None


Stamp = tuple[int, int, int, int]
"""What the system says of a file, which is another for other bytes, but for rare cases."""
_ONLINE_ONLY = 0x1000 | 0x40000 | 0x400000
"""Windows: offline, recall on open, recall on data access."""
_DATALESS = 0x40000000
"""macOS: the content is in the cloud."""


def stamp(found: os.stat_result) -> Stamp:
    """Make the stamp of a file."""
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def stamp_of(path: Path) -> Stamp | None:
    """Ask for a file's stamp; None when there is no file to be seen."""
    try:
        return stamp(os.stat(path))
    except OSError:
        return None


def is_online_only(found: os.stat_result) -> bool:
    """Tell whether a cloud folder shows a file whose content has not been fetched: to read it would fetch it."""
    attributes: int = getattr(found, "st_file_attributes", 0)
    flags: int = getattr(found, "st_flags", 0)
    return bool(attributes & _ONLINE_ONLY or flags & _DATALESS)


Cut = Callable[[bytes], bytes]
"""Cuts a journal's bytes down to a journal of some of its records."""
