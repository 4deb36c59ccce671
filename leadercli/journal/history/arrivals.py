"""The changes that came in from other machines and programs, as the change log of this machine tells them."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from leadercli.journal.local.change_log import ARRIVED, Entry, Written
from leadercli.journal.local.vault import Vault
from leadercli.model.schema import RecordRef

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal

_LOOKED = "looked"
"""The file with the id of the last arrival that the person has looked at."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """The changes that came in at one moment. `source` is the file that they came from, "" for the journal's own.

    `made` names the records that were new here.
    """

    at: datetime
    source: str
    fields: tuple[Written, ...]
    made: tuple[RecordRef, ...] = ()
    id: str = ""

    def records(self) -> Mapping[RecordRef, tuple[Written, ...]]:
        """Give the written fields by record, in the order of the change log."""
        found: dict[RecordRef, list[Written]] = {place: [] for place in self.made}
        for one in self.fields:
            found.setdefault(RecordRef(one.table, one.record), []).append(one)
        return {place: tuple(fields) for place, fields in found.items()}


def arrivals(journal: Journal) -> list[Arrival]:
    """List the arrivals within the days of the change log, the latest first. Raises JournalError."""
    return [_arrival(entry) for entry in journal.log.latest_first() if entry.command == ARRIVED]


def unseen(journal: Journal) -> list[Arrival]:
    """List the arrivals since the person last looked, or last changed the journal here. Raises JournalError."""
    found: list[Arrival] = []
    looked = _looked(journal)
    for entry in journal.log.latest_first():
        if entry.command != ARRIVED or entry.id == looked:
            break
        found.append(_arrival(entry))
    return found


def look(journal: Journal, latest: Arrival) -> None:
    """Remember on this machine that the person has looked at the arrivals up to this one."""
    with suppress(OSError):  # then they are shown once more at the next start
        Vault(journal.places.journal_state).save(_LOOKED, latest.id.encode())


def _arrival(entry: Entry) -> Arrival:
    return Arrival(
        datetime.fromisoformat(entry.at),
        entry.what,
        entry.fields,
        tuple(RecordRef(*ref) for ref in entry.made),
        entry.id,
    )


def _looked(journal: Journal) -> str:
    try:
        return Vault(journal.places.journal_state).read(_LOOKED).decode()
    except (OSError, ValueError):
        return ""
