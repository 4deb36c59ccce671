"""What the tables of a journal are: one row a table. Everything that has to know what a table is reads its row here.

A new kind of record is a row of TABLES, a dataclass in model/records.py, a file of verbs, and its words. The names in
a row are those of fields in the file. A name that ends with a dot stands for all fields that begin so: "rating." for
"rating.pace".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields
from datetime import date
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar

from leadercli.model.dates.calendar import week_start
from leadercli.model.records import (
    ME,
    THEM,
    US,
    Agreement,
    Feedback,
    InboxItem,
    Meeting,
    Move,
    Person,
    ScaleItem,
    WeighIn,
)

Raw = dict[str, Any]
"""A record as it lies on disk."""
Tables = dict[str, dict[str, Raw]]
"""Records by table and id."""
Changed = Mapping[str, frozenset[str]]
"""Ids of records by table."""

MARK = "~"
"""The one key of a record that is not a field: its last one, as docs/journal-format.md tells."""
FIRST = "journal"
"""The table that stands first in the file, and tells of the journal itself."""
STRAY = "rescued"
"""The table for records that belong to a table whose name was lost, and which this version does not know."""

PEOPLE, MEETINGS, AGREEMENTS, INBOX, FEEDBACK = "people", "meetings", "agreements", "inbox", "feedback"
SCALE_ITEMS, WEIGH_INS = "scale_items", "weigh_ins"

RATING = "rating."
"""Each rating is a field of its own, so that two machines can rate one week together. 0 means not relevant."""
MOVE = "move."
"""Each moved deadline is a field of its own, so that all count when two machines move one."""
STEP, MOVED = "step.", "moved."
ITSELF = "id"
"""Stands as a row's `person` when a record is the person."""
_MADE_OF_A_LINE = ("line", "source", "unmarked", "meeting", "created")
"""The fields that tell which line of a note made a record, and when."""


class RecordRef(NamedTuple):
    """Where a record lies: its table and its id."""

    table: str
    id: str


class Reference(NamedTuple):
    """A field that holds the id of a record in a table, or one of some words that stand in an id's place."""

    field: str
    table: str
    words: tuple[str, ...] = ()


class Group(NamedTuple):
    """Fields that begin alike and are one attribute of the dataclass.

    The attribute is a mapping by the rest of their names, or a tuple when `is_list`. Each is an object read as a
    `record`, a rating up to a `highest` number, or a text.
    """

    prefix: str
    attribute: str
    is_list: bool = False
    record: type[Any] | None = None
    highest: int = 0


class TableSchema(NamedTuple):
    """What the records of one table are.

    `record` tells the fields and their types: "person_id" stands in the file as "person". A field that is missing has
    the value in `defaults`, else that of the dataclass, else "" or 0. `asked` are the fields that a person decides
    when several machines wrote them at once; of `moments` only counts that they are set, and those in `together` are
    texts that can stand beside each other. `long_texts` merge line by line, and each of their lines may be private.
    `summary` names the fields of which the first with words says what a record is about. `person`, `day`, `week`,
    `private` and `source` (the line that made a record) are "" where records have no such field. No person writes
    what is in `bookkeeping`: it makes no version. A record that was cut from its table is known by the fields in
    `signs`.
    """

    kind: str
    record: type[Any]
    signs: tuple[str, ...]
    asked: tuple[str, ...] = ()
    defaults: Mapping[str, Any] = MappingProxyType({})
    moments: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    long_texts: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()
    summary: tuple[str, ...] = ("text",)
    groups: tuple[Group, ...] = ()
    references: tuple[Reference, ...] = ()
    person: str = "person"
    day: str = "day"
    week: str = ""
    private: str = "private"
    source: str = "source"
    bookkeeping: tuple[str, ...] = _MADE_OF_A_LINE


_PERSON, _MEETING = Reference("person", PEOPLE), Reference("meeting", MEETINGS)

