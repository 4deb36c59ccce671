"""Offer people as a name is typed, and pick or add the one that is meant."""

from __future__ import annotations

from leadercli.journal.journal import Journal
from leadercli.locale.mark import N_
from leadercli.locale.texts import Texts
from leadercli.model.names import match_people
from leadercli.model.records import Person
from leadercli.trouble import Trouble
from leadercli.tui.widgets.prompt import Choice

NEW = "new:"


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


def picked_person(journal: Journal, typed: str, chosen: str) -> Person:
    """Find the person that was picked, or add them. Raises Trouble when nothing was typed and nobody is there."""
    if chosen.startswith(NEW):
        return journal.people.add(chosen.removeprefix(NEW))
    person = journal.people.get(chosen)
    if person is None:
        raise Trouble(N_("Type the name of someone you talk with."))
    return person
