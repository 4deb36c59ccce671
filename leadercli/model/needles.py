"""Say what a line of the journal's file must hold, as bytes, for a search to find something in it.

In text of ASCII and æ, ø, å a folded letter comes from that letter alone, but for o, aa, ae, and an a or e where a
word is cut: those may be Danish. The rest of a word stands in the file as it is typed, but for capitals. Text of any
other signs is not decided here: its lines are to be read.
"""

from __future__ import annotations

import re
from functools import cache

from leadercli.model.search import Query

OTHER = b"\x01"
"""What `simple` makes of a byte of any other sign, and of a control character."""
_LEAST = 3
_LETTERS = "æøå"


def needles(query: Query) -> tuple[bytes, ...]:
    """Give what a text must hold one of after `simple`, for some word to be in it. Nothing when too little is sure."""
    found = tuple(_sure_part(word.text) for word in query.words)
    return found if all(len(part) >= _LEAST for part in found) else ()


def simple(content: bytes) -> bytes:
    """Make letters of UTF-8 small, and each byte of other signs OTHER. Lengths and line breaks stay."""
    return content.translate(_table())


def _sure_part(word: str) -> bytes:
    parts = re.split(r'^[ae]+|a[ae]+|o+|a$|["\\]+|[^!-~]+', word)
    return max(parts, key=len).encode()


@cache
def _table() -> bytes:
    """Return what each byte becomes. The two bytes of a Danish letter occur together in no other sign."""
    table = bytearray(OTHER * 256)
    kept = "\n" + "".join(map(chr, range(0x20, 0x7F))) + _LETTERS
    for sign in kept + kept.upper():
        for byte, small in zip(sign.encode(), sign.lower().encode(), strict=True):
            table[byte] = small
    return bytes(table)
