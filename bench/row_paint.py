"""Start to first painted screen: Today on 10,000 records against a bare Textual app."""

from __future__ import annotations

import sys
from pathlib import Path

from bench import words
from bench.journals import Journals
from bench.measure import RUNS, alternate
from bench.rows import Row
from bench.terminal import Terminal

BARE = Path(__file__).with_name("bare_app.py")


def rows(journals: Journals) -> list[Row]:
    """Measure from just before the start until a text of the first full screen has been written."""
    ours, bare = journals.lived, journals.world("bare")
    env = bare.env()
    mine, theirs = alternate(
        lambda: first_paint(ours.argv, ours.env, ours.world.root, words.OVERDUE_BEGINS),
        lambda: first_paint([sys.executable, "-P", str(BARE)], env, bare.root, "Paint line 7"),
        runs=RUNS,
        warm=2,
    )
    return [Row("first paint of Today, 10,000 records", "bare Textual app", mine, theirs, goal=1.3)]


def first_paint(argv: list[str], env: dict[str, str], cwd: Path, text: str) -> float:
    """Start a program in a terminal and wait for a text. Returns seconds; raises UnusableError."""
    terminal = Terminal(argv, env, cwd)
    try:
        return terminal.wait_for(text) - terminal.begun
    finally:
        terminal.close()
