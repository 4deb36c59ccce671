"""Keep the journal as it was and merged copies among the backups, and gather the sentences to be told of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from leadercli.errors import AppError, JournalError
from leadercli.journal.sync.conflict_copies import take_away
from leadercli.locale import N_

if TYPE_CHECKING:
    from pathlib import Path

    from leadercli.journal.local.backups import Backups
    from leadercli.journal.sync.collector import Incoming
    from leadercli.journal.sync.conflict_copies import Copies, Copy
    from leadercli.places import Places
    from leadercli.session import Clock


class Archive:
    """The backups of one journal, as its saves fill them. A backup that fails is remarked, and undoes no save."""

    def __init__(self, places: Places, clock: Clock, remarks: Notices) -> None:
        self._places = places
        self._clock = clock
        self._remarks = remarks
        self._backed_up = ""

    @cached_property
    def _backups(self) -> Backups:
        from leadercli.journal.local.backups import Backups

        return Backups(self._places.backups)

    def back_up(self, content: bytes) -> None:
        """Keep the journal as it stands on disk, once an hour, before it is written over."""
        now = self._clock()
        hour = f"{now:%Y%m%d%H}"
        if not content or hour == self._backed_up:
            return
        self._backed_up = hour
        try:
            if not self._backups.has_regular(now):
                self._backups.keep(content, now, "regular")
        except OSError as error:
            self._remarks.add(N_("No backup could be made: {reason}. The journal itself is saved."), error)

    def keep(self, content: bytes, kind: str, label: str = "") -> Path | None:
        """Keep a file's bytes as a backup. Returns where it lies; None when that failed."""
        try:
            return self._backups.keep(content, self._clock(), kind, label).path
        except OSError as error:
            self._remarks.add(N_("No backup could be made: {reason}. The journal itself is saved."), error)
            return None

    def put_away(self, came: Incoming, copies: Copies) -> None:
        """Move merged copies into the backups. A copy that cannot be moved, or that a save made, is not read again."""
        for copy in came.copies:
            if copy.temporary or not self._moved(copy, came):
                copies.settle(copy.path, copy.stamp)
        try:
            copies.remember()
        except OSError as error:
            self._remarks.add(N_("The files beside the journal will be read again next time: {reason}."), error)

    def _moved(self, copy: Copy, came: Incoming) -> bool:
        name = copy.path.name
        if not self.keep(copy.content, "copy", name):
            return False
        try:
            take_away(copy.path, copy.content, self._places.journal)
        except OSError as error:
            self._remarks.add(
                N_("{name} was merged, but could not be moved aside: {reason}. You can remove it."), error, name=name
            )
            return False
        self._remarks.add(
            N_(
                "{name} was a copy of the journal. It was merged, and lies among the backups now. "
                "New or changed by it: {count}"
            ),
            name=name,
            count=sum(one.count for one in came.arrived if one.source == name),
        )
        return True


class Notices:
    """Sentences about one journal that wait to be told, each once."""

    def __init__(self, journal: Path) -> None:
        self._journal = journal
        self._waiting: list[AppError] = []

    def add(self, message: str, error: OSError | None = None, **values: object) -> None:
        """Let a sentence be told; one that waits already is not said twice."""
        if not any(one.message == message and one.values.items() >= values.items() for one in self._waiting):
            self._waiting.append(self.trouble(message, error, **values))

    def take(self) -> list[AppError]:
        """Hand out the sentences that wait."""
        waiting, self._waiting = self._waiting, []
        return waiting

    def trouble(self, message: str, error: OSError | None, **values: object) -> JournalError:
        """Make the trouble that says a message with the journal's path and the system's reason."""
        reason = {"reason": error.strerror or str(error)} if error else {}
        return JournalError(message, path=self._journal, **reason, **values)
