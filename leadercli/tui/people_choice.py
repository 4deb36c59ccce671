"""Offer people as a name is typed, and pick or add the one that is meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from leadercli.journal.journal import Journal
from leadercli.locale.mark import N_
from leadercli.locale.texts import Texts
from leadercli.model.names import match_people
from leadercli.model.records import Person
from leadercli.trouble import Trouble
from leadercli.tui.widgets.prompt import Choice, Question

if TYPE_CHECKING:
    from leadercli.tui.screens.base import LeaderScreen

NEW = "new:"


def ask_person(screen: LeaderScreen, label: str, then: Callable[[str], None]) -> None:
    """Ask for a name at the bottom of a screen; whom its cursor is about comes first. `then` gets the person's id."""
    journal = screen.journal
    first = getattr(screen, "about", "")

    def submit(_: str, chosen: str) -> None:
        then(picked_person(journal, chosen).id)

    def choices(typed: str) -> list[Choice]:
        return person_choices(journal, typed, first, screen.texts)

    screen.prompt.ask(Question("person", label, submit, choices=choices))


def person_choices(journal: Journal, typed: str, first: str, texts: Texts) -> list[Choice]:
    """List whom a typed name can mean; with nothing typed everyone, `first` ahead; for an unknown name, adding it."""
    here = journal.people.here()
    typed = " ".join(typed.split())
    if not typed:
        ordered = sorted(here, key=lambda person: person.id != first)
        return [Choice(person.name, person.id) for person in ordered]
    found = match_people(typed, here) or match_people(typed, journal.people.all())
    if not found:
        return [Choice(texts.t("add {name}", name=typed), NEW + typed)]
    return [Choice(person.name, person.id) for person in found]


def picked_person(journal: Journal, chosen: str) -> Person:
    """Find the person that was picked, or add them. Raises Trouble when there is nobody to pick."""
    if chosen.startswith(NEW):
        return journal.people.add(chosen.removeprefix(NEW))
    person = journal.people.get(chosen)
    if person is None:
        raise Trouble(N_("Type the name of someone you talk with."))
    return person
