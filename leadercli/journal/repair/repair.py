"""Mend a journal: bring together all that can be read of it on this machine, and put it in its place, whole.

What stood there is kept among the backups as it was. References that a hand has broken are left alone: what was
meant is not guessed at.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from leadercli.atomic_write import Swapped, UnconfirmedError, holds, swap_whole
from leadercli.errors import AppError, JournalError
from leadercli.journal.file.format import Writer, is_empty, read_tables
from leadercli.journal.file.storage import SCHEMA, schema_of
from leadercli.journal.local.backups import BEFORE_REPAIR, DAMAGED, Backup, Backups
from leadercli.journal.local.last_known import LastKnown, known_id
from leadercli.journal.local.lock import turn
from leadercli.journal.repair.sources import Given, Source, beside, gathered, other_sources, read_source
from leadercli.journal.sync.conflict_copies import take_away
from leadercli.locale import N_
from leadercli.model.ids import Random
from leadercli.model.schema import FIRST, Tables

if TYPE_CHECKING:
    from leadercli.journal.file.unreadable import Mended
    from leadercli.places import Places
    from leadercli.session import Clock


@dataclass(frozen=True, slots=True)
class Repaired:
    """What a repair did. `given` is in the order of reading; `kept` is the file that stood there before.

    `mended` are values that could not be read, `moved` the damaged copies that lie among the backups now.
    `remarks` tell what opening the journal did by itself, if it could be opened.
    """

    given: tuple[Given, ...]
    saved: bool
    records: int
    kept: Backup | None = None
    mended: tuple[Mended, ...] = ()
    moved: tuple[Path, ...] = ()
    remarks: tuple[AppError, ...] = ()


def repair(places: Places, clock: Clock, random: Random = os.urandom) -> Repaired:
    """Merge every readable copy of the journal and save the result. Raises JournalError, with nothing changed."""
    remarks = _opened(places, clock, random)
    with turn(places.journal_state):
        try:
            return replace(_repair(places, clock), remarks=remarks)
        except UnconfirmedError as error:
            raise _trouble(
                N_("The journal {path} is repaired, but the disk has not confirmed it: {reason}."), places, error
            ) from error
        except OSError as error:
            raise _trouble(
                N_("The journal {path} could not be repaired: {reason}. What is on disk is as it was before."),
                places,
                error,
            ) from error


def _opened(places: Places, clock: Clock, random: Random) -> tuple[AppError, ...]:
    """Open the journal if it can be, which takes in edits by hand and the copies beside it in the usual way."""
    from leadercli.journal.opening import open_journal

    with suppress(JournalError):
        return tuple(open_journal(places, clock, random).take_notices())
    return ()


def _repair(places: Places, clock: Clock) -> Repaired:
    present = _present(places)
    here = list(read_source("journal", places.journal, present))
    own = _own_id(places, here)
    found = gathered(chain(here, other_sources(places)), own)
    given, records = found.given, _count(found.tables)
    if not given:
        raise JournalError(
            N_("There is nothing to repair {path} from: no copy and no backup of it was found. Nothing was changed."),
            path=places.journal,
        )
    is_whole = given[0].kind == "journal" and given[0].is_whole
    if is_whole and not found.mended and not any(one.records for one in given[1:]):
        return Repaired(given, False, records, moved=move_aside(places, clock, own))
    content = Writer().write(found.tables)
    read_tables(content, str(places.journal))
    kept = None
    if not is_empty(present):
        kept = Backups(places.backups).keep(present, clock(), BEFORE_REPAIR if is_whole else DAMAGED)
    places.journal.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    _put(places, content, present)
    if any(one.kind == "held" for one in given):
        with suppress(OSError):  # what it holds is all in the journal; a bad value in it would come back
            LastKnown(places.journal_state).keep(content)
    return Repaired(given, True, records, kept, found.mended, move_aside(places, clock, own))


def _own_id(places: Places, here: list[Source]) -> str:
    """Tell which journal it is that belongs here. Raises JournalError when nothing says so, or the file another."""
    known = known_id(places)
    named = [source for source in here if source.journal_id]
    if named and (named[0].is_whole or not known):
        return named[0].journal_id
    if named and known not in [source.journal_id for source in named]:
        raise JournalError(
            N_("What lies at {path} is another journal than the one known here. Nothing was changed."),
            path=places.journal,
        )
    own = (one.journal_id for one in other_sources(places) if one.kind in ("held", "backup") and one.journal_id)
    found = known or next(own, "")
    if not found:
        raise JournalError(
            N_(
                "Nothing at {path} or in the backups says which journal belongs here, so there is nothing to repair "
                "it from. Nothing was changed."
            ),
            path=places.journal,
        )
    return found


def _present(places: Places) -> bytes:
    try:
        return places.journal.read_bytes()
    except FileNotFoundError:
        return b""


def _put(places: Places, content: bytes, present: bytes) -> None:
    """Put a repaired journal in its place. What a sync client has put there meanwhile stays beside it, to be merged."""
    swapped: list[Swapped] = []
    swap_whole(places.journal, content, swapped.append)
    for one in swapped:
        with suppress(OSError):
            if one.old and holds(one.old, present):
                one.old.unlink()


def _trouble(message: str, places: Places, error: OSError) -> JournalError:
    return JournalError(message, path=places.journal, reason=error.strerror or str(error))


def _count(tables: Tables) -> int:
    return sum(len(records) for name, records in tables.items() if name != FIRST and isinstance(records, dict))


def move_aside(places: Places, clock: Clock, journal_id: str) -> tuple[Path, ...]:
    """Move the damaged copies beside a journal that are of nothing else. One that cannot be moved stays."""
    moved: list[Path] = []
    for kind, path in beside(places.journal):
        with suppress(OSError):
            content = path.read_bytes()
            if kind == "copy" and _is_damaged_copy(path, content, journal_id):
                Backups(places.backups).keep(content, clock(), DAMAGED, path.name)
                take_away(path, content, places.journal)
                moved.append(path)
    return tuple(moved)


def _is_damaged_copy(path: Path, content: bytes, journal_id: str) -> bool:
    found = list(read_source("copy", path, content))
    return bool(found) and all(
        one.journal_id == journal_id and not one.is_whole and _is_known(schema_of(one.tables)) for one in found
    )


def _is_known(schema: object) -> bool:
    return type(schema) is not int or schema <= SCHEMA
