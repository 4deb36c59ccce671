"""Trouble that has a name: errors that carry a sentence for the person, not for the programmer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadercli.locale.texts import Texts

NOT_DONE, USAGE, UNREADABLE, LOCKED = 1, 2, 3, 4
"""Exit codes: not done, wrong usage, journal damaged or not readable or not writable, locked."""


class AppError(Exception):
    """Something a person can act on. `message` is an English source message, `values` fill its placeholders."""

    code = NOT_DONE

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def sentence(self, texts: Texts) -> str:
        """Say it in the person's language."""
        return texts.t(self.message, **self.values)

    def __str__(self) -> str:
        return self.message.format(**self.values) if self.values else self.message


class JournalError(AppError):
    """The journal is damaged, newer, not readable or not writable."""

    code = UNREADABLE


class DamagedError(JournalError):
    """What lies at a journal's place cannot be read as a journal: cut off, emptied, misshapen."""


class OtherJournalError(JournalError):
    """What lies at a journal's place is another journal."""


class BusyError(JournalError):
    """Another program on this machine has held the journal too long."""


class StateError(JournalError):
    """What this machine keeps about a journal cannot be written."""


class UsageError(AppError):
    """The program was started in a way that cannot work."""

    code = USAGE
