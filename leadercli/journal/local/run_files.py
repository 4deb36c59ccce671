"""Keep what is being typed in files of which each running program has its own, and tell which programs run.

`THING.RUN.json` is the text that a run has kept about a thing: a conversation, a form, or all unsent answers.
`THING.RUN.NUMBER.new` is a later text that the disk has not confirmed, so that a power cut never takes the confirmed
one. `THING.json` is of an older version of the program. A text that a run has taken over from one that died bears its
own name and a number: `RUN-1`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar
from weakref import finalize

from leadercli.journal.local.vault import Vault

if TYPE_CHECKING:
    from filelock import BaseFileLock


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RunFile(Generic[T]):
    """The text that a run has kept about a thing, read; `at` is when, in nanoseconds."""

    thing: str
    run: str
    content: T
    at: int


class RunFiles(Generic[T]):
    """The files of one vault. `read` turns their bytes into drafts, or raises ValueError, TypeError or KeyError."""

    def __init__(self, vault: Vault, presence: Presence, read: Callable[[bytes], T]) -> None:
        self._vault = vault
        self.run = presence.name
        self._presence = presence
        self._read = read
        self._turn = Lock()
        self._count = 0
        self._closed: set[str] = set()

    def keep(self, thing: str, content: bytes, run: str = "") -> Callable[[], None]:
        """Put a text where a killed program cannot lose it. Returns the call that also makes it survive a power cut.

        The returned call may take its time and may run in another thread. Both raise OSError.
        """
        run = run or self.run
        self._presence.show()
        self._count += 1
        number, name = self._count, f"{thing}.{run}.{self._count:06}.new"
        self._vault.create(name, content)
        return lambda: self._confirm(thing, run, number, name)

    def drop(self, thing: str, run: str = "") -> None:
        """Remove the texts that this run has kept about a thing. Raises OSError."""
        with self._turn:
            for name in self._names(thing, run or self.run):
                self._vault.remove(name)

    def has(self, thing: str, run: str = "") -> bool:
        """Tell whether this run has kept a text about a thing."""
        return bool(self._names(thing, run or self.run))

    def mine(self, thing: str) -> list[RunFile[T]]:
        """List the texts of this run about a thing: those taken over from dead runs, and last the one typed in it."""
        runs = sorted((run for found, run in self._runs() if found == thing and self._is_mine(run)), reverse=True)
        return [kept for run in runs if (kept := self._kept(thing, run))]

    def all(self) -> list[RunFile[T]]:
        """List the texts that this run has kept and those that dead runs left behind, oldest first."""
        found = [kept for thing, run in self._runs() if self._is_free(run) and (kept := self._kept(thing, run))]
        return sorted(found, key=lambda kept: (kept.at, kept.run))

    def take(self, thing: str) -> None:
        """Make the texts that dead runs left behind about a thing this run's. Of two programs that try, each text goes
        to one.
        """
        for found, run in self._runs():
            if found == thing and not self._is_mine(run) and self._is_free(run) and self._kept(thing, run):
                with suppress(OSError):  # another program has taken the text, or it is to stay where it is
                    self._take(thing, run)

    def unread(self) -> list[Path]:
        """List the files that could not be read: set aside for a person to look at, or kept closed by the system."""
        set_aside: list[str] = []
        with suppress(OSError):  # a folder that the system keeps closed shows nothing
            set_aside = [name for name in self._vault.names() if name.endswith(".unreadable")]
        return sorted(self._vault.path(name) for name in {*set_aside, *self._closed})

    def _take(self, thing: str, run: str) -> None:
        self._presence.show()
        best, *older = self._names(thing, run)
        if best.endswith(".new"):
            self._vault.confirm(best)
        for name in older:
            self._vault.remove(name)
        number = 1
        while self._names(thing, f"{self.run}-{number}"):
            number += 1
        self._vault.move(best, f"{thing}.{self.run}-{number}.json")

    def _confirm(self, thing: str, run: str, number: int, name: str) -> None:
        with self._turn, suppress(FileNotFoundError):  # dropped meanwhile, or a later text confirmed
            self._vault.confirm(name)
            self._vault.move(name, f"{thing}.{run}.json")
            for older in self._names(thing, run):
                if older.endswith(".new") and _number(older) < number:
                    self._vault.remove(older)

    def _is_mine(self, run: str) -> bool:
        return run.partition("-")[0] == self.run

    def _is_free(self, run: str) -> bool:
        return self._is_mine(run) or not self._presence.is_alive(run.partition("-")[0])

    def _runs(self) -> list[tuple[str, str]]:
        """List the things that texts are kept about, each with the runs that kept them."""
        return sorted({(thing, run) for thing, run, _ in self._files()})

    def _names(self, thing: str, run: str) -> list[str]:
        """List the files of a run about a thing, the latest first."""
        found = [name for of, by, name in self._files() if (of, by) == (thing, run)]
        return sorted(found, key=_number, reverse=True)

    def _files(self) -> Iterator[tuple[str, str, str]]:
        """Give of each file the thing, the run and the file's name."""
        for name in self._vault.names():
            thing, *parts = name.split(".")
            if (parts[-1:] == ["json"] and len(parts) <= 2) or (parts[-1:] == ["new"] and len(parts) == 3):
                yield thing, parts[0] if len(parts) > 1 else "", name

    def _kept(self, thing: str, run: str) -> RunFile[T] | None:
        """Read the latest text that can be read. A file that cannot is set aside for a person, an empty one removed."""
        for name in self._names(thing, run):
            try:
                content = self._vault.read(name)
                return RunFile(thing, run, self._read(content), self._vault.stat(name).st_mtime_ns)
            except FileNotFoundError:
                continue
            except OSError:
                self._closed.add(name)
            except (ValueError, TypeError, KeyError):
                with suppress(OSError):
                    if content.strip(b"\0"):
                        self._vault.move(name, f"{name.removesuffix('.json')}.unreadable")
                    else:
                        self._vault.remove(name)
        return None


