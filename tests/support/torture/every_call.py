"""Every system call that touches a folder, each of which can be made to fail, or to be the last of a program."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from leadercli import atomic_write as swapping
from support.journals.failing_os import KilledError

BY_PATH = ("open", "replace", "rename", "link", "unlink", "truncate", "mkdir", "scandir", "stat", "lstat", "utime")
LOOKS = ("close", "stat", "lstat", "fstat", "read", "lseek", "scandir", "io.open", "unlink", "ftruncate", "truncate")
"""Calls that only look, or give back."""
BY_HANDLE = ("write", "fsync", "fstat", "close", "lseek", "read", "ftruncate")
Fails = Callable[[int, str], BaseException | None]


class Calls:
    """Counts the calls of a program on one folder, and lets some of them fail. The lock is not part of it."""

    def __init__(self, folder: Path, fails: Fails) -> None:
        self.made: list[str] = []
        self._folder = str(folder)
        self._fails = fails
        self._handles: set[int] = set()

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Watch the calls made in the block."""
        with pytest.MonkeyPatch.context() as patch:
            for name in BY_PATH:
                patch.setattr(os, name, self._by_path(name, getattr(os, name)))
            for name in BY_HANDLE:
                patch.setattr(os, name, self._by_handle(name, getattr(os, name)))
            patch.setattr(io, "open", self._by_path("io.open", io.open))
            patch.setattr(swapping, "exchange", self._by_path("exchange", swapping.exchange))
            try:
                yield
            finally:
                close = patch.undo() or os.close
                for handle in self._handles:  # a dead program's handles are closed by the system
                    with suppress(OSError):
                        close(handle)

    def _by_path(self, name: str, real: Any) -> Any:
        def call(path: Any = ".", *args: Any, **named: Any) -> Any:
            if isinstance(path, int) or not self._is_ours(path):
                return real(path, *args, **named)
            self._made(name)
            result = real(path, *args, **named)
            if name == "open":
                self._handles.add(result)
            return result

        return call

    def _by_handle(self, name: str, real: Any) -> Any:
        def call(handle: Any, *args: Any, **named: Any) -> Any:
            if handle not in self._handles:
                return real(handle, *args, **named)
            try:
                self._made(name)
            except OSError:
                if name == "close":  # a failing close closes all the same
                    self._handles.discard(handle)
                    real(handle)
                raise
            if name == "close":
                self._handles.discard(handle)
            return real(handle, *args, **named)

        return call

    def _is_ours(self, path: Any) -> bool:
        found = os.fsdecode(path)
        return found.startswith(self._folder) and not found.endswith("lock")

    def _made(self, name: str) -> None:
        self.made.append(name)
        error = self._fails(len(self.made), name)
        if error:
            raise error


def killed(number: int) -> Fails:
    """Die before a call: it and all that follow are not made."""
    return lambda made, name: KilledError() if made >= number else None


def once(number: int, error: int) -> Fails:
    """Let one call fail."""
    return lambda made, name: OSError(error, os.strerror(error)) if made == number else None


def from_then_on(number: int, error: int) -> Fails:
    """Let a call fail and all that follow, but for those that only look or give back."""
    return lambda made, name: (
        OSError(error, os.strerror(error)) if made == number or (made > number and name not in LOOKS) else None
    )
