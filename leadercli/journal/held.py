"""Keep the journal as this machine last held it, so that what a sync client drops comes back from here."""

from __future__ import annotations

from pathlib import Path

from leadercli.atomic_write import holds, keep_for_now, private_folder
from leadercli.journal.file_stamp import Stamp, stamp_of


class Held:
    """The whole journal as this machine last held it: a file in the state folder, written after each commit.

    It is read and written while the journal's lock is held, but for `is_same`.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / "held.json"
        self._known: Stamp | None = None

    def is_same(self, content: bytes) -> bool:
        """Tell whether this machine last held just these bytes."""
        stamp = stamp_of(self.path)
        try:
            if stamp is None or not holds(self.path, content):
                return False
        except OSError:
            return False
        self._known = stamp
        return True

    def news(self) -> bytes | None:
        """Give the content if this program has neither kept nor seen it: another one was here meanwhile."""
        stamp = stamp_of(self.path)
        if stamp is None or stamp == self._known:
            return None
        try:
            content = self.path.read_bytes()
        except OSError:
            return None  # what cannot be read gives nothing back; the next commit writes it anew
        self._known = stamp
        return content

    def keep(self, content: bytes) -> None:
        """Hold these bytes from now on. Raises OSError with the ones before in place."""
        private_folder(self.path.parent)
        keep_for_now(self.path, content)
        self._known = stamp_of(self.path)

    @property
    def is_there(self) -> bool:
        """Whether this machine has held the journal before."""
        return self.path.exists()
