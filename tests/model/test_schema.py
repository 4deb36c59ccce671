"""What a table is stands once: its row fits its dataclass, and no other place names tables of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import Literal, get_origin, get_type_hints

import pytest
from support.journals.made_up_table import LETTERS, ROW, Letter

import leadercli
from leadercli.model.schema import (
    KIND_OF,
    LONG_TEXTS,
    TABLES,
    TableSchema,
    defaults_of,
    meant,
    row_of,
    stored_name,
    table_of,
)
from leadercli.words.fields import FIELD_NAMES, KIND_NAMES

PROGRAM = Path(leadercli.__file__).parent
LAYERS = ("model", "journal", "exchange", "locale", "words")
AT_HOME = {"schema.py"}
"""Beside the schema only the verbs, in their folder, may name the tables that they write."""
ONLY_TABLES = {table for table in TABLES if table not in KIND_OF.values() and table not in KIND_NAMES}


@pytest.mark.parametrize("table", TABLES)
def test_a_row_names_fields_of_its_dataclass(table: str) -> None:
    row = TABLES[table]
    known = {stored_name(one.name) for one in fields(row.record)} | {group.prefix for group in row.groups}
    told = {*row.signs, *row.asked, *row.defaults, *row.moments, *row.together, *row.long_texts, *row.searched}
    told |= {*row.summary, *(one.field for one in row.references)}
    assert told <= known
    assert set(row.together) <= set(row.asked)
    assert {"id", "deleted", "unsettled"} <= known
    assert {one.table for one in row.references} <= TABLES.keys()


@pytest.mark.parametrize("table", TABLES)
def test_the_fields_of_a_dataclass_are_of_types_that_can_be_read(table: str) -> None:
    row = TABLES[table]
    apart = {"id", "deleted", "unsettled", *(group.attribute for group in row.groups)}
    for record in [row.record, *(group.record for group in row.groups if group.record)]:
        for name, kind in get_type_hints(record).items():
            known = (str, int, bool, date, datetime, date | None, datetime | None)
            assert name in apart or kind in known or get_origin(kind) is Literal, (table, name)


def test_every_kind_and_field_that_is_asked_about_has_words() -> None:
    assert set(KIND_OF.values()) <= KIND_NAMES.keys()
    asked = {name for row in TABLES.values() for name in row.asked if not name.endswith(".")}
    assert asked <= FIELD_NAMES.keys()


def test_each_kind_is_of_one_table() -> None:
    assert [table_of(kind) for kind in KIND_OF.values()] == list(TABLES)
    assert table_of("letter") == ""


def test_what_is_empty_means_its_default() -> None:
    assert meant("agreements", "owner", "") == "me"
    assert meant("people", "minutes", None) == 30
    assert meant("people", "cadence", None) is None
    assert meant("feedback", "kind", None) == "praise"
    assert meant("agreements", "due", "") is None
    assert meant("agreements", "private", False) is None
    assert meant("meetings", "minutes", 0) == 0
    assert meant("letters", "tone", None) is None


def test_what_is_asked_for_is_read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TABLES, LETTERS, ROW)
    assert (KIND_OF[LETTERS], LONG_TEXTS[LETTERS], table_of("letter")) == ("letter", ("body",), LETTERS)
    assert defaults_of(ROW)["subject"] == "no subject"
    assert row_of(LETTERS).record is Letter
    assert isinstance(row_of("holograms"), TableSchema)


def test_no_place_but_the_schema_and_the_verbs_names_tables() -> None:
    assert {"people", "meetings", "agreements", "weigh_ins", "scale_items"} == ONLY_TABLES
    assert list(_tables_named()) == []


def _tables_named() -> Iterator[str]:
    """Name the places where a table is written as text. "inbox" and "feedback" are kinds too, so their use tells."""
    for layer in LAYERS:
        for path in sorted((PROGRAM / layer).rglob("*.py")):
            if path.name in AT_HOME or path.parent.name == "verbs":
                continue
            tree = ast.parse(path.read_text("utf-8"))
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and node.value in ONLY_TABLES:
                    yield f"{path.relative_to(PROGRAM)}:{node.lineno}: {node.value}"
                if isinstance(node, ast.Call) and ast.unparse(node.func) != "N_" and any(map(_is_table, node.args)):
                    yield f"{path.relative_to(PROGRAM)}:{node.lineno}: {ast.unparse(node)}"


def _is_table(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value in TABLES
