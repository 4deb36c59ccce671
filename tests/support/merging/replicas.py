"""Machines that write one record, exchange copies, restart and are restored, beside a plain model of the truth."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import permutations

from hypothesis import strategies as st

from leadercli.model.merge.law import merged
from leadercli.model.merge.record import doubled_lines, siblings
from leadercli.model.merge.registers import same
from leadercli.model.merge.write import write_fields
from leadercli.model.schema import Raw
from support.proofs import sized, tried

CASES = sized(500, 20_000)
"""How many lives each law is tried on."""
LINES = ("text",)
FIELDS = ("due", "owner", "state")
Merge = Callable[[Raw, Raw], Raw]
Edit = Callable[[list[str]], list[str]]


def law(a: Raw, b: Raw) -> Raw:
    """The merge that is tested."""
    return merged(a, b, lines=LINES)


@dataclass(frozen=True)
class Truth:
    """What a machine must hold: (field, words) that were written and not replaced by one who had seen them."""

    alive: frozenset[tuple[str, str]] = frozenset()
    seen: frozenset[tuple[str, str]] = frozenset()

    def now(self, name: str, words: Iterable[str]) -> Truth:
        """Replace what a field holds."""
        new = {(name, word) for word in words}
        return Truth(frozenset(new | {one for one in self.alive if one[0] != name}), self.seen | new)

    def joined(self, other: Truth) -> Truth:
        """Exchange with another machine."""
        mine = {one for one in self.alive if one in other.alive or one not in other.seen}
        theirs = {one for one in other.alive if one in self.alive or one not in self.seen}
        return Truth(frozenset(mine | theirs), self.seen | other.seen)


@dataclass(frozen=True)
class Copy:
    """A record as one machine has it, or as it lies in a backup."""

    raw: Raw = field(default_factory=dict)
    truth: Truth = Truth()

    def lines(self) -> list[str]:
        """Give the lines of its text."""
        text = self.raw.get("text", "")
        return text.split("\n") if text else []


@dataclass
class World:
    """Some machines and the copies they have left behind. `few` makes them all write the same few words."""

    merge: Merge
    copies: list[Copy]
    few: bool = False
    kept: list[Copy] = field(default_factory=list)
    runs: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    words: int = 0

    def word(self) -> str:
        """Make up a word: one that nobody has written, unless words are few."""
        self.words += 1
        return ("", "one", "two", "and three")[self.words % 4] if self.few else f"w{self.words}"

    def write(self, who: int, name: str, value: str, words: Iterable[str]) -> None:
        """Write a field on one machine."""
        copy = self.copies[who]
        self.counts[who] += 1
        dot = f"{'cabed'[who]}r{self.runs[who]}:{self.counts[who]}"
        raw = write_fields(copy.raw, {name: value}, dot, lines=LINES)
        assert raw[name] == value
        self.copies[who] = Copy(raw, copy.truth.now(name, words))

    def edit(self, who: int, change: Edit) -> None:
        """Edit the text on one machine."""
        lines = change(self.copies[who].lines())
        self.write(who, "text", "\n".join(lines), lines)

    def take(self, who: int, other: Copy) -> None:
        """Merge another copy into a machine's own."""
        copy = self.copies[who]
        self.copies[who] = Copy(self.merge(copy.raw, other.raw), copy.truth.joined(other.truth))

    def restart(self, who: int) -> None:
        """End one run of the program and begin another."""
        self.runs[who] += 1
        self.counts[who] = 0


Step = tuple[str, int, int, int]
DEEDS = ["field", "field", "insert", "insert", "insert", "change", "change", "remove", "take", "take", "take"]
DEEDS += ["keep", "old", "restart", "restore"]


def steps(*more: str) -> st.SearchStrategy[list[Step]]:
    """Make up what machines do: (deed, who, where, how many or with whom)."""
    deeds = st.sampled_from([*DEEDS, *more])
    return st.lists(st.tuples(deeds, st.integers(0, 4), st.integers(0, 9), st.integers(0, 4)), min_size=8, max_size=25)


