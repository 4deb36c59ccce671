"""The file: JSON that people, TinyDB and a later version can read, one record a line, the same bytes each time."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from support.journals.json_worlds import names, records, values
from support.journals.worlds import on_disk, patient, put_on_disk
from tinydb import JSONStorage, TinyDB, where
from tinydb.table import Table

from leadercli.journal.file.format import Writer, read_tables
from leadercli.journal.journal import Journal
from leadercli.model.schema import FIRST, TABLES

META = {"meta": {"journal_id": "a" * 20, "schema": 1}}
strange_tables = st.dictionaries(names.filter(lambda name: name not in (FIRST, *TABLES)), values, max_size=4)
known_tables = st.dictionaries(st.sampled_from(list(TABLES)), st.dictionaries(names, records, max_size=4), max_size=4)


@patient
@given(strange_tables, known_tables)
def test_whatever_stands_in_a_journal_comes_back(strange: dict[str, Any], known: dict[str, Any]) -> None:
    tables = {FIRST: META, **known, **strange}
    content = Writer().write(tables)
    assert read_tables(content, "j") == json.loads(content) == tables


@patient
@given(strange_tables, known_tables, st.randoms())
def test_equal_journals_are_equal_bytes(strange: dict[str, Any], known: dict[str, Any], chance: Any) -> None:
    tables = {FIRST: META, **known, **strange}
    content = Writer().write(tables)
    shuffled = _shuffled(tables, chance)
    assert Writer().write(shuffled) == Writer().write(read_tables(content, "j")) == content


@patient
@given(known_tables, known_tables)
def test_a_writer_that_remembers_lines_writes_what_a_new_one_does(one: dict[str, Any], other: dict[str, Any]) -> None:
    writer = Writer()
    for tables in (one, other, {**one, **other}, one):
        assert writer.write({FIRST: META, **tables}) == Writer().write({FIRST: META, **tables})


marked = records.map(lambda raw: {name: value for name, value in raw.items() if name < "~"} | {"~": "wp196yd6md:1"})
marked_tables = st.dictionaries(
    st.sampled_from(list(TABLES)), st.dictionaries(names, records | marked, max_size=4), max_size=4
)
hands = st.sampled_from(
    [
        lambda content: content,
        lambda content: content.replace(b",", b", "),
        lambda content: content.replace(b",\n", b", "),
        lambda content: content.replace(b"},", b"},\n"),
        lambda content: content.replace(b"\n}", b"}"),
        lambda content: content.replace(b'": {', b'":{'),
        lambda content: json.dumps(json.loads(content), indent=0).encode(),
    ]
)
"""What people and programs do to the layout of a file."""


@patient
@given(marked_tables, marked_tables, hands)
def test_a_writer_that_takes_lines_from_the_file_writes_what_a_new_one_does(
    one: dict[str, Any], other: dict[str, Any], hand: Callable[[bytes], bytes]
) -> None:
    content = hand(Writer().write({FIRST: META, **one}))
    read = read_tables(content, "j")
    writer = Writer()
    writer.remember(read, content)
    for tables in (read, {**read, **other}):
        assert json.loads(writer.write(tables)) == tables
    if content == Writer().write(read):
        assert writer.write({**read, **other}) == Writer().write({**read, **other})


def test_lines_that_are_as_they_are_written_are_taken() -> None:
    people = {"p1": {"name": "Åse", "~": "w:1"}, "p2": {"name": "Bo", "~": "w:1"}}
    content = Writer().write({FIRST: META, "people": people})
    read = read_tables(content, "j")
    writer = Writer()
    writer.remember(read, content.replace("Åse".encode(), b"Ida"))
    assert b"Ida" in writer.write(read)
    assert b"Ida" not in writer.write({**read, "people": {**read["people"], "p1": {"name": "Åse", "~": "w:2"}}})


def _shuffled(value: Any, chance: Any) -> Any:
    if not isinstance(value, dict):
        return value
    items = list(value.items())
    chance.shuffle(items)
    return {name: _shuffled(one, chance) for name, one in items}


def test_one_record_a_line_in_letters_that_people_read(journal: Journal) -> None:
    journal.people.add("Åse Bruun", role="Økonomi")
    lines = journal.places.journal.read_text("utf-8").split("\n")
    assert [line[:8] for line in lines] == ["{", '"journal', '"meta": ', "},", '"people"', '"260302-', "}", "}", ""]
    assert '"name":"Åse Bruun"' in lines[5]
    assert '"role":"Økonomi"' in lines[5]


def test_what_this_version_does_not_know_survives_a_change(
    journal: Journal, open_again: Callable[[Journal], Journal]
) -> None:
    lise = journal.people.add("Lise")
    tables = on_disk(journal)
    strange = {"a": 1, "b": [1, 2.5, None, {"c": "æ"}]}
    tables["sheets"] = {"260302-x": {"guide": "g1", "answers": strange}}
    tables["settings"] = strange
    tables["list"] = [3, 2, 1]
    tables["note"] = "hej"
    tables["journal"]["more"] = strange
    tables["journal"]["meta"]["later"] = strange
    tables["people"][lise.id]["shoe_size"] = 43
    put_on_disk(journal, tables)
    again = open_again(journal)
    again.people.edit(lise.id, {"role": "Leder"})
    after = on_disk(journal)
    for name in ("sheets", "settings", "list", "note", "journal"):
        assert after[name] == tables[name]
    assert after["people"][lise.id]["shoe_size"] == 43
    assert after["people"][lise.id]["role"] == "Leder"


def test_ids_sort_by_day_and_are_text(journal: Journal, clock: Any) -> None:
    ids = []
    for _ in range(5):
        ids.append(journal.agreements.agree("ring").id)
        clock.go(days=40)
    assert ids == sorted(ids)
    assert all(id_.startswith("26") and id_[6] == "-" for id_ in ids)


class TextIds(Table):
    """A table of stock TinyDB, told that ids are text."""

    document_id_class = str  # type: ignore[assignment]


class StockDB(TinyDB):
    """TinyDB with its own storage."""

    table_class = TextIds


def test_stock_tinydb_reads_the_tables_and_writes_what_we_read(
    journal: Journal, open_again: Callable[[Journal], Journal]
) -> None:
    lise = journal.people.add("Lise Holm")
    made = journal.agreements.agree("ring til kunden", person_id=lise.id)
    with StockDB(journal.places.journal, storage=JSONStorage) as stock:
        assert stock.tables() == {"journal", "people", "agreements"}
        (found,) = stock.table("agreements").search(where("state") == "open")
        assert (found.doc_id, found["text"]) == (made.id, "ring til kunden")
        stock.table("agreements").update({"text": "skriv til kunden"}, doc_ids=[made.id])  # type: ignore[list-item]
    (again,) = open_again(journal).agreements.all()
    assert again.text == "skriv til kunden"
    assert journal.refresh()
    assert [one.text for one in journal.agreements.all()] == ["skriv til kunden"]
