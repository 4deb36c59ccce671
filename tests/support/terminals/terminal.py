"""A real terminal for the end-to-end tests: the program runs in a pty and pyte reads its screen."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte

PATIENCE = 20.0


class Terminal:
    """A program in a terminal of a given size. Waits for texts to appear and never for time to pass."""

    def __init__(self, argv: Sequence[str], env: Mapping[str, str], cwd: Path, columns: int = 80, lines: int = 24):
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        self.pid, self._handle = pty.fork()
        if self.pid == 0:  # the program's side
            os.chdir(cwd)
            os.execvpe(argv[0], list(argv), dict(env))
        self.resize(columns, lines)
        self.code: int | None = None

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the window."""
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._screen.resize(lines, columns)

    def press(self, keys: str) -> None:
        """Type keys, as the bytes that a terminal sends for them."""
        os.write(self._handle, keys.encode())

    def text(self) -> str:
        """Read what stands on the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def wait_for(self, *wanted: str) -> str:
        """Wait until all texts stand on the screen. Returns the screen."""
        return self._wait(lambda: all(text in self.text() for text in wanted), f"{wanted} to appear")

    def wait_gone(self, unwanted: str) -> str:
        """Wait until a text stands on the screen no longer. Returns the screen."""
        return self._wait(lambda: unwanted not in self.text(), f"“{unwanted}” to go")

    def wait_end(self) -> int:
        """Wait until the program has ended. Returns its exit code."""
        self._wait(lambda: self.code is not None, "the end")
        assert self.code is not None
        return self.code

    def kill(self) -> None:
        """End the program as a power cut would."""
        os.kill(self.pid, signal.SIGKILL)
        self.wait_end()

    def hang_up(self) -> None:
        """Close the window, and wait until the program has ended."""
        os.close(self._handle)
        self._handle = -1
        end = time.monotonic() + PATIENCE
        while self.code is None:
            assert time.monotonic() < end, "the program outlives its window"
            self._look_for_end()
            time.sleep(0.01)

    def wait_until(self, met: Callable[[], object]) -> None:
        """Wait until something is so."""
        self._wait(met, "what should be so")

    def close(self) -> None:
        """Let go of the terminal and of a program that still runs."""
        if self.code is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if self._handle >= 0:
            os.close(self._handle)

    def _wait(self, met: object, what: str) -> str:
        assert callable(met)
        end = time.monotonic() + PATIENCE
        while not met():
            if time.monotonic() > end:
                raise AssertionError(f"waited for {what}, but the screen says:\n{self.text()}")
            self._read()
        return self.text()

    def _read(self) -> None:
        ready, _, _ = select.select([self._handle], [], [], 0.05)
        if ready:
            try:
                content = os.read(self._handle, 65536)
            except OSError:
                content = b""
            self.raw += content
            self._stream.feed(content)
        self._look_for_end()

    def _look_for_end(self) -> None:
        if self.code is None:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self.code = os.waitstatus_to_exitcode(status)
