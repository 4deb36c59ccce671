"""A made-up table, of which only its row and its dataclass are told, is kept like every other."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime

import pytest
from support.journals.made_up_table import LETTERS, ROW, Letter

from leadercli.errors import DamagedError
from leadercli.exchange.export import export_json
from leadercli.exchange.markdown import export_markdown
from leadercli.journal.file.codec import decoder
from leadercli.journal.file.format import read_tables
from leadercli.journal.file.unreadable import mend, without_bad
from leadercli.journal.history.bin import binned, take_out
from leadercli.journal.history.conflicts import both, can_keep_both, settle, unsettled
from leadercli.journal.history.versions import history, restore_version
from leadercli.journal.journal import Journal
from leadercli.journal.repair.check_records import check_records, is_refused
from leadercli.journal.repair.salvage import salvage
from leadercli.journal.repair.sources import Source, gathered
from leadercli.journal.search import Search
from leadercli.journal.store.change import Change
from leadercli.journal.store.table import Table
from leadercli.locale.texts import Texts
from leadercli.model.schema import MEETINGS, TABLES, Reference, Tables

ID = "260302-letter0000"
BODY = "Kære Lise\n% du er træt\nTak for hjælpen"


@pytest.fixture(autouse=True)
def _made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TABLES, LETTERS, ROW)


@pytest.fixture
def lise(journal: Journal) -> str:
    """Someone to write to."""
    return journal.people.add("Lise Thomsen").id


@pytest.fixture
def letter(journal: Journal, lise: str) -> str:
    """A letter to her."""
    fields = {"person": lise, "subject": "Tak", "sent": "2026-03-02", "body": BODY, "star.style": 3, "star.length": 0}
    journal.commit("write_letter", "Tak", Change(LETTERS, ID, fields))
    return ID


@pytest.fixture
def english() -> Texts:
    """The program's own words."""
    return Texts("en")


def _content(journal: Journal) -> bytes:
    return journal.places.journal.read_bytes()


def _tables(journal: Journal) -> Tables:
    return read_tables(_content(journal), "journal.json")


def test_it_is_read_as_its_dataclass_says(journal: Journal, lise: str, letter: str) -> None:
    table: Table[Letter] = Table(journal, LETTERS, decoder(LETTERS))
    stars = {"style": 3, "length": None}
    assert table.all() == (Letter(letter, lise, "Tak", date(2026, 3, 2), BODY, stars=stars),)
    assert decoder(LETTERS)("x", {"sent": "2026-03-02"}) == Letter("x", "", "no subject", date(2026, 3, 2))


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("pages", "two", "pages = 'two'"),
        ("sent", "soon", "sent = 'soon'"),
        ("sent", None, "sent = None"),
        ("subject", 5, "subject = 5"),
        ("answered", "later", "answered = 'later'"),
        ("star.style", 4, "star.style = 4"),
    ],
)
def test_what_it_cannot_hold_is_named(field: str, value: object, said: str) -> None:
    with pytest.raises(ValueError, match=f"^{said}$"):
        decoder(LETTERS)(ID, {"sent": "2026-03-02", field: value})


def test_it_merges_line_by_line_and_asks_what_holds(
    journal: Journal, letter: str, elsewhere: Callable[[Journal], Journal]
) -> None:
    other = elsewhere(journal)
    other.commit("write_letter", "", Change(LETTERS, letter, {"subject": "Mange tak", "body": BODY + "\nHilsen"}))
    journal.commit("write_letter", "", Change(LETTERS, letter, {"subject": "Tusind tak", "body": "Mandag\n" + BODY}))
    other.places.journal.rename(journal.places.journal.with_name("journal (conflict).json"))
    journal.commit("write_letter", "", Change(LETTERS, letter, {"pages": 2}))
    assert journal.table(LETTERS)[letter]["body"] == f"Mandag\n{BODY}\nHilsen"
    (question,) = unsettled(journal)
    assert (question.table, question.field) == (LETTERS, "subject")
    assert sorted(question.values) == ["Mange tak", "Tusind tak"]
    assert can_keep_both(question)
    settle(journal, question, both(question))
    assert unsettled(journal) == []


def test_two_moments_that_say_the_same_are_no_question(
    journal: Journal, letter: str, elsewhere: Callable[[Journal], Journal]
) -> None:
    other = elsewhere(journal)
    other.commit("answer", "", Change(LETTERS, letter, {"answered": "2026-03-02T09:00:00", "tone": "warm"}))
    journal.commit("answer", "", Change(LETTERS, letter, {"answered": "2026-03-02T10:00:00", "tone": ""}))
    other.places.journal.rename(journal.places.journal.with_name("journal (conflict).json"))
    journal.commit("write_letter", "", Change(LETTERS, letter, {"pages": 2}))
    assert journal.table(LETTERS)[letter]["pages"] == 2
    assert unsettled(journal) == []


def test_it_is_found_but_for_what_is_private(journal: Journal, lise: str, letter: str) -> None:
    (hit,) = Search(journal).find("hjælpen lise")
    assert (hit.kind, hit.id, hit.person_id, hit.day) == ("letter", letter, lise, date(2026, 3, 2))
    assert Search(journal).find("træt") == []
    assert [hit.id for hit in Search(journal).find("træt", private=True)] == [letter]
    journal.commit("hide", "", Change(LETTERS, letter, {"private": True}))
    assert Search(journal).find("hjælpen") == []


