"""Tell which programs run on this machine, so that what a dead one left is told from what a living one keeps."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import finalize

from leadercli.atomic_write import private_folder

if TYPE_CHECKING:
    from filelock import BaseFileLock

_TRIES = 3
_PATIENCE = 1.0
"""Seconds to wait for another program that looks whether this one lives."""


class Presence:
    """One run of the program. `name` is its alone.

    While it runs it holds a lock, which the system frees when it dies: a lock file that nobody holds locks nobody out.
    """

    def __init__(self, journal_state: Path, name: str) -> None:
        self.folder = journal_state / "running"
        self.name = name
        self._end: finalize[..., Presence] | None = None

    def show(self) -> None:
        """Show from now on that this run lives. Where no lock can be had, others take it for dead."""
        if self._end is not None and self._end.alive:
            return
        for _ in range(_TRIES):
            with suppress(OSError, NotImplementedError):
                path = private_folder(self.folder) / f"{self.name}.lock"
                lock = _lock(path)
                lock.acquire(timeout=_PATIENCE)
                # Another that has just looked may have removed the file in between.
                if path.exists():
                    self._end = finalize(self, _leave, lock, path)
                    self._sweep()
                    return
                lock.release()

    def leave(self) -> None:
        """End this run for others, as its death does."""
        if self._end is not None:
            self._end()

    def is_alive(self, name: str) -> bool:
        """Tell whether another run lives. The lock file of one that does not is removed."""
        path = self.folder / f"{name}.lock"
        if not name or not path.exists():
            return False
        from filelock import Timeout

        lock = _lock(path)
        try:
            lock.acquire(blocking=False)
        except Timeout:
            return True
        except (OSError, NotImplementedError):
            return False
        _leave(lock, path)
        return False

    def _sweep(self) -> None:
        for path in self.folder.glob("*.lock"):
            if path.stem != self.name:
                self.is_alive(path.stem)


def _lock(path: Path) -> BaseFileLock:
    from filelock import FileLock

    return FileLock(path, mode=0o600, thread_local=False)


def _leave(lock: BaseFileLock, path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
    with suppress(OSError):
        lock.release()
    with suppress(OSError):  # where a file that is held cannot be removed
        path.unlink(missing_ok=True)
