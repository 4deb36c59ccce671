"""Turn what shall be printed into bytes that cannot steer a terminal, fast enough for a whole journal."""

from __future__ import annotations

import re
from functools import cache

from leadercli.model.text import plain

_CONTROLS = bytes([*range(0x09), *range(0x0B, 0x20), 0x7F])
# The first bytes, in UTF-8, of C1 controls, hidden direction marks, odd separators and the byte order mark.
_SUSPECT = (b"\xc2", b"\xd8", b"\xe2", b"\xef")


def safe_text(text: str) -> bytes:
    """Return text as UTF-8 in which control and bidi characters are replaced; line breaks and tabs stay."""
    try:
        found = text.encode()
    except UnicodeEncodeError:  # half a character
        return plain(text).encode()
    return found if _harmless(found, text) else plain(text).encode()


def safe_json(text: str) -> bytes:
    """Return JSON text as UTF-8 in which control and bidi characters stand as escapes."""
    try:
        found = text.encode()
    except UnicodeEncodeError:
        return _in_json().sub(_escape, text).encode()
    return found if _harmless(found, text) else _in_json().sub(_escape, text).encode()


def _harmless(content: bytes, text: str) -> bool:
    """Tell whether nothing must be replaced, by what is quick to ask: most text holds not even a suspect byte."""
    if len(content.translate(None, _CONTROLS)) != len(content):
        return False
    if not any(first in content for first in _SUSPECT):
        return True
    return text.replace("\n", "").isprintable() or not _hidden().search(content)


@cache
def _hidden() -> re.Pattern[bytes]:
    return re.compile(rb"\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]|\xef\xbb\xbf")


@cache
def _in_json() -> re.Pattern[str]:
    return re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
