"""Hand out a table's records as frozen dataclasses, decoded once and kept while the table stays the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from leadercli.errors import JournalTrouble, Trouble
from leadercli.journal.text_form import Raw
from leadercli.locale import N_
from leadercli.model.ids import SHORTEST, ids_meant, is_too_short
from leadercli.model.merge.deletion import is_deleted

if TYPE_CHECKING:
    from datetime import datetime

    from leadercli.journal.journal import Journal


class Kept(Protocol):
    """What all records have."""

    @property
    def id(self) -> str:
        """The record's id."""

    @property
    def deleted(self) -> datetime | None:
        """When the record was put in the bin."""


R = TypeVar("R", bound=Kept)


class NotFound(Trouble):
    """No record, or more than one, is meant by what was typed."""


class Shelf(Generic[R]):
    """One table of the journal, read as records."""

    def __init__(self, journal: Journal, table: str, decode: Callable[[str, Raw], R]) -> None:
        self._journal = journal
        self.table = table
        self._decode = decode
        self._decoded: dict[str, tuple[Raw, R]] = {}
        self._all_of: Mapping[str, Raw] | None = None
        self._all: tuple[R, ...] = ()

    def get(self, id_: str) -> R | None:
        """Find a record by its whole id, in the bin or not."""
        raw = self._journal.table(self.table).get(id_)
        return None if raw is None else self._read(id_, raw)

    def all(self) -> tuple[R, ...]:
        """List the records that are not in the bin, in the order of their ids."""
        table = self._journal.table(self.table)
        if table is not self._all_of:
            self._all = tuple(self._read(id_, table[id_]) for id_ in sorted(table) if not is_deleted(table[id_]))
            self._all_of = table
        return self._all

    def where(self, field: str, value: Any, default: Any = None) -> list[R]:
        """List the records out of the bin whose field has a value, decoding only those. None is the `default`."""
        table = self._journal.table(self.table)
        wanted = (value, None) if value == default else (value,)
        return [self._read(id_, raw) for id_, raw in table.items() if raw.get(field) in wanted and not is_deleted(raw)]

    def named(self, typed: str) -> R:
        """Find the one record that an id or a unique part of its beginning means. Raises NotFound.

        What lies in the bin is meant only when nothing else is.
        """
        exact = self.get(typed)
        if exact is not None:
            return exact
        table = self._journal.table(self.table)
        meant = ids_meant(typed, list(table))
        found = [id_ for id_ in meant if not is_deleted(table[id_])] or meant
        if not found and is_too_short(typed):
            raise NotFound(
                N_("“{id}” is too short for an id: type at least {count} signs. `leadercli next` shows the ids."),
                id=typed,
                count=SHORTEST,
            )
        if not found:
            raise NotFound(N_("There is nothing with the id “{id}”. `leadercli next` shows the ids."), id=typed)
        if len(found) > 1:
            raise NotFound(
                N_("The id “{id}” can mean {count} things. Type more of it: {ids}."),
                id=typed,
                count=len(found),
                ids=", ".join(sorted(found)[:6]),
            )
        one = self.get(found[0])
        assert one is not None
        return one

    def _read(self, id_: str, raw: Raw) -> R:
        known = self._decoded.get(id_)
        if known is not None and known[0] is raw:
            return known[1]
        try:
            record = self._decode(id_, raw)
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            raise JournalTrouble(
                N_(
                    "The journal has a record that cannot be read: {table} {id}: {reason}. "
                    "`leadercli check --repair` mends it."
                ),
                table=self.table,
                id=id_,
                reason=error,
            ) from None
        self._decoded[id_] = (raw, record)
        return record
