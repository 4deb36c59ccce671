"""Let programs on one machine take turns at a journal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from leadercli.errors import BusyError, StateError
from leadercli.journal.local.vault import Vault
from leadercli.locale import N_

PATIENCE = 30.0
"""Seconds to wait for another program to finish its change."""


@contextmanager
def turn(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the journal's lock while the block runs. The system frees it when a program dies.

    Raises BusyError when no turn came in time, StateError when the state folder cannot be written.
    """
    from filelock import FileLock, Timeout

    try:
        lock = FileLock(Vault(folder).lock_path("lock"), timeout=patience, mode=0o600)
        lock.acquire(poll_interval=0.005)
    except Timeout:
        raise BusyError(
            N_("Another program has kept the journal busy for {seconds} seconds. Nothing was changed; try again."),
            seconds=int(patience),
        ) from None
    except OSError as error:
        raise StateError(
            N_("The state folder {path} cannot be written: {reason}. Nothing was changed."),
            path=folder,
            reason=error.strerror or str(error),
        ) from None
    try:
        yield
    finally:
        lock.release()
