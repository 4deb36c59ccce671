"""Hand out a table's records as frozen dataclasses, found by id; and what a raw record of any table is about."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from leadercli.errors import AppError, JournalError
from leadercli.locale import N_
from leadercli.model.ids import SHORTEST, ids_meant, is_too_short
from leadercli.model.merge.deletion import is_deleted
from leadercli.model.schema import TABLES, Raw, RecordRef, row_of, text_in

if TYPE_CHECKING:
    from leadercli.journal.store.store import Store


class HasId(Protocol):
    """What all records have."""

    @property
    def id(self) -> str:
        """The record's id."""

    @property
    def deleted(self) -> datetime | None:
        """When the record was put in the bin."""


R = TypeVar("R", bound=HasId)


class NotFoundError(AppError):
    """No record, or more than one, is meant by what was typed."""


class Table(Generic[R]):
    """One table of the journal, read as records."""

    def __init__(self, store: Store, name: str, decode: Callable[[str, Raw], R]) -> None:
        self._store = store
        self.name = name
        self._decode = decode
        self._decoded: dict[str, tuple[Raw, R]] = {}
        self._all_of: Mapping[str, Raw] | None = None
        self._all: tuple[R, ...] = ()

    def get(self, id_: str) -> R | None:
        """Find a record by its whole id, in the bin or not."""
        raw = self._store.table(self.name).get(id_)
        return None if raw is None else self._read(id_, raw)

    def all(self) -> tuple[R, ...]:
        """List the records that are not in the bin, in the order of their ids."""
        table = self._store.table(self.name)
        if table is not self._all_of:
            self._all = tuple(self._read(id_, table[id_]) for id_ in sorted(table) if not is_deleted(table[id_]))
            self._all_of = table
        return self._all

    def where(self, field: str, value: Any, default: Any = None) -> list[R]:
        """List the records out of the bin whose field has a value, decoding only those. None is the `default`."""
        table = self._store.table(self.name)
        wanted = (value, None) if value == default else (value,)
        return [self._read(id_, raw) for id_, raw in table.items() if raw.get(field) in wanted and not is_deleted(raw)]

    def named(self, typed: str) -> R:
        """Find the one record that an id or a unique part of its beginning means. Raises NotFoundError.

        What lies in the bin is meant only when nothing else is.
        """
        exact = self.get(typed)
        if exact is not None:
            return exact
        table = self._store.table(self.name)
        meant = ids_meant(typed, list(table))
        found = [id_ for id_ in meant if not is_deleted(table[id_])] or meant
        if not found and is_too_short(typed):
            raise NotFoundError(
                N_("“{id}” is too short for an id: type at least {count} signs. `leadercli next` shows the ids."),
                id=typed,
                count=SHORTEST,
            )
        if not found:
            raise NotFoundError(N_("There is nothing with the id “{id}”. `leadercli next` shows the ids."), id=typed)
        if len(found) > 1:
            raise NotFoundError(
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
            raise JournalError(
                N_(
                    "The journal has a record that cannot be read: {table} {id}: {reason}. "
                    "`leadercli check --repair` mends it."
                ),
                table=self.name,
                id=id_,
                reason=error,
            ) from None
        self._decoded[id_] = (raw, record)
        return record


_LONGEST = 240


def words_of(table: str, raw: Raw) -> str:
    """Say what a record is about in one line, without the lines of a note that are only for the leader."""
    row = row_of(table)
    for name in row.summary:
        words = text_in(raw, name)
        if name in row.long_texts:
            from leadercli.model.privacy import summary

            said = summary(words, _LONGEST).replace("\n", " · ")
        else:
            said = " ".join(words.split())
        if said:
            return said
    return ""


def name_of(store: Store) -> Callable[[str], str]:
    """Make the call that says what an id in a field means: a person, an own item of the scale, an agreement."""

    def name(id_: str) -> str:
        for table in TABLES:
            raw = store.table(table).get(id_)
            if raw is not None:
                return words_of(table, raw)
        return ""

    return name


def moment_in(raw: Raw, name: str) -> datetime | None:
    """Read a moment; None when there is none that can be read."""
    try:
        return datetime.fromisoformat(raw[name]).replace(tzinfo=None)
    except (KeyError, TypeError, ValueError):
        return None


def meant(typed: str, places: Collection[RecordRef], nothing: str) -> RecordRef:
    """Find the one record that an id, or a unique part of its beginning, means. Raises NotFoundError.

    `nothing` is the message for when there is none, with a place for the `id`.
    """
    by_id = {place.id: place for place in places}
    if typed in by_id:
        return by_id[typed]
    found = ids_meant(typed, list(by_id))
    if not found and is_too_short(typed):
        raise NotFoundError(N_("“{id}” is too short for an id: type at least {count} signs."), id=typed, count=SHORTEST)
    if not found:
        raise NotFoundError(nothing, id=typed)
    if len(found) > 1:
        raise NotFoundError(
            N_("The id “{id}” can mean {count} things. Type more of it: {ids}."),
            id=typed,
            count=len(found),
            ids=", ".join(sorted(found)[:6]),
        )
    return by_id[found[0]]
