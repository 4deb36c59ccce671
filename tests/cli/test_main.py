"""How the program starts and ends as a process: what it loads, terminals, pipes, Ctrl+C."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leadercli.cli.root import COMMANDS

ROOT = Path(__file__).parent.parent.parent
HEAVY = ("textual", "rich", "tinydb", "filelock", "yaml", "dateutil", "platformdirs")
CALLS = {
    "today": [],
    "next": [],
    "people": [],
    "person": ["show", "lise"],
    "note": ["lise", "! ring fre"],
    "inbox": ["lise", "ferie"],
    "add": ["@lise ring fre"],
    "done": ["a"],
    "drop": ["a"],
    "move": ["a", "fre"],
    "reopen": ["a"],
    "undo": ["--list"],
    "redo": [],
    "bin": [],
    "history": ["lise"],
    "scale": ["show"],
    "search": ["ring"],
    "export": ["--format", "md"],
    "import": ["--format", "jsonl", "-"],
    "check": [],
    "backups": [],
    "restore": ["a"],
    "merge": ["{journal}"],
    "where": [],
    "keys": [],
    "demo": ["--keep"],
}
READING = ("next", "search", "where")


def _loaded(home: dict[str, str], words: list[str], names: tuple[str, ...]) -> set[str]:
    """Run a command in a process of its own and tell which modules it loaded."""
    code = (
        "import sys; from leadercli.__main__ import start; start(sys.argv[1:]); "
        f"print('LOADED', *(name for name in {names!r} if name in sys.modules))"
    )
    found = subprocess.run(
        [sys.executable, "-c", code, *words],
        env={**home, "PYTHONPATH": str(ROOT)},
        cwd=home["HOME"],
        input="",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    line = found.stdout.splitlines()[-1]
    assert line.startswith("LOADED"), found.stderr
    return set(line.split()[1:])


def test_every_command_is_called_here() -> None:
    assert set(CALLS) == set(COMMANDS)


@pytest.mark.parametrize("command", CALLS)
def test_no_command_loads_textual(cli: Any, home: dict[str, str], command: str) -> None:
    words = [word.format(journal=cli.path) for word in CALLS[command]]
    assert _loaded(home, [command, *words], ("textual", "rich")) == set()


@pytest.mark.parametrize("command", READING)
def test_a_reader_loads_nothing_heavy(cli: Any, home: dict[str, str], command: str) -> None:
    assert _loaded(home, [command, *CALLS[command]], HEAVY) == set()


def test_the_app_starts_without_the_command_line(home: dict[str, str]) -> None:
    assert _loaded(home, [], ("click", "leadercli.cli.root")) == set()


@pytest.mark.parametrize("words", [[], ["demo"], ["--journal", "a.json"]], ids=str)
def test_without_a_terminal_the_app_says_so(run: Callable[..., Any], words: list[str]) -> None:
    found = run(*words)
    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr.startswith("leadercli opens in a terminal, but stdin is not one.")


def test_a_reader_that_stops_reading_is_no_trouble(cli: Any, home: dict[str, str]) -> None:
    for number in range(3):
        cli.ok("note", "lise", "-", stdin="lang tekst " * 10_000, LEADERCLI_NOW=f"2026-02-0{number + 2}T08:00")
    with subprocess.Popen(
        [sys.executable, "-m", "leadercli", "export", "--format", "md"],
        env={**home, "PYTHONPATH": str(ROOT)},
        cwd=home["HOME"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as started:
        assert started.stdout
        assert started.stderr
        assert started.stdout.readline() == b"Private lines are left out.\n"
        started.stdout.close()
        assert started.stderr.read() == b""
        assert started.wait() == 0


def test_a_closed_stdout_is_no_trouble(cli: Any, home: dict[str, str]) -> None:
    line = f"{sys.executable} -m leadercli next --json >&-"
    env = {**home, "PYTHONPATH": str(ROOT)}
    found = subprocess.run(["sh", "-c", line], env=env, cwd=home["HOME"], capture_output=True, check=False)
    assert (found.returncode, found.stderr) == (0, b"")


def test_a_fault_of_the_program_is_a_sentence(run: Callable[..., Any], home: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import leadercli.cli.commands.admin.program as module\n"
        "def broken(*_, **__): raise RuntimeError('secret text')\n"
        "module._where = broken\n"
    )
    found = run("where", env={"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"})
    assert (found.returncode, found.stdout) == (3, "")
    assert found.stderr.startswith("leadercli has a fault, and stopped: RuntimeError in sitecustomize, line 2.")
    assert "secret" not in found.stderr


def test_the_pretended_clock_is_used(run: Callable[..., Any]) -> None:
    found = run("today", env={"LEADERCLI_NOW": "2027-12-24T09:00"})
    assert found.stdout.startswith("Friday 24 December 2027 · week 51")


def test_data_and_notes_go_their_own_ways(run: Callable[..., Any]) -> None:
    found = run("person", "add", "Lise")
    assert found.stdout == "Added: Lise · every month · 30 min\n"
    assert found.stderr.splitlines()[1:] == ["To undo: leadercli undo"]
