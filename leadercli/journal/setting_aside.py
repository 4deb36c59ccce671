"""Move damaged copies of a journal into the backups, once all that can be read of them is in it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from leadercli.atomic_write import hidden_name, holds
from leadercli.journal.backups import DAMAGED, Backups
from leadercli.journal.sources import beside, read_source
from leadercli.journal.storage import SCHEMA, schema_of

if TYPE_CHECKING:
    from leadercli.places import Places
    from leadercli.session import Clock


def move_aside(places: Places, clock: Clock, journal_id: str) -> tuple[Path, ...]:
    """Move the damaged copies beside a journal that are of nothing else. One that cannot be moved stays."""
    moved: list[Path] = []
    for kind, path in beside(places.journal):
        with suppress(OSError):
            content = path.read_bytes()
            if kind == "copy" and _is_damaged_copy(path, content, journal_id):
                Backups(places.backups).keep(content, clock(), DAMAGED, path.name)
                # Under a hidden name first: what a sync client puts under the old one in this moment is another file.
                hidden = hidden_name(path, Path(os.path.realpath(places.journal)))
                path.rename(hidden)
                if holds(hidden, content):
                    hidden.unlink()
                moved.append(path)
    return tuple(moved)


def _is_damaged_copy(path: Path, content: bytes, journal_id: str) -> bool:
    found = list(read_source("copy", path, content))
    return bool(found) and all(
        one.journal_id == journal_id and not one.is_whole and _is_known(schema_of(one.tables)) for one in found
    )


def _is_known(schema: object) -> bool:
    return type(schema) is not int or schema <= SCHEMA
