"""End well: save what is open, whether the person quits, the window closes, or the program fails."""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import suppress

from leadercli.tui.key_order import OrderedKeys
from leadercli.tui.screens.base import LeaderScreen


class EndingApp(OrderedKeys):
    """An app that saves what is open however it ends. `crash` is the error that ended it, if one did."""

    crash: BaseException | None = None

    def open_screens(self) -> list[LeaderScreen]:
        """List the open screens of all views."""
        # There is no public way to the screens of the views that are not in front.
        stacks = self._screen_stacks.values()
        return [screen for stack in stacks for screen in stack if isinstance(screen, LeaderScreen)]

    def save_all(self) -> bool:
        """Save what is being typed on every open screen. Returns False, the reason told there, if one could not."""
        saved = [screen.save() for screen in self.open_screens()]
        return all(saved)

    def rescue(self) -> None:
        """Save on every open screen whatever happens on the others: the program ends now."""
        for screen in self.open_screens():
            with suppress(Exception):
                screen.rescue()

    def action_quit_now(self) -> None:
        """Save what is open and close."""
        if self.save_all():
            self.exit()

    async def action_quit(self) -> None:
        """Textual's own way out: ours, should anything lead there."""
        self.action_quit_now()

    def listen_for_the_end(self) -> None:
        """Save and close when the system or a closed window ends the program."""
        if sys.platform == "win32":
            return  # asyncio has no signal handlers there; what was typed waits in the draft
        loop = asyncio.get_running_loop()
        for sign in (signal.SIGTERM, signal.SIGHUP):
            with suppress(ValueError, RuntimeError, NotImplementedError):
                loop.add_signal_handler(sign, self._end_now)

    def _end_now(self) -> None:
        self.rescue()
        self.exit()

    def _handle_exception(self, error: Exception) -> None:
        # Textual would print a traceback with the values of local variables, and those hold what people wrote.
        # It has no public way to end without one, nor to tell its tests of the error.
        if self._exception is None:
            self.crash = self._exception = error
            self._exception_event.set()
        self._return_code = 1
        self.rescue()
        self._close_messages_no_wait()
