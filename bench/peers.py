"""Install what leadercli is measured against, into bench/.peers, and give both sides' notes their format."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from datetime import datetime, time
from pathlib import Path
from uuid import UUID

from bench.data import TODAY, Note, Promise
from bench.measure import UnusableError
from bench.world import World

FOLDER = Path(__file__).parent / ".peers"
JRNL = "jrnl>=4.2,<5"


def jrnl() -> Path:
    """Return jrnl's command, installed in its own environment at the first call; raises UnusableError."""
    command = FOLDER / "venv" / "bin" / "jrnl"
    if command.exists():
        return command
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / ".gitignore").write_text("*\n", "utf-8")
    _install([sys.executable, "-m", "venv", str(FOLDER / "venv")], "jrnl")
    _install([str(command.with_name("pip")), "install", "-q", "--disable-pip-version-check", JRNL], "jrnl")
    return command


def taskwarrior() -> Path:
    """Return Taskwarrior's command, installed by apt where that can be done; raises UnusableError."""
    found = shutil.which("task")
    if not found:
        if not shutil.which("apt-get") or os.geteuid():
            raise UnusableError("no `task` here: install Taskwarrior with the system's package manager")
        _install(["apt-get", "install", "-y", "-qq", "taskwarrior"], "Taskwarrior")
        found = shutil.which("task")
    if not found:
        raise UnusableError("`task` is not on the PATH after its installation")
    return Path(found)


def version(command: Path) -> str:
    """Return the first line that `--version` prints."""
    done = subprocess.run([str(command), "--version"], capture_output=True, text=True, check=False)
    return (done.stdout.strip().splitlines() or ["unknown"])[0]


def fill_jrnl(world: World, notes: Iterable[Note]) -> Path:
    """Write jrnl's configuration (its own defaults) and journal, one entry a note. Returns the journal."""
    journal = world.root / "data" / "jrnl.txt"
    folder = world.root / "config" / "jrnl"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "jrnl.yaml").write_text(_JRNL_CONFIG.format(journal=journal), "utf-8")
    entries = (f"[{note.at:%Y-%m-%d %H:%M}] {note.person}. {note.text}\n" for note in notes)
    journal.write_text("\n".join(entries), "utf-8")
    return journal


def fill_taskwarrior(world: World, promises: Iterable[Promise]) -> dict[str, str]:
    """Write Taskwarrior's pending tasks. Returns the variables that point it there."""
    folder = world.root / "data" / "task"
    folder.mkdir(parents=True, exist_ok=True)
    lines = (_task(number, promise) for number, promise in enumerate(promises, 1))
    (folder / "pending.data").write_text("".join(lines), "utf-8")
    settings = world.root / "config" / "taskrc"
    settings.write_text(f"data.location={folder}\nconfirmation=off\n", "utf-8")
    return {"TASKRC": str(settings), "TASKDATA": str(folder)}


def _task(number: int, promise: Promise) -> str:
    due = int(datetime.combine(promise.due, time()).timestamp())
    entry = int(datetime.combine(TODAY, time()).timestamp())
    return (
        f'[description:"{promise.text}" due:"{due}" entry:"{entry}" modified:"{entry}"'
        f' project:"{promise.person}" status:"pending" uuid:"{UUID(int=number)}"]\n'
    )


def _install(argv: list[str], what: str) -> None:
    done = subprocess.run(argv, capture_output=True, text=True, check=False)
    if done.returncode:
        reason = (done.stderr.strip() or "no message").splitlines()[-1]
        raise UnusableError(f"{what} could not be installed: {reason}")


_JRNL_CONFIG = """\
version: v4.2
journals:
  default:
    journal: {journal}
editor: ''
encrypt: false
template: false
default_hour: 9
default_minute: 0
timeformat: '%F %r'
tagsymbols: '#@'
highlight: true
linewrap: 79
indent_character: '|'
colors:
  body: none
  date: none
  tags: none
  title: none
"""
