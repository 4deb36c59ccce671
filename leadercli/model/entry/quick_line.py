"""Read one line of quick entry: `@lise >lise sender budget 14/11`, with the sign of a note line if wanted.

`read_quick` takes the line apart without knowing anybody; `resolve` finds the people.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from leadercli.model.dates.reader import trailing_date
from leadercli.model.entry.tokens import OWNERS, SignKind, read_signs, read_tokens
from leadercli.model.people.names import match_people
from leadercli.model.records import ME, THEM, Person
from leadercli.model.text import fold

_AHEAD = frozenset(("om", "in", "within", "inden", "indenfor", "senest", "naeste", "next", "by", "before", "paa"))
_SOON = 92  # days; a date of praise without a year that is further off was probably the last one


@dataclass(frozen=True, slots=True)
class Quick:
    """A line taken apart. `person` and `owner` are as typed, None when not said; a bare > is "them"."""

    text: str
    person: str | None = None
    owner: str | None = None
    due: date | None = None
    due_phrase: str = ""
    kind: SignKind = "agreement"
    private: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """What a line means. `person_id` is "" for nobody; `owner` is "me", "them", "us" or someone else's id."""

    person_id: str
    owner: str
    text: str
    due: date | None
    due_phrase: str
    kind: SignKind
    private: bool


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Why a line cannot be saved: a name unknown or ambiguous, no text, or nobody whom it is about."""

    kind: Literal["unknown", "ambiguous", "empty", "nobody"]
    typed: str = ""
    candidates: tuple[Person, ...] = ()


def read_quick(line: str, today: date, people: Iterable[Person] = ()) -> Quick:
    """Take a line apart. Every word of it stands in the text, the names or the date phrase. Never raises.

    With the `people`, a name of several words needs no quotes where one word does not tell who is meant.
    """
    everyone = tuple(people) if "@" in line or ">" in line else ()
    private, kind, body = read_signs(line)
    head = None
    if kind is None and body[:1] == "@":
        head = read_tokens(body, person=True, owner=False, anywhere=False, people=everyone)
        if head.person is not None:
            behind, kind, rest = read_signs(head.text)
            private, body = private or behind, rest
    is_agreement = kind in (None, "agreement")
    wants_person = head is None or head.person is None
    tokens = read_tokens(body, person=wants_person, owner=is_agreement, anywhere=True, people=everyone)
    person = tokens.person if wants_person or head is None else head.person
    text, due, phrase = split_due(kind or "agreement", tokens.text, today)
    return Quick(text, person, tokens.owner, due, phrase, kind or "agreement", private)


def resolve(quick: Quick, people: Iterable[Person], about: Person | None = None) -> Understood | NotUnderstood:
    """Find the people of a line; `about` is whom it is about when no @name says so.

    A named owner of a line about nobody is also whom it is about.
    """
    everyone = tuple(people)
    person = about
    if quick.person is not None:
        found = match_people(quick.person, everyone)
        if len(found) != 1:
            return NotUnderstood("ambiguous" if found else "unknown", quick.person, found)
        person = found[0]
    owner = ME
    if quick.owner is not None:
        named = find_owner(quick.owner, everyone)
        if isinstance(named, NotUnderstood):
            return named
        if isinstance(named, Person):
            person = person or named
            owner = THEM if named.id == person.id else named.id
        else:
            owner = named
    if person is None and (owner == THEM or quick.kind != "agreement"):
        return NotUnderstood("nobody")
    if not quick.text:
        return NotUnderstood("empty")
    person_id = person.id if person else ""
    return Understood(person_id, owner, quick.text, quick.due, quick.due_phrase, quick.kind, quick.private)


def find_owner(typed: str, people: Iterable[Person], about: Person | None = None) -> str | Person | NotUnderstood:
    """Find an owner: "me", "them" or "us" for their words in both languages, else a person.

    Of several, `about` is meant if they are one of them.
    """
    if word := OWNERS.get(typed.casefold()):
        return word
    found = match_people(typed, people)
    if about is not None and len(found) > 1 and about.id in [one.id for one in found]:
        return about
    return found[0] if len(found) == 1 else NotUnderstood("ambiguous" if found else "unknown", typed, found)


def split_due(kind: SignKind, text: str, today: date) -> tuple[str, date | None, str]:
    """Split off the date that ends the text: (text, date, phrase as typed), unless nothing else would remain.

    What to raise next time has no date. Praise and what could be better are about the past, so theirs must
    look ahead: "om 14 dage", "på fredag", "næste uge", or a day and month within three months.
    """
    if kind == "inbox":
        return text, None, ""
    rest, due, phrase = trailing_date(text, today)
    if not rest or due is None or (kind != "agreement" and not _looks_ahead(phrase, due, today)):
        return text, None, ""
    return rest, due, phrase


def _looks_ahead(phrase: str, due: date, today: date) -> bool:
    words = fold(phrase).split()
    if due <= today:
        return False
    if words[0] in _AHEAD and words[1:2] not in (["week"], ["this"], ["the"]):
        return True
    is_week = "uge" in words or "week" in words
    return any(word[0].isdigit() for word in words) and not is_week and (due - today).days <= _SOON
