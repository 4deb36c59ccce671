"""The system calls of a save, each of which can be made to fail, or to be the last that the program ever makes."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

CALLS = ("open", "write", "fsync", "fstat", "close", "replace", "lseek", "read", "ftruncate", "urandom", "scandir")


class KilledError(BaseException):
    """The program has died: nothing that follows happens, and nobody can catch it."""


class FailingOs:
    """Stands for `os` in the module that writes files: counts the calls and lets some of them fail."""

    def __init__(self, fails: Callable[[int, str], BaseException | None]) -> None:
        self.made: list[str] = []
        self._fails = fails

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if name not in CALLS:
            return real

        def call(*args: Any, **named: Any) -> Any:
            self.made.append(name)
            error = self._fails(len(self.made), name)
            if error and name == "close" and not isinstance(error, KilledError):
                real(*args)  # a failing close closes all the same
            if error:
                raise error
            return real(*args, **named)

        return call


def once(number: int, error: int) -> Callable[[int, str], BaseException | None]:
    """Let one call fail."""
    return lambda made, name: OSError(error, os.strerror(error)) if made == number else None


def ever_after(number: int, error: int) -> Callable[[int, str], BaseException | None]:
    """Let a call fail and all that follow, but for those that give back what is held."""
    return lambda made, name: (
        OSError(error, os.strerror(error)) if made >= number and name not in ("close", "ftruncate") else None
    )


def killed(number: int) -> Callable[[int, str], BaseException | None]:
    """Die before a call."""
    return lambda made, name: KilledError() if made >= number else None
