"""Machines that write one record, exchange copies, lose their state and start anew, beside a plain model of the truth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from leadercli.model.merge import Raw, merged, written

LINES = ("text",)
Merge = Callable[[Raw, Raw], Raw]


def law(a: Raw, b: Raw) -> Raw:
    """The merge that is tested."""
    return merged(a, b, lines=LINES)


@dataclass
class Truth:
    """What a machine must hold: words written and not replaced by one who had seen them, by field."""

    alive: set[tuple[str, str]] = field(default_factory=set)
    seen: set[tuple[str, str]] = field(default_factory=set)

    def replace(self, gone: set[tuple[str, str]], new: set[tuple[str, str]]) -> None:
        self.alive = (self.alive - gone) | new
        self.seen = self.seen | new

    def joined(self, other: Truth) -> Truth:
        mine = {one for one in self.alive if one in other.alive or one not in other.seen}
        theirs = {one for one in other.alive if one in self.alive or one not in self.seen}
        return Truth(mine | theirs, self.seen | other.seen)


@dataclass
class Copy:
    """A record as one machine has it, or as it lies in a backup."""

    raw: Raw
    truth: Truth


@dataclass
class World:
    """Some machines, the copies they have left behind, and every version that ever was."""

    merge: Merge
    copies: list[Copy]
    kept: list[Copy] = field(default_factory=list)
    runs: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    words: int = 0

    def dot(self, who: int) -> str:
        self.counts[who] += 1
        return f"{'cab'[who % 3]}{who}r{self.runs[who]}:{self.counts[who]}"

    def word(self) -> str:
        self.words += 1
        return f"w{self.words}"

    def set_field(self, who: int, name: str) -> None:
        copy, word = self.copies[who], self.word()
        copy.raw = written(copy.raw, {name: word}, self.dot(who), lines=LINES)
        copy.truth.replace({one for one in copy.truth.alive if one[0] == name}, {(name, word)})

    def edit_text(self, who: int, change: Callable[[list[str]], list[str]]) -> None:
        copy = self.copies[who]
        before = copy.raw.get("text", "")
        lines = change(before.split("\n") if before else [])
        text = "\n".join(lines)
        copy.raw = written(copy.raw, {"text": text}, self.dot(who), lines=LINES)
        assert copy.raw["text"] == text
        old = {one for one in copy.truth.alive if one[0] == "text"}
        new = {("text", line) for line in lines}
        copy.truth.replace(old - new, new)

    def take(self, who: int, other: Copy) -> None:
        copy = self.copies[who]
        copy.raw, copy.truth = self.merge(copy.raw, other.raw), copy.truth.joined(other.truth)

    def keep(self, who: int) -> None:
        copy = self.copies[who]
        self.kept.append(Copy(copy.raw, Truth(set(copy.truth.alive), set(copy.truth.seen))))

    def restart(self, who: int) -> None:
        self.runs[who] += 1
        self.counts[who] = 0

    def restore(self, who: int, which: int) -> None:
        """Go back to a copy that was left behind, as a new run does after a restored disk."""
        if self.kept:
            kept = self.kept[which % len(self.kept)]
            self.restart(who)
            self.copies[who] = Copy(kept.raw, Truth(set(kept.truth.alive), set(kept.truth.seen)))


def begun(merge: Merge = law, machines: int = 3) -> World:
    """Start machines that know nothing of each other."""
    copies = [Copy({}, Truth()) for _ in range(machines)]
    return World(merge, copies, runs=[0] * machines, counts=[0] * machines)


Step = tuple[str, int, int, int]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["field", "insert", "insert", "insert", "change", "change", "remove", "move", "take", "take", "keep", "old"]
            + ["restart", "restore"]
        ),
        st.integers(0, 4),
        st.integers(0, 9),
        st.integers(0, 4),
    ),
    max_size=30,
)


def lived(steps: list[Step], merge: Merge = law, machines: int = 3) -> World:
    """Let machines do things. Each step is (what, who, where, how many or with whom)."""
    world = begun(merge, machines)
    for what, who_, where, count in steps:
        who = who_ % machines
        if what == "field":
            world.set_field(who, "pqrs"[count % 4])
        elif what == "insert":
            new = [world.word() for _ in range(count + 1)]
            world.edit_text(who, lambda lines, at=where, new=new: lines[:at] + new + lines[at:])
        elif what == "change":
            world.edit_text(who, lambda lines, at=where, word=world.word(): _changed(lines, at, word))
        elif what == "remove":
            world.edit_text(who, lambda lines, at=where, count=count: lines[:at] + lines[at + count + 1 :])
        elif what == "move":
            world.edit_text(who, lambda lines, at=where, count=count: _moved(lines, at, count))
        elif what == "take":
            world.take(who, world.copies[count % machines])
        elif what == "keep":
            world.keep(who)
        elif what == "old" and world.kept:
            world.take(who, world.kept[where % len(world.kept)])
        elif what == "restart":
            world.restart(who)
        elif what == "restore":
            world.restore(who, where)
    return world


def _changed(lines: list[str], at: int, word: str) -> list[str]:
    if not lines:
        return [word]
    at %= len(lines)
    return [*lines[:at], f"{lines[at].split('|')[0]}|{word}", *lines[at + 1 :]]


def _moved(lines: list[str], at: int, count: int) -> list[str]:
    if not lines:
        return lines
    at %= len(lines)
    rest = lines[:at] + lines[at + 1 :]
    return [*rest[:count], lines[at], *rest[count:]]


def shown(raw: Raw) -> list[Any]:
    """Give the lines of a record's text."""
    return raw.get("text", "").split("\n")
