"""Notes from lines of JSON come in once, whole or not at all, and are read like notes of their own day."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadercli.errors import NOT_DONE, AppError
from leadercli.exchange.export import export_json
from leadercli.exchange.import_notes import import_file
from leadercli.journal.history.undo import undo
from leadercli.journal.journal import Journal
from leadercli.journal.opening import begin_journal
from leadercli.session import begin

Again = Callable[[Journal], Journal]
DAY = date(2026, 1, 5)


def lines(*notes: tuple[str, str, str]) -> str:
    found = ({"at": at, "person": person, "text": text} for at, person, text in notes)
    return "".join(json.dumps(note, ensure_ascii=False) + "\n" for note in found)


MONDAY = lines(("2026-01-05T10:00", "Lise", "travlt\n! >lise send budget fre\n! ring til HR\n? ferie\n+ flot\n= tonen"))


def test_a_note_is_read_as_of_its_own_day(journal: Journal) -> None:
    found = import_file(journal, "jsonl", MONDAY)
    assert found.people_added == ("Lise",)
    assert (found.meetings, found.agreements, found.inbox, found.feedback) == (1, 2, 1, 2)
    lise = journal.people.named("lise")
    budget, hr = sorted(journal.agreements.open(), key=lambda one: one.text, reverse=True)
    assert (budget.text, budget.due, budget.owner) == ("send budget", date(2026, 1, 9), "them")
    assert hr.created == datetime(2026, 1, 5, 10)
    held = journal.meetings.on(lise.id, DAY)
    assert (held.state, held.time) == ("held", "10:00")


def test_whoever_is_added_has_no_rhythm_yet(journal: Journal) -> None:
    import_file(journal, "jsonl", MONDAY)
    assert journal.people.named("lise").cadence == ""


def test_notes_of_a_person_and_day_become_one_in_order_of_time(journal: Journal) -> None:
    text = lines(
        ("2026-01-05T15:00", "Lise", "sidst"),
        ("2026-01-05T09:00", "lise", "først"),
        ("2026-01-06", "Lise", "næste dag"),
    )
    assert import_file(journal, "jsonl", text).meetings == 2
    lise = journal.people.named("lise").id
    assert journal.meetings.on(lise, DAY).text == "først\nsidst"
    assert journal.meetings.on(lise, date(2026, 1, 6)).time == ""


def test_longer_notes_of_a_day_have_air_between_them(journal: Journal) -> None:
    text = lines(("2026-01-05T09:00", "Lise", "et\nto"), ("2026-01-05T10:00", "Lise", "tre"))
    import_file(journal, "jsonl", text)
    assert journal.meetings.on(journal.people.named("lise").id, DAY).text == "et\nto\n\ntre"


def test_importing_again_adds_nothing_and_is_no_change(journal: Journal, again: Again) -> None:
    import_file(journal, "jsonl", MONDAY)
    before = export_json(journal, private=True)
    later = again(journal)
    found = import_file(later, "jsonl", MONDAY)
    assert (found.people_added, found.meetings, found.agreements) == ((), 0, 0)
    assert export_json(later, private=True) == before
    assert len(later.log.entries()) == 1


def test_importing_again_after_an_edit_adds_nothing(journal: Journal) -> None:
    import_file(journal, "jsonl", MONDAY)
    lise = journal.people.named("lise").id
    journal.meetings.write(lise, DAY, "omskrevet")
    assert import_file(journal, "jsonl", MONDAY).meetings == 0
    assert journal.meetings.on(lise, DAY).text == "omskrevet"


def test_a_longer_file_adds_only_what_is_new(journal: Journal) -> None:
    import_file(journal, "jsonl", MONDAY)
    more = MONDAY + lines(("2026-01-05T16:00", "Lise", "! køb blomster"))
    found = import_file(journal, "jsonl", more)
    assert (found.meetings, found.agreements) == (1, 1)
    assert len(journal.agreements.open()) == 3


def test_a_note_that_is_there_is_kept_and_added_to(journal: Journal) -> None:
    lise = journal.people.add("Lise").id
    journal.meetings.write(lise, DAY, "min egen note")
    import_file(journal, "jsonl", lines(("2026-01-05", "Lise", "udefra")))
    assert journal.meetings.on(lise, DAY).text == "min egen note\nudefra"
    assert journal.meetings.on(lise, DAY).state == "held"


def test_one_undo_takes_all_of_it_back_and_the_file_can_come_again(journal: Journal) -> None:
    journal.people.add("Mads")
    text = MONDAY + lines(("2026-01-07", "Mads", "! ring\nhej"))
    import_file(journal, "jsonl", text)
    undo(journal)
    assert [one.name for one in journal.people.all()] == ["Mads"]
    assert not journal.meetings.all()
    assert not journal.agreements.all()
    found = import_file(journal, "jsonl", text)
    assert found.meetings == 2
    assert [one.name for one in journal.people.here()] == ["Lise", "Mads"]
    assert sorted(one.text for one in journal.agreements.open()) == ["ring", "ring til HR", "send budget"]


BAD = [
    ("not json", "Line 2"),
    ('["2026-01-05", "Lise", "hej"]', "Line 2"),
    ('{"at": "2026-01-05", "person": "Lise"}', "Line 2"),
    ('{"at": "2026-01-05", "person": "Lise", "text": 5}', "Line 2"),
    ('{"at": "2026-13-05", "person": "Lise", "text": "hej"}', "2026-13-05"),
    ('{"at": "i går", "person": "Lise", "text": "hej"}', "i går"),
    ('{"at": "2026-01-05", "person": "  ", "text": "hej"}', "whom"),
    ('{"at": "2026-01-05", "person": "lise", "text": "hej"}', "Lise Holm, Lise Thomsen"),
    ("[" * 5000, "Line 2"),
]


@pytest.mark.parametrize(("line", "said"), BAD)
def test_a_bad_line_is_named_and_nothing_is_imported(journal: Journal, line: str, said: str) -> None:
    for name in ("Lise Holm", "Lise Thomsen"):
        journal.people.add(name)
    before = export_json(journal)
    good = lines(("2026-01-05", "Lise Holm", "hej"))
    with pytest.raises(AppError) as trouble:
        import_file(journal, "jsonl", good + line + "\n" + good)
    assert trouble.value.code == NOT_DONE
    assert said in str(trouble.value)
    assert "Line 2" in str(trouble.value)
    assert export_json(journal) == before


def test_empty_lines_and_notes_without_text_are_passed_over(journal: Journal) -> None:
    text = "\ufeff\n" + MONDAY.replace("\n", "\r\n") + "\n" + lines(("2026-01-05", "Mads", " \n"))
    found = import_file(journal, "jsonl", text)
    assert found.people_added == ("Lise",)
    assert [(one.place, str(one.why)) for one in found.skipped] == [("4", "Line 4 has no text.")]


def test_separators_inside_a_text_do_not_split_the_line(journal: Journal) -> None:
    import_file(journal, "jsonl", lines(("2026-01-05", "Lise", "før\u2028efter\x85slut")))
    assert journal.meetings.on(journal.people.named("lise").id, DAY).text == "før\u2028efter\x85slut"


@pytest.mark.parametrize("at", ["2026-01-05T10:00:00Z", "2026-01-05T10:00:00+13:00", "2026-01-05 10:00"])
def test_the_time_is_the_one_that_stands_there(journal: Journal, at: str) -> None:
    import_file(journal, "jsonl", lines((at, "Lise", "hej")))
    assert journal.meetings.on(journal.people.named("lise").id, DAY).time == "10:00"


def test_a_file_is_read_from_its_path(journal: Journal, tmp_path: Path) -> None:
    file = tmp_path / "notes.jsonl"
    file.write_text(MONDAY, "utf-8")
    assert import_file(journal, "jsonl", file).meetings == 1
    assert journal.log.entries()[-1].what == "notes.jsonl"


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_file_that_cannot_be_read_says_so(journal: Journal, tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "notes.jsonl"
    if content:
        file.write_bytes(content)
    with pytest.raises(AppError, match="could not be read"):
        import_file(journal, "jsonl", file)


NAMES = st.sampled_from(("Lise", "lise", "Lise Holm", "Mads", "Åse", "Evald"))
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30) | st.sampled_from(
    ("! ring fre", "? ferie", "a\n! >mads skriv\n% mig", "+ flot\n= tone")
)
NOTES = st.lists(st.tuples(st.dates(date(2025, 12, 1), date(2025, 12, 4)).map(str), NAMES, TEXTS), max_size=8)


@settings(max_examples=60, deadline=None)
@given(notes=NOTES)
def test_importing_twice_is_importing_once(notes: list[tuple[str, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        session = begin({"HOME": folder, "LEADERCLI_NOW": "2026-03-02T08:00"})
        journal = begin_journal(session.places, session.clock, Random(1).randbytes)
        first = import_file(journal, "jsonl", lines(*notes))
        once = export_json(journal, private=True)
        second = import_file(journal, "jsonl", lines(*notes))
        assert export_json(journal, private=True) == once
        assert (second.people_added, second.meetings) == ((), 0)
        assert first.meetings == len(journal.meetings.all())
        held = "\n".join(one.text for one in journal.meetings.all())
        assert all(text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").rstrip() in held for _, _, text in notes)
