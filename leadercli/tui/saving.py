"""Show that the program is saving while it waits for the disk, or for another program to finish.

A save is made where it is asked for and nothing else goes on meanwhile, so Textual cannot draw before it is done.
A thread that only knows what to write then puts the word on the terminal.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING

from leadercli.tui.screens.base import LeaderScreen

if TYPE_CHECKING:
    from textual.app import App
    from textual.driver import Driver

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
