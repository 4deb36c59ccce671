"""Programs on three machines save all the time while a sync client is at its worst: what was acknowledged stays."""

from __future__ import annotations

import re
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from random import Random
from select import select
from subprocess import Popen
from time import monotonic

import pytest
from support.journals.saving_programs import go_on, started
from support.journals.worlds import StandingClock, new_random, places_in
from support.proofs import sized, tried
from support.torture import writing_process
from support.torture.sync_client import Client, Cloud

from leadercli.journal.opening import begin_journal, open_journal

MACHINES = 3
SECONDS_EACH = 12
LEAST = 30
"""Changes that each machine makes at least, however slow it is."""
SCRIPT = Path(writing_process.__file__)


def _begun(folder: Path) -> list[Path]:
    """Begin a journal and join three machines to it. Returns their folders."""
    folders = [folder / f"machine{number}" for number in range(MACHINES)]
    first = begin_journal(places_in(folders[0]), StandingClock(), new_random())
    lise = first.people.add("Lise")
    first.agreements.agree("first")
    first.meetings.write(lise.id, StandingClock()().date(), "first")
    for other in folders[1:]:
        places_in(other).journal.parent.mkdir(parents=True)
        places_in(other).journal.write_bytes(first.places.journal.read_bytes())
    return folders


class Programs:
    """The programs that write: two on each machine. What each acknowledges goes to a file in the machine's folder."""

    def __init__(self, kind: str, folders: list[Path], name: str, stack: ExitStack) -> None:
        self._kind, self._name, self._stack = kind, name, stack
        self._count = count()
        self.running = [(folder, self._start(folder)) for folder in folders for _ in range(2)]

    def restart(self, which: int) -> None:
        """Kill one at any moment and start another in its place."""
        folder, process = self.running[which]
        assert process.poll() is None, "a program has ended by itself"
        process.kill()
        process.wait()
        self.running[which] = folder, self._start(folder)
        tried("kill -9")

    def stop(self, random: Random) -> None:
        """End them, some by a kill and some by their own choice."""
        for _, process in self.running:
            if random.random() < 0.5:
                process.kill()
            else:
                go_on(process)
        for _, process in self.running:
            process.wait()

    def _start(self, folder: Path) -> Popen[str]:
        number = next(self._count)
        out = self._stack.enter_context((folder / f"said{number}").open("w"))
        return self._stack.enter_context(started(self._kind, folder, f"{self._name}m{number}", SCRIPT, out))


def _storm(kind: str, folders: list[Path], seed: int, seconds: float) -> list[set[str]]:
    """Let programs write on each machine while the client acts. Returns what each machine has acknowledged."""
    random = Random(seed)
    cloud = Cloud([places_in(folders[0]).journal.read_bytes()], random)
    clients = [Client(cloud, places_in(folder).journal) for folder in folders]
    for client in clients:
        client.others = [other for other in clients if other is not client]
    with ExitStack() as stack:
        programs = Programs(kind, folders, f"s{seed}", stack)
        # A slow machine may take its time: the storm begins when all are at work, and lasts until all have written.
        while not all(map(_acknowledged, folders)):
            select([], [], [], 0.01)
        end = monotonic() + seconds
        while monotonic() < end or min(len(_acknowledged(folder)) for folder in folders) < LEAST:
            random.choice(clients).act()
            if random.random() < 0.01:
                programs.restart(random.randrange(len(programs.running)))
            select([], [], [], random.uniform(0, 0.02))
        programs.stop(random)
    for client in clients:
        client.settle()
    for what, number in cloud.done.items():
        tried(what, number)
    tried("refused with a sentence", sum(len(_said(folder)) - len(_acknowledged(folder)) for folder in folders))
    return [_acknowledged(folder) for folder in folders]


def _said(folder: Path) -> list[str]:
    return [line for path in folder.glob("said*") for line in path.read_text("utf-8").splitlines()]


def _acknowledged(folder: Path) -> set[str]:
    """Find the changes that the programs of a machine have acknowledged."""
    return {line for line in _said(folder) if not line.startswith("not done: ")}


def _shown(folder: Path) -> set[str]:
    """Open the journal as the next run does, and read what a person sees, and versions that stand beside it."""
    journal = open_journal(places_in(folder), StandingClock(), new_random())
    texts = [one.text for one in journal.agreements.all()]
    moves = [move.reason for one in journal.agreements.all() for move in one.moves]
    notes = [line for one in journal.meetings.all() for line in one.text.split("\n")]
    return {word for text in (*texts, *moves, *notes) for word in re.findall(r"s\d+m\d+q\d+q", text)}


@pytest.mark.proof("sync")
def test_what_was_acknowledged_outlives_the_sync_client(tmp_path: Path) -> None:
    total = sized(10, 600)
    tried("seconds", 0)
    tried("acknowledged changes", 0)
    for seed in range(max(1, round(total / SECONDS_EACH))):
        folders = _begun(tmp_path / str(seed))
        acknowledged = _storm("all-sorts", folders, seed, min(total, SECONDS_EACH))
        for folder, own in zip(folders, acknowledged, strict=True):
            lost = own - _shown(folder)
            assert not lost, f"{folder}: {sorted(lost)[:9]} of {len(own)}"
        for number, folder in enumerate(folders):
            content = places_in(folder).journal.read_bytes()
            for other in folders:
                places_in(other).journal.with_name(f"journal-PC{number}.json").write_bytes(content)
        for folder in folders:
            assert set().union(*acknowledged) <= _shown(folder), "every machine has all"
        tried("acknowledged changes", sum(map(len, acknowledged)))
        tried("seconds", min(total, SECONDS_EACH))


@pytest.mark.control("sync")
def test_the_check_finds_what_a_careful_program_loses(tmp_path: Path) -> None:
    """The negative control: a program that locks, reads again, and replaces the file durably, but remembers nothing."""
    folders = _begun(tmp_path)
    acknowledged = _storm("careful", folders, 1, 2)
    kept = {word for folder in folders for path in (folder / "cloud").iterdir() for word in _words(path)}
    tried("acknowledged changes", sum(map(len, acknowledged)))
    tried("lost", len(set().union(*acknowledged) - kept))
    assert not set().union(*acknowledged) <= kept


def _words(path: Path) -> list[str]:
    return re.findall(r"s\d+m\d+q\d+q", path.read_text("utf-8", errors="replace"))
