"""However the program ends, in a real terminal: the note is kept, the terminal is left as it was."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import termios
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from support.terminals.terminal import Terminal

from leadercli.journal.journal import Journal
from leadercli.journal.opening import begin_journal, open_journal
from leadercli.session import begin

ROOT = Path(__file__).parents[2]
ENTER, ESCAPE, CTRL_Q, ALT = "\r", "\x1b", "\x11", "\x1b"
PROGRAM = [sys.executable, "-m", "leadercli"]
NOW = datetime(2026, 3, 2, 8, 0)
Open = Callable[..., Terminal]


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """The environment of a leader who has a journal with one person."""
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
    mads = journal.people.add("Mads Holm")
    journal.agreements.agree("Send the budget", person_id=mads.id, due=date(2026, 2, 27))
    return env


def journal_of(env: dict[str, str]) -> Journal:
    """The journal as it lies on disk now."""
    session = begin(env)
    return open_journal(session.places, session.clock)


def note_of(env: dict[str, str]) -> str:
    """Today's note about the one person."""
    journal = journal_of(env)
    return journal.meetings.on(journal.people.named("Mads").id, NOW.date()).text


def writing(open_terminal: Open, env: dict[str, str], *, program: list[str] | None = None) -> Terminal:
    """Open the program and write in a note."""
    terminal = open_terminal(program or PROGRAM, env)
    terminal.wait_for("Send the budget")
    terminal.press("nm" + ENTER)
    terminal.wait_for("Mads Holm · Monday 2 March 2026")
    terminal.press("to the last letter")
    terminal.wait_for("to the last letter", "draft")
    return terminal


