"""Find the date in what a leader typed, Danish and English alike, the day before the month.

`read_date` is for a place where only a date can stand; `trailing_date` and `leading_date` look in a line of
text, where what may mean something else is a date only in company (see docs/quick-entry.md).
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from functools import cache

from leadercli.model.dates.calendar import add_months
from leadercli.model.dates.context import fits, is_clear, lead_start
from leadercli.model.dates.numeric import is_impossible
from leadercli.model.dates.relative import read_words
from leadercli.model.dates.vocabulary import CLOCK, LEADS, last_words

_LONGEST = 7  # "Friday the 14th of November 2027" and one to spare
_LOOK = _LONGEST + 6  # and its lead words, and what stands before them
_LONG_WORD = 30


def read_date(phrase: str, today: date) -> date | None:
    """Read a phrase that is a date and nothing else; "+3", "+2u" and "+1m" count from today."""
    typed = phrase.strip().strip("()").split(None, _LOOK)
    if not typed or len(typed) > _LOOK:
        return None
    if typed[0].startswith("+"):
        return _plus("".join(typed).casefold(), today)
    words = _closed([_word(word) for word in typed])
    for start in range(len(words)):
        if found := read_words(words[start:], today):
            return found if lead_start(words, start) == 0 else None
    return None


def trailing_date(text: str, today: date) -> tuple[str, date | None, str]:
    """Split off the date phrase that ends a text, with its lead words: (rest, date, the phrase as typed).

    Without one, the text comes back unchanged with None and "". The longest phrase wins. A time behind the date
    ("fredag kl. 10") stays in the rest; a date may stand in brackets.
    """
    bare = text.rstrip()
    if bare.endswith(")"):
        before, _, inside = bare[:-1].rpartition("(")
        rest, found, _ = _last_words(inside, today)
        if found and not rest and (not before or before[-1].isspace()):
            return _tidy(before), found, bare[len(before) :]
    rest, found, phrase = _last_words(text, today)
    tail = bare.rsplit(None, 2)
    if found is None and len(tail) == 3 and tail[1].casefold() in CLOCK and tail[2][0].isdigit():
        rest, found, phrase = _last_words(tail[0], today)
        rest = f"{rest} {tail[1]} {tail[2]}".lstrip()
    return (rest, found, phrase) if found else (text, None, "")


def _last_words(text: str, today: date) -> tuple[str, date | None, str]:
    typed = text.rsplit(None, _LOOK)[-_LOOK:]
    if not typed or not _may_end_a_date(typed[-1]):
        return text, None, ""
    words = _closed([_word(word) for word in typed])
    count = len(words)
    for start in range(max(0, count - _LONGEST), count):
        if found := read_words(words[start:], today):
            before = lead_start(words, start)
            if not fits(words, before, start, text, today):
                break
            parts = text.rsplit(None, count - before)
            rest = parts[0] if len(parts) > count - before else ""
            return _tidy(rest), found, text[len(rest) :].strip()
    return text, None, ""


def impossible_date(text: str, today: date) -> str:
    """Find what ends a text like a date and is no day of its month: "31/2", "den 31. april"; "" for none."""
    typed = text.rsplit(None, _LOOK)[-_LOOK:]
    if not typed or len(typed[-1]) > _LONG_WORD or trailing_date(text, today)[1]:
        return ""
    words = _closed([_word(word) for word in typed])
    for start in range(max(0, len(words) - _LONGEST), len(words)):
        if is_impossible(words[start:], today):
            is_date = fits(words, lead_start(words, start), start, text, today)
            return " ".join(typed[start:]).rstrip(".,;:!") if is_date else ""
    return ""


def leading_date(text: str, today: date) -> tuple[date | None, str]:
    """Split off the date phrase that begins a text: (date, rest). Without one: (None, the text unchanged)."""
    typed = text.split(None, _LOOK)[:_LOOK]
    words = [_word(word) for word in typed]
    leads = 0
    while leads < len(words) and words[leads].rstrip(":") in LEADS:
        leads += 1
    for start in range(leads, -1, -1):
        for end in range(min(len(words), start + _LONGEST), start, -1):
            core = _closed(words[start:end])
            if not (found := read_words(core, today)):
                continue
            parts = text.split(None, end)
            rest = parts[end] if len(parts) > end else ""
            if rest and (words[end : end + 1] in (["af"], ["of"]) or not is_clear(core, words[:start], text)):
                return None, text
            return found, rest.lstrip(",;:–- ").rstrip()
    return None, text


def _word(word: str) -> str:
    """Write a word as the vocabulary does: lower case, composed letters, å for aa."""
    word = word.casefold()
    if not word.isascii():
        return unicodedata.normalize("NFC", word)
    if "aa" in word or "ae" in word or "oe" in word:
        return word.replace("aa", "å").replace("ae", "æ").replace("oe", "ø")
    return word


def _closed(words: list[str]) -> list[str]:
    """Take what ends a sentence off the last word; the dot of "14." and "3.12." stays."""
    last = words[-1].rstrip(",;:!")
    if not last.rstrip(".")[-1:].isdigit():
        last = last.rstrip(".")
    return [*words[:-1], last or words[-1]]


def _may_end_a_date(typed: str) -> bool:
    """Tell at once that most lines do not end in a date."""
    if len(typed) > _LONG_WORD:
        return False
    word = _word(typed).rstrip(".,;:!")
    return word in last_words() or any(sign.isdigit() for sign in word)


def _tidy(rest: str) -> str:
    """Take off the comma or dash that hung before the date."""
    rest = rest.rstrip(",; ")
    return rest[:-1].rstrip() if rest.endswith((" -", " –", " —")) else rest


@cache
def _step() -> re.Pattern[str]:
    units = "d|dag|dage|days?|u|uger?|w|weeks?|m|mdr?|måned|måneder|months?|å|år|y|years?"
    return re.compile(rf"\+([0-9]{{1,4}})({units})?")


def _plus(phrase: str, today: date) -> date | None:
    found = _step().fullmatch(unicodedata.normalize("NFC", phrase))
    if not found:
        return None
    count, unit = int(found[1]), (found[2] or "d")[0]
    try:
        if unit in "måy":
            return add_months(today, count * (1 if unit == "m" else 12))
        return today + timedelta(count * (1 if unit == "d" else 7))
    except (ValueError, OverflowError):
        return None


_LEAD = "senest "  # after it, words that may mean something else are dates


def expected_date(text: str, today: date) -> tuple[date | None, str]:
    """Split off the date phrase that begins an answer: (date, rest). Without one: (None, the text unchanged)."""
    found, rest = leading_date(text, today)
    if found is None:
        found, rest = leading_date(_LEAD + text, today)
    return (found, rest) if found else (None, text)
