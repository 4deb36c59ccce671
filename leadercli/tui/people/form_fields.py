"""The fields of the form about a person: what is shown, and what is said of what is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.dates.calendar import NO_YEAR
from leadercli.model.dates.format import format_long
from leadercli.model.people.profile import RELATIONS, relation_words
from leadercli.model.people.rhythm import cadence_words
from leadercli.model.records import Person
from leadercli.words.fields import field_words
from leadercli.words.person_values import read_value


@dataclass(frozen=True, slots=True)
class PersonField:
    """One line of the form.

    `show` writes the saved value so that `read` understands it again; `say` tells what was understood, "" when the
    text itself says it.
    """

    name: str
    hint: str
    show: Callable[[Any, Texts], str]
    say: Callable[[Any, Texts], str] = lambda _value, _texts: ""

    def label(self, texts: Texts) -> str:
        """Say what the field is called."""
        return field_words(self.name, texts)

    def shown(self, person: Person, texts: Texts) -> str:
        """Write a person's saved value."""
        return self.show(getattr(person, self.name), texts)

    def read(self, typed: str, today: date) -> Any:
        """Read what was typed. Raises AppError for what is not understood."""
        return read_value(self.name, typed, today)


def _text(value: str, _: Texts) -> str:
    return value


def _day_words(day: date | None, texts: Texts) -> str:
    """Say a date such that it is read again: "1. august 2021", "1 August 2021"."""
    if day is None:
        return ""
    return format_long(day, texts.lang, year=day.year != NO_YEAR).partition(" ")[2]


FIELDS = (
    PersonField("name", N_("as you say it: first name and surname"), _text),
    PersonField("role", N_("what they do; may stay empty"), _text),
    PersonField(
        "relation",
        N_("employee, my manager, representative or other"),
        lambda value, texts: relation_words(value, texts.lang) if value in RELATIONS else str(value),
        lambda value, texts: relation_words(value, texts.lang),
    ),
    PersonField(
        "cadence",
        N_("every 2 weeks, monthly, none; counted from the last talk"),
        lambda value, texts: cadence_words(value, texts.lang),
        lambda value, texts: cadence_words(value, texts.lang),
    ),
    PersonField(
        "minutes",
        N_("how long a conversation is planned to take"),
        lambda value, _: str(value) if value else "",
        lambda value, texts: texts.n("{count} minute", "{count} minutes", value) if value else "",
    ),
    PersonField("start", N_("when they began: 1/8/2021 or august 2021"), _day_words, _day_words),
    PersonField("birthday", N_("14/3; the year may be left out"), _day_words, _day_words),
    PersonField("email", N_("for drafts of letters to them"), _text),
)
"""The lines of the form, in their order."""
