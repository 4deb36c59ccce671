"""Gather what a front end is to tell beside the changes themselves: copies merged, backups that failed."""

from __future__ import annotations

from pathlib import Path

from leadercli.errors import JournalTrouble, Trouble


class Remarks:
    """Sentences about one journal that wait to be told, each once."""

    def __init__(self, journal: Path) -> None:
        self._journal = journal
        self._waiting: list[Trouble] = []

    def add(self, message: str, error: OSError | None = None, **values: object) -> None:
        """Let something be told; what waits already is not said twice."""
        if not any(one.message == message and one.values.items() >= values.items() for one in self._waiting):
            self._waiting.append(self.trouble(message, error, **values))

    def take(self) -> list[Trouble]:
        """Hand out what waits."""
        waiting, self._waiting = self._waiting, []
        return waiting

    def trouble(self, message: str, error: OSError | None, **values: object) -> JournalTrouble:
        """Make the trouble that says a message with the journal's path and the system's reason."""
        reason = {"reason": error.strerror or str(error)} if error else {}
        return JournalTrouble(message, path=self._journal, **reason, **values)
