"""Whom an imported note is about: someone known by a name of theirs, or someone new."""

from __future__ import annotations

import json

import pytest

from leadercli.errors import AppError
from leadercli.exchange.import_notes import import_file
from leadercli.journal.journal import Journal
from leadercli.model.ids import derived_id


def note(person: str, day: str = "2026-01-05", text: str = "hej") -> str:
    return json.dumps({"at": day, "person": person, "text": f"{text} {person}"}) + "\n"


def names(journal: Journal) -> list[str]:
    return [one.name for one in journal.people.here()]


@pytest.mark.parametrize("typed", ["mads", "Mads Holm", "MADS H", "holm", "mads holm"])
def test_a_known_person_is_found_by_a_name(journal: Journal, typed: str) -> None:
    journal.people.add("Mads Holm")
    assert import_file(journal, "jsonl", note(typed)).people_added == ()


@pytest.mark.parametrize(("known", "typed"), [("Åse", "aase"), ("Søren", "soeren"), ("Søren", "soren")])
def test_other_spellings_are_found(journal: Journal, known: str, typed: str) -> None:
    journal.people.add(known)
    assert import_file(journal, "jsonl", note(typed)).people_added == ()


@pytest.mark.parametrize(("known", "typed"), [("Evald", "Eva"), ("Mads Holm", "Mads Bach"), ("Mads Holm", "mh")])
def test_the_beginning_of_a_name_is_someone_else(journal: Journal, known: str, typed: str) -> None:
    journal.people.add(known)
    assert import_file(journal, "jsonl", note(typed)).people_added == (typed,)


def test_a_first_name_in_the_file_is_found_in_the_whole_name_there(journal: Journal) -> None:
    found = import_file(journal, "jsonl", note("Lise") + note("Lise Thomsen", "2026-01-06"))
    assert found.people_added == ("Lise Thomsen",)
    assert found.meetings == 2


def test_an_archived_person_is_found(journal: Journal) -> None:
    jonas = journal.people.add("Jonas Friis")
    journal.people.leave(jonas.id, journal.clock().date())
    assert import_file(journal, "jsonl", note("Jonas")).people_added == ()


def test_someone_in_the_file_can_own_what_stands_above(journal: Journal) -> None:
    text = note("Lise", text="! >mads skriv til") + note("Mads", "2026-01-06")
    import_file(journal, "jsonl", text)
    (agreement,) = journal.agreements.open()
    assert journal.people.name(agreement.owner) == "Mads"


def test_new_people_have_ids_that_every_machine_makes(journal: Journal) -> None:
    import_file(journal, "jsonl", note("Lise", "2026-01-09") + note("LISE", "2026-01-05"))
    (lise,) = journal.people.all()
    day = journal.meetings.all()[0].day
    assert lise.id == derived_id(day, "person", "lise")


def test_a_name_that_can_be_two_stops_the_import(journal: Journal) -> None:
    for name in ("Lise Holm", "Lise Bach"):
        journal.people.add(name)
    with pytest.raises(AppError, match="“Lise” can be Lise Bach, Lise Holm"):
        import_file(journal, "jsonl", note("Mads") + note("Lise"))
    assert sorted(names(journal)) == ["Lise Bach", "Lise Holm"]


def test_a_name_that_the_file_itself_makes_unclear_stops_the_import(journal: Journal) -> None:
    text = note("Lise Bach") + note("Lise", "2026-01-06") + note("Lise Holm", "2026-01-07")
    with pytest.raises(AppError, match="Line 2: “Lise” can be Lise Bach, Lise Holm"):
        import_file(journal, "jsonl", text)
    assert names(journal) == []


def test_a_newcomer_who_makes_a_known_name_unclear_stops_the_import(journal: Journal) -> None:
    journal.people.add("Lise Bach")
    with pytest.raises(AppError, match="Line 1: “Lise” can be Lise Bach, Lise Holm"):
        import_file(journal, "jsonl", note("Lise") + note("Lise Holm", "2026-01-06"))
    assert names(journal) == ["Lise Bach"]
