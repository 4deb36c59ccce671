"""Find the records in a journal's bytes, one a line, without parsing them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import orjson

_OPENS, _ENDS, _CLOSES = b"{\n", b"\n},\n", b"\n}\n}\n"


class Block(NamedTuple):
    """Where the lines of a table's records stand. Each ends with `,` but the last."""

    table: str
    start: int
    end: int


def blocks(content: bytes) -> list[Block]:
    """Find the tables of a file that is laid out as text_form writes it; nothing when it is laid out otherwise.

    Tables without records, which are written on one line, are left out.
    """
    found: list[Block] = []
    at = len(_OPENS) if content.startswith(_OPENS) else len(content)
    while (stop := content.find(b"\n", at)) >= 0:
        if not content.endswith(b": {", at, stop):
            if content.endswith(b",", at, stop):
                at = stop + 1
                continue
            return found if content[stop:] == b"\n}\n" else []
        table = _name(content[at : stop - len(b": {")])
        if table is None or any(table == other.table for other in found):
            return []
        end = content.find(_ENDS, stop)
        if end < 0:
            last = Block(table, stop + 1, len(content) - len(_CLOSES))
            return [*found, last] if content.endswith(_CLOSES, stop) else []
        found.append(Block(table, stop + 1, end))
        at = end + len(_ENDS)
    return []


def lines_of(content: bytes, block: Block) -> Iterator[tuple[int, int]]:
    """Give where each line of a table's records begins and ends, without what stands between them."""
    start = block.start
    while start <= block.end:
        stop = content.find(b"\n", start, block.end)
        stop = block.end if stop < 0 else stop
        yield start, stop - content.endswith(b",", start, stop)
        start = stop + 1


def _name(head: bytes) -> str | None:
    try:
        name = orjson.loads(head)
    except orjson.JSONDecodeError:
        return None
    return name if isinstance(name, str) else None
