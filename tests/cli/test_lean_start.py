"""What a command does not need it does not load: docs/decisions/010 says why."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from support import ROOT

LATE = {
    "tinydb",
    "textual",
    "difflib",
    "leadercli.journal.file.database",
    "leadercli.journal.file.migration",
    "leadercli.journal.local.change_log",
    "leadercli.journal.store.commit",
    "leadercli.journal.sync.collector",
    "leadercli.model.diff",
    "leadercli.model.entry.note_line",
    "leadercli.model.merge.record",
    "leadercli.cli.record_json",
    "leadercli.cli.commands.today_json",
    "leadercli.cli.commands.person_output",
}
"""What is for writing, for merging, for JSON, or for the screens."""


@pytest.mark.parametrize("command", ["next", "today"])
def test_reading_loads_nothing_for_writing(cli: Any, home: dict[str, str], command: str) -> None:
    cli.ok("add", "@lise call the customer fri")
    loaded = modules(home, command)
    assert "leadercli.journal.file.storage" in loaded
    assert loaded & LATE == set()


def test_what_is_late_is_there() -> None:
    for name in LATE:
        __import__(name)


def modules(home: dict[str, str], *words: str) -> set[str]:
    """Name the modules that a command loads."""
    command = [sys.executable, "-X", "importtime", "-m", "leadercli", *words]
    env = {**home, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=env, cwd=home["HOME"], capture_output=True, text=True, check=True)
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
