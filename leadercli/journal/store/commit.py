"""One commit while it is open: which records it makes new, and what each of their fields was before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from leadercli.journal.local.change_log import Entry, Settled, Written
from leadercli.journal.store.change import Change
from leadercli.model.merge.deletion import DELETED, SEEN, deleted_at
from leadercli.model.merge.record import siblings
from leadercli.model.merge.registers import same
from leadercli.model.merge.write import write_record, write_versions
from leadercli.model.schema import LONG_TEXTS, MARK, Raw

FieldRef = tuple[str, str, str]
"""A field: its table, record and name."""


@dataclass(slots=True)
class Commit:
    """What one command has written so far. `dot` names the commit to the merge law."""

    command: str
    what: str
    dot: str
    undoes: str = ""
    redoes: str = ""
    _fields: dict[FieldRef, tuple[Any, Any]] = field(default_factory=dict)
    _settled: dict[FieldRef, tuple[Any, ...]] = field(default_factory=dict)
    _made: dict[tuple[str, str], None] = field(default_factory=dict)
    _changed: dict[str, set[str]] = field(default_factory=dict)

    def records(self, table: str, present: Mapping[str, Raw], changes: Iterable[Change]) -> dict[str, Raw]:
        """Work out the records of a table that become others by the changes, and remember what changed in them."""
        found: dict[str, Raw] = {}
        lines = LONG_TEXTS.get(table, ())
        for change in changes:
            old = found.get(change.id) or present.get(change.id)
            fields = {name: storable(value) for name, value in change.fields.items()}
            new = write_record(old, fields, self.dot, lines=lines, base=change.base)
            for name, values in change.versions.items():
                new = write_versions(new, name, values, self.dot)
            if new is not old:
                found[change.id] = new
                self._remember(table, change.id, old, new)
        return found

    def entry(self, id_: str, at: str) -> Entry | None:
        """Make the entry of the change log; None when there is nothing to undo later."""
        fields = tuple(
            Written(*place, old, new)
            for place, (old, new) in self._fields.items()
            if place in self._settled or not same(old, new)
        )
        if not fields and not self.undoes and not self.redoes:
            return None
        made, settled = tuple(self._made), tuple(Settled(*place, values) for place, values in self._settled.items())
        return Entry(id_, at, self.command, self.what, fields, made, self.undoes, self.redoes, self.dot, settled)

    def changed(self) -> Mapping[str, frozenset[str]]:
        """Name the records that became others, by table."""
        return {table: frozenset(ids) for table, ids in self._changed.items()}

    def _remember(self, table: str, id_: str, old: Raw | None, new: Raw) -> None:
        self._changed.setdefault(table, set()).add(id_)
        if old is None:
            self._made[table, id_] = None
        settled = _settled(old, new)
        for name, after in new.items():
            before = None if old is None else old.get(name)
            if name == DELETED:
                # What came out of the bin has no moment when it was put there.
                before, after = None if old is None else deleted_at(old), deleted_at(new)
            if name in settled:
                self._settled.setdefault((table, id_, name), settled[name])
            elif name in (MARK, SEEN) or same(before, after):
                continue
            first, _ = self._fields.get((table, id_, name), (before, None))
            self._fields[table, id_, name] = (first, after)


def _settled(old: Raw | None, new: Raw) -> dict[str, tuple[Any, ...]]:
    """Give the fields that stood in several versions and no longer do; whether it lies in the bin is no such field."""
    mark = old.get(MARK) if old else None
    if old is None or not isinstance(mark, dict) or "s" not in mark:
        return {}
    left = siblings(new)
    return {name: values for name, values in siblings(old).items() if name not in (DELETED, SEEN, *left)}


def storable(value: Any) -> Any:
    """Replace what UTF-8 cannot hold (halves of characters that some terminals send)."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, list):
        return [storable(one) for one in value]
    if isinstance(value, dict):
        return {name: storable(one) for name, one in value.items()}
    return value
