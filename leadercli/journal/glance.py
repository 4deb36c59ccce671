"""Read of a large journal only what a search may find.

To look through bytes costs a fifth of parsing them. What is left over is parsed and searched as ever.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import orjson

from leadercli.journal.file_lines import Block, blocks
from leadercli.journal.text_form import FIRST
from leadercli.model.needles import OTHER, needles, simple
from leadercli.model.search import Query

Cut = Callable[[bytes], bytes]
"""Cuts a journal's bytes down to a journal of some of its records."""
_WHOLE = (FIRST, "people")


def cut_for(query: Query) -> Cut | None:
    """Make the call that leaves out the records without any word of a query, but no people.

    A file that is laid out in another way than ours stays whole. None when the words do not say what to leave out.
    """
    wanted = needles(query)
    return (lambda content: _cut(content, wanted)) if wanted else None


def _cut(content: bytes, wanted: Iterable[bytes]) -> bytes:
    found = [] if _is_escaped(content) else blocks(content)
    if not found:
        return content
    small = simple(content)
    parts = []
    for block in found:
        spans = [(block.start, block.end)] if block.table in _WHOLE else sorted(_spans(small, block, wanted))
        records = b",\n".join(content[start:end].removesuffix(b",") for start, end in spans)
        parts.append(orjson.dumps(block.table) + b": {" + records + b"}")
    return b"{" + b",\n".join(parts) + b"}"


def _spans(small: bytes, block: Block, wanted: Iterable[bytes]) -> set[tuple[int, int]]:
    return {span for needle in (OTHER, *wanted) for span in _lines_with(needle, small, block)}


def _lines_with(needle: bytes, small: bytes, block: Block) -> Iterator[tuple[int, int]]:
    """Give where each line that holds something begins and ends."""
    _, start, end = block
    at = small.find(needle, start, end)
    while at >= 0:
        begins = small.rfind(b"\n", start, at) + 1 or start
        ends = small.find(b"\n", at, end)
        yield begins, ends if ends >= 0 else end
        at = small.find(needle, ends, end) if ends >= 0 else -1


def _is_escaped(content: bytes) -> bool:
    """Tell whether another program may have written letters as \\u escapes."""
    return content.isascii() and b"\\u" in content
