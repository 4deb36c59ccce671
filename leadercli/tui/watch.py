"""Watch what goes on around the open screens: the file on disk, other programs, saves that take long, midnight."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from leadercli.errors import JournalTrouble
from leadercli.journal.history.arrivals import unseen
from leadercli.journal.watch import DiskWatch
from leadercli.tui.file_words import NEWER, file_sentence
from leadercli.tui.saving import shown_if_slow
from leadercli.tui.screens.base import LeaderScreen

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal
    from leadercli.tui.wiring import WiredApp


class Watch:
    """The watch over one open journal. What is to be said waits while a question is being asked."""

    def __init__(self, app: WiredApp, journal: Journal) -> None:
        self._app = app
        self._journal = journal
        self._disk = DiskWatch(journal)
        self._file = ""
        self._read_only = journal.read_only
        self._to_say: list[str] = []
        self._looking = False
        self._day = app.clock().date()

    def greet(self) -> None:
        """Tell what came in while no screen was open."""
        with suppress(JournalTrouble):  # a change log that cannot be read says so when it is needed
            came = unseen(self._journal)
            if came:
                from leadercli.tui.arrival_lines import pieces

                self._app.corner.came_in(piece.place for one in came for piece in pieces(one, self._journal))
                self._tell()

    def look_around(self) -> None:
        """Take in what another program or a sync client wrote, and the new day after midnight."""
        self._looking = True
        try:
            self._look_at_file()
        finally:
            self._looking = False
        if self._to_say and isinstance(self._app.screen, LeaderScreen) and not self._app.screen.prompt.asking:
            said, self._to_say = " ".join(self._to_say), []
            self._app.say(said)
        if self._app.clock().date() != self._day:
            self._day = self._app.clock().date()
            if isinstance(self._app.screen, LeaderScreen):
                self._app.screen.reload()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Show that the program is saving, if that takes long, and that something is not saved, if it fails."""
        with shown_if_slow(self._app, self._app.texts.t("saving")):
            try:
                yield
            except JournalTrouble:
                if not self._looking and not self._journal.read_only:
                    self._app.tell_unsaved()
                raise

    def _look_at_file(self) -> None:
        texts = self._app.texts
        state = self._disk.look()
        remarks = [remark.sentence(texts) for remark in self._journal.take_remarks()]
        if state != self._file:
            self._file = self._app.corner.file = state
            if state or not remarks:
                self._to_say = [file_sentence(self._disk, self._journal.places.journal, texts)]
            self._tell()
        if self._journal.read_only and not self._read_only:
            self._read_only = self._app.corner.read_only = True
            self._to_say = [texts.t(NEWER)]
            self._tell()
        self._to_say += remarks

    def _tell(self) -> None:
        if isinstance(self._app.screen, LeaderScreen):
            self._app.tell_status(self._app.screen)
