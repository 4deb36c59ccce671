"""Text that cannot steer a terminal, and text folded to be compared."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# C0 and C1 controls (escape sequences begin there), line and paragraph separators, marks of direction, and halves
# of characters, which no terminal takes.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_UNSAFE_LINE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_MARK = "\N{REPLACEMENT CHARACTER}"


def plain(text: str) -> str:
    """Replace what could steer a terminal; line breaks and tabs stay. Returns text of the same length."""
    if text.isprintable():
        return text
    return _UNSAFE.sub(_MARK, text.replace("\r\n", "\n"))


def plain_line(text: str) -> str:
    """Replace what could steer a terminal or break the line; breaks and tabs become spaces."""
    if text.isprintable():
        return text
    return _UNSAFE_LINE.sub(_MARK, text.replace("\r\n", " ").replace("\n", " ").replace("\t", " "))


_LETTERS = (("å", "aa"), ("æ", "ae"), ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ð", "d"), ("þ", "th"))


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


def _spell(lower: str) -> str:
    for letter, plain in _LETTERS:
        lower = lower.replace(letter, plain)
    return lower


@cache
def _foreign() -> re.Pattern[str]:
    return re.compile(r"[^\x00-\x7f]")
