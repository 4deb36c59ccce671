"""End well: save what is open, whether the person quits, the window closes, or the program fails."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress

from textual.screen import Screen

from leadercli.tui.screens.base import LeaderScreen


def save_all(stacks: Iterable[list[Screen[object]]]) -> bool:
    """Save what is being typed on every open screen. Returns False, with the reason told there, if one could not."""
    for stack in stacks:
        for screen in stack:
            if isinstance(screen, LeaderScreen) and not screen.save():
                return False
    return True


def listen_for_the_end(end: Callable[[], None]) -> None:
    """Call `end` when the system or a closed window ends the program."""
    if sys.platform == "win32":
        return  # asyncio has no signal handlers there; what was typed waits in the draft
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGTERM, signal.SIGHUP):
        with suppress(ValueError, RuntimeError, NotImplementedError):
            loop.add_signal_handler(sign, end)
