"""Check what someone has written in the journal's file with a text editor, before it is taken in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import orjson

from leadercli.errors import DamagedTrouble
from leadercli.journal import decode
from leadercli.journal.text_form import Raw, Tables
from leadercli.locale import N_
from leadercli.model.merge.record import MARK

DECODERS: Mapping[str, Callable[[str, Raw], Any]] = {
    "people": decode.person,
    "meetings": decode.meeting,
    "agreements": decode.agreement,
    "inbox": decode.inbox_item,
    "feedback": decode.feedback,
    "scale_items": decode.scale_item,
    "weigh_ins": decode.weigh_in,
}
"""How the records of each table are read."""

Place = tuple[str, str]
"""A table and the id of a record in it."""


def refuse_unreadable(edited: Iterable[Place], theirs: Tables, content: bytes, path: object) -> None:
    """Raise DamagedTrouble, naming the line and the reason, when an edited record cannot be what it stands for."""
    for table, id_ in edited:
        try:
            DECODERS[table](id_, theirs[table][id_])
            orjson.dumps(theirs[table][id_])
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            raise DamagedTrouble(
                N_(
                    "The journal {path} was edited, and line {line} cannot be taken in: {table} {id}: {reason}. "
                    "Nothing was changed; mend that line in a text editor."
                ),
                path=path,
                line=_line_of(id_, content),
                table=table,
                id=id_,
                reason=error,
            ) from None


def unmarked(changed: Mapping[str, Iterable[str]], theirs: Tables) -> list[Place]:
    """Name the changed records that were not written by the program: they bear no mark."""
    return [
        (table, id_)
        for table in changed.keys() & DECODERS.keys()
        for id_ in changed[table]
        if MARK not in theirs.get(table, {}).get(id_, {MARK: ""})
    ]


def _line_of(id_: str, content: bytes) -> int:
    """Tell on which line of the file a record begins, counted from one."""
    at = content.find(orjson.dumps(id_) + b":")
    return content.count(b"\n", 0, max(at, 0)) + 1
