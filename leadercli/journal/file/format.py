"""Turn tables into the journal's bytes and back: JSON with one record a line, in a stable order.

One record a line makes the file easy to read, to search and to compare, and lets a save reuse the bytes of
every record that has not changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, cast

import orjson

from leadercli.errors import DamagedError, JournalError
from leadercli.locale import N_
from leadercli.model.schema import FIRST, MARK, TABLES, Raw, Tables

_BOM = b"\xef\xbb\xbf"
"""What some text editors put before UTF-8."""


class Writer:
    """Write tables as bytes, remembering the bytes of records that stay the same object."""

    def __init__(self) -> None:
        self._lines: dict[str, dict[str, tuple[Raw, bytes | memoryview]]] = {}

    def remember(self, tables: Mapping[str, Any], content: bytes) -> None:
        """Take the bytes of records from the file that they were read from, where they stand there as written here."""
        whole = memoryview(content)
        for block in blocks(content):
            records, lines = tables[block.table], list(lines_of(content, block))
            if len(records) == len(lines):
                found = zip(records.items(), lines, strict=True)
                own = {id_: (raw, whole[slice(*at)]) for (id_, raw), at in found if _is_own(content, at, id_, raw)}
                self._lines.setdefault(block.table, {}).update(own)

    def write(self, tables: Mapping[str, Any]) -> bytes:
        """Return the whole journal as UTF-8 JSON. Raises JournalError naming a record that cannot be written."""
        pieces: list[bytes | memoryview] = [b"{"]
        for name in sorted(tables, key=lambda name: (name != FIRST, name)):
            pieces += [b"\n", orjson.dumps(name), b": ", *self._table(name, tables[name]), b","]
        # The pieces are joined once: each copy of a large journal costs as much as writing its records anew.
        return b"".join([*pieces[:-1], b"\n}\n"])

    def _table(self, name: str, records: Any) -> list[bytes | memoryview]:
        if not isinstance(records, dict) or not records:
            return [_value(name, "", records)]
        known = self._lines.setdefault(name, {})
        lines: list[bytes | memoryview] = []
        for id_ in sorted(records):
            raw = records[id_]
            entry = known.get(id_)
            if entry is None or entry[0] is not raw:
                entry = known[id_] = (raw, orjson.dumps(id_) + b": " + _value(name, id_, raw))
            lines.append(entry[1])
        pieces: list[bytes | memoryview] = [b",\n"] * (2 * len(lines) - 1)
        pieces[::2] = lines
        return [b"{\n", *pieces, b"\n}"]


def _is_own(content: bytes, at: tuple[int, int], id_: str, raw: Any) -> bool:
    """Tell whether a line is one record's alone: its id stands first, and the dot of its last commit stands last."""
    dot = raw.get(MARK) if isinstance(raw, dict) else None
    if not isinstance(dot, str):
        return False
    begins, ends = b'"%b": {' % id_.encode(), b'"%b":"%b"}' % (MARK.encode(), dot.encode())
    return content.startswith(begins, *at) and content.endswith(ends, *at)


def _value(table: str, id_: str, raw: Any) -> bytes:
    try:
        return orjson.dumps(raw, option=orjson.OPT_SORT_KEYS)
    except TypeError as error:  # such as what is nested too deep
        raise JournalError(
            N_("The journal has a record that cannot be written: {table} {id}: {reason}. Nothing was changed."),
            table=table,
            id=id_,
            reason=error,
        ) from None


def is_empty(content: bytes) -> bool:
    """Tell whether there is nothing in a file, or nothing yet: blanks, or the zeros of a download that has begun."""
    return not content.lstrip(b"\x00 \r\n\t")


def read_tables(content: bytes, name: str) -> Tables:
    """Read a journal's bytes; `name` is the file's. Raises JournalError saying what is wrong and where."""
    if is_empty(content):
        raise DamagedError(
            N_(
                "The journal {path} is empty. It may be a file that is still being downloaded, or one that was cut "
                "off. Nothing has been changed; wait for your cloud folder, or put back what this machine holds with "
                "`leadercli check --repair`."
            ),
            path=name,
        )
    try:
        found = orjson.loads(content[3:] if content.startswith(_BOM) else content)
    except orjson.JSONDecodeError as error:
        from leadercli.journal.file.syntax_errors import syntax_trouble

        raise syntax_trouble(content, error, name) from None
    meta = found[FIRST].get("meta") if isinstance(found, dict) and isinstance(found.get(FIRST), dict) else None
    if not isinstance(meta, dict) or not isinstance(meta.get("journal_id"), str):
        raise JournalError(
            N_("The file {path} is not a leadercli journal, so it is left alone. Name another with --journal."),
            path=name,
        )
    if type(meta.get("schema", 1)) is not int:
        raise _misshapen(name, FIRST, "meta", "schema")
    for table in TABLES:
        records = found.get(table, {})
        if not isinstance(records, dict):
            raise _misshapen(name, table)
        if not set(map(type, records.values())) <= {dict}:
            raise _misshapen(name, table, next(id_ for id_, raw in records.items() if type(raw) is not dict))
    return cast(Tables, found)


def _misshapen(path: str, *place: str) -> DamagedError:
    return DamagedError(
        N_(
            "The journal {path} is damaged: what stands under {place} is not what belongs there. Nothing has been "
            "changed. `leadercli check --repair` rescues what can be read; or mend it in a text editor."
        ),
        path=path,
        place=" / ".join(place),
    )


def line_of(id_: str, content: bytes) -> int:
    """Tell on which line of a file a record begins, counted from one; 1 when it is not found."""
    at = content.find(orjson.dumps(id_) + b":")
    return content.count(b"\n", 0, max(at, 0)) + 1


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
