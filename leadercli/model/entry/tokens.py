"""The sign that begins a line, and @name and >owner inside it.

A sign counts when words follow: "!!!", "====", "+1", "= 5", "=>" and a lone "?" are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from leadercli.model.people.names import words_of_name
from leadercli.model.records import ME, THEM, US, Person

SignKind = Literal["agreement", "inbox", "praise", "better"]

SIGNS: dict[str, SignKind] = {"!": "agreement", "?": "inbox", "+": "praise", "=": "better"}
_BULLETS = ("- ", "* ", "• ")
_UNSEEN = "\ufeff\u200b\u2060"


def may_be_signed(line: str) -> bool:
    """Tell at once that most lines have no sign."""
    first = line.lstrip()[:1]
    return first != "" and (first in "!?+=%" or ("%" in line and first in "-*•\ufeff\u200b\u2060"))


def read_signs(line: str) -> tuple[bool, SignKind | None, str]:
    """Split a line into (private, kind, the rest without its signs). Kind None means that no sign counts."""
    body = _bare(line)
    private = is_private_line(body)
    if private:
        body = body.lstrip("-*• ").lstrip("%").lstrip()
    kind = SIGNS.get(body[:1])
    if kind and _counts(body):
        return private, kind, body[1:].lstrip()
    return private, None, body


def is_private_line(line: str) -> bool:
    """Tell whether a line is only for the leader: it begins with `%`, also behind a bullet."""
    body = _bare(line)
    if body.startswith(_BULLETS):
        body = body[2:].lstrip()
    return body.startswith("%")


def _bare(line: str) -> str:
    return line.strip().lstrip(_UNSEEN).lstrip()


def _counts(body: str) -> bool:
    """Tell whether the first character is a sign and not part of a number, an arrow or a row of signs."""
    after = body[1:2]
    if not after.isspace() and not after.isalpha() and after not in ('"', "@") and body[:2] != "!>":
        return False
    return any(letter.isalpha() for letter in body[1:])


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
