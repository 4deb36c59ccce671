"""Make typed text safe to show: no control characters, no hidden direction marks."""

from __future__ import annotations

import re

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