def is_clean(terminal: Terminal) -> bool:
    """Whether the terminal is back on its own screen, shows the cursor, listens to lines and reports no mouse."""
    ends = {mode: terminal.raw.rfind(mode) for mode in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?2004l")}
    begins = {mode[:-1] + (b"l" if mode.endswith(b"h") else b"h"): at for mode, at in ends.items()}
    all_ended = all(terminal.raw.rfind(mode) < at for mode, at in begins.items())
    flags = termios.tcgetattr(terminal._handle)[3]
    return all_ended and bool(flags & termios.ECHO) and bool(flags & termios.ICANON)


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_saves_the_note_and_leaves_the_terminal_clean(
    home: dict[str, str], open_terminal: Open, sign: signal.Signals
) -> None:
    terminal = writing(open_terminal, home)
    os.kill(terminal.pid, sign)
    terminal.wait_end()
    assert note_of(home) == "to the last letter"
    assert is_clean(terminal)
    assert b"Traceback" not in terminal.raw


def test_quitting_leaves_the_terminal_clean(home: dict[str, str], open_terminal: Open) -> None:
    terminal = writing(open_terminal, home)
    assert not is_clean(terminal)
    terminal.press(CTRL_Q)
    assert terminal.wait_end() == 0
    assert note_of(home) == "to the last letter"
    assert is_clean(terminal)


def test_a_closed_window_saves_the_note(home: dict[str, str], open_terminal: Open) -> None:
    terminal = writing(open_terminal, home)
    terminal.hang_up()
    assert note_of(home) == "to the last letter"


def test_a_power_cut_leaves_the_draft(home: dict[str, str], open_terminal: Open) -> None:
    terminal = writing(open_terminal, home)
    folder = begin(home).places.journal_state / "drafts"
    terminal.wait_until(lambda: any("to the last letter" in path.read_text() for path in folder.glob("*.json")))
    terminal.kill()
    again = open_terminal(PROGRAM, home)
    again.wait_for("Not finished", "Note with Mads Holm: kept, not finished")
    again.press(ENTER)
    again.wait_for("to the last letter", "Your draft is back")
    again.press(CTRL_Q)
    again.wait_end()
    assert note_of(home) == "to the last letter"


def test_a_failure_is_one_sentence_without_what_was_written(home: dict[str, str], open_terminal: Open) -> None:
    failing = (
        "import sys, leadercli.tui.app.app as app, leadercli.__main__ as main\n"
        "def fail(self):\n    words = self.screen.editor.text\n    raise KeyError(words)\n"
        "app.LeaderApp.action_theme = fail\nsys.exit(main.main())"
    )
    terminal = writing(open_terminal, home, program=[sys.executable, "-c", failing])
    terminal.press("\x1b[20~")  # F9
    assert terminal.wait_end() == 1
    told = terminal.raw.rpartition(b"\x1b[?1049l")[2]
    assert b"leadercli failed (KeyError)." in told
    assert b"Traceback" not in told
    assert b"to the last letter" not in told
    assert is_clean(terminal)
    assert note_of(home) == "to the last letter"
    report = begin(home).places.state / "crash.txt"
    assert report.stat().st_mode & 0o777 == 0o600
    assert "to the last letter" not in report.read_text()


def test_without_a_terminal_it_says_so(home: dict[str, str]) -> None:
    done = subprocess.run(PROGRAM, env=home, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "opens in a terminal" in done.stderr
    assert done.stdout == ""


def test_columns_and_lines_do_not_freeze_the_size(home: dict[str, str], open_terminal: Open) -> None:
    env = home | {"COLUMNS": "40", "LINES": "10"}
    terminal = open_terminal(PROGRAM, env)
    screen = terminal.wait_for("Send the budget", "4 The scale", "? Help")
    assert screen.splitlines()[0].rstrip().endswith("saved")
    assert len(screen.splitlines()[0].rstrip()) > 70
    terminal.resize(120, 40)
    terminal.wait_for("Owner: me")
    terminal.resize(60, 15)
    terminal.wait_gone("Owner: me")


def test_alt_and_a_number_ticks_off_what_the_terminal_sends_for_it(home: dict[str, str], open_terminal: Open) -> None:
    terminal = writing(open_terminal, home)
    terminal.wait_for("1 Send the budget")
    terminal.press(ALT + "1")
    terminal.wait_for("✓ Send the budget")
    terminal.press(ALT + "1")
    terminal.wait_for("1 Send the budget")
    terminal.press(" £" + CTRL_Q)
    terminal.wait_end()
    assert note_of(home) == "to the last letter £", "signs that Danish keyboards type stay text"
    assert [one.state for one in journal_of(home).agreements.all()] == ["open"]


COLOUR = re.compile(rb"\x1b\[([\d;]*)m")


def colours(raw: bytes) -> set[str]:
    """The colours that were asked of a terminal: "2:r,g,b", "5:n" or the code of one of the sixteen."""
    found = set()
    for codes in COLOUR.findall(raw):
        parts = codes.decode().split(";")
        while parts:
            code = parts.pop(0)
            if code in ("38", "48") and parts:
                kind = parts.pop(0)
                count = 3 if kind == "2" else 1
                found.add(f"{kind}:{','.join(parts[:count])}")
                del parts[:count]
            elif code.isdigit() and (30 <= int(code) <= 47 or 90 <= int(code) <= 107) and code not in ("38", "39"):
                found.add(code)
    return found


def test_no_color_leaves_the_terminal_its_own_colours(home: dict[str, str], open_terminal: Open) -> None:
    terminal = open_terminal(PROGRAM, home | {"NO_COLOR": "1", "COLORTERM": "truecolor"})
    terminal.wait_for("Overdue · 1", "▸ 3 days", "Send the budget")
    assert not colours(terminal.raw)


def test_sixteen_colours_are_enough(home: dict[str, str], open_terminal: Open) -> None:
    terminal = open_terminal(PROGRAM, home | {"TERM": "xterm-16color"})
    terminal.wait_for("Overdue · 1", "▸ 3 days", "Send the budget")
    assert not {colour for colour in colours(terminal.raw) if ":" in colour}


def test_a_record_that_cannot_be_read_is_told_in_its_own_sentence(home: dict[str, str], open_terminal: Open) -> None:
    broken = (
        "import sys, leadercli.journal.verbs.meetings as meetings, leadercli.__main__ as main\n"
        "def fail(id_, raw):\n    raise ValueError('day')\n"
        "meetings.meeting = fail\nsys.exit(main.main())"
    )
    journal = journal_of(home)
    journal.meetings.write(journal.people.named("Mads").id, journal.clock().date(), "kept")
    terminal = open_terminal([sys.executable, "-c", broken], home)
    assert terminal.wait_end() == 3
    told = terminal.raw.rpartition(b"\x1b[?1049l")[2]
    assert b"The journal has a record that cannot be read" in told
    assert b"leadercli failed" not in told
    assert is_clean(terminal)
    assert not (begin(home).places.state / "crash.txt").exists()
