"""The journal's TinyDB: tables with string ids over our own storage. Imported when the journal is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tinydb import TinyDB
from tinydb.table import Table

from leadercli.journal.file.storage import JournalStorage


class JournalTable(Table):
    """A TinyDB table whose document ids are our own strings, without a query cache that could be changed by others."""

    document_id_class = str  # type: ignore[assignment]
    default_query_cache_capacity = 0

    def put(self, documents: Mapping[str, Mapping[str, Any]]) -> None:
        """Insert or replace whole documents by id, in one update of the table."""
        # TinyDB's public verbs merge fields and make ids of their own; replacing many documents by id in one
        # pass needs the method that all of them are built on.
        self._update_table(lambda table: table.update(documents))  # type: ignore[arg-type]


class JournalDB(TinyDB):
    """TinyDB over a storage that is already open."""

    table_class = JournalTable

    def __init__(self, storage: JournalStorage) -> None:
        super().__init__(storage=lambda: storage)

    def put(self, table: str, documents: Mapping[str, Mapping[str, Any]]) -> None:
        """Insert or replace documents of a table."""
        found = self.table(table)
        assert isinstance(found, JournalTable)
        found.put(documents)
