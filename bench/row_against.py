"""This checkout against another one of leadercli, such as the one before a change, in turns on the same journals."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench import words
from bench.journals import Journals
from bench.measure import Times, UnusableError, alternate
from bench.ours import ROOT, timed
from bench.row_keys import BLOCK, KEYS, KEYS_TO_NOTE, Typist
from bench.row_paint import first_paint
from bench.rows import Row
from bench.world import World

RUNS = 21
GOAL = 1.03
COMMANDS = (("next",), ("today",), ("people",), ("add", "@vibeke Ring til HR om orlov fre"), ("search", "orlov"))


def rows(journals: Journals, other: Path) -> list[Row]:
    """Measure first paint, key to echo in a note, and whole commands; `other` is a checkout's folder."""
    lived = journals.lived
    if lived.trouble:
        raise UnusableError(lived.trouble)
    sides = _side(ROOT, lived.world), _side(other, _copied(lived.world, journals.folder / "other"))
    name = f"leadercli in {other.name}"
    painted = alternate(
        *(lambda side=side: first_paint(*side, words.OVERDUE_BEGINS) for side in sides), runs=RUNS, warm=2
    )
    found = [Row("first paint of Today, 10,000 records", name, *painted, GOAL)]
    for argv in COMMANDS:
        ours, theirs = (partial(timed, [*begin, *argv], env, cwd) for begin, env, cwd in sides)
        found.append(Row(f"{argv[0]}, 10,000 records", name, *alternate(ours, theirs, runs=RUNS, warm=2), GOAL))
    return [*found, *_echo(sides, name)]


Side = tuple[list[str], dict[str, str], Path]
"""How one checkout's program is started: words, environment, folder."""


def _side(checkout: Path, world: World) -> Side:
    return [sys.executable, "-m", "leadercli"], world.env(PYTHONPATH=str(checkout)), world.root


def _copied(world: World, to: Path) -> World:
    shutil.copytree(world.root, to)
    return World(to)


def _echo(sides: tuple[Side, Side], name: str) -> Iterator[Row]:
    """Type into the same note of both, in turns of a block each."""
    typists = [Typist(*side, words.OVERDUE_BEGINS, KEYS_TO_NOTE) for side in sides]
    times = Times(), Times()
    try:
        for turn in range(2 * KEYS // BLOCK):
            for at in (0, 1) if turn % 2 == 0 else (1, 0):
                times[at].taken += typists[at].type(BLOCK)
    finally:
        for typist in typists:
            typist.close()
    yield Row("key to echo in a note, p50", name, *times, GOAL)
    yield Row("key to echo in a note, p95", name, *times, GOAL, share=0.95)