TABLES: dict[str, TableSchema] = {
    PEOPLE: TableSchema(
        kind="person",
        record=Person,
        signs=("name",),
        asked=(
            *("name", "role", "relation", "cadence", "minutes", "start", "birthday", "email"),
            *("state", "paused_until", "left"),
        ),
        defaults={"cadence": ""},
        together=("role",),
        searched=("name", "role", "email"),
        summary=("name",),
        person=ITSELF,
    ),
    MEETINGS: TableSchema(
        kind="meeting",
        record=Meeting,
        signs=("day",),
        asked=("time", "state", "minutes", "reason"),
        together=("reason",),
        long_texts=("text",),
        searched=("text", "reason"),
        summary=("text", "reason"),
        references=(_PERSON,),
        source="",
        bookkeeping=("changed", "used"),
    ),
    AGREEMENTS: TableSchema(
        kind="agreement",
        record=Agreement,
        signs=("owner",),
        asked=("text", "person", "owner", "due", "state", "private"),
        together=("text",),
        searched=("text",),
        groups=(Group(MOVE, "moves", is_list=True, record=Move),),
        references=(_PERSON, _MEETING, Reference("owner", PEOPLE, (ME, THEM, US))),
        bookkeeping=(*_MADE_OF_A_LINE, "closed"),
    ),
    INBOX: TableSchema(
        kind="inbox",
        record=InboxItem,
        signs=("person", "text"),
        asked=("text", "person", "raised", "private"),
        moments=("raised",),
        together=("text",),
        searched=("text",),
        references=(_PERSON, _MEETING),
    ),
    FEEDBACK: TableSchema(
        kind="feedback",
        record=Feedback,
        signs=("kind",),
        asked=("text", "person", "kind", "day", "follow_up", "followed", "private"),
        defaults={"kind": "praise"},
        moments=("followed",),
        together=("text",),
        searched=("text",),
        references=(_PERSON, _MEETING),
    ),
    SCALE_ITEMS: TableSchema(
        kind="scale_item",
        record=ScaleItem,
        signs=("side",),
        asked=("name", "retired"),
        defaults={"side": "load"},
        summary=("name",),
        person="",
    ),
    WEIGH_INS: TableSchema(
        kind="weigh_in",
        record=WeighIn,
        signs=("week",),
        asked=(RATING, MOVED, STEP, "note", "balance", "turn_down", "turn_up"),
        together=("note", "balance"),
        searched=("note", "balance"),
        summary=("note", "balance"),
        groups=(Group(RATING, "ratings", highest=5), Group(STEP, "steps"), Group(MOVED, "moved")),
        references=(Reference(RATING, SCALE_ITEMS),),
        person="",
        week="week",
        bookkeeping=("at",),
    ),
}
"""The tables of records, in the order in which they are told. Read when asked, never copied."""

_OTHER = TableSchema(kind="", record=object, signs=())
"""What is taken for granted of a table that this version does not know."""
T = TypeVar("T")


class _Column(Mapping[str, T], Generic[T]):
    """One thing about every table, by table, as TABLES has it when it is asked."""

    def __init__(self, read: Callable[[TableSchema], T]) -> None:
        self._read = read

    def __getitem__(self, table: str) -> T:
        return self._read(TABLES[table])

    def __iter__(self) -> Iterator[str]:
        return iter(TABLES)

    def __len__(self) -> int:
        return len(TABLES)


KIND_OF: Mapping[str, str] = _Column(lambda row: row.kind)
"""What a record of each table is."""
LONG_TEXTS: Mapping[str, tuple[str, ...]] = _Column(lambda row: row.long_texts)
"""The fields of each table that merge line by line."""


def row_of(table: str) -> TableSchema:
    """Give a table's row; one that this version does not know is taken for a plain table of texts."""
    return TABLES.get(table, _OTHER)


def table_of(kind: str) -> str:
    """Name the table of a kind of record; "" when there is none."""
    return next((table for table, row in TABLES.items() if row.kind == kind), "")


def stored_name(attribute: str) -> str:
    """Name the field of the file that a record's attribute is read from: "person" for "person_id"."""
    return attribute.removesuffix("_id")


def defaults_of(row: TableSchema) -> Mapping[str, Any]:
    """Give what each field holds that is missing, by its name in the file."""
    own = {stored_name(one.name): one.default for one in fields(row.record) if one.default is not MISSING}
    return own | dict(row.defaults)


def meant(table: str, name: str, value: Any) -> Any:
    """Read a value that is empty as what it means; None is nothing."""
    if value is not None and value is not False and value != "":
        return value
    row = TABLES.get(table)
    return (defaults_of(row).get(name) or None) if row else None


def person_in(table: str, id_: str, raw: Raw) -> str:
    """Name the id of the person whom a record is about; "" for nobody."""
    name = row_of(table).person
    return id_ if name == ITSELF else text_in(raw, name)


def day_of(table: str, raw: Raw) -> date | None:
    """Tell the day that a record belongs to: a conversation's own, a week's Monday, feedback's; None for others."""
    row = row_of(table)
    try:
        return week_start(raw[row.week]) if row.week else date.fromisoformat(raw[row.day])
    except (KeyError, TypeError, ValueError):
        return None


def text_in(raw: Raw, name: str) -> str:
    """Read a field of text; "" when there is none that can be read."""
    value = raw.get(name)
    return value if isinstance(value, str) else ""
