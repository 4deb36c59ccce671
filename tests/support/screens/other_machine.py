"""A second machine with the same journal: what it writes reaches the first one's cloud folder when it is told to."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from leadercli.journal.journal import Journal
from leadercli.journal.opening import open_journal
from support.screens.desk import BEFORE, Desk


@dataclass
class OtherMachine:
    """A machine that had the journal as it lay on the desk when this was made, and knows nothing of what came after."""

    desk: Desk

    def __post_init__(self) -> None:
        self.folder = self.desk.folder / "elsewhere"
        self.folder.mkdir()
        shutil.copy(self.desk.session.places.journal, self.path)
        places = replace(self.desk.session.places, journal=self.path, state=self.folder / "state")
        self.journal: Journal = open_journal(places, lambda: BEFORE, self.desk.random.randbytes)

    @property
    def path(self) -> Path:
        """Where its journal lies."""
        return self.folder / "journal.json"

    def replace(self) -> None:
        """Let the sync client put its file in the place of the desk's, as most do when nothing is in the way."""
        self._put(self.desk.session.places.journal)

    def conflict(self, name: str) -> None:
        """Let the sync client put its file beside the desk's under a name of its own."""
        self._put(self.desk.session.places.journal.with_name(name))

    def _put(self, target: Path) -> None:
        coming = target.with_name("coming")
        shutil.copy(self.path, coming)
        coming.replace(target)
