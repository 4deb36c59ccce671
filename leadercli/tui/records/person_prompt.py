"""Offer people as a name is typed, and pick or add the one that is meant."""

from __future__ import annotations

from collections.abc import Callable

from leadercli.errors import AppError
from leadercli.journal.journal import Journal
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.people.names import match_people
from leadercli.model.people.profile import read_person
from leadercli.model.people.rhythm import cadence_words
from leadercli.model.records import Person
from leadercli.model.text import fold
from leadercli.tui.records.kinds import Desk
from leadercli.tui.widgets.prompt import Choice, Question

NEW = "new:"


def ask_person(desk: Desk, label: str, then: Callable[[str], None], first: str = "") -> None:
    """Ask for a name; the person with the id `first` is offered first. `then` gets the id of the person meant."""
    journal = desk.journal

    def submit(_: str, chosen: str) -> None:
        then(picked_person(journal, chosen).id)

    def choices(typed: str) -> list[Choice]:
        return person_choices(journal, typed, first, desk.texts)

    desk.ask(Question("person", label, submit, choices=choices))


def person_choices(journal: Journal, typed: str, first: str, texts: Texts) -> list[Choice]:
    """List whom a typed name can mean; with nothing typed everyone, `first` ahead; for an unknown name, adding it.

    "name, role, rhythm" can be somebody new although others are called so too.
    """
    here = journal.people.here()
    line = read_person(typed)
    if not line.name:
        ordered = sorted(here, key=lambda person: person.id != first)
        return [Choice(person.name, person.id) for person in ordered]
    found = match_people(line.name, here) or match_people(line.name, journal.people.all())
    choices = [Choice(person.name, person.id) for person in found]
    is_new = "," in typed and all(fold(person.name) != fold(line.name) for person in found)
    if found and not is_new:
        return choices
    words = new_person_words(typed, texts) if "," in typed else line.name
    return [Choice(texts.t("add {name}", name=words), NEW + typed), *choices]


def picked_person(journal: Journal, chosen: str) -> Person:
    """Find the person that was picked, or add them. Raises AppError when there is nobody to pick."""
    if chosen.startswith(NEW):
        return add_person(journal, chosen.removeprefix(NEW))
    person = journal.people.get(chosen)
    if person is None:
        raise AppError(N_("Type the name of someone you talk with."))
    return person


def add_person(journal: Journal, typed: str) -> Person:
    """Add a person from a line with a name, and a role and a rhythm behind commas. Raises AppError."""
    line = read_person(typed)
    fields = {"role": line.role} if line.role else {}
    fields |= {"cadence": line.cadence} if line.cadence is not None else {}
    return journal.people.add(line.name, **fields)


def new_person_words(typed: str, texts: Texts) -> str:
    """Say what the line of a new person is understood as: name, role, rhythm."""
    line = read_person(typed)
    if not line.name:
        return texts.t("name – or name, role, rhythm")
    rhythm = cadence_words("1m" if line.cadence is None else line.cadence, texts.lang)
    return " · ".join(part for part in (line.name, line.role, rhythm) if part)
