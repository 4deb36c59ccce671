"""A command on a pseudo-terminal: answer what it asks, and read what it showed."""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

PATIENCE = 20.0
ROOT = Path(__file__).parents[3]


class Asked:
    """A command that is running on a terminal. `shown` is everything it has written there."""

    def __init__(self, words: list[str], env: Mapping[str, str]) -> None:
        import pty

        self.shown = ""
        self._seen = 0
        self._pid, self._handle = pty.fork()
        if self._pid == 0:  # the command's side
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # who runs the tests in the background lets it be ignored
            os.chdir(env["HOME"])
            os.execve(
                sys.executable,
                [sys.executable, "-m", "leadercli", *words],
                {**env, "PYTHONPATH": str(ROOT), "TERM": "xterm"},
            )

    def wait_for(self, text: str) -> None:
        """Wait until a text is shown after what was waited for before."""
        while text not in self.shown[self._seen :]:
            if not self._read():
                raise AssertionError(f"{text!r} is not shown in {self.shown!r}")
        self._seen = self.shown.index(text, self._seen) + len(text)

    def press(self, keys: str) -> None:
        """Type keys."""
        os.write(self._handle, keys.encode())

    def end(self) -> int:
        """Wait for the end. Returns the exit code."""
        while self._read():
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])

    def _read(self) -> bool:
        if not select.select([self._handle], [], [], PATIENCE)[0]:
            raise AssertionError(f"nothing more is shown after {self.shown!r}")
        try:
            found = os.read(self._handle, 4096)
        except OSError:  # Linux says so when the other side is gone
            return False
        self.shown += found.decode(errors="replace")
        return bool(found)
