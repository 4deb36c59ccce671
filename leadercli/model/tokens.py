"""Find @name and >owner in a line. They count only where a word begins, so an e-mail address is text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from leadercli.model.full_names import words_of_name
from leadercli.model.records import ME, THEM, US, Person

# What a leader may call the owner instead of a name.
OWNERS = {"mig": ME, "me": ME, "dem": THEM, "them": THEM, **dict.fromkeys(("os", "us", "begge", "both"), US)}
# After these the name belongs to the sentence: "ring til @mads fre" keeps "ring til mads".
_NEEDS_NAME = frozenset((
    "til", "med", "fra", "om", "for", "hos", "af", "på", "mod", "ved", "og", "eller", "at", "giv", "bed",
    "spørg", "ring", "to", "with", "from", "about", "of", "on", "by", "and", "or", "ask", "give", "call",
    "tell",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tokens:
    """A line taken apart: the name after @ and the owner after >, as typed or None; the text that remains."""

    text: str
    person: str | None = None
    owner: str | None = None


@cache
def _pattern() -> dict[str, re.Pattern[str]]:
    name = r'(?:"([^"]*\w[^"]*)"|([^\W\d_][\w\u0300-\u036f.\'’-]*))(?=[\s,:;.!?)]|$)([,:;]?)'
    return {
        "@": re.compile(r"(?<!\S)@" + name),
        ">": re.compile(r"(?<!\S)>" + name),
        "bare": re.compile(r">(?=\s|$)"),
    }


def read_tokens(body: str, *, person: bool, owner: bool, anywhere: bool, people: Iterable[Person] = ()) -> Tokens:
    """Take the first @name and the first >owner out of a line: at its start, and owners (names too) anywhere.

    A bare > counts only at the start, and is "them". The words behind a name belong to it when they tell which
    of the `people` is meant. The text comes back with single spaces.
    """
    about: str | None = None
    whose: str | None = None
    if "@" not in body and ">" not in body:
        return Tokens(" ".join(body.split()))
    rest = body.lstrip()
    while rest[:1] in ("@", ">"):
        if person and about is None and (found := _pattern()["@"].match(rest)):
            about, end = _name(found, people)
        elif owner and whose is None and (found := _pattern()[">"].match(rest)):
            whose, end = _name(found, people)
        elif owner and whose is None and (found := _pattern()["bare"].match(rest)):
            whose, end = THEM, found.end()
        else:
            break
        rest = rest[end:].lstrip()
    if person and anywhere and about is None and (found := _pattern()["@"].search(rest)):
        about, end = _name(found, people)
        before = rest[: found.start()].rstrip().rpartition(" ")[2].casefold()
        kept = (found[1] or found[2]).replace("_", " ") + found[3] + rest[found.end() : end]
        rest = rest[: found.start()] + (kept if before in _NEEDS_NAME else "") + rest[end:]
    if owner and whose is None and (found := _pattern()[">"].search(rest)):
        whose, end = _name(found, people)
        rest = rest[: found.start()] + rest[end:]
    return Tokens(" ".join(rest.split()), about, whose)


def _name(found: re.Match[str], people: Iterable[Person]) -> tuple[str, int]:
    """Read the name of a token, with the words behind it that belong to it: (name, where it ends)."""
    name = str(found[1] or found[2]).strip().rstrip(".'’-")
    if found[1] or found[3] or name.casefold() in OWNERS:
        return name, found.end()
    more, length = words_of_name(name, found.string[found.end() :], people)
    return f"{name} {more}".rstrip(), found.end() + length
