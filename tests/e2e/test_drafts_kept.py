"""Real programs that are killed while someone types: what was typed is back in its place, whoever wrote it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from support.terminals.terminal import Terminal

from leadercli.journal.opening import begin_journal, open_journal
from leadercli.session import begin

ROOT = Path(__file__).parents[2]
ENTER, ESCAPE, CTRL_Q, LEFT = "\r", "\x1b", "\x11", "\x1b[D"
PROGRAM = [sys.executable, "-m", "leadercli"]
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
        "LEADERCLI_NOW": "2026-03-02T08:00:00",
        "LEADERCLI_LANG": "en",
    }
    session = begin(env)
    begin_journal(session.places, session.clock).people.add("Mads Holm", role="analyst")
    return env


def note_of(env: dict[str, str]) -> list[str]:
    """The lines of today's note about the one person."""
    session = begin(env)
    journal = open_journal(session.places, session.clock)
    return journal.meetings.on(journal.people.named("Mads").id, session.clock().date()).text.split("\n")


def kept_in(env: dict[str, str], folder: str) -> str:
    """All that is kept in a folder of what is not finished."""
    found = (begin(env).places.journal_state / folder).glob("*.*")
    return " ".join(path.read_text("utf-8") for path in found)


def ask(env: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command beside the app."""
    done = subprocess.run([*PROGRAM, *words], env=env, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done


def in_note(open_terminal: Open, env: dict[str, str]) -> Terminal:
    """Open the program on the note."""
    terminal = open_terminal([*PROGRAM, "note", "mads"], env)
    terminal.wait_for("Mads Holm · Monday 2 March 2026", "Save and close")
    return terminal


def killed_writing(open_terminal: Open, env: dict[str, str], words: str) -> None:
    """Write in the note, and kill the program when the draft is there."""
    terminal = in_note(open_terminal, env)
    terminal.press(words)
    terminal.wait_until(lambda: words in kept_in(env, "drafts"))
    terminal.kill()


def test_the_text_is_back_with_the_cursor_where_it_stood(home: dict[str, str], open_terminal: Open) -> None:
    terminal = in_note(open_terminal, home)
    terminal.press("the rota presses")
    terminal.press(LEFT * len(" presses") + "!")
    terminal.wait_until(lambda: "the rota! presses" in kept_in(home, "drafts"))
    assert json.loads(ask(home, "today", "--json").stdout)["drafts"] == [], "the program still runs"
    terminal.kill()
    (found,) = json.loads(ask(home, "today", "--json").stdout)["drafts"]
    assert (found["person"], found["date"]) == ("Mads Holm", "2026-03-02")
    assert "your note is kept; leadercli note Mads goes on with it" in ask(home, "today").stdout

    again = in_note(open_terminal, home)
    again.wait_for("the rota! presses", "Your draft is back")
    again.press("?")
    again.wait_for("the rota!? presses")
    again.press(CTRL_Q)
    assert again.wait_end() == 0
    assert note_of(home) == ["the rota!? presses"]
    assert json.loads(ask(home, "today", "--json").stdout)["drafts"] == []


def test_two_programs_that_are_killed_leave_both_their_texts(home: dict[str, str], open_terminal: Open) -> None:
    first, second = in_note(open_terminal, home), in_note(open_terminal, home)
    for terminal, words in ((first, "from the first"), (second, "from the second")):
        terminal.press(words)
        terminal.wait_until(lambda words=words: words in kept_in(home, "drafts"))
    first.kill()
    second.kill()
    third = in_note(open_terminal, home)
    third.wait_for("from the first", "from the second")
    third.press(CTRL_Q)
    third.wait_end()
    assert Counter(note_of(home)) == Counter(["from the first", "from the second"])


def test_the_check_finds_what_programs_with_one_draft_lose(home: dict[str, str], open_terminal: Open) -> None:
    """The negative control: the same kills, and programs that all keep their draft under one name."""
    naive = [
        sys.executable,
        "-c",
        "import sys\nimport leadercli.journal.local.run_files as presence\nimport leadercli.__main__ as main\n"
        "begin = presence.Presence.__init__\n"
        "presence.Presence.__init__ = lambda self, state, name: begin(self, state, 'same')\n"
        "import os, leadercli.journal.local.run_files as files\n"
        "files._NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC\nsys.exit(main.main())",
        "note",
        "mads",
    ]
    terminals = [open_terminal(naive, home) for _ in range(2)]
    for terminal in terminals:
        terminal.wait_for("Mads Holm · Monday 2 March 2026", "Save and close")
    for terminal, words in zip(terminals, ("from the first", "from the second"), strict=True):
        terminal.press(words)
        terminal.wait_until(lambda words=words: words in kept_in(home, "drafts"))
    for terminal in terminals:
        terminal.kill()
    third = in_note(open_terminal, home)
    third.wait_for("from the second")
    assert "from the first" not in third.text()


def test_what_the_shell_notes_stands_beside_the_draft(home: dict[str, str], open_terminal: Open) -> None:
    killed_writing(open_terminal, home, "half a thought")
    done = ask(home, "note", "mads", "from the shell")
    assert "A draft of this note waits too, and is as it was: leadercli note Mads opens both." in done.stderr
    assert note_of(home) == ["from the shell"]
    again = in_note(open_terminal, home)
    again.wait_for("half a thought", "from the shell")
    again.press(CTRL_Q)
    again.wait_end()
    assert Counter(note_of(home)) == Counter(["half a thought", "from the shell"])


def test_what_the_shell_notes_while_one_types_appears(home: dict[str, str], open_terminal: Open) -> None:
    ask(home, "note", "mads", "first line")
    terminal = in_note(open_terminal, home)
    terminal.wait_for("first line")
    terminal.press("! half a prom")
    terminal.wait_for("! half a prom")
    ask(home, "note", "mads", "from the shell")
    terminal.wait_for("first line", "! half a prom", "from the shell")
    assert json.loads(ask(home, "next", "--json").stdout) == [], "nothing half typed became an agreement"
    terminal.press("ise")
    terminal.wait_for("! half a promise")
    terminal.press(CTRL_Q)
    terminal.wait_end()
    assert Counter(note_of(home)) == Counter(["first line", "! half a promise", "from the shell"])
    assert [one["text"] for one in json.loads(ask(home, "next", "--json").stdout)] == ["half a promise"]


def test_a_form_is_back_as_it_was_typed(home: dict[str, str], open_terminal: Open) -> None:
    terminal = open_terminal(PROGRAM, home)
    terminal.wait_for("1 Today")
    terminal.press("2")
    terminal.wait_for("Mads Holm", "[2 People]")
    terminal.press("e")
    terminal.wait_for("Edit Mads Holm", "Role")
    terminal.press(ENTER + " and more")
    terminal.wait_until(lambda: "analyst and more" in kept_in(home, "forms"))
    terminal.kill()
    again = open_terminal(PROGRAM, home)
    again.wait_for("1 Today")
    again.press("2")
    again.wait_for("Mads Holm", "[2 People]")
    again.press("e")
    again.wait_for("analyst and more", "What you typed last time is here")


def test_an_answer_is_back_when_the_same_is_asked(home: dict[str, str], open_terminal: Open) -> None:
    terminal = open_terminal(PROGRAM, home)
    terminal.wait_for("1 Today")
    terminal.press("a")
    terminal.wait_for("Agreement:")
    terminal.press("call the union fri")
    terminal.wait_until(lambda: "call the union fri" in kept_in(home, "unsent"))
    terminal.kill()
    again = open_terminal(PROGRAM, home)
    again.wait_for("1 Today")
    again.press("a")
    again.wait_for("call the union fri")
    again.press(ENTER)
    again.wait_for("Agreed: call the union")
    again.press(CTRL_Q)
    again.wait_end()
    assert [one["text"] for one in json.loads(ask(home, "next", "--json").stdout)] == ["call the union"]
    assert kept_in(home, "unsent") == ""
