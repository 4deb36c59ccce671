"""Put bytes on disk so that a crash leaves the old file or the new one, never a torn one."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
_PIECE = 1 << 18
_ABANDONED = 3600 * 10**9
"""Nanoseconds after which a temporary file is no longer being written, but was left by a program that died."""


class UnconfirmedError(OSError):
    """The new file stands in its place, but the disk has not confirmed that it outlives a power cut."""


def save_whole(path: Path, content: bytes) -> os.stat_result:
    """Replace a file's content in one step, readable by its owner only. Symbolic links are followed.

    The temporary file has a name that sync clients leave alone. Returns what the system says of the new file.
    Raises OSError with the old file untouched, UnconfirmedError with the new one in its place.
    """
    target = Path(os.path.realpath(path))
    with _open_folder(target.parent) as folder:
        beside = target.with_name(_beside(target) + os.urandom(6).hex() + ".tmp")
        handle = os.open(beside, _NEW, 0o600)
        try:
            try:
                _write_all(handle, content)
                os.fsync(handle)
                found = os.fstat(handle)
            finally:
                os.close(handle)
            os.replace(beside, target)
        except BaseException:
            with suppress(OSError):
                beside.unlink()
            raise
        _confirm(folder)
    return found


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


def clear_abandoned(path: Path) -> None:
    """Remove the temporary files that programs left beside a file when they were killed."""
    target = Path(os.path.realpath(path))
    begins = _beside(target)
    with suppress(OSError):
        now = target.stat().st_mtime_ns
        with os.scandir(target.parent) as found:
            left = [Path(entry) for entry in found if entry.name.startswith(begins) and entry.name.endswith(".tmp")]
        for one in left:
            if now - one.stat().st_mtime_ns > _ABANDONED:
                one.unlink()


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
