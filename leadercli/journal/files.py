"""Put bytes on disk so that a crash leaves the old file or the new one, never a torn one."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path


def save_whole(path: Path, content: bytes) -> None:
    """Replace a file's content in one step, readable by its owner only. Symbolic links are followed.

    The temporary file has a name that sync clients leave alone. Raises OSError with the old file untouched.
    """
    target = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(prefix=f".~{target.name}-", suffix=".tmp", dir=target.parent)
    try:
        try:
            _write_all(handle, content)
            os.fsync(handle)
        finally:
            os.close(handle)
        os.replace(name, target)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise
    _sync_folder(target.parent)


def append_line(path: Path, line: bytes) -> int:
    """Add a line to a file that only its owner reads, durably. Returns the file's size before."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        before = os.lseek(handle, 0, os.SEEK_END)
        try:
            _write_all(handle, line + b"\n")
            os.fsync(handle)
        except OSError:
            os.ftruncate(handle, before)
            raise
    finally:
        os.close(handle)
    return before


def private_folder(path: Path) -> Path:
    """Make a folder that only its owner can look into."""
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path


def _write_all(handle: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(handle, view) :]


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return  # Windows has no handle for this; replacing a file is durable there by its own journal
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
