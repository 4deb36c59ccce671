"""Hold the journal's tables in memory and keep them in one file: the storage below TinyDB.

Queries read memory. A write reaches the disk once per commit, as a whole new file. The bytes last seen on disk
are remembered, so that a commit can tell when another program or a sync client has put others there. The bytes
themselves are kept, not a hash of them: comparing them costs less than hashing, at start-up too.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, cast

from leadercli.journal.files import save_whole
from leadercli.journal.text_form import FIRST, Tables, Writer, read_tables
from leadercli.locale.mark import N_
from leadercli.trouble import JournalTrouble

SCHEMA = 1
"""The newest form of journal that this version writes."""


class JournalStorage:
    """A TinyDB storage that saves by replacing the file, never in place.

    `read`, `write` and `close` are TinyDB's; `load`, `catch_up` and `save` are the journal's.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.tables: Tables = {}
        self._seen = b""
        self._stamp: tuple[int, int, int] | None = None
        self._writer = Writer()

    def read(self) -> Tables:
        """Hand TinyDB the tables."""
        return self.tables

    def write(self, data: Any) -> None:
        """Take the tables from TinyDB; `save` puts them on disk."""
        self.tables = cast(Tables, data)

    def close(self) -> None:
        """Hold no handle, so there is none to close."""

    def load(self) -> None:
        """Read the file. Raises JournalTrouble if it is missing, empty, damaged or not a journal."""
        self._stamp = self._stat()
        content = self._content()
        self.tables = read_tables(content, str(self.path))
        self._seen = content

    def found_on_disk(self) -> Tables | None:
        """Read the file again if its bytes are not those last seen. None when they are, or when it is gone or empty.

        Raises JournalTrouble when the bytes are damaged.
        """
        self._stamp = self._stat()
        try:
            content = self.path.read_bytes()
        except FileNotFoundError:
            return None
        if content == self._seen or not content:
            return None
        found = read_tables(content, str(self.path))
        self._seen = content
        return found

    def looks_changed(self) -> bool:
        """Tell cheaply whether the file may hold other bytes than those last seen."""
        return self._stat() != self._stamp

    def save(self) -> None:
        """Put the tables on disk. Raises OSError with the old file untouched."""
        content = self._writer.write(self.tables)
        if content == self._seen and self.path.exists():
            return
        save_whole(self.path, content)
        self._seen = content
        self._stamp = self._stat()

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
        schema = self._meta().get("schema", SCHEMA)
        return not isinstance(schema, int) or schema > SCHEMA

    def _meta(self) -> dict[str, Any]:
        return self.tables.get(FIRST, {}).get("meta", {})

    def _content(self) -> bytes:
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise JournalTrouble(
                N_("The journal {path} could not be read: {reason}."),
                path=self.path,
                reason=error.strerror or str(error),
            ) from None

    def _stat(self) -> tuple[int, int, int] | None:
        try:
            found = os.stat(self.path)
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino
