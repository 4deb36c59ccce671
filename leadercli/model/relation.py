"""What somebody is to the leader, as a person writes it and as it is shown, Danish and English."""

from __future__ import annotations

from typing import Final

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
