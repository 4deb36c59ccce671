"""Decide from the words around a date phrase whether it is the date of the line.

"hver fredag", "tal om uge 11" and "kl 10.12" hold a date that is none; "man" and "3.5" need a lead word.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date

from leadercli.model.dates.numeric import numeric, ordinal
from leadercli.model.dates.relative import read_words
from leadercli.model.dates.vocabulary import (
    ABOUT,
    COUNTED,
    DANISH,
    DEADLINE,
    ENGLISH_WEEKDAYS,
    JOINS,
    LEAD_PHRASES,
    LEADS,
    PARTS_OF_DAY,
    PLACED,
    PLACES,
    SHY_WEEKDAYS,
    SPANS,
    WEAK_LEADS,
)

Words = Sequence[str]

_STRICT = frozenset({"senest", "inden", "frist", "deadline", "den", "d."})
_NONE: frozenset[str] = frozenset()


def lead_start(words: Words, start: int) -> int:
    """Find where the lead words of the date at `start` begin: "senest på fredag" begins at "senest"."""
    first = words[start].rstrip(".0123456789") or words[start]
    if start and words[start - 1] in PLACES and first in PLACED:
        start -= 1
    while start:
        if words[start - 1].rstrip(":") in LEADS:
            start -= 1
        elif " ".join(words[max(0, start - 3) : start]) in LEAD_PHRASES:
            start -= 3
        else:
            break
    return start


def fits(words: Words, before: int, start: int, text: str, today: date) -> bool:
    """Tell whether the date from `start` on, its lead words from `before`, is the date of the text."""
    leads = words[before:start]
    lead = leads[0] if leads else ""
    previous = words[before - 1] if before else ""
    if lead in WEAK_LEADS and previous in ABOUT | JOINS:
        return False
    span = before if lead in SPANS else before - 1 if previous in SPANS else 0
    if span and _ends_a_range(words[:span], today):
        return False
    if not leads and previous.rstrip(":") in COUNTED and numeric().fullmatch(words[-1]):
        return False
    return is_clear(words[start:], leads, text)


def is_clear(core: Words, leads: Words, text: str) -> bool:
    """Tell whether a phrase that may mean something else has the lead words that make it a date."""
    core = core[:-1] if core[-1] in PARTS_OF_DAY and len(core) == 2 else core
    need = _needed(core)
    if need and need.isdisjoint(word.rstrip(":") for word in leads):
        return False
    if len(core) > 1:
        return True
    if core[0] in ENGLISH_WEEKDAYS and not leads and _is_danish(text):
        return False
    named_tor = core[0] == "tor" and any(word.rstrip(".,;:!") == "Tor" for word in text.split())
    return not named_tor  # the weekday is written small


def _needed(core: Words) -> Set[str]:
    """List the lead words of which one must stand before the phrase; empty if none must."""
    word = core[-1]
    if len(core) == 1:
        if word in SHY_WEEKDAYS:
            return DEADLINE
        if word == "24/7":
            return _STRICT
        if (found := numeric().fullmatch(word)) and not found[4]:
            padded = len(found[1]) == len(found[3]) == 2 or found[5]
            return _STRICT if found[2] == "-" or (found[2] == "." and not padded) else _NONE
        return DEADLINE if ordinal(word) else _NONE
    if len(core) == 2 and core[0] in ("the", "den") and ordinal(word):
        return DEADLINE
    return _NONE


def _ends_a_range(words: Words, today: date) -> bool:
    """Tell whether what stands before "til" or a dash is a date or a number: "fra 3/4 til", "14 -"."""
    return words[-1].rstrip(".").isdigit() or any(
        read_words(words[-size:], today) for size in (1, 2, 3) if size <= len(words)
    )


def _is_danish(text: str) -> bool:
    lower = text.casefold()
    return any(letter in lower for letter in "æøå") or not DANISH.isdisjoint(lower.split())
