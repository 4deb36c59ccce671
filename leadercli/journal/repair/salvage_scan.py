"""Turn damaged bytes into text, and know in it a record, a table's name, a journal's own record by their looks."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, TypeGuard

import orjson

from leadercli.model.schema import FIRST, MARK, TABLES

META = "meta"
"""The record in which a journal tells its id."""
HEADER = re.compile(r'("(?:[^"\\\x00-\x1f]|\\.)*")\s*:\s*\{')
ID = re.compile(r"\d{6}-[0-9a-z]{10}")
MARKS = (MARK, "d", "f", "l", "s", "v")
"""The objects within a record, as docs/journal-format.md tells."""


def pair(line: str) -> tuple[str, Any] | None:
    """Read a line `"name": value`; None when it cannot be read."""
    if not line.startswith('"'):
        return None
    try:
        found = orjson.loads(f"{{{line}}}")
    except ValueError:
        return None
    return next(iter(found.items())) if len(found) == 1 else None


def objects(text: str) -> Iterator[tuple[str, Any]]:
    """Find the objects in text by their names; None stands for one that does not end: a record, or a table, cut off."""
    decoder = json.JSONDecoder()
    at = 0
    while header := HEADER.search(text, at):
        name, at = key_of(header), header.end()
        try:
            value, at = decoder.raw_decode(text, header.end() - 1)
        except (ValueError, RecursionError):
            if name in (FIRST, *TABLES) or ID.fullmatch(name):
                yield name, None
            continue
        yield name, value


def key_of(header: re.Match[str]) -> str:
    """Read the name in a match of HEADER; "" when it cannot be read."""
    try:
        return str(orjson.loads(header[1]))
    except ValueError:
        return ""


def is_meta(value: Any) -> TypeGuard[dict[str, Any]]:
    """Tell whether this is the record in which a journal tells its id."""
    return isinstance(value, dict) and isinstance(value.get("journal_id"), str)


def table_of_looks(value: Any) -> str:
    """Tell by its fields which table a record belongs to; "" when they do not say.

    A field that only one table has tells more than several that others have too; of the rest the last table's.
    """
    if not isinstance(value, dict):
        return ""
    found, fewest = "", 0
    for table, row in reversed(TABLES.items()):
        count = len(row.signs)
        if count and (not fewest or count < fewest) and all(map(value.__contains__, row.signs)):
            found, fewest = table, count
    return found


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
