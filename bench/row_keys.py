"""Key to echo: the note editor on 10,000 records, autosave on, against a bare TextArea."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench import words
from bench.data import SEED
from bench.journals import Journals
from bench.measure import Times, UnusableError
from bench.rows import Row
from bench.terminal import Terminal

BARE = Path(__file__).with_name("bare_editor.py")
KEYS_TO_NOTE: Sequence[str] = ("n", "vibeke", "\r")
"""What is typed on Today to stand in a person's note."""

KEYS, BLOCK = 300, 50
TAIL = 6
PAUSES = (0.02, 0.12)
REST = 1.0
LINE = 24
GOAL = 1.15


def rows(journals: Journals) -> list[Row]:
    """Type 300 keys into each, in turns of 50, and measure from each key until the output shows it."""
    ours, bare = journals.lived, journals.world("bare")
    sides: list[tuple[Typist | None, Times]] = []
    try:
        for start in (
            lambda: Typist(ours.argv, ours.env, ours.world.root, words.OVERDUE_BEGINS, KEYS_TO_NOTE),
            lambda: Typist([sys.executable, "-P", str(BARE)], bare.env(), bare.root, "▔", ()),
        ):
            sides.append(_opened(start))
        for turn in range(KEYS // BLOCK):
            for typist, times in sides if turn % 2 == 0 else reversed(sides):
                _typed(typist, times)
    finally:
        for typist, _ in sides:
            if typist:
                typist.close()
    mine, theirs = (times for _, times in sides)
    return [
        Row("key to echo in a note, p50", "bare TextArea", mine, theirs, GOAL),
        Row("key to echo in a note, p95", "bare TextArea", mine, theirs, GOAL, share=0.95),
    ]


class Typist:
    """Someone who types Danish lines into an editor; every fourth line is an agreement."""

    def __init__(self, argv: list[str], env: dict[str, str], cwd: Path, first_text: str, keys: Sequence[str]) -> None:
        self._rng = random.Random(SEED)
        self._keys = self._stream()
        self._line = ""
        self._terminal = Terminal(argv, env, cwd)
        try:
            self._terminal.wait_for(first_text)
            self._terminal.settle(0.5)
            for key in keys:
                self._terminal.send(key)
                self._terminal.settle(0.5)
        except UnusableError:
            self.close()
            raise

    def type(self, count: int) -> list[float]:
        """Type until `count` keys have been measured. Returns seconds from each key to its echo."""
        taken: list[float] = []
        self._terminal.settle(0.1)
        for key in self._keys:
            time.sleep(self._rng.uniform(*PAUSES))
            at = self._terminal.send(key)
            self._line = "" if key == "\r" else self._line + key
            tail = self._line[-TAIL:]
            if len(tail) < TAIL or key == " ":  # too little to tell the echo from a redraw of what was there
                self._terminal.settle(0.05)
                continue
            taken.append(self._terminal.wait_for(tail, limit=10) - at)
            if len(taken) == count // 2:
                self._terminal.settle(REST, limit=REST)  # a pause to think, in which an autosave runs
            if len(taken) == count:
                break
        return taken

    def close(self) -> None:
        """End the program."""
        self._terminal.close()

    def _stream(self) -> Iterator[str]:
        phrases = words.TOPICS + words.CAUSES + words.STEPS
        vocabulary = sorted({word for phrase in phrases for word in phrase.split()})
        while True:
            for number in range(4):
                line = "! " if number == 3 else ""
                while len(line) < LINE - 8:
                    line += self._rng.choice(vocabulary) + " "
                yield from line[:LINE].rstrip()
                yield "\r"


def _opened(start: Callable[[], Typist]) -> tuple[Typist | None, Times]:
    try:
        return start(), Times()
    except UnusableError as trouble:
        return None, Times(trouble=str(trouble))


def _typed(typist: Typist | None, times: Times) -> None:
    if typist and not times.trouble:
        try:
            times.taken += typist.type(BLOCK)
        except UnusableError as trouble:
            times.trouble = str(trouble)
