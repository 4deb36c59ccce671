"""Turn a damaged file's bytes into text, whatever encoding a hand or a program has left them in."""

from __future__ import annotations

import codecs

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LOOKED_AT = 4096
_BLANKS = "\x00 \t\r\ufeff"


def text_lines(content: bytes) -> list[tuple[str, bool]]:
    """Split a file into lines, without their blanks and zeros. Each with whether some of its letters were guessed."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _split(content[len(mark) :], encoding)
    return _split(content, _wide(content) or "utf-8")


def twice_encoded(lines: list[tuple[str, bool]]) -> list[tuple[str, bool]] | None:
    """Undo what a program did that read UTF-8 as Windows' Latin letters and wrote that; None when none did."""
    found: list[tuple[str, bool]] = []
    garbled = 0
    for line, guessed in lines:
        if line.isascii():
            found.append((line, guessed))
            continue
        once = _once(line)
        if once is None:
            return None
        garbled += 1
        found.append((once, guessed))
    return found if garbled else None


def _split(content: bytes, encoding: str) -> list[tuple[str, bool]]:
    if encoding != "utf-8":
        text = content.decode(encoding, "replace")
        return [(line.strip(_BLANKS), "\ufffd" in line) for line in text.split("\n")]
    return [_line(line) for line in content.split(b"\n")]


def _line(line: bytes) -> tuple[str, bool]:
    try:
        return line.decode().strip(_BLANKS), False
    except UnicodeDecodeError:
        text = line.decode("utf-8", "surrogateescape").strip(_BLANKS)
        return "".join(_letter(one) if "\udc80" <= one <= "\udcff" else one for one in text), True


def _letter(lone: str) -> str:
    """Read a byte that is no UTF-8 as a letter of Windows' Latin alphabet."""
    byte = bytes([ord(lone) - 0xDC00])
    return byte.decode("cp1252", "ignore") or byte.decode("latin-1")


def _wide(content: bytes) -> str:
    """Tell UTF-16 without a mark by its zeros: every other byte of what is mostly ASCII."""
    start = content[:_LOOKED_AT]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if len(start) < 8 or max(even, odd) * 3 < len(start):
        return ""
    if not min(even, odd):
        return "utf-16-le" if odd > even else "utf-16-be"
    return ""


def _once(line: str) -> str | None:
    raw = bytearray()
    for letter in line:
        try:
            raw += letter.encode("cp1252")
        except UnicodeEncodeError:
            if ord(letter) > 0xFF:
                return None
            raw.append(ord(letter))
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return None
