"""Find the records in a journal's bytes, one a line, without parsing them."""

from __future__ import annotations

from typing import NamedTuple

import orjson


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
    at = 2 if content.startswith(b"{\n") else len(content)
    while (stop := content.find(b"\n", at)) >= 0:
        if content.endswith(b": {", at, stop):
            end = content.find(b"\n}", stop)
            table = _name(content[at : stop - 3])
            if table is None or end < 0:
                return []
            found.append(Block(table, stop + 1, end))
            stop = end + 2
            following = stop + 2 if content.startswith(b",\n", stop) else 0
        else:
            following = stop + 1 if content.endswith(b",", at, stop) else 0
        if not following:
            return found if content[stop:] == b"\n}\n" else []
        at = following
    return []


def lines_of(content: bytes, block: Block) -> list[bytes]:
    """Cut a table into its records' lines, without what stands between them."""
    return content[block.start : block.end].split(b",\n")


def _name(head: bytes) -> str | None:
    try:
        name = orjson.loads(head)
    except orjson.JSONDecodeError:
        return None
    return name if isinstance(name, str) else None
