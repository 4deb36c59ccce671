"""Turn what shall be printed into bytes that cannot steer a terminal, fast enough for a whole journal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from leadercli.model.plain import plain

_PIECE = 1 << 27
_CONTROLS = bytes([*range(0x09), *range(0x0B, 0x20), 0x7F])
# The first bytes, in UTF-8, of C1 controls, hidden direction marks, odd separators and the byte order mark.
_SUSPECT = (b"\xc2", b"\xd8", b"\xe2", b"\xef")


def safe_text(text: str) -> bytes:
    """Return text as UTF-8 in which control and bidi characters are replaced; line breaks and tabs stay."""
    return b"".join(map(_safe_piece, pieces(text)))


def safe_json(text: str) -> bytes:
    """Return JSON text as UTF-8 in which control and bidi characters stand as escapes."""
    return b"".join(map(_safe_json_piece, pieces(text)))


def pieces(text: str) -> Iterator[str]:
    """Cut a long text at line breaks into pieces that the processor's cache holds."""
    start = 0
    while len(text) - start > _PIECE:
        end = text.rfind("\n", start, start + _PIECE) + 1 or start + _PIECE
        yield text[start:end]
        start = end
    yield text[start:] if start else text


def _safe_piece(text: str) -> bytes:
    found = text.encode("utf-8", "replace")
    if text.replace("\n", "").isprintable() or _harmless(found):
        return found
    return plain(text).encode("utf-8", "replace")


def _safe_json_piece(text: str) -> bytes:
    try:
        found = text.encode()
    except UnicodeEncodeError:
        return _in_json().sub(_escape, text).encode()
    return found if _harmless(found) else _in_json().sub(_escape, text).encode()


def _harmless(content: bytes) -> bool:
    if len(content.translate(None, _CONTROLS)) != len(content):
        return False
    return not any(first in content for first in _SUSPECT) or not _hidden().search(content)


@cache
def _hidden() -> re.Pattern[bytes]:
    return re.compile(rb"\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]|\xef\xbb\xbf")


@cache
def _in_json() -> re.Pattern[str]:
    return re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
