"""Read the lines of a note: which of them are agreements, points for next time, feedback, or only for me."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from leadercli.model.entry.quick_line import NotUnderstood, find_owner, split_due
from leadercli.model.entry.tokens import may_be_signed, read_signs, read_tokens
from leadercli.model.people.names import match_people
from leadercli.model.records import ME, THEM, Person

CaptureKind = Literal["agreement", "inbox", "praise", "better", "private"]


@dataclass(frozen=True, slots=True)
class Captured:
    """What a line of a note means. `due` is the deadline, or when to follow feedback up.

    `unknown` is a name that was not understood and stayed in the text; `candidates` are those it could mean.
    With `is_owner_unknown` it is the owner's, so the agreement is the leader's until the line says more.
    """

    kind: CaptureKind
    text: str
    person_id: str
    owner: str = ME
    due: date | None = None
    due_phrase: str = ""
    private: bool = False
    unknown: str = ""
    candidates: tuple[Person, ...] = ()
    is_owner_unknown: bool = False


def read_line(line: str, about: Person, people: Iterable[Person], today: date) -> Captured | None:
    """Read a line of a note about a person; None is plain text. `today` is the day of the note. Never raises.

    An @name at the start makes the line about someone else. An owner's name that several have is that of the
    person the line is about, if they are one of them. Every word stands in the text, a name or the date.
    """
    if not may_be_signed(line):
        return None
    private, kind, body = read_signs(line)
    if kind is None:
        has_words = private and any(sign.isalnum() for sign in body)
        return Captured("private", body, about.id, private=True) if has_words else None
    everyone = tuple(people) if "@" in body or ">" in body else ()
    owned = kind == "agreement"
    tokens = read_tokens(body, person=True, owner=owned, anywhere=False, people=everyone)
    person, trouble = about, None
    if tokens.person is not None:
        meant = match_people(tokens.person, everyone)
        if len(meant) == 1:
            person = meant[0]
        else:
            trouble = NotUnderstood("ambiguous" if meant else "unknown", tokens.person, meant)
            tokens = read_tokens(body, person=False, owner=owned, anywhere=False, people=everyone)
    owner, is_owner_unknown = ME, False
    if tokens.owner is not None:
        found = find_owner(tokens.owner, everyone, person)
        if isinstance(found, NotUnderstood):
            trouble, is_owner_unknown = trouble or found, trouble is None
            named = tokens.person is not None
            tokens = read_tokens(body, person=named, owner=False, anywhere=False, people=everyone)
        elif isinstance(found, Person):
            owner = THEM if found.id == person.id else found.id
        else:
            owner = found
    text, due, phrase = split_due(kind, tokens.text, today)
    if not text:
        return None
    unknown, candidates = (trouble.typed, trouble.candidates) if trouble else ("", ())
    return Captured(kind, text, person.id, owner, due, phrase, private, unknown, candidates, is_owner_unknown)
