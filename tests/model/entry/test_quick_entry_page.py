"""The page docs/quick-entry.md says what the program does: every example on it is read by the program."""

import re
from datetime import date
from pathlib import Path

import pytest

from leadercli.model.dates.reader import read_date, trailing_date
from leadercli.model.entry.note_line import read_line
from leadercli.model.entry.quick_line import Understood, read_quick, resolve
from leadercli.model.records import ME, THEM, US, Person

PAGE = Path(__file__).parents[3] / "docs" / "quick-entry.md"
TODAY = date(2026, 3, 2)
LISE, MADS, AASE = Person("l", "Lise Holm"), Person("m", "Mads Holm"), Person("a", "Åse Bruun")
PEOPLE = (LISE, MADS, AASE)
KINDS = {"agreement": "agreement", "next time": "inbox", "praise": "praise", "could be better": "better"}


def rows() -> list[list[str]]:
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    return [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in lines]


def phrases() -> list[tuple[str, str]]:
    text = PAGE.read_text(encoding="utf-8")
    found = re.findall(r"^- (\d{4}-\d\d-\d\d): ((?:`[^`]+`,?\s*)+)", text, re.MULTILINE)
    return [(day, phrase) for day, list_ in found for phrase in re.findall(r"`([^`]+)`", list_)]


def test_the_page_has_examples() -> None:
    assert len(rows()) >= 15
    assert len(phrases()) >= 50


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_a_line_means_what_the_table_says(row: list[str]) -> None:
    line, becomes, about, owner, day, text = row
    if line.startswith("@"):
        read = resolve(read_quick(line, TODAY), PEOPLE)
        assert isinstance(read, Understood)
        kind, private, person_id = read.kind, read.private, read.person_id
        said_owner, due, said = read.owner, read.due, read.text
    else:
        captured = read_line(line, LISE, PEOPLE, TODAY)
        assert captured is not None
        kind, private, person_id = captured.kind, captured.private, captured.person_id
        said_owner, due, said = captured.owner, captured.due, captured.text
    names = {one.id: one.name.split()[0] for one in PEOPLE}
    owners = {ME: "me", US: "us", THEM: names[person_id]} | names
    expected = "private" if becomes == "only for me" else KINDS[becomes.split(",")[0]]
    assert (kind, private) == (expected, "only for me" in becomes)
    assert (names[person_id], owners[said_owner]) == (about, owner)
    assert ("" if due is None else due.isoformat(), said) == (day, text)


@pytest.mark.parametrize(("day", "phrase"), phrases(), ids=lambda value: value)
def test_a_phrase_is_the_date_it_stands_beside(day: str, phrase: str) -> None:
    assert read_date(phrase, TODAY) == date.fromisoformat(day)
    assert trailing_date(f"send budget {phrase}", TODAY) == ("send budget", date.fromisoformat(day), phrase)


NO_DATES = [
    "hver fredag", "sidste fredag", "fra mandag", "tal om fredag", "mandag og onsdag", "fra 3/4 til 14/4",
    "hun vil gerne holde fri", "i maj", "they may", "ring til Tor", "pris 14.11", "prisen er 3.5",
    "support 24/7",
]  # fmt: skip


@pytest.mark.parametrize("line", NO_DATES)
def test_what_the_page_calls_no_date_is_text(line: str) -> None:
    assert trailing_date(line, TODAY) == (line, None, "")
