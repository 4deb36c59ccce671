"""In a real terminal: the word "saving" stands in the corner while the program waits, and goes when it is done."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from filelock import FileLock
from support.terminals.terminal import Terminal

from leadercli.journal.opening import begin_journal, open_journal
from leadercli.session import Session, begin

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "leadercli"]
NOW = datetime(2026, 3, 2, 8, 0)


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """The environment of a leader who has a journal with one overdue agreement."""
    env = {
        "HOME": str(tmp_path),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "LEADERCLI_NOW": NOW.isoformat(),
        "LEADERCLI_LANG": "en",
    }
    session = begin(env)
    journal = begin_journal(session.places, session.clock)
    journal.agreements.agree("Send the budget", due=date(2026, 2, 27))
    return env


def corner(terminal: Terminal) -> str:
    """The first line of the screen."""
    return terminal.text().splitlines()[0]


def test_saving_is_seen_while_another_program_holds_the_journal(
    home: dict[str, str], open_terminal: Callable[..., Terminal]
) -> None:
    session: Session = begin(home)
    terminal = open_terminal(PROGRAM, home)
    terminal.wait_for("Send the budget", "saved")
    with FileLock(session.places.journal_state / "lock"):
        terminal.press("x")
        terminal.wait_for("saving")
        assert corner(terminal).endswith("   saving")
        assert "[1 Today] 2 People  3 Next steps  4 The scale" in corner(terminal)
        assert "Send the budget" in terminal.text()
    terminal.wait_for("Done: Send the budget")
    terminal.wait_gone("saving")
    assert corner(terminal).endswith("   saved")
    terminal.press("q")
    assert terminal.wait_end() == 0
    assert [one.state for one in open_journal(session.places, session.clock).agreements.all()] == ["done"]


def test_what_a_sync_client_puts_beside_the_journal_is_told_and_listed(
    home: dict[str, str], open_terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    session = begin(home)
    terminal = open_terminal(PROGRAM, home)
    terminal.wait_for("Send the budget", "saved")
    elsewhere = tmp_path / "elsewhere" / "journal.json"
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(session.places.journal.read_bytes())
    other = open_journal(replace(session.places, journal=elsewhere, state=elsewhere.parent), session.clock)
    other.agreements.agree("Written elsewhere", due=date(2026, 3, 2))
    elsewhere.replace(session.places.journal.with_name("journal (conflicted copy 2026-03-02 080000).json"))
    terminal.wait_for("Written elsewhere", "1 change came in · o")
    terminal.press("o")
    terminal.wait_for("What came in", "journal (conflicted copy 2026-03-02 080000).json", "agreement", "new")
    terminal.press("q")
    terminal.wait_for("[1 Today]")
    terminal.press("q")
    assert terminal.wait_end() == 0