def test_it_is_exported_as_json(journal: Journal, lise: str, letter: str) -> None:
    mads = journal.people.add("Mads Holm").id
    assert json.loads(export_json(journal, person_id=lise))[LETTERS] == [
        {
            "id": letter,
            "person_id": lise,
            "person": "Lise Thomsen",
            "subject": "Tak",
            "sent": "2026-03-02",
            "body": "Kære Lise\nTak for hjælpen",
            "stars": {"style": 3, "length": None},
        }
    ]
    assert json.loads(export_json(journal, private=True))[LETTERS][0]["body"] == BODY
    assert json.loads(export_json(journal, person_id=mads))[LETTERS] == []


def test_it_is_exported_as_markdown(journal: Journal, letter: str, english: Texts) -> None:
    said = export_markdown(journal, english)
    assert said.endswith("\n## Letter\n\n- Monday 2 March 2026 · Tak\n\nKære Lise\nTak for hjælpen\n")
    assert "du er træt" in export_markdown(journal, english, private=True)
    assert letter not in said


def test_one_about_nobody_stands_with_the_leaders_own(
    journal: Journal, letter: str, english: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(TABLES, LETTERS, ROW._replace(person="", references=()))
    assert "\n# Letter\n\n- Monday 2 March 2026 · Tak\n" in export_markdown(journal, english)
    assert LETTERS not in json.loads(export_json(journal, person_id=journal.people.all()[0].id))


def test_it_lies_in_the_bin_and_comes_back(journal: Journal, lise: str, letter: str) -> None:
    journal.commit("remove", "", Change(LETTERS, letter, {"deleted": "2026-03-02T08:00:00"}))
    (one,) = binned(journal, datetime(2026, 3, 2, 9))
    assert (one.table, one.id, one.what, one.person_id) == (LETTERS, letter, "Tak", lise)
    assert Search(journal).find("hjælpen") == []
    take_out(journal, LETTERS, letter)
    assert binned(journal, datetime(2026, 3, 2, 9)) == []


def test_its_history_is_told_and_an_earlier_version_written_again(journal: Journal, letter: str) -> None:
    journal.commit("write_letter", "", Change(LETTERS, letter, {"subject": "Farvel"}))
    now, first = history(journal, LETTERS, letter)
    assert (now.values["subject"], first.values["subject"]) == ("Farvel", "Tak")
    assert restore_version(journal, first)
    assert journal.table(LETTERS)[letter]["subject"] == "Tak"


def test_it_is_checked(journal: Journal, letter: str) -> None:
    assert list(check_records(_tables(journal), _content(journal))) == []
    journal.commit("spoil", "", Change(LETTERS, letter, {"person": "260101-nobodyhere"}))
    (finding,) = check_records(_tables(journal), _content(journal))
    assert "it is about the person {named}" in finding.message
    tables = _tables(journal)
    tables[LETTERS][letter] |= {"person": "", "pages": "two"}
    assert is_refused(tables)
    (finding,) = check_records(tables, _content(journal))
    assert str(finding.values["reason"]) == "pages = 'two'"


def test_a_field_of_its_own_that_points_nowhere_is_named(
    journal: Journal, letter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(TABLES, LETTERS, ROW._replace(references=(Reference("after", MEETINGS),)))
    journal.commit("spoil", "", Change(LETTERS, letter, {"after": "260101-nowhere000"}))
    (finding,) = check_records(_tables(journal), _content(journal))
    assert (finding.values["field"], finding.values["named"]) == ("after", "260101-nowhere000")


def test_a_table_that_is_none_is_damage(journal: Journal, letter: str) -> None:
    content = json.loads(_content(journal)) | {LETTERS: [letter]}
    with pytest.raises(DamagedError):
        read_tables(json.dumps(content).encode(), "journal.json")


@pytest.mark.parametrize(("field", "value", "mended"), [("pages", "two", None), ("sent", "soon", "2026-03-02")])
def test_a_bad_field_is_taken_out_of_it_and_mended(
    journal: Journal, letter: str, field: str, value: str, mended: str | None
) -> None:
    tables = _tables(journal)
    left, bad = without_bad(LETTERS, letter, tables[LETTERS][letter] | {field: value})
    assert [one.field for one in bad] == [field]
    assert left["subject"] == "Tak"
    tables[LETTERS][letter] = left
    mend(tables, bad)
    assert tables[LETTERS][letter][field] == mended
    assert not is_refused(tables)


def test_it_is_rescued_and_known_by_its_looks(journal: Journal, letter: str) -> None:
    whole = _tables(journal)
    torn = _content(journal).replace(b'"letters": {\n', b"").removesuffix(b"}\n}\n")
    (found,) = salvage(torn)
    assert found.tables[LETTERS] == whole[LETTERS]
    source = Source("journal", journal.places.journal, journal.id, found.tables, is_whole=False)
    tables = gathered([source], journal.id).tables
    assert tables[LETTERS][letter]["subject"] == "Tak"
