"""What a record was: its versions in the change log of the last 30 days, and writing an earlier one again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from leadercli.errors import AppError
from leadercli.journal.file.codec import encoded
from leadercli.journal.history.undo import is_in_journal
from leadercli.journal.local.change_log import ARRIVED, Entry, Written
from leadercli.journal.store.change import Change
from leadercli.journal.store.table import words_of
from leadercli.locale import N_
from leadercli.model.merge.deletion import DELETED, SEEN, is_deleted, shown_fields
from leadercli.model.merge.record import siblings
from leadercli.model.merge.registers import same
from leadercli.model.schema import AGREEMENTS, MARK, MEETINGS, MOVE, PEOPLE, TABLES, Raw, person_in

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


ELSEWHERE = "elsewhere"
"""The command of a version that stands in the journal though the change log does not tell how it came there."""

OTHER = "other"
"""The command of a version that was written at the same time as the shown one, on another machine."""


@dataclass(frozen=True, slots=True)
class Version:
    """A record as one commit left it. `values` are its fields then, `fields` those that the commit changed.

    `command` is the commit's, with `what` it was about; ARRIVED for what another machine wrote (`what` is then the
    file that it came in, "" for the journal itself), OTHER for what was written elsewhere at the same time, ELSEWHERE
    for what no commit tells of, "" for what stood there before the first commit that is remembered. `at` is None for
    the last three.
    """

    table: str
    id: str
    at: datetime | None
    command: str
    what: str
    fields: tuple[Written, ...]
    values: Mapping[str, Any]
    undone: bool = False
    redone: bool = False


def history(journal: Journal, table: str, id_: str) -> list[Version]:
    """List the versions of a record, the latest first: how it stands now. Raises AppError when there is none."""
    raw = journal.table(table).get(id_)
    if raw is None:
        raise AppError(N_("This is no longer in the journal."))
    values = present = content(raw)
    versions = [_other(table, id_, name, values, value) for name, value in others(raw)]
    for entry in journal.log.latest_first(id_):
        own = tuple(one for one in entry.fields if (one.table, one.record) == (table, id_))
        told = tuple(one for one in own if says_something(one))
        settled = [one for one in entry.settled if (one.table, one.record) == (table, id_)]
        if not (told or settled) or not (entry.command == ARRIVED or is_in_journal(journal, entry)):
            continue
        unknown = _unknown(table, id_, told, values)
        if unknown:
            versions.append(Version(table, id_, None, ELSEWHERE, "", unknown, values))
            values = values | {one.field: one.old for one in unknown}
        versions.append(_version(entry, table, id_, told, values))
        if (table, id_) in entry.made:
            break
        values = values | {one.field: one.old for one in told}
        versions += [_other(table, id_, one.field, values, value) for one in settled for value in one.values[1:]]
    else:
        versions.append(Version(table, id_, None, "", "", (), values))
    return sorted(versions, key=lambda one: one.values is not present)


def restore_version(journal: Journal, version: Version, field: str = "") -> bool:
    """Write what a version held again, or one field of it, as one commit. Returns False when nothing differs.

    What lies in the bin comes out of it. A deadline is moved back, so that it keeps its moves. The lines of a note make
    their records again. Raises AppError when a person's name is someone else's by now.
    """
    table, id_ = version.table, version.id
    with journal.turn():
        raw = journal.table(table).get(id_)
        if raw is None:
            raise AppError(N_("This is no longer in the journal."))
        fields = differing(content(raw), version.values, field)
        if not fields and not is_deleted(raw):
            return False
        person = person_in(table, id_, raw)
        what = journal.people.name(person) if table in (PEOPLE, MEETINGS) else words_of(table, raw)
        with journal.batch("restore_version", what):
            if is_deleted(raw):
                from leadercli.journal.history.bin import take_out

                take_out(journal, table, id_)
            _write(journal, table, id_, fields)
    return True


def _version(entry: Entry, table: str, id_: str, own: tuple[Written, ...], values: dict[str, Any]) -> Version:
    at = datetime.fromisoformat(entry.at).replace(tzinfo=None)
    return Version(
        table, id_, at, entry.command, entry.what, own, values, undone=bool(entry.undoes), redone=bool(entry.redoes)
    )


def _other(table: str, id_: str, field: str, values: dict[str, Any], value: Any) -> Version:
    """Make the version that another machine wrote of one field, while `values` were written here."""
    written = Written(table, id_, field, values.get(field), value)
    return Version(table, id_, None, OTHER, "", (written,), values | {field: value})


def _unknown(table: str, id_: str, own: tuple[Written, ...], values: Mapping[str, Any]) -> tuple[Written, ...]:
    """Find what is another than a commit left it, though no later commit says so."""
    return tuple(
        Written(table, id_, one.field, one.new, values.get(one.field))
        for one in own
        if not alike(values.get(one.field), one.new)
    )


def _write(journal: Journal, table: str, id_: str, fields: dict[str, Any]) -> None:
    if table == AGREEMENTS and "due" in fields:
        due = fields.pop("due")
        journal.agreements.adjust(id_, date.fromisoformat(due) if due else None)
    if table == AGREEMENTS and "state" in fields:
        fields["closed"] = None if fields["state"] == "open" else journal.clock()
    if table == PEOPLE and fields:
        journal.people.edit(id_, fields)
        return
    note = table == MEETINGS and "text" in fields
    if note:
        fields |= {"text": fields["text"] or "", "changed": journal.clock()}
    if fields:
        journal.commit("restore_version", "", Change(table, id_, encoded(fields)))
    if note:
        from leadercli.journal.verbs.capture import capture

        capture(journal.store, journal.people, id_)


def content(raw: Raw) -> dict[str, Any]:
    """Give the fields of a record that a person wrote, and whether it lies in the bin."""
    return {name: value for name, value in shown_fields(raw).items() if _is_content(name)}


def others(raw: Raw) -> Iterator[tuple[str, Any]]:
    """Give the values that stand beside the shown one in a record's fields, until someone settles them."""
    for name, values in siblings(raw).items():
        if _is_content(name) and name != DELETED:
            yield from ((name, value) for value in values[1:])


def says_something(one: Written) -> bool:
    """Tell whether a change says something to a person."""
    return _is_content(one.field) and not alike(one.old, one.new)


def alike(one: Any, other: Any) -> bool:
    """Tell whether two values say the same: a field without a value is missing, empty or false."""
    return same(one, other) or all(value is None or value is False or value == "" for value in (one, other))


def differing(present: Mapping[str, Any], wanted: Mapping[str, Any], field: str = "") -> dict[str, Any]:
    """Give the fields that restoring a version writes. Moves of a deadline are kept: they did take place."""
    names = [field] if field else dict.fromkeys([*wanted, *present])
    return {
        name: wanted.get(name)
        for name in names
        if name != DELETED and not name.startswith(MOVE) and not alike(present.get(name), wanted.get(name))
    }


def _is_content(name: str) -> bool:
    return name not in (MARK, SEEN) and not any(name in row.bookkeeping for row in TABLES.values())
