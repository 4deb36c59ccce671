"""Find people by what a leader types, by full names too, and shorten names so that no two look alike."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from leadercli.model.records import Person
from leadercli.model.text import fold

_GAPS = str.maketrans("-_.", "   ")

Parts = tuple[str, ...]


def match_people(typed: str, people: Iterable[Person]) -> tuple[Person, ...]:
    """Find the people that a typed name may mean: one is found, none is unknown, more are ambiguous.

    Only the best kind of match counts: the whole name, a first name, any part of it, then the beginning of
    the name, of a part, initials, then the beginnings of several parts. The archived give way to others.
    """
    literal, folded = _parts(typed.casefold()), _parts(fold(typed))
    if not folded:
        return ()
    best, found = 99, []
    for person in people:
        spellings = _spellings(person.name)
        if folded[0][0] not in spellings.letters:
            continue
        rank = _rank((literal, folded), spellings.steps)
        if rank < best:
            best, found = rank, [person]
        elif rank == best < 99:
            found.append(person)
    return tuple(one for one in found if one.state != "archived") or tuple(found)


def has_part(name: str, word: str) -> bool:
    """Tell whether a word is one whole part of a name, however it is spelled."""
    wanted = (_parts(word.casefold()), _parts(fold(word)))
    steps = enumerate(_spellings(name).steps)
    return any(
        len(wanted[min(step, 1)]) == 1 and wanted[min(step, 1)][0] in parts for step, all_ in steps for parts in all_
    )


def _rank(wanted: tuple[Parts, Parts], spellings: tuple[tuple[Parts, ...], ...]) -> int:
    """Rank how well a name fits: three steps (as written, folded, other spellings) for each kind of match."""
    best = 99
    for step, names in enumerate(spellings):
        typed = wanted[min(step, 1)]
        for parts in names:
            best = min(best, _kind(typed, parts) * 3 + step)
    return best if best < 99 else 99


def _kind(typed: Parts, parts: Parts) -> int:
    if typed == parts:
        return 0
    if not typed or not parts:
        return 33
    one = typed[0] if len(typed) == 1 else ""
    if one in parts:
        return 1 if one == parts[0] else 2
    whole = " ".join(typed)
    if " ".join(parts).startswith(whole):
        return 3
    if one and any(part.startswith(one) for part in parts):
        return 4
    initials = "".join(part[0] for part in parts)
    if len(one) > 1 and (initials.startswith(one) or one == initials[0] + initials[-1]):
        return 5
    rest = iter(parts)
    if not one and all(any(part.startswith(word) for part in rest) for word in typed):
        return 6
    return 33


class _Spellings(NamedTuple):
    """The spellings of a name in three steps, and the letters that parts of it begin with."""

    steps: tuple[tuple[Parts, ...], ...]
    letters: frozenset[str]


@lru_cache(maxsize=2048)
def _spellings(name: str) -> _Spellings:
    """List a name as written, folded, and as others spell it: "ase" for Åse, "soeren" for Søren."""
    folded = fold(name)
    spelled = fold(unicodedata.normalize("NFC", name.casefold()).replace("ø", "oe"))
    others = {spelled, folded.replace("aa", "a"), spelled.replace("aa", "a").replace("oe", "o")} - {folded}
    steps = ((_parts(name.casefold()),), (_parts(folded),), tuple(_parts(other) for other in sorted(others)))
    return _Spellings(steps, frozenset(part[0] for step in steps for parts in step for part in parts))


def _parts(text: str) -> Parts:
    return tuple(text.translate(_GAPS).split())


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


def short_names(people: Iterable[Person]) -> dict[str, str]:
    """Give each person's first name by id; "Mads H." where others among them are called Mads too.

    Who is archived takes no short name from those who are here. Two Mads H. get as many letters of their last
    word as tell them apart, and their whole names when none do.
    """
    alike: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        alike[_first(person).casefold()].append(person)
    return {person.id: _short(person, members) for members in alike.values() for person in members}


def _short(person: Person, alike: list[Person]) -> str:
    rivals = [one for one in alike if one.id != person.id and (_gone(person) or not _gone(one))]
    if not rivals:
        return _first(person)
    last = _last(person)
    for count in range(1, len(last)):
        if all(_last(one)[:count].casefold() != last[:count].casefold() for one in rivals):
            return f"{_first(person)} {last[:count]}."
    return person.name


def _gone(person: Person) -> bool:
    return person.state == "archived"


def _first(person: Person) -> str:
    return person.name.split(" ", 1)[0]


def _last(person: Person) -> str:
    words = person.name.split()
    return words[-1] if len(words) > 1 else ""
