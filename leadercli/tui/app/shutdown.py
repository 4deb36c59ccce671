"""End well: save what is open, whether the person quits, the window closes, or the program fails; report a crash."""

from __future__ import annotations

import asyncio
import signal
import sys
import traceback
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from leadercli.atomic_write import private_folder, save_whole

if TYPE_CHECKING:
    from leadercli.session import Session
    from leadercli.tui.base.screen import LeaderScreen


class Ending(Protocol):
    """The app, as far as ending it needs."""

    def open_screens(self) -> list[LeaderScreen]:
        """List the open screens of all views."""

    def exit(self) -> None:
        """Close."""


class Shutdown:
    """Saves what is open however the app ends."""

    def __init__(self, app: Ending) -> None:
        self._app = app

    def save_all(self) -> bool:
        """Save what is being typed on every open screen. Returns False, the reason told there, if one could not."""
        saved = [screen.save() for screen in self._app.open_screens()]
        return all(saved)

    def rescue(self) -> None:
        """Save on every open screen whatever happens on the others: the program ends now."""
        for screen in self._app.open_screens():
            with suppress(Exception):
                screen.rescue()

    def listen(self) -> None:
        """Save and close when the system or a closed window ends the program."""
        if sys.platform == "win32":
            return  # asyncio has no signal handlers there; what was typed waits in the draft
        loop = asyncio.get_running_loop()
        for sign in (signal.SIGTERM, signal.SIGHUP):
            with suppress(ValueError, RuntimeError, NotImplementedError):
                loop.add_signal_handler(sign, self._end_now)

    def _end_now(self) -> None:
        self.rescue()
        self._app.exit()


def report(error: BaseException, session: Session) -> str:
    """Write the report, 0600: kinds of errors, files and lines, but no values. Returns the sentence to show."""
    lines = [f"leadercli {session.clock():%Y-%m-%d %H:%M}"]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(type(seen).__name__)
        lines += [
            f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(seen.__traceback__)
        ]
        seen = seen.__cause__ or seen.__context__
    path = session.places.state / "crash.txt"
    try:
        private_folder(path.parent)
        save_whole(path, "\n".join(lines).encode())
    except OSError:
        return session.texts.t(
            "leadercli failed ({kind}). What you typed is kept as a draft.", kind=type(error).__name__
        )
    return session.texts.t(
        "leadercli failed ({kind}). What you typed is kept as a draft. A report without your text lies in {path}.",
        kind=type(error).__name__,
        path=path,
    )
