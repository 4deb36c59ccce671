"""Find words in text as `fold` sees it, in thousands of notes at once.

Folding all of a large journal is too slow to do while someone waits. Most text has only characters of Latin-1. It is
folded here by one look-up a byte, in which æ and å stay one character, and the typed word is instead looked for in
all the ways that it can then be written: "aase" is there as "aase", "åse" or, after a cut å, "åase".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterable
from functools import cache
from typing import NamedTuple

from leadercli.model.text import fold, plain_line

Folded = bytes | str
"""A folded text: Latin-1 in which æ and å stand for "ae" and "aa", or what `fold` makes of it."""

_NOWHERE = "\x1a"
"""Stands for characters that no Latin-1 word can match; a typed word never holds it."""
_AWKWARD = b"\x00"
_LETTERS = {"ae": "æ", "aa": "å"}
_MOST_SIGNS = 16
# Letters of a word that are spelled in all ways; each takes a step down.
_LONGEST = 200
_MOST_PAIRS = 5
_BEFORE = 24


class Word(NamedTuple):
    """One folded word to look for, and all that it can be in Latin-1 text: nothing when it cannot be there.

    None when it can be too many things ("aaaaaa"); then the text is spelled out instead.
    """

    text: str
    spellings: tuple[bytes, ...] | None


class Query(NamedTuple):
    """Words that must all be found. `latin` tells that Latin-1 text can hold each of them."""

    words: tuple[Word, ...]
    latin: bool


class Match(NamedTuple):
    """Where the first word was found: `at` counts in `folded`."""

    folded: Folded
    at: int


def read_query(typed: str) -> Query:
    """Take apart what was typed; every word of it must be found."""
    return query_of(_word(text) for text in dict.fromkeys(fold(plain_line(typed)).split()))


def query_of(words: Iterable[Word]) -> Query:
    """Make a query of words."""
    wanted = tuple(words)
    return Query(wanted, all(word.spellings != () for word in wanted))


def find(text: str, query: Query) -> Match | None:
    """Find all words in a text. Returns None when one is missing."""
    return _match(folded(text) if query.latin else fold(text), query)


def _match(folded: Folded, query: Query) -> Match | None:
    first = -1
    for word in query.words:
        at = folded.find(word.text) if isinstance(folded, str) else _place(folded, word)
        if at < 0:
            return None
        first = at if first < 0 else first
    return Match(folded, max(first, 0))


def _place(folded: bytes, word: Word) -> int:
    if word.spellings is None:
        for pair, letter in _LETTERS.items():
            folded = folded.replace(letter.encode("latin-1"), pair.encode())
        return folded.find(word.text.encode("latin-1"))
    for spelling in word.spellings:
        at = folded.find(spelling)
        if at >= 0:
            return at
    return -1


def folded(text: str) -> Folded:
    """Fold a text, fast."""
    try:
        raw: bytes | None = text.encode("latin-1")
    except UnicodeEncodeError as error:
        raw = _without_signs(text, error.start)
    if raw is not None:
        small = raw.translate(_table())
        if _AWKWARD not in small:
            return small
    return fold(text)


class Folds:
    """Folded texts, kept as long as each text stays the same, for a search that follows every key."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[str, Folded]] = {}

    def find(self, key: Hashable, text: str, query: Query) -> Match | None:
        """Find all words in the text of a record. Returns None when one is missing."""
        if not query.latin:
            return find(text, query)
        kept = self._kept.get(key)
        if kept is None or kept[0] is not text:
            kept = self._kept[key] = (text, folded(text))
        return _match(kept[1], query)


def snippet(text: str, found: Match, width: int = 90) -> str:
    """Cut out the line in which a word was found, shortened around it to about `width` characters."""
    folded, at = found.folded, found.at
    if isinstance(folded, str):
        begins, ends, before = folded.rfind("\n", 0, at) + 1, folded.find("\n", at), folded.count("\n", 0, at)
    else:
        begins, ends, before = folded.rfind(b"\n", 0, at) + 1, folded.find(b"\n", at), folded.count(b"\n", 0, at)
    line = text.split("\n", before + 1)[before]
    if len(line) <= width:
        return line.strip()
    grown = (ends if ends >= 0 else len(folded)) - begins - len(line)
    start = at - begins - max(grown, 0) - _BEFORE
    if start <= 0:
        return line[:width].rpartition(" ")[0] + " …"
    cut = line[start : start + width].partition(" ")[2]
    return "… " + (cut if start + width >= len(line) else cut.rpartition(" ")[0] + " …")


def _word(text: str) -> Word:
    if any(sign > "\u00ff" for sign in text):
        return Word(text, ())
    if len(text) > _LONGEST or sum(text[at : at + 2] in _LETTERS for at in range(len(text))) > _MOST_PAIRS:
        return Word(text, None)
    cut = [letter + rest for pair, letter in _LETTERS.items() if pair[1] == text[0] for rest in _spellings(text, 1)]
    return Word(text, tuple(one.encode("latin-1") for one in _spellings(text, 0) + cut))


def _spellings(word: str, at: int) -> list[str]:
    """List how a word can go on from a place, where æ and å are one character and the last one may be cut."""
    if at == len(word):
        return [""]
    found = [word[at] + rest for rest in _spellings(word, at + 1)]
    if letter := _LETTERS.get(word[at : at + 2]):
        found += [letter + rest for rest in _spellings(word, at + 2)]
    if word[at:] == "a":
        found += list(_LETTERS.values())
    return found


def _without_signs(text: str, at: int) -> bytes | None:
    """Replace a few dashes, quotes and the like by what they fold to. None when there are many, or combining ones."""
    for _ in range(_MOST_SIGNS):
        sign = text[at]
        spelled = _sign(sign)
        if spelled is None:
            return None
        text = text.replace(sign, spelled)
        try:
            return text.encode("latin-1")
        except UnicodeEncodeError as error:
            at = error.start
    return None


@cache
def _sign(sign: str) -> str | None:
    """Fold one character on its own; None for one that may join the character before it."""
    if unicodedata.category(sign)[0] in "MC" or "\u1100" <= sign <= "\u11ff":
        return None
    spelled = fold(sign)
    return spelled if all(one < "\u0100" for one in spelled) else _NOWHERE


@cache
def _table() -> bytes:
    """Return what each Latin-1 byte folds to; one that becomes more, or leaves Latin-1, is marked as awkward."""
    table = bytearray(256)
    for code in range(256):
        spelled = fold(chr(code))
        small = _LETTERS.get(spelled, spelled)
        table[code] = ord(small) if len(small) == 1 and small < "\u0100" else _AWKWARD[0]
    return bytes(table)
