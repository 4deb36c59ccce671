"""Put bytes on disk so that a crash leaves the old file or the new one, and nothing that was not seen is lost."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from leadercli import atomic_write as swapping

_BINARY = getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
_PIECE = 1 << 18
_ABANDONED = 3600 * 10**9
"""Nanoseconds after which a temporary file is no longer being written, but was left by a program that died."""


class UnconfirmedError(OSError):
    """The new file stands in its place, but the disk has not confirmed that it outlives a power cut."""


class Swapped(NamedTuple):
    """A file has been replaced: what the system says of the new one, and where the old one lies now, if any."""

    stamp: os.stat_result
    old: Path | None


def save_whole(path: Path, content: bytes) -> os.stat_result:
    """Replace a file's content in one step, readable by its owner only. Symbolic links are followed.

    The temporary file has a name that sync clients leave alone. Returns what the system says of the new file.
    Raises OSError with the old file untouched, UnconfirmedError with the new one in its place.
    """
    target = Path(os.path.realpath(path))
    with _open_folder(target.parent) as folder:
        beside, found = _written_beside(target, content)
        try:
            os.replace(beside, target)
        except BaseException:
            _remove(beside)
            raise
        _confirm(folder)
    return found


def swap_whole(path: Path, content: bytes, confirm: Callable[[Swapped], None]) -> None:
    """Replace a file's content as `save_whole` does, and keep the file that stood there until it has been looked at.

    So a file that someone else has put there a moment ago is not lost. `confirm` is told where it lies, before the
    disk is asked to confirm; removing it is the caller's. Raises as `save_whole`.
    """
    target = Path(os.path.realpath(path))
    with _open_folder(target.parent) as folder:
        beside, found = _written_beside(target, content)
        try:
            old = swapping.put_in_place(beside, target)
        except BaseException:
            _remove(beside)
            raise
        confirm(Swapped(found, old))
        _confirm(folder)


def keep_for_now(path: Path, content: bytes) -> None:
    """Replace a file's content in one step, without waiting for the disk: a power cut may leave the old one.

    Raises OSError with the old file untouched.
    """
    target = Path(os.path.realpath(path))
    beside, _ = _written_beside(target, content, durably=False)
    try:
        os.replace(beside, target)
    except BaseException:
        _remove(beside)
        raise


def _written_beside(target: Path, content: bytes, *, durably: bool = True) -> tuple[Path, os.stat_result]:
    """Write a temporary file beside another. Raises OSError with nothing left of it."""
    beside = hidden_name(target, target)
    handle = os.open(beside, _NEW, 0o600)
    try:
        try:
            _write_all(handle, content)
            if durably:
                os.fsync(handle)
            return beside, os.fstat(handle)
        finally:
            os.close(handle)
    except BaseException:
        _remove(beside)
        raise


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def holds(path: Path, content: bytes) -> bool:
    """Tell whether a file's bytes are these. They are compared piece by piece, so that no second copy is made of them.

    Raises OSError when it cannot be read.
    """
    at = 0
    with path.open("rb", buffering=0) as file:
        while piece := file.read(_PIECE):
            if piece != content[at : at + len(piece)]:
                return False
            at += len(piece)
    return at == len(content)


def hidden_name(path: Path, target: Path) -> Path:
    """Make a name in a file's folder that sync clients leave alone, and by which a save of `target` is known."""
    return path.with_name(_beside(target) + os.urandom(6).hex() + ".tmp")


def is_temporary(name: str, target: Path) -> bool:
    """Tell whether a file is one that a save of `target` makes beside it for a moment."""
    return name.startswith(_beside(target)) and name.endswith(".tmp")


def is_abandoned(left: os.stat_result, target: os.stat_result) -> bool:
    """Tell whether a temporary file is so old that no save is at it any more, but a program died there."""
    return target.st_mtime_ns - left.st_mtime_ns > _ABANDONED


def append_line(path: Path, line: bytes) -> int:
    """Add a line to a file that only its owner reads, durably. Returns the file's size before.

    A line that a crash has cut off is ended first, so that it takes nothing with it. Raises OSError with the file
    as it was.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | _BINARY, 0o600)
    try:
        before = os.lseek(handle, 0, os.SEEK_END)
        try:
            _write_all(handle, (b"" if _ends_a_line(handle, before) else b"\n") + line + b"\n")
            os.fsync(handle)
            if not before:
                sync_folder(path.parent)
        except BaseException:
            with suppress(OSError):
                os.ftruncate(handle, before)
            raise
    finally:
        with suppress(OSError):  # the line is on disk, or taken back
            os.close(handle)
    return before


def private_folder(path: Path) -> Path:
    """Make a folder that only its owner can look into."""
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path


def sync_file(path: Path) -> None:
    """Make a file and its name outlive a power cut. Raises OSError."""
    handle = os.open(path, os.O_RDWR | _BINARY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """Make the names in a folder outlive a power cut. Raises OSError."""
    with _open_folder(path) as folder:
        _sync(folder)


def _beside(target: Path) -> str:
    return f".~{target.name[:50]}-"


def _ends_a_line(handle: int, size: int) -> bool:
    if not size:
        return True
    os.lseek(handle, -1, os.SEEK_END)
    return os.read(handle, 1) == b"\n"


def _write_all(handle: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(handle, view) :]


@contextmanager
def _open_folder(path: Path) -> Iterator[int | None]:
    # Opened before anything is changed, so that a folder that cannot be opened leaves all as it was.
    handle = None if sys.platform == "win32" else os.open(path, os.O_RDONLY)
    try:
        yield handle
    finally:
        if handle is not None:
            with suppress(OSError):
                os.close(handle)


def _confirm(folder: int | None) -> None:
    try:
        _sync(folder)
    except OSError as error:
        raise UnconfirmedError(error.errno, error.strerror) from error


def _sync(folder: int | None) -> None:
    if folder is None:
        return  # Windows has no handle for this; its own journal makes a replaced file durable
    try:
        os.fsync(folder)
    except OSError as error:
        # Some network folders cannot confirm names; there is no other way to ask them.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise


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