def lived(deeds: list[Step], machines: int = 3, merge: Merge = law, *, few: bool = False, calm: bool = False) -> World:
    """Let machines do what they do. `calm` machines do not edit a text while a line of it stands in two versions."""
    tried("lives")
    world = World(merge, [Copy()] * machines, few, runs=[0] * machines, counts=[0] * machines)
    for deed, who_, where, count in deeds:
        who = who_ % machines
        edit = _edit(world, deed, where, count)
        if edit and not (calm and doubled_lines(world.copies[who].raw, "text")):
            world.edit(who, edit)
        elif deed == "field":
            word = world.word()
            world.write(who, FIELDS[count % len(FIELDS)], word, [word])
        elif deed == "take":
            world.take(who, world.copies[count % machines])
        elif deed == "keep":
            world.kept.append(world.copies[who])
        elif deed == "old" and world.kept:
            world.take(who, world.kept[where % len(world.kept)])
        elif deed == "restore" and world.kept:
            world.copies[who] = world.kept[where % len(world.kept)]
            world.restart(who)
        elif deed == "restart":
            world.restart(who)
        elif deed == "hand":
            world.copies[who] = by_hand(world.copies[who], where, world.word())
    return world


def by_hand(copy: Copy, where: int, word: str) -> Copy:
    """Change a value or the last line of the text in the file itself, and leave the mark as it is."""
    names = sorted(name for name, value in copy.raw.items() if name != "~" and value)
    if not names:
        return copy
    name = names[where % len(names)]
    value = "\n".join([*copy.lines()[:-1], word]) if name == "text" else word
    return replace(copy, raw={**copy.raw, name: value})


def _edit(world: World, deed: str, at: int, count: int) -> Edit | None:
    if deed == "insert":
        new = [world.word() for _ in range(count + 1)]
        return lambda lines: lines[:at] + new + lines[at:]
    if deed == "change":
        word = world.word()
        return lambda lines: lines[:at] + [f"{line[:2]}{word}" for line in lines[at : at + 1]] + lines[at + 1 :]
    if deed == "remove":
        return lambda lines: lines[:at] + lines[at + count + 1 :]
    if deed == "move":
        return lambda lines: (lines[:at] + lines[at + 1 :])[:count] + lines[at : at + 1] + _rest(lines, at, count)
    return None


def _rest(lines: list[str], at: int, count: int) -> list[str]:
    return (lines[:at] + lines[at + 1 :])[count:]


def check_one_result(raws: list[Raw], merge: Merge = law) -> None:
    """Assert that copies become one record in any order and grouping, any number of times."""
    results = [reduce(merge, order) for order in permutations(raws)]
    results += [reduce(lambda late, early: merge(early, late), order) for order in permutations(raws)]
    for result in results:
        assert same(result, results[0])
        for raw in raws:
            assert merge(raw, raw) is raw
            assert merge(result, raw) is result


def check_nothing_lost(world: World) -> None:
    """Assert that every copy holds all that it must."""
    for copy in world.copies:
        lines = {("text", line) for line in copy.lines()}
        assert {one for one in copy.truth.alive if one[0] == "text"} <= lines
        _check_fields(copy)


def check_nothing_returns(world: World) -> None:
    """Assert that no copy holds more than it must."""
    for copy in world.copies:
        lines = {("text", line) for line in copy.lines()}
        assert lines <= copy.truth.alive
        _check_fields(copy)


def _check_fields(copy: Copy) -> None:
    found = siblings(copy.raw)
    for name in FIELDS:
        values = found.get(name) or ((copy.raw[name],) if name in copy.raw else ())
        assert values[:1] == ((copy.raw[name],) if values else ())
        assert sorted(values) == sorted(word for field_, word in copy.truth.alive if field_ == name)
