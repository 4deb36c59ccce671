"""Machines with real journals in folders of their own, and all that happens to such folders.

Every word that is written is one that nobody has written before, so that a look at the files tells whether it is
lost. `gone` holds the words that somebody took away who had seen them; all others must stay.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from leadercli.journal.history.undo import NothingToUndoError, undo
from leadercli.journal.journal import Journal
from leadercli.journal.opening import begin_journal, open_journal
from leadercli.model.merge.record import siblings
from leadercli.places import Places
from support.journals.worlds import StandingClock, new_random, places_in
from support.proofs import tried
from support.torture.provider_names import ALL

Step = tuple[str, int, int, int]
DAY = date(2026, 3, 2)
MOST = 5


def words(content: bytes | str) -> set[str]:
    """Find the words in a journal's bytes, or in a text."""
    text = content.decode() if isinstance(content, bytes) else content
    return set(re.findall(r"\bw\d+\b", text.replace("\\n", " ")))


@dataclass
class Machine:
    """One machine: its folders, its clock, and the program that runs on it."""

    places: Places
    clock: StandingClock
    journal: Journal
    kept: Path | None = None

    @property
    def path(self) -> Path:
        return self.places.journal

    def open(self) -> None:
        """End the program and start it again."""
        self.journal = open_journal(self.places, self.clock, new_random())

    def put(self, content: bytes, name: str = "journal.json") -> None:
        """Put a file into the cloud folder as sync clients do: beside it first, then in its place."""
        beside = self.path.with_name(".sync.part")
        beside.write_bytes(content)
        beside.replace(self.path.with_name(name))


@dataclass
class World:
    """Some machines, what was written on them, and old versions of the file that the provider still has."""

    folder: Path
    machines: list[Machine] = field(default_factory=list)
    written: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    versions: list[bytes] = field(default_factory=list)
    person: str = ""

    def begin(self, count: int) -> None:
        """Begin a journal on one machine, and join others to it."""
        places = places_in(self.folder / "0")
        clock = StandingClock()
        journal = begin_journal(places, clock, new_random())
        self.person = journal.people.add("Lise").id
        journal.meetings.write(self.person, DAY, self.word())
        self.machines.append(Machine(places, clock, journal))
        for number in range(1, count):
            self.join(places_in(self.folder / str(number)))

    def join(self, places: Places) -> None:
        """Open the journal on a new machine, whose clock is wrong by a year or two."""
        places.journal.parent.mkdir(parents=True)
        places.journal.write_bytes(self.machines[0].path.read_bytes())
        clock = StandingClock()
        clock.go(days=(0, -400, 800, 3, -1)[len(self.machines)])
        self.machines.append(Machine(places, clock, open_journal(places, clock, new_random())))

    def word(self) -> str:
        """Make up a word that nobody has written."""
        self.written.add(f"w{len(self.written)}")
        return f"w{len(self.written) - 1}"

    def do(self, step: Step) -> None:
        """Let one thing happen."""
        deed, who, where, count = step
        machine = self.machines[who % len(self.machines)]
        machine.clock.go(minutes=1)
        DEEDS[deed](self, machine, where, count)
        tried("deeds")

    def settle(self) -> list[bytes]:
        """Bring every version to every machine as a conflict copy until nothing changes. Returns the files."""
        for machine in self.machines:
            machine.open()
        for _ in range(2):
            files = [machine.path.read_bytes() for machine in self.machines]
            for machine in self.machines:
                for number, content in enumerate(files):
                    if content != machine.path.read_bytes():
                        machine.put(content, f"journal (conflicted copy 2026-03-10 09361{number}).json")
                machine.open()
        return [machine.path.read_bytes() for machine in self.machines]


def _pick(machine: Machine, where: int) -> str:
    ids = sorted(machine.journal.table("agreements"))
    return ids[where % len(ids)] if ids else ""


def _agree(world: World, machine: Machine, where: int, count: int) -> None:
    machine.journal.agreements.agree(world.word(), due=DAY + timedelta(where))


def _edit(world: World, machine: Machine, where: int, count: int) -> None:
    id_ = _pick(machine, where)
    if not id_:
        return
    machine.journal.refresh()
    raw = machine.journal.table("agreements")[id_]
    seen = words(json.dumps([raw.get("text", ""), list(siblings(raw).get("text", ()))]))
    machine.journal.agreements.edit(id_, {"text": world.word()})
    world.gone |= seen


