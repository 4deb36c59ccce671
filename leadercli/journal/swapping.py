"""Put a file in another's place without losing the other: in one step, where the system can."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

_UNABLE = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM, errno.ENOENT)
_HERE, _EXCHANGE, _SWAP = -100, 2, 2
"""Linux's AT_FDCWD and RENAME_EXCHANGE, macOS's RENAME_SWAP."""


def put_in_place(new: Path, target: Path) -> Path | None:
    """Put `new` where `target` stands. Returns where the file that stood there lies now; None when there was none.

    Where the system cannot exchange two names in one step, the old file gets a second name just before, and what
    another program puts there between the two steps is lost to this machine. Raises OSError with both as they were.
    """
    if exchange(new, target):
        return new
    old: Path | None = new.with_name(new.name.removesuffix(".tmp") + "-old.tmp")
    assert old is not None
    try:
        os.link(target, old)
    except OSError:  # there is none, or the system has no second names
        old = None
    try:
        os.replace(new, target)
    except BaseException:
        if old:
            with suppress(OSError):
                old.unlink()
        raise
    return old


def exchange(one: Path, other: Path) -> bool:
    """Let two files change places in one step. Returns False where that cannot be done; raises OSError."""
    if sys.platform not in ("linux", "darwin"):
        return False
    import ctypes

    names = os.fsencode(one), os.fsencode(other)
    try:
        system = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            failed = system.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE)
        else:
            failed = system.renamex_np(*names, _SWAP)
    except AttributeError:  # an older system's library does not have the call
        return False
    if not failed:
        return True
    error = ctypes.get_errno()
    if error in _UNABLE:
        return False
    raise OSError(error, os.strerror(error), str(other))
