"""Two versions: what several machines wrote at once of one field, and saying which holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leadercli.errors import AppError
from leadercli.journal.store.change import Change
from leadercli.journal.store.table import words_of
from leadercli.locale import N_
from leadercli.model.merge.conflicts import unsettled_fields
from leadercli.model.schema import AGREEMENTS, MARK, MEETINGS, TABLES, Raw, row_of

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class Unsettled:
    """One field of one record with its values as they stand in the file, the shown one first."""

    table: str
    id: str
    field: str
    values: tuple[Any, ...]


def unsettled(journal: Journal) -> list[Unsettled]:
    """List all fields that wait for a word, out of the bin. Cheap: a record in one version is only glanced at."""
    return [
        one
        for table in TABLES
        for id_, raw in journal.table(table).items()
        if type(mark := raw.get(MARK)) is dict and "s" in mark
        for one in _in_record(table, id_, raw)
    ]


def unsettled_in(journal: Journal, table: str, id_: str) -> list[Unsettled]:
    """List those of one record."""
    return _in_record(table, id_, journal.table(table).get(id_, {}))


def settle(journal: Journal, one: Unsettled, value: Any) -> None:
    """Write what holds, as one commit. Undoing it brings the question back. Raises AppError when it is settled."""
    with journal.turn():
        raw = journal.table(one.table).get(one.id, {})
        if not any(found.field == one.field for found in _in_record(one.table, one.id, raw)):
            raise AppError(N_("This has been settled in the meantime."))
        fields = {one.field: value} | _with_it(one, value, raw)
        journal.commit("settle_versions", _what(journal, one.table, one.id, raw), Change(one.table, one.id, fields))


def can_keep_both(one: Unsettled) -> bool:
    """Tell whether the versions are texts that can stand together."""
    return one.field in row_of(one.table).together and all(isinstance(value, str) and value for value in one.values)


def both(one: Unsettled) -> str:
    """Put the versions together: those of one line beside each other, longer ones below each other."""
    texts = list(dict.fromkeys(str(value).strip() for value in one.values))
    # What stands in another version already is not said twice.
    kept = [text for text in texts if not any(text != other and text in other for other in texts)]
    return ("\n" if any("\n" in text for text in kept) else " / ").join(kept)


def keep_both(journal: Journal, one: Unsettled) -> None:
    """Settle by putting the versions together. Raises AppError where that makes no sense, or it is settled already."""
    if not can_keep_both(one):
        raise AppError(N_("These two cannot both hold. Choose one of them."))
    settle(journal, one, both(one))


def _in_record(table: str, id_: str, raw: Raw) -> list[Unsettled]:
    return [Unsettled(table, id_, name, values) for name, values in unsettled_fields(table, raw).items()]


def _with_it(one: Unsettled, value: Any, raw: Raw) -> dict[str, Any]:
    """Give what goes with a field: an agreement that is open again was closed at no time."""
    if (one.table, one.field) != (AGREEMENTS, "state"):
        return {}
    return {"closed": None if value in (None, "", "open") else raw.get("closed")}


def _what(journal: Journal, table: str, id_: str, raw: Raw) -> str:
    name = journal.people.name(str(raw.get("person") or "")) if table == MEETINGS else ""
    return name or words_of(table, raw) or str(raw.get("week") or id_)
