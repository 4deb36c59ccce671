"""Read the sign of a line: `!` agreement, `?` next time, `+` praise, `=` could be better, `%` private.

A sign counts when words follow: "!!!", "====", "+1", "= 5", "=>" and a lone "?" are text.
"""

from __future__ import annotations

from typing import Literal

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
