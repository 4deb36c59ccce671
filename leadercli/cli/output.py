"""Print: data on stdout, everything else on stderr, all of it filtered, colour only where it can be seen."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TextIO

from leadercli.model.text import plain

Tone = Literal["heading", "overdue", "quiet"]

_STYLES: Mapping[Tone, str] = {"heading": "1", "overdue": "31", "quiet": "2"}


@dataclass(frozen=True, slots=True)
class Toned:
    """A line with a colour. What the colour means also stands in the text."""

    tone: Tone
    text: str


Line = str | Toned


def titled(title: str, lines: Iterable[Line], tone: Tone = "heading") -> list[Line]:
    """Put a blank line and a heading before lines; nothing when there are none."""
    listed = list(lines)
    return ["", Toned(tone, title), *listed] if listed else []


class Output:
    """Where one run prints. Colours are used on a terminal, unless NO_COLOR is set or the terminal is dumb."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self._env = env

    @property
    def coloured(self) -> bool:
        """Whether stdout shows colours."""
        return not self._env.get("NO_COLOR") and self._env.get("TERM") != "dumb" and _is_terminal(sys.stdout)

    @property
    def can_ask(self) -> bool:
        """Whether someone is there to answer: stdin and stderr are terminals."""
        return _is_terminal(sys.stdin) and _is_terminal(sys.stderr)

    def lines(self, lines: Iterable[Line]) -> None:
        """Print lines of data in one write."""
        if self.coloured:
            _write(sys.stdout, b"".join(_painted(line) for line in lines))
            return
        text = "\n".join(line if isinstance(line, str) else line.text for line in lines)
        self.text(text + "\n" if text else "")

    def text(self, text: str) -> None:
        """Print text as it stands, such as an export; only what could steer a terminal is replaced."""
        content = safe_text(text)
        _write(sys.stdout, content if content.endswith(b"\n") or not content else content + b"\n")

    def safe(self, pieces: Iterable[bytes]) -> None:
        """Print one after the other what safe_bytes has made."""
        for piece in pieces:
            _write(sys.stdout, piece)

    def json(self, value: Any) -> None:
        """Print a value as JSON."""
        self.json_text(as_json(value))

    def json_text(self, text: str) -> None:
        """Print JSON text."""
        _write(sys.stdout, safe_json(text))

    def note(self, sentence: str) -> None:
        """Say something beside the data, on stderr."""
        _write(sys.stderr, safe_text(sentence + "\n"))


def as_json(value: Any) -> str:
    """Write a value as readable JSON that ends with a line break."""
    import orjson

    try:
        return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()
    except TypeError:  # a path that is not UTF-8
        import json

        return json.dumps(value, indent=2) + "\n"


def _painted(line: Line) -> bytes:
    if isinstance(line, str):
        return safe_text(line + "\n")
    return b"\x1b[%bm%b\x1b[0m\n" % (_STYLES[line.tone].encode(), safe_text(line.text))


def _write(stream: TextIO | None, content: bytes) -> None:
    """Write UTF-8 where the stream takes it; a terminal of another encoding gets what it can show."""
    if stream is None or not content:
        return
    stream.flush()
    encoding = (stream.encoding or "utf-8").lower().replace("_", "-")
    if encoding not in ("utf-8", "utf8") and _is_terminal(stream):
        content = content.decode().encode(encoding, "replace")
    stream.buffer.write(content)
    stream.flush()


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


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


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Pad the cells of each column to the widest, two blanks between; rows are of equal length."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
