"""Read a name of several words without quotes: "mette jensen", "mette j", where one word does not tell who is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

from leadercli.model.names import has_part, match_people
from leadercli.model.records import Person

_LONGEST = 4  # words behind the first
_WORDS = frozenset({"i", "I", "a", "å"})  # written so, they are words of the sentence and no initials
_CLOSING = ",:;!?"


def words_of_name(name: str, behind: str, people: Iterable[Person]) -> tuple[str, int]:
    """Find the words behind a name that make one person of it: (the words, how much of `behind` they take).

    Each must be a whole part of that person's name or an initial, "j" or "j."; as many as fit are taken. ("", 0) when
    the name alone tells who is meant, and when no words do.
    """
    everyone = tuple(people)
    if not everyone or len(match_people(name, everyone)) == 1:
        return "", 0
    best, words = ("", 0), ""
    for found in re.compile(r"\s+(\S+)").finditer(behind):
        word = found[1].rstrip(_CLOSING)
        words = f"{words} {word}".lstrip()
        meant = match_people(f"{name} {words}", everyone) if word else ()
        if not meant:
            break
        if len(meant) == 1 and all(_belongs(one, meant[0]) for one in words.split()):
            best = words, found.end()
        if word != found[1] or words.count(" ") + 1 == _LONGEST:
            break
    return best


def _belongs(word: str, person: Person) -> bool:
    if len(word.rstrip(".")) == 1:
        return word not in _WORDS
    return has_part(person.name, word.rstrip("."))
