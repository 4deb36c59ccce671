"""What somebody is to the leader, and a new person read from one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from leadercli.model.people.rhythm import read_cadence
from leadercli.model.records import Relation

_WORDS: Final[dict[Relation, tuple[str, ...]]] = {
    "employee": ("medarbejder", "employee", "ansat", "staff"),
    "manager": ("min leder", "my manager", "leder", "egen leder", "chef", "manager", "own manager", "boss"),
    "representative": (
        "repræsentant",
        "representative",
        "tillidsrepræsentant",
        "arbejdsmiljørepræsentant",
        "tr",
        "amr",
    ),
    "other": ("anden", "other", "andet", "andre", "gruppe", "group"),
}
"""The first is shown in Danish, the second in English."""

RELATIONS: Final = tuple(_WORDS)


def read_relation(text: str) -> Relation | None:
    """Read a relation from a word or the beginning of one, in either language; None when none or several are meant."""
    typed = " ".join(text.casefold().split())
    exact = [relation for relation, words in _WORDS.items() if typed in words]
    begun = [relation for relation, words in _WORDS.items() if any(word.startswith(typed) for word in words)]
    found = exact or begun
    return found[0] if typed and len(found) == 1 else None


def relation_words(relation: Relation, lang: str) -> str:
    """Say a relation in "da" or "en"."""
    return _WORDS[relation][0 if lang == "da" else 1]


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A name, a role ("" for none) and a rhythm; `cadence` is None when the line names none."""

    name: str
    role: str = ""
    cadence: str | None = None


def read_person(typed: str) -> PersonLine:
    """Split a line at its commas: first the name; a part that is a rhythm is the rhythm, the others are the role."""
    name, *parts = (" ".join(part.split()) for part in typed.split(","))
    cadence, role = None, []
    for part in parts:
        known = read_cadence(part) if part and cadence is None else None
        if known is not None:
            cadence = known
        elif part:
            role.append(part)
    return PersonLine(name, ", ".join(role), cadence)
