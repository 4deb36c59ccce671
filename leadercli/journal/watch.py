"""Watch how the journal's file stands on disk while a program is open."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal

from leadercli.errors import AppError, DamagedError, OtherJournalError
from leadercli.journal.file.format import is_empty
from leadercli.journal.file.storage import is_online_only, stamp_of

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal

FileState = Literal["", "missing", "empty", "placeholder", "damaged", "other", "unreadable"]
"""How the file stands; "" when it is the journal, whole."""


class FileWatch:
    """Take in what others write, and tell when the file is not the journal that the program holds.

    A sync client that replaces a file may show it missing, empty or half for an instant: `state` is only what was
    found in two looks, one after the other. `reason` is what the system or the reader says of it.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._found: FileState = ""
        self._stamp: object = None
        self.state: FileState = ""
        self.reason: AppError | None = None

    def look(self) -> FileState:
        """Take in what others wrote, and tell how the file stands."""
        before = self._found
        try:
            self._journal.refresh()
        except AppError as trouble:
            self.reason = trouble
            self._found = self._glanced() or _state_of(trouble)
            self._stamp = self._present_stamp()
        else:
            # What cannot be read is told by the journal once; it stands so until the file becomes another.
            still = bool(self._found) and self._stamp == self._present_stamp()
            self._found = self._glanced() or (self._found if still else "")
        if not self._found or self._found == before:
            self.state = self._found
        return self.state

    def _present_stamp(self) -> object:
        return stamp_of(self._journal.places.journal)

    def _glanced(self) -> FileState:
        """Tell what the system says of the file, reading no more than its beginning."""
        path = self._journal.places.journal
        try:
            found = os.stat(path)
            if is_online_only(found):
                return "placeholder"
            with path.open("rb") as file:
                return "empty" if is_empty(file.read(64)) else ""
        except FileNotFoundError:
            return "missing"
        except OSError:
            return "unreadable"


def _state_of(trouble: AppError) -> FileState:
    if isinstance(trouble, DamagedError):
        return "damaged"
    return "other" if isinstance(trouble, OtherJournalError) else "unreadable"