def _number(name: str) -> int:
    return int(name.split(".")[2]) if name.endswith(".new") else 0


_TRIES = 3
_PATIENCE = 1.0
"""Seconds to wait for another program that looks whether this run lives."""


class Presence:
    """One run of the program. `name` is its alone.

    While the run lives it holds a lock, which the system frees when it dies: a lock file that nobody holds locks nobody
    out.
    """

    def __init__(self, journal_state: Path, name: str) -> None:
        self._vault = Vault(journal_state).below("running")
        self.folder = self._vault.folder
        self.name = name
        self._end: finalize[..., Presence] | None = None

    def show(self) -> None:
        """Show from now on that this run lives. Where no lock can be had, others take it for dead."""
        if self._end is not None and self._end.alive:
            return
        for _ in range(_TRIES):
            with suppress(OSError, NotImplementedError):
                lock = _lock(self._vault.lock_path(_lock_name(self.name)))
                lock.acquire(timeout=_PATIENCE)
                # Another program that has just looked may have removed the lock file in between.
                if self._vault.has(_lock_name(self.name)):
                    self._end = finalize(self, _leave, lock, self._vault, _lock_name(self.name))
                    self._sweep()
                    return
                lock.release()

    def leave(self) -> None:
        """End this run for others, as its death does."""
        if self._end is not None:
            self._end()

    def is_alive(self, name: str) -> bool:
        """Tell whether another run lives. The lock file of a dead run is removed."""
        if not name or not self._vault.has(_lock_name(name)):
            return False
        from filelock import Timeout

        lock = _lock(self._vault.path(_lock_name(name)))
        try:
            lock.acquire(blocking=False)
        except Timeout:
            return True
        except (OSError, NotImplementedError):
            return False
        _leave(lock, self._vault, _lock_name(name))
        return False

    def _sweep(self) -> None:
        with suppress(OSError):
            for found in self._vault.names():
                name = found.removesuffix(".lock")
                if name not in (found, self.name):
                    self.is_alive(name)


def _lock_name(run: str) -> str:
    return f"{run}.lock"


def _lock(path: Path) -> BaseFileLock:
    from filelock import FileLock

    return FileLock(path, mode=0o600, thread_local=False)


def _leave(lock: BaseFileLock, vault: Vault, name: str) -> None:
    with suppress(OSError):
        vault.remove(name)
    with suppress(OSError):
        lock.release()
    with suppress(OSError):  # where a lock file that is held cannot be removed
        vault.remove(name)
