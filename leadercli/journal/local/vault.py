"""Write, read, list and clean what this machine keeps beside the journal: files by name in one folder, as bytes.

Everything in leadercli/journal that touches the state folder does it here, so that who may read a file, and how it
outlives a crash, stand in one place. Nothing is made on disk before the first file is kept.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from leadercli.atomic_write import append_line, holds, keep_for_now, save_whole, sync_file

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class Vault:
    """One folder and its files, which only their owner can read: the folder 0700, the files 0600.

    What the system refuses is an OSError. What writes leaves the file as it was then.
    """

    __slots__ = ("folder",)

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def below(self, name: str) -> Vault:
        """Give the vault of a folder in this one."""
        return Vault(self.folder / name)

    def path(self, name: str) -> Path:
        """Tell where a file lies, for a person to look at."""
        return self.folder / name

    def save(self, name: str, content: bytes) -> None:
        """Replace a file in one step, so that it outlives a power cut.

        Raises OSError, and UnconfirmedError with the new file in its place.
        """
        save_whole(self._ready(name), content)

    def save_for_now(self, name: str, content: bytes) -> None:
        """Replace a file in one step, without waiting for the disk: a power cut may leave the old one."""
        keep_for_now(self._ready(name), content)

    def create(self, name: str, content: bytes) -> None:
        """Make a file that is not there yet, without waiting for the disk; `confirm` does. A half one is removed."""
        path = self._ready(name)
        handle = os.open(path, _NEW, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
        except OSError:
            with suppress(OSError):
                path.unlink()
            raise

    def confirm(self, name: str) -> None:
        """Make a file and its name outlive a power cut."""
        sync_file(self.path(name))

    def append(self, name: str, line: bytes) -> int:
        """Add a line to a file, so that it outlives a power cut. Returns the file's size before, in bytes."""
        return append_line(self._ready(name), line)

    def cut(self, name: str, size: int) -> None:
        """Cut a file off after a number of bytes."""
        os.truncate(self.path(name), size)

    def lock_path(self, name: str) -> Path:
        """Make the folder, and tell where a lock file lies that another library makes, holds and frees."""
        return self._ready(name)

    def has(self, name: str) -> bool:
        """Tell whether a file is there."""
        return self.path(name).exists()

    def stat(self, name: str) -> os.stat_result:
        """Ask what the system says of a file."""
        return os.stat(self.path(name))

    def read(self, name: str) -> bytes:
        """Read a file."""
        return self.path(name).read_bytes()

    def read_start(self, name: str, size: int) -> bytes:
        """Read no more than the first bytes of a file."""
        with self.path(name).open("rb") as file:
            return file.read(size)

    def holds(self, name: str, content: bytes) -> bool:
        """Tell whether a file's bytes are these, without a second copy of them in memory."""
        return holds(self.path(name), content)

    def names(self) -> list[str]:
        """List what is in the folder itself, in no order; [] when there is no folder."""
        try:
            with os.scandir(self.folder) as entries:
                return [entry.name for entry in entries]
        except FileNotFoundError:
            return []

    def files(self) -> list[Path]:
        """List every file here and in the folders below, in the order of their paths."""
        found: list[Path] = []
        for name in sorted(self.names()):
            path = self.path(name)
            found += self.below(name).files() if path.is_dir() and not path.is_symlink() else [path]
        return found

    def move(self, name: str, to: str) -> None:
        """Give a file another name, in the place of what has it."""
        self.path(name).replace(self.path(to))

    def remove(self, name: str) -> None:
        """Remove a file; one that is not there is no error."""
        self.path(name).unlink(missing_ok=True)

    def _ready(self, name: str) -> Path:
        """Make the folder, and those above it, for their owner only. Tells where a file in it lies."""
        _make(self.folder)
        return self.path(name)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True, mode=0o700)
    except FileNotFoundError:
        _make(folder.parent)
        folder.mkdir(exist_ok=True, mode=0o700)
