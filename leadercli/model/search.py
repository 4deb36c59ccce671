"""Find words in text as `fold` sees it, in thousands of notes at once.

Folding all of a large journal is too slow to do while someone waits. Most text has only characters of Latin-1, and
such text can be folded as bytes, a table look-up each; what has others is folded character by character, or whole.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cache

from leadercli.model.names import fold
from leadercli.model.plain import plain_line

Folded = bytes | str
"""A folded text: bytes of Latin-1 where that can hold it, else text."""

_NOWHERE = "\x1a"
"""Stands for characters that no Latin-1 word can match; a typed word never holds it."""
_AWKWARD = b"\x00"
_MOST_SIGNS = 16
_BEFORE = 24


@dataclass(frozen=True, slots=True)
class Word:
    """One folded word to look for. `latin` is it as bytes, None when no Latin-1 text can hold it."""

    text: str
    latin: bytes | None


@dataclass(frozen=True, slots=True)
class Match:
    """Where the first word was found: `at` counts in `folded`."""

    folded: Folded
    at: int


def words_of(query: str) -> tuple[Word, ...]:
    """Take a query apart; every word of it must be found."""
    return tuple(_word(text) for text in dict.fromkeys(fold(plain_line(query)).split()))


def find(text: str, words: Sequence[Word]) -> Match | None:
    """Find all words in a text. Returns None when one is missing."""
    return match(folded(text), words)


def match(folded: Folded, words: Sequence[Word]) -> Match | None:
    """Find all words in a folded text. Returns None when one is missing."""
    first = -1
    for word in words:
        if isinstance(folded, str):
            at = folded.find(word.text)
        else:
            at = -1 if word.latin is None else folded.find(word.latin)
        if at < 0:
            return None
        first = at if first < 0 else first
    return Match(folded, max(first, 0))


def folded(text: str) -> Folded:
    """Fold a text as `fold` does, fast."""
    try:
        raw: bytes | None = text.encode("latin-1")
    except UnicodeEncodeError as error:
        raw = _without_signs(text, error.start)
    if raw is not None:
        plain, several = _tables()
        half = raw.translate(plain)
        if _AWKWARD not in half:
            for letter, spelled in several:
                half = half.replace(letter, spelled)
            return half
    return fold(text)


class Folds:
    """Folded texts, kept as long as each text stays the same, for a search that follows every key."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[str, Folded]] = {}

    def of(self, key: Hashable, text: str) -> Folded:
        """Fold the text of a record, or take its fold from before."""
        kept = self._kept.get(key)
        if kept is None or kept[0] is not text:
            kept = self._kept[key] = (text, folded(text))
        return kept[1]


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
    try:
        return Word(text, text.encode("latin-1"))
    except UnicodeEncodeError:
        return Word(text, None)


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
def _tables() -> tuple[bytes, tuple[tuple[bytes, bytes], ...]]:
    """Return what Latin-1 bytes fold to, one for one, and the Danish letters that become two.

    Whatever else does not become one character of Latin-1 is marked as awkward.
    """
    one = bytearray(256)
    for code in range(256):
        spelled = fold(chr(code))
        one[code] = ord(spelled) if len(spelled) == 1 and spelled < "\u0100" else 0
    several = []
    for letter in "æå":
        small, big = letter.encode("latin-1"), letter.upper().encode("latin-1")
        one[small[0]] = one[big[0]] = small[0]
        several.append((small, fold(letter).encode("latin-1")))
    return bytes(one), tuple(several)
