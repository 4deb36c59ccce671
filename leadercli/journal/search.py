"""Search everything in a journal, as one types; of a large file read only what may match.

To look through bytes costs a fifth of parsing them. What is left over is parsed and searched as ever.

In text of ASCII and æ, ø, å a folded letter comes from that letter alone, but for o, aa, ae, and an a or e where a
word is cut: those may be Danish. The rest of a word stands in the file as it is typed, but for capitals. Text of any
other signs is not decided here: its lines are to be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import orjson

from leadercli.journal.file.format import Block, blocks
from leadercli.journal.file.storage import Cut
from leadercli.model.dates.calendar import week_start
from leadercli.model.merge.deletion import is_deleted
from leadercli.model.privacy import is_private, without_private
from leadercli.model.schema import FIRST, ITSELF, PEOPLE, TABLES, Raw, TableSchema
from leadercli.model.search import Folds, Match, Query, find, query_of, read_query, snippet

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


class Hit(NamedTuple):
    """One record that holds all the words. `day` is when it was written or held, None for a person."""

    kind: str
    id: str
    person_id: str
    day: date | None
    snippet: str


class Search:
    """The search of one journal. Unless it is used `once`, it keeps what it folds: the next key is answered at once."""

    def __init__(self, journal: Journal, *, once: bool = False) -> None:
        self._journal = journal
        self._find = _find_once if once else Folds().find

    def find(self, query: str, *, private: bool = False) -> list[Hit]:
        """Find the records that hold every word, people first, then the newest.

        A word may also stand in the name of the person whom a record is about, as long as another is in its text.
        What is only for the leader is found when `private` asks for it.
        """
        wanted = read_query(query)
        if not wanted.words:
            return []
        named = _without_names(self._journal.table(PEOPLE), wanted)
        hits = [hit for table in TABLES for hit in self._in_table(table, wanted, named, private)]
        hits.sort(key=_order, reverse=True)
        return hits

    def _in_table(self, table: str, wanted: Query, named: Mapping[str, Query], private: bool) -> Iterator[Hit]:
        row, find_kept = TABLES[table], self._find
        if not row.searched:
            return
        read, about = _reader(row.searched), row.person
        for id_, raw in self._journal.table(table).items():
            text = read(raw)
            query = named.get(raw.get(about, ""), wanted) if named else wanted
            found = find_kept((table, id_), text, query)
            if found is None or is_deleted(raw) or (not private and is_private(table, raw)):
                continue
            if not private and "%" in text:
                text = without_private(text)
                found = find(text, query)
                if found is None:
                    continue
            yield _hit(table, id_, raw, text, found)


def _find_once(_: Hashable, text: str, query: Query) -> Match | None:
    return find(text, query)


def _reader(fields: tuple[str, ...]) -> Callable[[Raw], str]:
    """Make the call that reads a record's text; a single field is handed on as the same object each time."""
    first, rest = fields[0], fields[1:]

    def read(raw: Raw) -> str:
        text = str(raw.get(first) or "")
        more = [str(raw[name]) for name in rest if raw.get(name)]
        return "\n".join([text, *more]) if more else text

    return read


def _without_names(people: Mapping[str, Raw], query: Query) -> dict[str, Query]:
    """Say, for people whose name holds some of the words, which others their records' texts must hold."""
    named: dict[str, Query] = {}
    for id_, raw in people.items() if len(query.words) > 1 else ():
        name = str(raw.get("name") or "")
        rest = [word for word in query.words if find(name, query_of([word])) is None]
        if 0 < len(rest) < len(query.words):
            named[id_] = query_of(rest)
    return named


def _hit(table: str, id_: str, raw: Raw, text: str, found: Match) -> Hit:
    row = TABLES[table]
    if row.person == ITSELF:
        said = " · ".join(part for part in (raw.get("name"), raw.get("role")) if part)
        return Hit(row.kind, id_, id_, None, said)
    return Hit(row.kind, id_, str(raw.get(row.person) or ""), _day(row, raw), snippet(text, found))


def _day(row: TableSchema, raw: Raw) -> date | None:
    try:
        if row.week:
            return week_start(raw[row.week])
        return date.fromisoformat(str(raw.get(row.day) or raw.get("created"))[:10])
    except (ValueError, KeyError):
        return None


def _order(hit: Hit) -> tuple[bool, date, str]:
    return hit.person_id == hit.id, hit.day or date.min, hit.id


_WHOLE = (FIRST, PEOPLE)
_PIECE = 1 << 18


def prefilter(query: Query) -> Cut | None:
    """Make the call that leaves out the records without any word of a query, but no people.

    A file that is laid out in another way than ours stays whole. None when the words do not say what to leave out.
    """
    wanted = byte_patterns(query)
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


def _lines_with(byte_patterns: Collection[bytes], content: bytes, block: Block) -> Iterator[bytes]:
    """Give the lines that hold one of the needles. Some lines are looked at together, in what fits a fast memory."""
    start = block.start
    while start < block.end:
        stop = content.find(b"\n", start + _PIECE, block.end)
        stop = block.end if stop < 0 else stop
        small = simple(content[start:stop])
        for begins, ends in sorted({span for needle in byte_patterns for span in _spans(needle, small)}):
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


OTHER = b"\x01"
"""What `simple` makes of a byte of any other sign, and of a control character."""
_LEAST = 3
_LETTERS = "æøå"


def byte_patterns(query: Query) -> tuple[bytes, ...]:
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
