"""People: add, edit, pause, archive, bin, and find by what is typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from leadercli.errors import AppError
from leadercli.journal.journal import Journal
from leadercli.journal.store.table import NotFoundError

Opener = Callable[[Journal], Journal]


def test_a_person_is_there_after_the_program_has_ended(journal: Journal, open_again: Opener) -> None:
    start, birthday = date(2024, 8, 1), date(1988, 2, 29)
    added = journal.people.add(
        "  Lise   Holm ", role="Projektleder", minutes=45, start=start, birthday=birthday, email="lise@firma.dk"
    )
    (found,) = open_again(journal).people.all()
    assert found == added
    assert (found.name, found.cadence, found.relation, found.state) == ("Lise Holm", "1m", "employee", "active")
    assert (found.start, found.birthday, found.minutes, found.role) == (start, birthday, 45, "Projektleder")
    assert found.created == journal.clock()


def test_someone_without_a_rhythm(journal: Journal) -> None:
    assert journal.people.add("Min chef", relation="manager", cadence="").cadence == ""


@pytest.mark.parametrize("name", ["", "  ", "\n\t"])
def test_a_person_needs_a_name(journal: Journal, name: str) -> None:
    lise = journal.people.add("Lise")
    with pytest.raises(AppError, match="needs a name"):
        journal.people.add(name)
    with pytest.raises(AppError, match="needs a name"):
        journal.people.edit(lise.id, {"name": name})
    assert journal.people.all() == (lise,)


def test_two_people_do_not_have_one_name(journal: Journal) -> None:
    lise, mads = journal.people.add("Lise Holm"), journal.people.add("Mads")
    with pytest.raises(AppError, match="already someone called “LISE HOLM”"):
        journal.people.add("LISE  HOLM")
    with pytest.raises(AppError, match="already someone called “lise holm”"):
        journal.people.edit(mads.id, {"name": "lise holm"})
    journal.people.edit(lise.id, {"name": "Lise HOLM"})
    assert journal.people.name(lise.id) == "Lise HOLM"
    journal.people.remove(lise.id)
    assert journal.people.add("Lise Holm").id != lise.id, "who lies in the bin has no name to keep free"


def test_an_edit_changes_what_it_names(journal: Journal, open_again: Opener) -> None:
    lise = journal.people.add("Lise", role="Leder", email="l@firma.dk")
    journal.people.edit(lise.id, {"role": "Chef", "start": date(2025, 1, 1)})
    found = open_again(journal).people.get(lise.id)
    assert found
    assert (found.name, found.role, found.email, found.start) == ("Lise", "Chef", "l@firma.dk", date(2025, 1, 1))


def test_pause_resume_leave_and_bin(journal: Journal) -> None:
    lise = journal.people.add("Lise")
    mads = journal.people.add("Mads")
    until = date(2026, 9, 1)
    journal.people.pause(lise.id, until)
    paused = journal.people.get(lise.id)
    assert paused
    assert (paused.state, paused.paused_until) == ("paused", until)
    journal.people.resume(lise.id)
    assert journal.people.get(lise.id) == lise
    journal.people.leave(lise.id, date(2026, 4, 30))
    left = journal.people.get(lise.id)
    assert left
    assert (left.state, left.left) == ("archived", date(2026, 4, 30))
    assert journal.people.here() == [mads]
    assert set(journal.people.all()) == {left, mads}
    journal.people.remove(lise.id)
    assert journal.people.all() == (mads,)
    binned = journal.people.get(lise.id)
    assert binned
    assert binned.deleted == journal.clock()
    assert journal.people.name(lise.id) == "Lise", "old notes still say who it was"


@pytest.mark.parametrize("verb", ["edit", "pause", "resume", "leave", "remove"])
def test_nobody_is_made_by_a_verb_on_someone_who_is_not_there(journal: Journal, verb: str) -> None:
    given: dict[str, tuple[object, ...]] = {"edit": ({"role": "x"},), "leave": (date(2026, 4, 30),)}
    with pytest.raises(AppError, match="no longer in the journal"):
        getattr(journal.people, verb)("260302-nobody", *given.get(verb, ()))
    assert journal.table("people") == {}


def test_finding_by_what_is_typed(journal: Journal) -> None:
    aase, lise = journal.people.add("Åse Bruun"), journal.people.add("Lise Holm")
    journal.people.add("Lisbeth Krag")
    journal.people.leave(journal.people.add("Aase Gammel").id, date(2020, 1, 1))
    assert journal.people.named("aase") == aase, "those who are here come before those who left"
    assert journal.people.named("lise") == lise
    assert journal.people.named("gammel").name == "Aase Gammel"
    with pytest.raises(NotFoundError, match=r"“lis” can be Lis\w+ \w+, Lis\w+ \w+\. Type more"):
        journal.people.named("lis")
    with pytest.raises(NotFoundError, match=r"nobody called “Birk”.*person add “Birk”"):
        journal.people.named("Birk")
