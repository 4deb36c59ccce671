"""The journal as this machine last held it, and its id."""

from __future__ import annotations

import json
from pathlib import Path

from leadercli.atomic_write import holds, keep_for_now, private_folder, save_whole
from leadercli.journal.file.storage import Stamp, stamp_of
from leadercli.places import Places


class LastKnown:
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


def known_journal(places: Places) -> Path | None:
    """Find this machine's memory of a journal at this place, if it has opened one."""
    path = places.journal_state / "known.json"
    return path if path.exists() else None


def _remember(places: Places, journal_id: str) -> None:
    path = places.journal_state / "known.json"
    try:
        if not path.exists():
            private_folder(path.parent)
            save_whole(path, json.dumps({"path": str(places.journal), "journal_id": journal_id}).encode())
    except OSError:
        return  # a journal can be read without a state folder; a change then says that it cannot be written


def known_id(places: Places) -> str:
    """Tell the id of the journal that this machine has opened at this place; "" if none is known."""
    try:
        found = json.loads((places.journal_state / "known.json").read_bytes())
        return str(found["journal_id"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
