"""The journal as this machine last held it, and its id."""

from __future__ import annotations

import json
from pathlib import Path

from leadercli.journal.file.storage import Stamp, stamp
from leadercli.journal.local.vault import Vault
from leadercli.places import Places

HELD = "held.json"
"""The file's name."""
_KNOWN = "known.json"


class LastKnown:
    """The whole journal as this machine last held it: a file in the state folder, written after each commit.

    It is read and written while the journal's lock is held, but for `is_same`.
    """

    def __init__(self, folder: Path) -> None:
        self._vault = Vault(folder)
        self.path = self._vault.path(HELD)
        self._known: Stamp | None = None

    def is_same(self, content: bytes) -> bool:
        """Tell whether this machine last held just these bytes."""
        present = self._stamp()
        try:
            if present is None or not self._vault.holds(HELD, content):
                return False
        except OSError:
            return False
        self._known = present
        return True

    def news(self) -> bytes | None:
        """Give the content if this program has neither kept nor seen it: another one was here meanwhile."""
        present = self._stamp()
        if present is None or present == self._known:
            return None
        try:
            content = self.read()
        except OSError:
            return None  # what cannot be read gives nothing back; the next commit writes it anew
        self._known = present
        return content

    def read(self) -> bytes:
        """Read the journal as it was last held. Raises OSError, FileNotFoundError when there is none."""
        return self._vault.read(HELD)

    def keep(self, content: bytes) -> None:
        """Hold these bytes from now on. Raises OSError with the ones before in place."""
        self._vault.save_for_now(HELD, content)
        self._known = self._stamp()

    @property
    def is_there(self) -> bool:
        """Whether this machine has held the journal before."""
        return self._vault.has(HELD)

    def _stamp(self) -> Stamp | None:
        try:
            return stamp(self._vault.stat(HELD))
        except OSError:
            return None


def known_journal(places: Places) -> Path | None:
    """Find this machine's memory of a journal at this place, if it has opened one."""
    vault = Vault(places.journal_state)
    return vault.path(_KNOWN) if vault.has(_KNOWN) else None


def remember_journal(places: Places, journal_id: str) -> None:
    """Remember, the first time, which journal this machine has opened at this place. Nothing is raised."""
    vault = Vault(places.journal_state)
    try:
        if not vault.has(_KNOWN):
            vault.save(_KNOWN, json.dumps({"path": str(places.journal), "journal_id": journal_id}).encode())
    except OSError:
        return  # a journal can be read without a state folder; a change then says that it cannot be written


def known_id(places: Places) -> str:
    """Tell the id of the journal that this machine has opened at this place; "" if none is known."""
    try:
        found = json.loads(Vault(places.journal_state).read(_KNOWN))
        return str(found["journal_id"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
