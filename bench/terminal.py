"""Drive a program in a pseudo-terminal, as a fast typist with a fast terminal would."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.measure import UnusableError

COLUMNS, LINES = 80, 24
_ESCAPES = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]"  # CSI
    rb"|\][^\x07\x1b]*(?:\x07|\x1b\\)"  # OSC
    rb"|[PX^_][^\x1b]*\x1b\\"  # DCS and the like
    rb"|[ -/]*[0-~])"
)


def shown(output: bytes) -> bytes:
    """Return what a program wrote without its escape sequences."""
    return _ESCAPES.sub(b"", output)


class Terminal:
    """One program on its own 80×24 terminal. `begun` is the moment just before it was started."""

    def __init__(self, argv: Sequence[str | Path], env: Mapping[str, str], cwd: Path) -> None:
        parts = [str(part) for part in argv]
        self._output = b""
        self.begun = time.perf_counter()
        self._pid, self._master = pty.fork()
        if self._pid == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
                os.chdir(cwd)
                os.execvpe(parts[0], parts, dict(env))
            finally:
                os._exit(127)

    def wait_for(self, text: str, limit: float = 30.0) -> float:
        """Read until `text` is written after the last `send`. Returns the moment; raises if late."""
        wanted, ends = text.encode(), time.perf_counter() + limit
        while wanted not in shown(self._output):
            if not self._read(ends - time.perf_counter()):
                raise UnusableError(f"not there yet (no {text!r} on the screen; last: {self._tail()!r})")
        return time.perf_counter()

    def send(self, keys: str) -> float:
        """Type `keys`. Returns the moment just before."""
        self._output = b""
        at = time.perf_counter()
        os.write(self._master, keys.encode())
        return at

    def settle(self, quiet: float = 0.3, limit: float = 10.0) -> None:
        """Read until nothing has been written for `quiet` seconds, at most `limit` seconds."""
        ends = time.perf_counter() + limit
        while time.perf_counter() < ends and self._read(quiet):
            pass

    def close(self, keys: str = "\x11", limit: float = 5.0) -> None:
        """Type `keys` (Ctrl+Q), then end the program if it is still there after `limit` seconds."""
        ends = time.perf_counter() + limit
        with contextlib.suppress(OSError):
            self.send(keys)
            while time.perf_counter() < ends and self._read(ends - time.perf_counter()):
                pass
        while os.waitpid(self._pid, os.WNOHANG) == (0, 0):
            if time.perf_counter() > ends:
                os.kill(self._pid, signal.SIGKILL)
            time.sleep(0.01)
        os.close(self._master)

    def _read(self, wait: float) -> bool:
        if not select.select([self._master], [], [], max(0.0, wait))[0]:
            return False
        try:
            got = os.read(self._master, 65_536)
        except OSError:  # Linux reports EIO when the last process has left the terminal
            return False
        self._output += got
        return bool(got)

    def _tail(self) -> str:
        return " ".join(shown(self._output).decode(errors="replace").split())[-80:]
