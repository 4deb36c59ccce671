"""Bring a journal that an older version wrote into the present form, and say what a newer one needs.

A migration only puts records: it cannot drop a table, a record or a field that it does not know. It must give the
same result on every machine, as each brings its own copy up and they are merged after that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from leadercli.errors import JournalError
from leadercli.journal.file.storage import SCHEMA, schema_of
from leadercli.locale import N_
from leadercli.model.schema import FIRST, Raw, Tables

NEEDS = "0.1"
"""The first version that writes the present form. It stands in a migrated journal, for older versions to name."""

Migration = Callable[[Tables], Mapping[str, Mapping[str, Raw]]]
"""Gives the records, by table and id, that are others, or new, in the next form."""
MIGRATIONS: Mapping[int, Migration] = {}
"""By the form that it begins from, what brings a journal to the next."""


def migrated(tables: Tables, migrations: Mapping[int, Migration] = MIGRATIONS, newest: int = SCHEMA) -> Tables:
    """Return tables in the present form: the same object if they are, or if a newer version wrote them.

    Raises JournalError for a form that is not known.
    """
    for schema in range(schema_of(tables), newest):
        if schema not in migrations:
            raise JournalError(
                N_(
                    "The journal is of form {schema}, which this leadercli does not know how to bring up to form "
                    "{newest}. Nothing was changed."
                ),
                schema=schema,
                newest=newest,
            )
        tables = dict(tables)
        for table, records in migrations[schema](tables).items():
            tables[table] = {**tables.get(table, {}), **records}
        meta = {**tables[FIRST]["meta"], "schema": schema + 1, "needs": NEEDS}
        tables[FIRST] = {**tables[FIRST], "meta": meta}
    return tables


def newer_trouble(tables: Tables) -> JournalError:
    """Say why a journal of a newer version is only shown, and what it needs."""
    needs = tables.get(FIRST, {}).get("meta", {}).get("needs")
    if isinstance(needs, str):
        return JournalError(
            N_(
                "This journal was written by a newer leadercli, so this one only shows it. Update to {needs} or later "
                "to write in it."
            ),
            needs=needs,
        )
    return JournalError(
        N_(
            "This journal was written by a newer leadercli, so this one only shows it: it is of form {schema}, and "
            "this one writes form {own}. Update to write in it."
        ),
        schema=schema_of(tables),
        own=SCHEMA,
    )
