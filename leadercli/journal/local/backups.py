"""Keep whole copies of the journal on this machine: before each hour's changes, and of each file that is moved aside.

A backup is a plain file, as a person in trouble can open it. Its name says when it was kept, why, and the checksum
of its bytes: `20260302-093000-regular-<sha256, 16 digits>[ label].json`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from leadercli.errors import AppError, JournalError
from leadercli.journal.local.vault import Vault
from leadercli.locale import N_
from leadercli.model.ids import derived_id, ids_meant

REGULAR, COPY, DAMAGED, BY_HAND = "regular", "copy", "damaged", "by_hand"
BEFORE_RESTORE, BEFORE_REPAIR, BEFORE_MIGRATION, OTHER = "before_restore", "before_repair", "before_migration", "other"
KINDS = (REGULAR, COPY, DAMAGED, BY_HAND, BEFORE_RESTORE, BEFORE_REPAIR, BEFORE_MIGRATION, OTHER)
"""Why a backup was kept: by the hour, a merged conflict copy, a damaged journal, before a hand's edit was taken in …"""

_NAME = re.compile(r"(\d{8}-\d{6})-([a-z_]+)-([0-9a-f]{16})(?: (.+))?\.json", re.DOTALL)
_WHEN = "%Y%m%d-%H%M%S"
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f-\x9f/\\:*?"<>|]')
_LONGEST_LABEL = 120
"""Bytes; names may be 255 on most systems, less on some encrypted ones."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup. `at` is local time; `label` the name of the file it was, if not the journal's; `digest` 16 hex
    digits; `size` bytes.
    """

    id: str
    path: Path
    at: datetime
    kind: str
    label: str
    size: int
    digest: str


class Backups:
    """The backups in one folder. Files there with other names are never touched."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._vault = Vault(folder)

    def keep(self, content: bytes, at: datetime, kind: str, label: str = "") -> Backup:
        """Keep these bytes durably, readable by their owner only, and remove the backups that rotation no longer needs.

        If the newest backup of the kind and label has the same content, it is kept as it is, and returned.
        Raises OSError with nothing lost.
        """
        label, digest = _in_a_name(label), _digest(content)
        newest = next((one for one in self._found() if one.kind == kind and one.label == label), None)
        if newest and newest.digest == digest and self._holds(newest, content):
            return newest
        name = f"{at:{_WHEN}}-{kind}-{digest}{' ' * bool(label)}{label}.json"
        self._vault.save(name, content)
        path = self._vault.path(name)
        self._rotate(path)
        return _described(path, len(content))

    def has_regular(self, hour: datetime) -> bool:
        """Tell by the names alone whether a regular backup was kept in a clock hour. Raises OSError."""
        start = f"{hour:%Y%m%d-%H}"
        return any(name.startswith(start) and f"-{REGULAR}-" in name for name in self._vault.names())

    def all(self) -> list[Backup]:
        """List the backups, latest first. Raises JournalError when the folder cannot be read."""
        try:
            return self._found()
        except OSError as error:
            raise _unreadable(self.folder, error) from None

    def read(self, backup: Backup) -> bytes:
        """Read a backup. Raises JournalError when it cannot be read, or its bytes no longer fit its checksum."""
        try:
            content = self._vault.read(backup.path.name)
        except OSError as error:
            raise _unreadable(backup.path, error) from None
        if _digest(content) != backup.digest:
            raise JournalError(
                N_("The backup {path} is damaged: it is no longer what was kept. Choose another."), path=backup.path
            )
        return content

    def is_whole(self, backup: Backup) -> bool:
        """Tell whether a backup can be read and its bytes still fit its checksum."""
        try:
            self.read(backup)
        except JournalError:
            return False
        return True

    def named(self, typed: str) -> Backup:
        """Find the one backup that an id or a unique part of its beginning means. Raises AppError."""
        known = {backup.id: backup for backup in self.all()}
        meant = [typed] if typed in known else ids_meant(typed, list(known))
        if not meant:
            raise AppError(N_("There is no backup with the id “{id}”. `leadercli backups` lists them."), id=typed)
        if len(meant) > 1:
            raise AppError(
                N_("The id “{id}” can mean {count} backups. Type more of it: {ids}."),
                id=typed,
                count=len(meant),
                ids=", ".join(sorted(meant)[:6]),
            )
        return known[meant[0]]

    def _found(self) -> list[Backup]:
        found: list[Backup] = []
        for name in sorted(filter(_NAME.fullmatch, self._vault.names()), reverse=True):
            with suppress(FileNotFoundError, ValueError):  # removed meanwhile, or a name that is no time
                found.append(_described(self._vault.path(name), self._vault.stat(name).st_size))
        return found

    def _holds(self, backup: Backup, content: bytes) -> bool:
        try:
            return self._vault.holds(backup.path.name, content)
        except OSError:
            return False

    def _rotate(self, just_kept: Path) -> None:
        with suppress(OSError):
            for path in spare(self._found()):
                if path != just_kept:
                    with suppress(OSError):
                        self._vault.remove(path.name)


def _described(path: Path, size: int) -> Backup:
    found = _NAME.fullmatch(path.name)
    if not found:
        raise ValueError(path.name)
    at = datetime.strptime(found[1], _WHEN)
    return Backup(derived_id(at.date(), path.name), path, at, found[2], found[4] or "", size, found[3])


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]


def _in_a_name(label: str) -> str:
    """Turn a label into what can stand in a file's name on every system."""
    cleaned = _NOT_IN_NAMES.sub("_", label.encode("utf-8", "replace").decode()).strip()
    return cleaned.encode()[:_LONGEST_LABEL].decode("utf-8", "ignore").strip()


def _unreadable(path: Path, error: OSError) -> JournalError:
    return JournalError(
        N_("The backup {path} could not be read: {reason}."), path=path, reason=error.strerror or str(error)
    )


LATEST, DAYS, OTHERS = 10, 30, 30
"""Regular backups kept: the latest, then one a day, then one a month for ever. Of each other kind: the latest."""
_ROTATED = ("copy", "by_hand", "before_restore", "before_repair", "before_migration", "other")
"""Not the damaged files: such a file may be the only copy of the records in it."""


class KeptBackup(Protocol):
    """A backup as rotation looks at it."""

    @property
    def path(self) -> Path:
        """The file."""

    @property
    def at(self) -> datetime:
        """When it was kept."""

    @property
    def kind(self) -> str:
        """Why it was kept."""


def spare(latest_first: Sequence[KeptBackup]) -> list[Path]:
    """Name the backups that can go. Kinds that this version does not know are kept."""
    regular = [one for one in latest_first if one.kind == "regular"]
    days = list(_last_of_each(regular, "%Y%m%d"))[:DAYS]
    needed = {id(one) for one in [*regular[:LATEST], *days, *_last_of_each(regular, "%Y%m")]}
    gone = [one.path for one in regular if id(one) not in needed]
    for kind in _ROTATED:
        gone += [one.path for one in latest_first if one.kind == kind][OTHERS:]
    return gone


def _last_of_each(latest_first: Iterable[KeptBackup], span: str) -> list[KeptBackup]:
    """Find the latest backup of each day or month."""
    found: dict[str, KeptBackup] = {}
    for one in latest_first:
        found.setdefault(f"{one.at:{span}}", one)
    return list(found.values())