def _move(world: World, machine: Machine, where: int, count: int) -> None:
    if id_ := _pick(machine, where):
        present = machine.journal.agreements.get(id_)
        assert present
        machine.journal.agreements.adjust(id_, (present.due or DAY) + timedelta(count + 1), world.word())


def _close(world: World, machine: Machine, where: int, count: int) -> None:
    if id_ := _pick(machine, where):
        verbs = machine.journal.agreements
        (verbs.complete, verbs.drop, verbs.reopen, verbs.remove)[count % 4](id_)


def _note(world: World, machine: Machine, where: int, count: int) -> None:
    machine.journal.refresh()
    note = machine.journal.meetings.on(world.person, DAY)
    # In the bin lies what is not shown; who writes anew that day writes over it.
    binned = words(json.dumps(machine.journal.table("meetings")[note.id])) if not note.text else set()
    lines = note.text.split("\n")
    at = where % (len(lines) + 1)
    if count == 0:
        new = [*lines[:at], world.word(), world.word(), *lines[at:]]
    elif count == 1:
        new = [*lines[:at], *(world.word() for _ in lines[at : at + 1]), *lines[at + 1 :]]
    elif count == 2:
        new = [*lines[:at], *lines[at + 2 :]] or [""]
    elif count == 3:
        new = [*lines[at:], *lines[:at]]
    else:
        new = [*lines, f"! {world.word()}"]
    machine.journal.meetings.write(world.person, DAY, "\n".join(new))
    world.gone |= (words("\n".join(lines)) | binned) - words("\n".join(new))


def _undo(world: World, machine: Machine, where: int, count: int) -> None:
    machine.open()
    before = words(machine.path.read_bytes())
    try:
        undo(machine.journal)
    except NothingToUndoError:
        return
    after = words(machine.path.read_bytes())
    world.gone = (world.gone | (before - after)) - (after - before)


def _replace(world: World, machine: Machine, where: int, count: int) -> None:
    """The provider puts another machine's version here, and drops the one that was here without a trace."""
    machine.put(world.machines[where % len(world.machines)].path.read_bytes())


def _conflict(world: World, machine: Machine, where: int, count: int) -> None:
    machine.put(world.machines[where % len(world.machines)].path.read_bytes(), ALL[(7 * where + count) % len(ALL)])


def _upload(world: World, machine: Machine, where: int, count: int) -> None:
    world.versions.append(machine.path.read_bytes())


def _older(world: World, machine: Machine, where: int, count: int) -> None:
    """Somebody restores an older version at the provider's site."""
    if world.versions:
        machine.put(world.versions[where % len(world.versions)])


def _restart(world: World, machine: Machine, where: int, count: int) -> None:
    machine.open()


def _keep_state(world: World, machine: Machine, where: int, count: int) -> None:
    """Somebody backs up the state folder: held.json, changes.jsonl and all."""
    machine.kept = machine.places.state.with_name("kept state")
    shutil.rmtree(machine.kept, ignore_errors=True)
    shutil.copytree(machine.places.state, machine.kept)


def _restore_state(world: World, machine: Machine, where: int, count: int) -> None:
    """The state folder is put back from a backup, on a machine where the journal itself is whole."""
    machine.open()
    if machine.kept:
        shutil.rmtree(machine.places.state)
        shutil.copytree(machine.kept, machine.places.state)
    machine.open()


def _copy_laptop(world: World, machine: Machine, where: int, count: int) -> None:
    """A laptop is cloned, state folder and all, and both go on."""
    if len(world.machines) < MOST:
        places = places_in(world.folder / str(len(world.machines)))
        shutil.copytree(machine.path.parent, places.journal.parent)
        shutil.copytree(machine.places.journal_state, places.journal_state)
        clock = StandingClock(machine.clock())
        world.machines.append(Machine(places, clock, open_journal(places, clock, new_random())))


def _skew(world: World, machine: Machine, where: int, count: int) -> None:
    machine.clock.go(days=(-3650, -30, -1, 1, 400)[count])


Deed = Callable[[World, Machine, int, int], Any]
DEEDS: dict[str, Deed] = {
    "agree": _agree,
    "edit": _edit,
    "move": _move,
    "close": _close,
    "note": _note,
    "undo": _undo,
    "replace": _replace,
    "conflict": _conflict,
    "upload": _upload,
    "older": _older,
    "restart": _restart,
    "keep state": _keep_state,
    "restore state": _restore_state,
    "copy laptop": _copy_laptop,
    "skew": _skew,
}
OFTEN = ["agree", "edit", "edit", "note", "note", "note", "replace", "replace", "conflict"]
