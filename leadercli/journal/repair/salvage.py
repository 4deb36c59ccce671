"""Rescue from a damaged journal every record that still reads. Nothing is written here.

The file has one record a line, so that damage takes only the lines it stands in. A file laid out otherwise by a hand
or a program is looked through for records by their ids. A record whose table's line is lost is known by its fields.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from leadercli.journal.repair.rescued_merge import merged_doubtful
from leadercli.journal.repair.salvage_scan import (
    HEADER,
    ID,
    MARKS,
    META,
    is_meta,
    key_of,
    objects,
    pair,
    table_of_looks,
    text_lines,
    twice_encoded,
)
from leadercli.model.schema import FIRST, LONG_TEXTS, STRAY, TABLES, Raw, Tables

_STRUCTURE = frozenset("{}[], ")


@dataclass(slots=True)
class Salvaged:
    """What was rescued of one journal. `journal_id` is "" when it could not be read.

    `unread` counts the lines that could not be read; `guessed` names the records with letters that may be wrong.
    """

    tables: Tables = field(default_factory=dict)
    unread: int = 0
    guessed: set[tuple[str, str]] = field(default_factory=set)

    @property
    def journal_id(self) -> str:
        """The random id that all copies of a journal carry."""
        meta = self.tables.get(FIRST, {}).get(META)
        return str(meta["journal_id"]) if is_meta(meta) else ""

    @property
    def count(self) -> int:
        """How many records there are."""
        return sum(len(records) for name, records in self.tables.items() if name != FIRST and isinstance(records, dict))


def salvage(content: bytes) -> list[Salvaged]:
    """Rescue what can be read of a file, apart for each journal that is found in it. Never raises."""
    lines = text_lines(content)
    lines = twice_encoded(lines) or lines
    found = _Finds()
    in_our_form = False
    for line, guessed in lines:
        own = line.rstrip(", ")
        if _STRUCTURE.issuperset(own):
            found.close_table()
        elif own.endswith("{") and (header := HEADER.fullmatch(own)) and not ID.fullmatch(key_of(header)):
            found.open_table(key_of(header))
        elif (record := pair(own)) is not None:
            in_our_form |= found.take(*record, guessed) and own.endswith("}")
        else:
            found.take_scattered(own, guessed)
    if not in_our_form:
        found = _Finds()
        found.take_scattered("\n".join(line for line, _ in lines), any(guessed for _, guessed in lines))
    return found.by_journal()


class _Finds:
    """What has been found so far in a file that may hold several journals one after the other."""

    def __init__(self) -> None:
        self.journals: list[Salvaged] = [Salvaged()]
        self._table = ""

    def open_table(self, name: str) -> None:
        """Go on to a table's records. The first table begins another journal."""
        if name == FIRST and self.journals[-1].tables:
            self.journals.append(Salvaged())
        self._table = name

    def close_table(self) -> None:
        """Leave a table."""
        self._table = ""

    def take(self, name: str, value: Any, guessed: bool) -> bool:
        """Take what stands on a line as `"name": value`. Returns whether it is a record."""
        if name == META and is_meta(value):
            if self.journals[-1].journal_id:
                self.open_table(FIRST)
            self._put(FIRST, name, value, guessed)
            return True
        if not self._table and not ID.fullmatch(name) and not table_of_looks(value):
            self._take_table(name, value, guessed)
            return False
        self._put(self._place(value), name, value, guessed)
        return isinstance(value, dict)

    def take_scattered(self, text: str, guessed: bool) -> None:
        """Look through text that is not in the file's form for whole records, and for the names of tables."""
        if _STRUCTURE.issuperset(text.replace("\n", "")):
            return
        whole = torn = 0
        for name, value in objects(text):
            is_record = ID.fullmatch(name) or (self._table == table_of_looks(value) != "" and name not in MARKS)
            if value is None and is_record:
                torn += 1
            elif value is None:
                self.open_table(name)
            elif is_record:
                self._put(self._place(value), name, value, guessed)
                whole += 1
            elif name == META and is_meta(value):
                whole += self.take(name, value, guessed)
            elif name == FIRST or any(map(ID.fullmatch, value)):
                self._take_table(name, value, guessed)
                whole += 1
        self.journals[-1].unread += torn or not whole

    def by_journal(self) -> list[Salvaged]:
        """Bring together what belongs to one journal."""
        joined: dict[str, Salvaged] = {}
        for one in self.journals:
            whole = joined.setdefault(one.journal_id, Salvaged())
            for table, records in one.tables.items():
                if isinstance(records, dict):
                    for id_, raw in records.items():
                        _join(whole.tables.setdefault(table, {}), table, id_, raw)
                else:
                    whole.tables.setdefault(table, records)
            whole.unread += one.unread
            whole.guessed |= one.guessed
        return list(joined.values())

    def _take_table(self, name: str, value: Any, guessed: bool) -> None:
        if name == FIRST:
            self.open_table(FIRST)
            self._table = ""
        tables = self.journals[-1].tables
        if isinstance(value, dict) and all(isinstance(one, dict) for one in value.values()):
            tables.setdefault(name, {})
            for id_, raw in value.items():
                self._put(name, id_, raw, guessed)
        elif name not in TABLES and name != FIRST:
            tables.setdefault(name, value)

    def _place(self, value: Any) -> str:
        """Choose the table for a record: where it stands, unless its fields say that the line between was lost."""
        table = table_of_looks(value)
        if self._table and (self._table not in (FIRST, *TABLES) or not table):
            return self._table
        return table or STRAY

    def _put(self, table: str, name: str, value: Any, guessed: bool) -> None:
        journal = self.journals[-1]
        if isinstance(value, dict) or table not in TABLES:
            _join(journal.tables.setdefault(table, {}), table, name, value)
            if guessed:
                journal.guessed.add((table, name))
        else:
            journal.unread += 1


def _join(records: dict[str, Raw], table: str, name: str, value: Any) -> None:
    if not isinstance(records, dict):
        return
    there = records.get(name)
    if isinstance(there, dict) and isinstance(value, dict) and table != FIRST:
        records[name] = merged_doubtful(there, value, LONG_TEXTS.get(table, ()))
    elif there is None:
        records[name] = value
