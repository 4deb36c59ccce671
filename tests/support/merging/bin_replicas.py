"""Machines that edit, delete, restore and exchange one record, beside a plain account of who had seen what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from leadercli.model.merge.deletion import is_deleted
from leadercli.model.merge.law import merged
from leadercli.model.merge.write import write_record
from leadercli.model.schema import Raw
from support.proofs import tried

LINES = ("text",)
Read = Callable[[Raw], bool]


@dataclass(frozen=True)
class Event:
    """An edit, a delete or a restore; `past` names the events that its writer had seen, `binned` what they saw."""

    number: int
    deed: str
    past: frozenset[int]
    binned: bool


@dataclass
class Machine:
    """A record as one machine has it, and the events that it knows."""

    raw: Raw
    known: Mapping[int, Event]
    count: int = 0


@dataclass
class Office:
    """Some machines. `same_second` lets all deletes bear the same moment."""

    machines: list[Machine]
    same_second: bool = False
    events: int = 0
    kept: list[Machine] = field(default_factory=list)

    def write(self, who: int, deed: str, fields: Mapping[str, Any]) -> None:
        """Write fields on one machine."""
        machine = self.machines[who]
        machine.count += 1
        event = Event(self.events, deed, frozenset(machine.known), is_deleted(machine.raw))
        machine.raw = write_record(machine.raw, fields, f"{'cabed'[who]}:{machine.count}", lines=LINES)
        machine.known = {**machine.known, event.number: event}

    def do(self, deed: str, who: int, other: int) -> None:
        """Let one machine do something."""
        machine, self.events = self.machines[who], self.events + 1
        word = f"w{self.events}"
        if deed == "field":
            self.write(who, "edit", {("due", "owner")[other % 2]: word})
        elif deed == "line":
            text = machine.raw.get("text", "")
            self.write(who, "edit", {"text": f"{text}\n{word}" if text else word})
        elif deed == "cut":
            text = machine.raw.get("text", "").split("\n")
            self.write(who, "edit", {"text": "\n".join(text[1:]), "changed": word})
        elif deed == "delete" and not is_deleted(machine.raw):
            self.write(who, "delete", {"deleted": "2026-03-02T08:00:00" if self.same_second else word})
        elif deed == "restore" and is_deleted(machine.raw):
            self.write(who, "restore", {"deleted": None})
        elif deed == "keep":
            self.kept.append(Machine(machine.raw, machine.known))
        elif deed == "old" and self.kept:
            self.take(who, self.kept[other % len(self.kept)])
        elif deed == "take":
            self.take(who, self.machines[other])

    def take(self, who: int, other: Machine) -> None:
        """Merge another copy into a machine's own."""
        machine = self.machines[who]
        machine.raw = merged(machine.raw, other.raw, lines=LINES)
        machine.known = {**machine.known, **other.known}


Step = tuple[str, int, int]
DEEDS = ["field", "field", "line", "cut", "delete", "delete", "restore", "take", "take", "take", "keep", "old"]


def office_days(*deeds: str) -> st.SearchStrategy[list[Step]]:
    """Make up what machines do."""
    return st.lists(
        st.tuples(st.sampled_from(deeds or DEEDS), st.integers(0, 4), st.integers(0, 4)), min_size=4, max_size=30
    )


def lived(steps: list[Step], count: int = 3, *, same_second: bool = False) -> Office:
    """Let machines do what they do, from one record that all of them have."""
    tried("lives")
    born = Event(0, "edit", frozenset(), binned=False)
    first = write_record(None, {"text": "born", "owner": "me"}, "z:1", lines=LINES)
    office = Office([Machine(first, {0: born}) for _ in range(count)], same_second)
    for deed, who, other in steps:
        office.do(deed, who % count, other % count)
    return office


def has_unseen_edit(known: Mapping[int, Event]) -> bool:
    """Tell whether there is an edit that no deleter had seen and no one made who saw that the record was deleted."""
    seen = _seen_by_deleters(known)
    return any(event.deed == "edit" and not event.binned and event.number not in seen for event in known.values())


def must_be_binned(known: Mapping[int, Event]) -> bool:
    """Tell whether someone deleted it, and deleters had seen all edits and restores."""
    seen, deletes = _seen_by_deleters(known), [event for event in known.values() if event.deed == "delete"]
    words = (
        event for event in known.values() if event.deed != "delete" and not (event.deed == "edit" and event.binned)
    )
    return bool(deletes) and all(event.number in seen for event in words)


def _seen_by_deleters(known: Mapping[int, Event]) -> set[int]:
    """Name what those had seen who deleted it, or who wrote in it while it lay in the bin."""
    deleting = [event for event in known.values() if event.deed == "delete" or (event.deed == "edit" and event.binned)]
    return {number for event in deleting for number in (*event.past, event.number)}
