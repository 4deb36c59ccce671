"""The bin: what was put there, and taking it back. Nothing is ever removed from it by a clock (decision 011)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from leadercli.errors import AppError
from leadercli.journal.store.change import Change
from leadercli.journal.store.table import moment_in, words_of
from leadercli.locale import N_
from leadercli.model.merge.deletion import is_deleted
from leadercli.model.merge.record import line_ids
from leadercli.model.scale.items import is_default
from leadercli.model.schema import MEETINGS, PEOPLE, SCALE_ITEMS, TABLES, Raw, RecordRef, person_in

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal

SHOWN_FOR = timedelta(days=30)
"""How long what was put in the bin is shown there without being asked for."""


@dataclass(frozen=True, slots=True)
class Binned:
    """One record in the bin. `at` is when it was put there, None if that cannot be read; `record` is it, raw.

    `what` says it in one line, "" when it has no words; `person_id` is whom it is about, "" for nobody.
    """

    table: str
    id: str
    record: Raw
    at: datetime | None
    what: str
    person_id: str


def binned(journal: Journal, now: datetime, *, everything: bool = False) -> list[Binned]:
    """List what was put in the bin in the 30 days before `now`, the latest first; `everything` lists older too."""
    found = [
        Binned(table, id_, raw, moment_in(raw, "deleted"), words_of(table, raw), person_in(table, id_, raw))
        for (table, id_), raw in _lying(journal)
    ]
    since = datetime.min if everything else now - SHOWN_FOR
    shown = [one for one in found if one.at is None or one.at > since]
    return sorted(shown, key=lambda one: (one.at or datetime.min, one.id), reverse=True)


def take_out(journal: Journal, table: str, id_: str) -> None:
    """Take a record back from the bin, as one commit. Raises AppError when it does not lie there.

    A conversation takes with it the records that its lines made and that went with it. A record whose line has
    left its note comes back as a free one: the note decides about it no longer.
    """
    with journal.turn():
        raw = journal.table(table).get(id_)
        if raw is None or not is_deleted(raw):
            raise AppError(N_("This does not lie in the bin."))
        _refuse_name_twice(journal, table, raw)
        person = person_in(table, id_, raw)
        with journal.batch("take_out", journal.people.name(person) if table == MEETINGS else words_of(table, raw)):
            journal.commit("take_out", "", Change(table, id_, _freed(journal, raw)))
            if table == MEETINGS:
                from leadercli.journal.verbs.capture import capture

                capture(journal.store, journal.people, id_)


def take_out_all(journal: Journal, found: Sequence[Binned]) -> None:
    """Take several records back from the bin, as one commit. Raises AppError when one does not lie there."""
    with journal.batch("take_out", ", ".join(one.what for one in found if one.what)):
        for one in found:
            take_out(journal, one.table, one.id)


def _lying(journal: Journal) -> Iterator[tuple[RecordRef, Raw]]:
    """Give what lies in the bin and means something there."""
    moved: set[tuple[Any, Any]] | None = None
    for table in TABLES:
        for id_, raw in journal.table(table).items():
            if not is_deleted(raw):
                continue
            if table == SCALE_ITEMS and is_default(id_):
                continue  # without its record it is as it was at first
            if table == MEETINGS and raw.get("state") == "planned" and not raw.get("text"):
                moved = _days_moved_from(journal) if moved is None else moved
                if (raw.get("person"), raw.get("day")) in moved or (raw.get("person"), raw.get("moved_from")) in moved:
                    continue  # it was moved and stands on its new day
            yield RecordRef(table, id_), raw


def _days_moved_from(journal: Journal) -> set[tuple[Any, Any]]:
    """List the days, each with its person, from which conversations were moved."""
    return {
        (raw.get("person"), raw["moved_from"])
        for raw in journal.table(MEETINGS).values()
        if raw.get("moved_from") and not is_deleted(raw)
    }


def _freed(journal: Journal, raw: Raw) -> dict[str, Any]:
    """Give the fields that take a record out of the bin, and away from a line that no longer stands in its note."""
    fields: dict[str, Any] = {"deleted": None}
    if raw.get("unmarked"):
        fields["unmarked"] = None
    if raw.get("line"):
        note = journal.table(MEETINGS).get(raw.get("meeting") or "")
        if note is None or raw["line"] not in line_ids(note, "text"):
            fields |= {"line": None, "source": None}
    return fields


def _refuse_name_twice(journal: Journal, table: str, raw: Raw) -> None:
    name = str(raw.get("name") or "")
    if table == PEOPLE and any(one.name.casefold() == name.casefold() for one in journal.people.all()):
        raise AppError(
            N_("There is already someone called “{name}”. Give them a surname or an initial, then take this one back."),
            name=name,
        )
