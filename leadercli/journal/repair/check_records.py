"""Check a journal's records: that each reads, that what it points at is there, and that nothing stands twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from leadercli.journal.file.codec import unreadable
from leadercli.journal.file.format import line_of
from leadercli.journal.repair.findings import Finding, fault, note
from leadercli.locale import N_
from leadercli.model.merge.conflicts import unsettled_fields
from leadercli.model.merge.deletion import is_deleted
from leadercli.model.scale.items import is_default
from leadercli.model.schema import FIRST, RATING, SCALE_ITEMS, STRAY, TABLES, Raw, Reference, Tables

_NAMED_NOWHERE = {
    "person": N_(
        "{table} {id}, line {line}: it is about the person {named}, who is not in the journal. Write another id "
        "there in a text editor, or bring the person back from a backup."
    ),
    "meeting": N_(
        "{table} {id}, line {line}: it comes from the conversation {named}, which is not in the journal. Write "
        "another id there in a text editor, or bring the conversation back from a backup."
    ),
    "owner": N_(
        "{table} {id}, line {line}: its owner {named} is not in the journal. Write me, them, us or a person's "
        "id there in a text editor."
    ),
    RATING: N_("{table} {id}, line {line}: it rates {named}, which is no item of the scale."),
}
"""What to say when there is nothing where a field points."""
_NOT_THERE = N_(
    "{table} {id}, line {line}: what its field {field} names, {named}, is not in the journal. Write another id there "
    "in a text editor, or bring it back from a backup."
)


def check_records(tables: Tables, content: bytes) -> Iterator[Finding]:
    """Check tables that were read from a file's bytes. What lies in the bin must read, but may point anywhere.

    Sheets join the tables here, and are held against their guides, when there are guides.
    """
    for table in TABLES:
        for id_, raw in tables.get(table, {}).items():
            error = unreadable(table, id_, raw)
            if error:
                yield fault(
                    N_(
                        "{table} {id}, line {line}: {reason} is not what belongs there. "
                        "Mend that line in a text editor, or let `leadercli check --repair` put back what can be read."
                    ),
                    **_place(table, id_, content),
                    reason=error,
                )
            if not is_deleted(raw):
                yield from _references(tables, table, id_, raw, content)
    yield from _twice(content)
    yield from _unknown(tables)
    count = sum(bool(unsettled_fields(table, raw)) for table in TABLES for raw in tables.get(table, {}).values())
    if count:
        yield note(N_("Records with a field in two versions: {count}. Press V in the app to choose."), count=count)


def is_refused(tables: Tables) -> bool:
    """Tell whether a journal has records that cannot be read, so that no command takes in what lies beside it."""
    return any(unreadable(table, id_, raw) for table in TABLES for id_, raw in tables.get(table, {}).items())


def _references(tables: Tables, table: str, id_: str, raw: Raw, content: bytes) -> Iterator[Finding]:
    for one in TABLES[table].references:
        message = _NAMED_NOWHERE.get(one.field, _NOT_THERE)
        for named in _named_in(raw, one):
            if not _is_there(tables, one, named):
                more = {"field": one.field} if message is _NOT_THERE else {}
                yield fault(message, **_place(table, id_, content), named=named, **more)


def _named_in(raw: Raw, reference: Reference) -> list[Any]:
    """Give what a record names with a reference: one thing, or one with each field that begins so."""
    if not reference.field.endswith("."):
        return [raw[reference.field]] if raw.get(reference.field) else []
    return [name.removeprefix(reference.field) for name in raw if name.startswith(reference.field)]


def _is_there(tables: Tables, reference: Reference, named: Any) -> bool:
    if named in reference.words or (reference.table == SCALE_ITEMS and is_default(named)):
        return True
    return str(named) in tables.get(reference.table, {})


def _twice(content: bytes) -> Iterator[Finding]:
    """Find what stands twice under one name, of which a reader takes the last."""
    found: list[str] = []

    def seen(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        names = dict(pairs)
        if len(names) < len(pairs):
            known: set[str] = set()
            for name, _ in pairs:
                found.extend([name] if name in known else [])
                known.add(name)
        return names

    try:
        json.loads(content.decode("utf-8-sig"), object_pairs_hook=seen)
    except (ValueError, RecursionError):
        return
    for name in found:
        yield fault(
            N_(
                "“{name}” stands twice in one place in the file, and only the last one counts. Join them in a text "
                "editor."
            ),
            name=name,
        )


def _unknown(tables: Tables) -> Iterator[Finding]:
    for table in tables:
        if table == STRAY:
            values = [id_ for id_ in tables[table] if "." in id_]
            if values:
                yield note(
                    N_(
                        "Values that could not be read, and are kept as text in the table “{table}” of the file: "
                        "{count}."
                    ),
                    count=len(values),
                    table=table,
                )
            if len(values) == len(tables[table]):
                continue
            yield fault(
                N_(
                    "Records that a repair could not put where they belong: {count}. They stand in the table “{table}” "
                    "of the file. Look at them in a text editor."
                ),
                count=len(tables[table]) - len(values),
                table=table,
            )
        elif table not in (FIRST, *TABLES):
            yield note(N_("The table “{table}” is not known to this leadercli. It is kept as it is."), table=table)


def _place(table: str, id_: str, content: bytes) -> dict[str, object]:
    return {"table": table, "id": id_, "line": line_of(id_, content)}
