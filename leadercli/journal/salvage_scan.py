"""Know a record, a table's name, and a journal's own record by their looks, in text that no longer is JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, TypeGuard

import orjson

from leadercli.journal.text_form import FIRST, KINDS

META = "meta"
"""The record in which a journal tells its id."""
HEADER = re.compile(r'("(?:[^"\\\x00-\x1f]|\\.)*")\s*:\s*\{')
ID = re.compile(r"\d{6}-[0-9a-z]{10}")
MARKS = ("~", "d", "f", "l", "s", "v")
"""The objects within a record, as docs/journal-format.md tells."""
_SIGNS = (
    ("weigh_ins", {"week"}),
    ("scale_items", {"side"}),
    ("feedback", {"kind"}),
    ("agreements", {"owner"}),
    ("meetings", {"day"}),
    ("people", {"name"}),
    ("inbox", {"person", "text"}),
)
"""The fields by which a record of each kind is told from those below it."""


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
            if name in (FIRST, *KINDS) or ID.fullmatch(name):
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


def kind_of(value: Any) -> str:
    """Tell by its fields which kind of record this is; "" when they do not say."""
    if not isinstance(value, dict):
        return ""
    return next((kind for kind, fields in _SIGNS if fields <= value.keys()), "")
