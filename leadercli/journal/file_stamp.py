"""Tell cheaply whether a file may have become another, by what the system says of it."""

from __future__ import annotations

import os
from pathlib import Path

Stamp = tuple[int, int, int, int]
"""What the system says of a file, which is another for other bytes, but for rare cases."""
_ONLINE_ONLY = 0x1000 | 0x40000 | 0x400000
"""Windows: offline, recall on open, recall on data access."""
_DATALESS = 0x40000000
"""macOS: the content is in the cloud."""


def stamp(found: os.stat_result) -> Stamp:
    """Make the stamp of a file."""
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def stamp_of(path: Path) -> Stamp | None:
    """Ask for a file's stamp; None when there is no file to be seen."""
    try:
        return stamp(os.stat(path))
    except OSError:
        return None


def is_online_only(found: os.stat_result) -> bool:
    """Tell whether a cloud folder shows a file whose content has not been fetched: to read it would fetch it."""
    attributes: int = getattr(found, "st_file_attributes", 0)
    flags: int = getattr(found, "st_flags", 0)
    return bool(attributes & _ONLINE_ONLY or flags & _DATALESS)
