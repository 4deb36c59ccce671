"""Read of a large journal only what a search may find.

To look through bytes costs a fifth of parsing them. What is left over is parsed and searched as ever.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

import orjson

from leadercli.journal.file_lines import Block, blocks
from leadercli.journal.text_form import FIRST
from leadercli.model.needles import OTHER, needles, simple
from leadercli.model.search import Query

Cut = Callable[[bytes], bytes]
"""Cuts a journal's bytes down to a journal of some of its records."""
_WHOLE = (FIRST, "people")
_PIECE = 1 << 18


def cut_for(query: Query) -> Cut | None:
    """Make the call that leaves out the records without any word of a query, but no people.

    A file that is laid out in another way than ours stays whole. None when the words do not say what to leave out.
    """
    wanted = needles(query)
    return (lambda content: _cut(content, wanted)) if wanted else None


def _cut(content: bytes, wanted: Collection[bytes]) -> bytes:
    found = [] if _is_escaped(content) else blocks(content)
    if not found:
        return content
    parts = []
    for block in found:
        whole = [content[block.start : block.end]]
        records = b",\n".join(whole if block.table in _WHOLE else _lines_with((OTHER, *wanted), content, block))
        parts.append(orjson.dumps(block.table) + b": {" + records + b"}")
    return b"{" + b",\n".join(parts) + b"}"


def _lines_with(needles: Collection[bytes], content: bytes, block: Block) -> Iterator[bytes]:
    """Give the lines that hold one of the needles. Some lines are looked at together, in what fits a fast memory."""
    start = block.start
    while start < block.end:
        stop = content.find(b"\n", start + _PIECE, block.end)
        stop = block.end if stop < 0 else stop
        small = simple(content[start:stop])
        for begins, ends in sorted({span for needle in needles for span in _spans(needle, small)}):
            yield content[start + begins : start + ends].removesuffix(b",")
        start = stop + 1


def _spans(needle: bytes, lines: bytes) -> Iterator[tuple[int, int]]:
    """Give where each line that holds something begins and ends."""
    at = lines.find(needle)
    while at >= 0:
        ends = lines.find(b"\n", at)
        ends = len(lines) if ends < 0 else ends
        yield lines.rfind(b"\n", 0, at) + 1, ends
        at = lines.find(needle, ends)


def _is_escaped(content: bytes) -> bool:
    """Tell whether another program may have written letters as \\u escapes."""
    return content.isascii() and b"\\u" in content
