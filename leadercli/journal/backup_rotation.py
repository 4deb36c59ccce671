"""Decide which backups can go, by their own times and never by the clock of today: a wrong one loses nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

LATEST, DAYS, OTHERS = 10, 30, 30
"""Regular backups kept: the latest, then one a day, then one a month for ever. Of each other kind: the latest."""
_ROTATED = ("copy", "by_hand", "before_restore", "before_repair", "before_migration", "other")
"""Not the damaged ones: such a file may be the only copy of what is in it."""


class Kept(Protocol):
    """What rotation looks at."""

    @property
    def path(self) -> Path:
        """The file."""

    @property
    def at(self) -> datetime:
        """When it was kept."""

    @property
    def kind(self) -> str:
        """Why it was kept."""


def spare(latest_first: Sequence[Kept]) -> list[Path]:
    """Name the files that can go. Kinds that this version does not know are kept."""
    regular = [one for one in latest_first if one.kind == "regular"]
    days = list(_last_of_each(regular, "%Y%m%d"))[:DAYS]
    needed = {id(one) for one in [*regular[:LATEST], *days, *_last_of_each(regular, "%Y%m")]}
    gone = [one.path for one in regular if id(one) not in needed]
    for kind in _ROTATED:
        gone += [one.path for one in latest_first if one.kind == kind][OTHERS:]
    return gone


def _last_of_each(latest_first: Iterable[Kept], span: str) -> list[Kept]:
    """Find the latest backup of each day or month."""
    found: dict[str, Kept] = {}
    for one in latest_first:
        found.setdefault(f"{one.at:{span}}", one)
    return list(found.values())
