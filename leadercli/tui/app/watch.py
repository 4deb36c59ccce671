"""Watch what goes on around the open screens: the file on disk, other programs, saves that take long, midnight.

A save is made where it is asked for and nothing else goes on meanwhile, so Textual cannot draw before it is done.
A thread that only knows what to write then puts the word on the terminal.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock, Timer
from typing import TYPE_CHECKING, Any, Protocol, cast

from leadercli.errors import JournalError
from leadercli.journal.history.arrivals import unseen
from leadercli.journal.watch import FileWatch
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.tui.base.screen import LeaderScreen

if TYPE_CHECKING:
    from textual.app import App
    from textual.driver import Driver
    from textual.screen import Screen

    from leadercli.journal.journal import Journal
    from leadercli.session import Clock
    from leadercli.tui.widgets.status import Status


class Watched(Protocol):
    """What the watch looks at and tells: an app with a status in its corner."""

    texts: Texts
    clock: Clock
    corner: Status

    @property
    def screen(self) -> Screen[Any]:
        """The screen in front."""

    def say(self, text: str) -> None:
        """Say something in the line at the bottom."""

    def show_status(self, screen: LeaderScreen) -> None:
        """Show in the corner of a screen how it stands."""

    def show_unsaved(self, what: str = "") -> None:
        """Show that something could not be saved."""


class Watch:
    """The watch over one open journal. What is to be said waits while a question is being asked."""

    def __init__(self, app: Watched, journal: Journal) -> None:
        self._app = app
        self._journal = journal
        self._disk = FileWatch(journal)
        self._file = ""
        self._read_only = journal.read_only
        self._to_say: list[str] = []
        self._looking = False
        self._day = app.clock().date()

    def greet(self) -> None:
        """Tell what came in while no screen was open."""
        with suppress(JournalError):  # a change log that cannot be read says so when it is needed
            came = unseen(self._journal)
            if came:
                from leadercli.tui.history.arrivals import pieces

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
        with shown_if_slow(cast("App[None]", self._app), self._app.texts.t("saving")):
            try:
                yield
            except JournalError:
                if not self._looking and not self._journal.read_only:
                    self._app.show_unsaved()
                raise

    def _look_at_file(self) -> None:
        texts = self._app.texts
        state = self._disk.look()
        remarks = [remark.sentence(texts) for remark in self._journal.take_notices()]
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
            self._app.show_status(self._app.screen)


AFTER = 0.2
"""Seconds that a save may take before the word is shown."""


@contextmanager
def shown_if_slow(app: App[None], word: str) -> Iterator[None]:
    """Show a word in the corner of the screen in front while the block runs, if it takes long."""
    # There is no public way to the terminal past Textual's own drawing.
    driver = app._driver
    screen = app.screen if app.is_running and app.screen_stack else None
    if driver is None or driver.is_inline or driver.is_web or not isinstance(screen, LeaderScreen):
        yield
        return
    slow = _Slow(driver, screen.top.sequence(word))
    timer = Timer(AFTER, slow.show)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        if slow.is_over():
            screen.top.refresh()


class _Slow:
    """What is written to the terminal if a save takes long, and not after it."""

    def __init__(self, driver: Driver, sequence: str) -> None:
        self._driver = driver
        self._sequence = sequence
        self._lock = Lock()
        self._over = False
        self._shown = False

    def show(self) -> None:
        """Write, unless the save is done."""
        with self._lock:
            if not self._over:
                self._shown = True
                self._driver.write(self._sequence)

    def is_over(self) -> bool:
        """Write no more from now on. Returns whether it was written."""
        with self._lock:
            self._over = True
            return self._shown


SENTENCES = {
    "missing": N_(
        "The journal file is no longer there: {path}. Nothing is lost: leadercli holds all of it, and writes the file "
        "again with your next change."
    ),
    "empty": N_(
        "The journal file is empty: {path}. Nothing is lost: leadercli holds all of it, and writes the file again with "
        "your next change."
    ),
    "placeholder": N_(
        "Your cloud folder shows the journal file but has not fetched it: {path}. Nothing is lost: leadercli holds all "
        "of it. Tell the cloud folder to keep the file on this device."
    ),
    "damaged": N_(
        "The journal file is damaged: {path}. leadercli holds what was in it before. With your next change it puts the "
        "damaged file among the backups and writes a whole one; leadercli check --repair gathers what else can be read."
    ),
    "other": N_(
        "Another journal now lies in the place of yours: {path}. leadercli leaves it alone, so nothing can be saved "
        "until yours is back. What you had is kept on this machine."
    ),
}
"""By the state of the file."""
NEWER = N_(
    "A newer leadercli has written the journal, so this one only shows it from now on. Update it here to write again; "
    "nothing is lost."
)
WELL_AGAIN = N_("The journal file is whole again.")


def file_sentence(watch: FileWatch, path: object, texts: Texts) -> str:
    """Say how the file stands; what has no sentence of its own is told as the journal tells it."""
    if not watch.state:
        return texts.t(WELL_AGAIN)
    if watch.state in SENTENCES:
        return texts.t(SENTENCES[watch.state], path=path)
    return watch.reason.sentence(texts) if watch.reason else ""
