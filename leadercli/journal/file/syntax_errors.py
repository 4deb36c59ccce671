"""Say in plain words what is wrong with JSON that cannot be read, for who has edited it by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leadercli.errors import DamagedError
from leadercli.locale import N_

if TYPE_CHECKING:
    from orjson import JSONDecodeError

_NOT_UTF8 = N_(
    "The journal {path} is damaged at line {line}: a letter there is not UTF-8, as when a text editor saves in another "
    "encoding. Nothing has been changed. `leadercli check --repair` rescues what can be read; or save it as UTF-8."
)
_OTHERWISE = N_(
    "The journal {path} is damaged at line {line}: {reason}. Nothing has been changed. `leadercli check --repair` "
    "rescues what can be read; or mend that line in a text editor."
)
_REASONS = (
    (
        "^trailing comma",
        N_(
            "The journal {path} is damaged at line {line}: there is a comma too many. Nothing has been changed. "
            "`leadercli check --repair` rescues what can be read; or mend that line in a text editor."
        ),
    ),
    (
        "^unexpected control character",
        N_(
            "The journal {path} is damaged at line {line}: a quotation mark is missing. Nothing has been changed. "
            "`leadercli check --repair` rescues what can be read; or mend that line in a text editor."
        ),
    ),
    (
        "^unexpected end",
        N_(
            "The journal {path} is damaged at line {line}: the file ends there, in the middle. It was cut off, or a "
            "quotation mark or a bracket is missing. Nothing has been changed. `leadercli check --repair` rescues what "
            "can be read."
        ),
    ),
    (
        "^unexpected content after",
        N_(
            "The journal {path} is damaged at line {line}: something stands there after the journal's end. A bracket "
            "is closed too early, or two files have become one. Nothing has been changed. `leadercli check --repair` "
            "rescues what can be read."
        ),
    ),
    (
        "^unexpected character, expected ','",
        N_(
            "The journal {path} is damaged at line {line}: a comma is missing, or a quotation mark stands where none "
            "belongs. Nothing has been changed. `leadercli check --repair` rescues what can be read; or mend that line "
            "or the one above it in a text editor."
        ),
    ),
    (
        "^unexpected character, expected ':'",
        N_(
            "The journal {path} is damaged at line {line}: a colon is missing. Nothing has been changed. "
            "`leadercli check --repair` rescues what can be read; or mend that line in a text editor."
        ),
    ),
    (
        "^unexpected character, expected a string key",
        N_(
            "The journal {path} is damaged at line {line}: a quotation mark is missing, or there is a comma too many. "
            "Nothing has been changed. `leadercli check --repair` rescues what can be read; or mend that line or the "
            "one above it in a text editor."
        ),
    ),
    ("^str is not valid UTF-8", _NOT_UTF8),
)
"""What the reader's words, found by a pattern, mean to a person."""


def syntax_trouble(content: bytes, error: JSONDecodeError, name: str) -> DamagedError:
    """Say what is wrong and on which line; `name` is the file's."""
    message = next((said for pattern, said in _REASONS if re.match(pattern, error.msg)), _OTHERWISE)
    line = _first_not_utf8(content) if message is _NOT_UTF8 else error.lineno
    return DamagedError(message, path=name, line=line, reason=error.msg)


def _first_not_utf8(content: bytes) -> int:
    try:
        content.decode()
    except UnicodeDecodeError as error:
        return content.count(b"\n", 0, error.start) + 1
    return 1
