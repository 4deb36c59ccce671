"""Find people by what a leader types: "lise", "aase" for Åse, "holm", "mh", "mads h"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from leadercli.model.records import Person

_LETTERS = (("å", "aa"), ("æ", "ae"), ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ð", "d"), ("þ", "th"))
_GAPS = str.maketrans("-_.", "   ")

Parts = tuple[str, ...]


def fold(text: str) -> str:
    """Write text so that case and accents do not matter: Åse and aase become "aase", Søren and Soren "soren".

    Folding twice changes nothing. What is searched and what is searched for are both folded.
    """
    lower = text.casefold()
    if lower.isascii():
        return lower
    lower = _spell(unicodedata.normalize("NFC", lower))
    if lower.isascii():
        return lower
    for _ in range(2):
        lower = unicodedata.normalize("NFKD", lower).casefold()
    return _spell(_foreign().sub(lambda found: "" if unicodedata.combining(found[0]) else found[0], lower))


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


def _spell(lower: str) -> str:
    for letter, plain in _LETTERS:
        lower = lower.replace(letter, plain)
    return lower


@cache
def _foreign() -> re.Pattern[str]:
    return re.compile(r"[^\x00-\x7f]")


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
