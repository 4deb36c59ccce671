"""A search that parses only the lines that may hold its words finds what a search of the whole journal finds."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import orjson
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.journals.worlds import new_random, patient, places_in

from leadercli.errors import JournalError
from leadercli.journal.file.format import Writer, blocks, lines_of
from leadercli.journal.journal import Journal
from leadercli.journal.opening import begin_journal, open_journal
from leadercli.journal.search import Search, prefilter
from leadercli.model.schema import FIRST
from leadercli.model.search import read_query

META = {"meta": {"journal_id": "a" * 20, "schema": 1}}
LETTERS = ("Bud", "get", "løn", "Søren", "å", "Æ", "aa", "o", "é", "e\u0301", "ß", "\u212b")
PIECES = (*LETTERS, "–", '"', "\\", "\\u00e5", "%")
letters = st.sampled_from(PIECES) | st.characters(exclude_categories=["Cs"])
words = st.lists(letters, min_size=1, max_size=4).map("".join)
notes = st.lists(st.lists(words, min_size=1, max_size=4).map(" ".join), max_size=6)


def _written(texts: list[str]) -> dict[str, dict[str, dict[str, object]]]:
    people = {"p0": {"name": "Åse Budget"}, "p1": {"name": "Søren Løn"}}
    given = {f"m{at}": {"person": f"p{at % 3}", "day": "2026-03-02", "text": text} for at, text in enumerate(texts)}
    other = {f"a{at}": {"person": "p1", "created": "2026-03-02", "text": text} for at, text in enumerate(texts[::2])}
    return {FIRST: META, "people": people, "meetings": given, "agreements": other, "inbox": {}}


@patient
@given(notes, st.lists(words, min_size=1, max_size=2).map(" ".join))
@example(["Budgettet for Sørens løn", "budgét", "Å-møde om løn"], "budget")
@example(["Budgettet for Sørens løn", "bud\u2011get", "BUDGET"], "søren budget")
@example(["forhaandsaftale", "Forhåndsaftale"], "forhånd")
def test_both_ways_find_the_same(tmp_path_factory: pytest.TempPathFactory, texts: list[str], typed: str) -> None:
    places = places_in(tmp_path_factory.mktemp("glance"))
    places.journal.parent.mkdir(parents=True)
    places.journal.write_bytes(Writer().write(_written(texts)))
    whole = open_journal(places, lambda: datetime(2026, 3, 2, 8))
    part = open_journal(places, lambda: datetime(2026, 3, 2, 8), cut=prefilter(read_query(typed)))
    for private in (False, True):
        assert Search(part, once=True).find(typed, private=private) == Search(whole).find(typed, private=private)


def test_records_without_the_word_are_not_read() -> None:
    content = Writer().write(_written(["Budgettet", "Vagtplanen", "Ny BUDGETTER–", "Ferie"]))
    cut = prefilter(read_query("budgettet"))
    assert cut
    left = cut(content)
    assert b"Budgettet" in left
    assert b"BUDGETTER" in left  # its dash has to be folded to know
    assert b"Vagtplanen" not in left
    assert b"Ferie" not in left
    assert b"Budget" in left
    assert b"L\xc3\xb8n" in left  # people stay


@pytest.mark.parametrize("typed", ["å", "øe", "漢字", "ab", '"'])
def test_a_word_that_can_be_written_in_many_ways_leaves_the_journal_whole(typed: str) -> None:
    assert prefilter(read_query(typed)) is None


def test_another_layout_stays_whole() -> None:
    content = Writer().write(_written(["Budgettet", "Vagtplanen"]))
    cut = prefilter(read_query("budgettet"))
    assert cut
    for other in (content.replace(b"\n", b""), content.replace(b"\n", b" \n"), content + b"\n", content[:-3]):
        assert cut(other) == other


def test_a_damaged_journal_is_refused(journal: Journal) -> None:
    journal.people.add("Åse Bruun")
    path = journal.places.journal
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(JournalError, match="damaged"):
        open_journal(journal.places, journal.clock, cut=prefilter(read_query("budget")))


def test_what_was_not_read_is_kept_by_a_change(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    journal = begin_journal(places, lambda: datetime(2026, 3, 2, 8), new_random())
    lise, mads = journal.people.add("Lise"), journal.people.add("Mads")
    kept = journal.agreements.agree("Vagtplanen", person_id=lise.id)
    part = open_journal(places, journal.clock, new_random(), cut=prefilter(read_query("budget")))
    assert not part.agreements.all()
    part.agreements.agree("Budgettet", person_id=mads.id)
    found = open_journal(places, journal.clock).agreements.all()
    assert {one.text for one in found} == {"Vagtplanen", "Budgettet"}
    assert kept in found


def test_the_lines_of_a_file_are_its_records() -> None:
    tables = _written(["Budgettet", "Vagt\nplanen"])
    content = Writer().write(tables)
    found = {block.table: [content[start:end] for start, end in lines_of(content, block)] for block in blocks(content)}
    read = {table: orjson.loads(b"{" + b",".join(lines) + b"}") for table, lines in found.items()}
    assert read == {table: records for table, records in tables.items() if records}
    assert all(len(lines) == len(tables[table]) for table, lines in found.items())


@pytest.mark.parametrize("content", [None, b"", b"\x00" * 50])
def test_a_part_is_never_saved_for_the_whole(journal: Journal, content: bytes | None) -> None:
    journal.agreements.agree("budget")
    journal.agreements.agree("andet")
    part = open_journal(journal.places, journal.clock, new_random(), cut=prefilter(read_query("budget")))
    if content is None:
        journal.places.journal.unlink()
    else:
        journal.places.journal.write_bytes(content)
    with pytest.raises(JournalError, match=r"is empty|could not be read"):
        part.agreements.agree("nyt")
    assert not journal.places.journal.exists() or journal.places.journal.read_bytes() == content
