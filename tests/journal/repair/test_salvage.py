"""Whatever has happened to a journal's file, every record that still reads is rescued from it."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.journals.worlds import StandingClock, new_random, patient, places_in

from leadercli.journal.journal import Journal
from leadercli.journal.opening import begin_journal
from leadercli.journal.repair.salvage import Salvaged, salvage
from leadercli.model.schema import FIRST, KIND_OF, STRAY


def _lived_in(folder: Path) -> Journal:
    journal = begin_journal(places_in(folder), StandingClock(), new_random())
    for name in ("Åse Nygård", "Lise", "Mads"):
        person = journal.people.add(name)
        journal.agreements.agree(f"ring til {name} \"i morgen\" {{'a': {{", person_id=person.id)
        journal.inbox.put(person.id, "løn")
        journal.feedback.note(person.id, "praise", "flot")
        journal.meetings.write(person.id, journal.clock().date(), f"hej {name}\n! send budgettet")
    journal.scale.weigh_in("2026-W10", {"workload": 3})
    journal.scale.add_item("load", "Møder")
    journal.scale.rename_item(journal.scale.items()[0], "Arbejde")
    return journal


def _content() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return _lived_in(Path(folder)).places.journal.read_bytes()


WHOLE = _content()
TABLES: dict[str, Any] = json.loads(WHOLE)
LINES = {
    (table, id_): next(
        line.removesuffix(b",") for line in WHOLE.split(b"\n") if line.startswith(b'"%b": ' % id_.encode())
    )
    for table in TABLES
    for id_ in TABLES[table]
}


def _one(content: bytes) -> Salvaged:
    (found,) = salvage(content)
    return found


@pytest.mark.parametrize(
    "content",
    [
        WHOLE,
        WHOLE.replace(b"\n", b"\r\n"),
        WHOLE.removesuffix(b"\n}\n}\n"),
        b"\xef\xbb\xbf" + WHOLE,
        WHOLE.decode().encode("utf-16"),
        WHOLE.decode().encode("utf-16-le"),
        WHOLE.decode().encode("cp1252"),
        WHOLE.decode("latin-1").encode(),
        WHOLE + WHOLE,
        WHOLE + b"\x00" * 4096,
        json.dumps(TABLES, indent=2).encode().removesuffix(b"\n  }\n}"),
        json.dumps(TABLES).encode() + b"garbage",
        WHOLE.replace(b',\n"', b',,\n"'),
    ],
    ids=lambda content: f"{len(content)} {content[:9]!r}",
)
def test_all_of_it_is_rescued(content: bytes) -> None:
    assert _one(content).tables == TABLES


def test_letters_that_had_to_be_guessed_are_told() -> None:
    found = _one(WHOLE.decode().encode("cp1252"))
    åse = next(id_ for id_, raw in TABLES["people"].items() if raw["name"] == "Åse Nygård")
    lise = next(id_ for id_, raw in TABLES["people"].items() if raw["name"] == "Lise")
    assert ("people", åse) in found.guessed
    assert ("people", lise) not in found.guessed


@pytest.mark.parametrize("content", [b"", b"\x00" * 5000, b"\n\n", b"{", b"{}\n", b'{"journal": {}}'])
def test_nothing_is_found_in_nothing(content: bytes) -> None:
    (found,) = salvage(content)
    assert (found.count, found.journal_id) == (0, "")


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n" * 9, b"Dear diary", b"[1, 2]", b'{"a": ' * 5000, b"\xff\xfe\x00"]
)
def test_nothing_is_found_in_what_is_no_journal(content: bytes) -> None:
    (found,) = salvage(content)
    assert (found.count, found.journal_id) == (0, "")


def test_a_line_that_cannot_be_read_takes_only_itself() -> None:
    id_ = min(TABLES["people"])
    line = LINES["people", id_]
    found = _one(WHOLE.replace(line, line[:-20]))
    assert found.unread == 1
    assert found.tables == {**TABLES, "people": {one: raw for one, raw in TABLES["people"].items() if one != id_}}


def test_a_comma_too_many_and_a_missing_quote() -> None:
    id_ = min(TABLES["inbox"])
    line = LINES["inbox", id_]
    found = _one(WHOLE.replace(line, line.replace(b'"text":', b'"text:')))
    assert id_ not in found.tables["inbox"]
    assert found.count == sum(len(TABLES[table]) for table in TABLES if table != FIRST) - 1


@pytest.mark.parametrize("table", sorted(TABLES.keys() - {FIRST}))
def test_records_are_known_by_their_fields_when_the_line_of_their_table_is_lost(table: str) -> None:
    found = _one(WHOLE.replace(b'"%b": {\n' % table.encode(), b"\x00\x00\n"))
    assert found.tables == TABLES
    run_on = _one(WHOLE.replace(b'},\n"%b": {\n' % table.encode(), b""))
    assert run_on.tables == TABLES


def test_records_of_an_unknown_table_whose_line_is_lost_are_kept_all_the_same() -> None:
    known = {**TABLES, "zz": {"260302-aaaaaaaaaa": {"hologram": 1}}}
    content = WHOLE.removesuffix(b"\n}\n") + b',\n"zz": {\n"260302-aaaaaaaaaa": {"hologram":1}\n}\n}\n'
    assert json.loads(content) == known
    assert _one(content[:-4]).tables == known
    assert _one(content.replace(b'"zz": {', b"")).tables[STRAY] == known["zz"]


def test_two_journals_in_one_file_are_kept_apart(tmp_path: Path) -> None:
    other = _lived_in(tmp_path).places.journal.read_bytes()
    first, second = salvage(WHOLE + other)
    assert (first.tables, second.tables) == (TABLES, json.loads(other))


def test_two_versions_of_one_record_are_merged() -> None:
    id_ = min(id_ for id_, raw in TABLES["agreements"].items() if raw["text"].startswith("ring til"))
    edited = WHOLE.replace(b'"text":"ring til', b'"text":"skriv til', 1)
    found = _one(WHOLE + edited)
    assert found.tables.keys() == TABLES.keys()
    assert "ring" in json.dumps(found.tables["agreements"][id_])
    assert "skriv" in json.dumps(found.tables["agreements"][id_])


damage = st.lists(
    st.tuples(
        st.sampled_from(["cut", "byte", "gap", "double", "zeros", "swap"]),
        st.integers(0, len(WHOLE)),
        st.integers(1, 400),
        st.binary(min_size=1, max_size=3),
    ),
    min_size=1,
    max_size=5,
)


def _damaged(steps: list[tuple[str, int, int, bytes]]) -> bytes:
    content = bytearray(WHOLE)
    for kind, at, size, other in steps:
        if kind == "cut":
            del content[at:]
        elif kind == "byte":
            content[at : at + len(other)] = other
        elif kind == "gap":
            del content[at : at + size]
        elif kind == "double":
            content[at:at] = content[:size]
        elif kind == "zeros":
            content[at : at + size] = b"\0" * size
        else:
            content[:] = content[at:] + content[:at]
    return bytes(content)


@patient
@given(damage)
def test_no_whole_line_is_lost_by_any_damage(steps: list[tuple[str, int, int, bytes]]) -> None:
    content = _damaged(steps)
    standing = {line.removesuffix(b",") for line in content.split(b"\n")}
    found = salvage(content)
    rescued = [
        raw for one in found for records in one.tables.values() if isinstance(records, dict) for raw in records.values()
    ]
    for (table, id_), line in LINES.items():
        if line in standing and table != FIRST:
            assert any(_holds(raw, TABLES[table][id_]) for raw in rescued), (table, id_)


@patient
@given(damage)
def test_what_is_rescued_stands_where_it_belongs(steps: list[tuple[str, int, int, bytes]]) -> None:
    for one in salvage(_damaged(steps)):
        for table in KIND_OF:
            for id_, raw in one.tables.get(table, {}).items():
                others = [other for other in KIND_OF if other != table and TABLES[other].get(id_) == raw]
                assert not others, f"{id_} of {others} was put in {table}"


@patient
@given(st.binary(max_size=300))
def test_any_bytes_at_all_are_looked_through_without_a_word(content: bytes) -> None:
    assert all(isinstance(one.count, int) for one in salvage(content))


def _holds(raw: Any, wanted: dict[str, Any]) -> bool:
    """Tell whether a record, perhaps merged with a damaged twin, still has all the words of one."""
    text = json.dumps(raw)
    return all(
        json.dumps(value)[1:-1] in text for value in wanted.values() if isinstance(value, str) and "\n" not in value
    )
