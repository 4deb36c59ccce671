"""One commit while it is open: which records it makes new, and what each of their fields was before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from leadercli.journal.change_log import Entry, Written
from leadercli.journal.changes import LONG_TEXTS, Change
from leadercli.journal.text_form import Raw
from leadercli.model.json_values import same
from leadercli.model.known import MARK
from leadercli.model.merge import written

Place = tuple[str, str, str]
"""A field: its table, record and name."""


@dataclass(slots=True)
class Commit:
    """What one command has written so far. `dot` names the commit to the merge law."""

    command: str
    what: str
    dot: str
    undoes: str = ""
    redoes: str = ""
    _fields: dict[Place, tuple[Any, Any]] = field(default_factory=dict)
    _made: dict[tuple[str, str], None] = field(default_factory=dict)
    _changed: dict[str, set[str]] = field(default_factory=dict)

    def records(self, table: str, present: Mapping[str, Raw], changes: Iterable[Change]) -> dict[str, Raw]:
        """Work out the records of a table that become others by the changes, and remember what changed in them."""
        found: dict[str, Raw] = {}
        lines = LONG_TEXTS.get(table, ())
        for change in changes:
            old = found.get(change.id) or present.get(change.id)
            fields = {name: storable(value) for name, value in change.fields.items()}
            new = written(old, fields, self.dot, lines=lines, base=change.base)
            if new is not old:
                found[change.id] = new
                self._remember(table, change.id, old, new)
        return found

    def entry(self, id_: str, at: str) -> Entry | None:
        """Make the entry of the change log; None when there is nothing to undo later."""
        fields = tuple(Written(*place, old, new) for place, (old, new) in self._fields.items() if not same(old, new))
        if not fields and not self.undoes and not self.redoes:
            return None
        return Entry(id_, at, self.command, self.what, fields, tuple(self._made), self.undoes, self.redoes, self.dot)

    def changed(self) -> Mapping[str, frozenset[str]]:
        """Name the records that became others, by table."""
        return {table: frozenset(ids) for table, ids in self._changed.items()}

    def _remember(self, table: str, id_: str, old: Raw | None, new: Raw) -> None:
        self._changed.setdefault(table, set()).add(id_)
        if old is None:
            self._made[table, id_] = None
        for name, value in new.items():
            before = None if old is None else old.get(name)
            if name != MARK and not same(before, value):
                first, _ = self._fields.get((table, id_, name), (before, None))
                self._fields[table, id_, name] = (first, value)


def storable(value: Any) -> Any:
    """Replace what UTF-8 cannot hold (halves of characters that some terminals send)."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, list):
        return [storable(one) for one in value]
    if isinstance(value, dict):
        return {name: storable(one) for name, one in value.items()}
    return value
