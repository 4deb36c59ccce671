"""Reading a journal loads little; what writing needs is loaded when something is written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from leadercli.journal.journal import Journal

HEAVY = ("tinydb", "textual", "rich", "filelock", "yaml", "click", "dateutil", "tempfile", "platformdirs")

READ = """
import sys
from datetime import datetime
from pathlib import Path
from leadercli.journal.opening import open_journal
from leadercli.places import Places
journal = open_journal(Places(*map(Path, sys.argv[1:])), lambda: datetime(2026, 3, 2, 8))
"""
LOOK = "journal.people.all(), journal.agreements.all(), journal.meetings.all(), journal.scale.weigh_ins()\n"
WRITE = "journal.people.add('Lise')\n"
TELL = "print(*sorted(sys.modules))"


def _modules(program: str, *arguments: object) -> set[str]:
    path = Path(__file__).parents[2]
    command = [sys.executable, "-c", program, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=path, env={"PYTHONPATH": str(path)})
    return set(done.stdout.split())


def test_the_journal_is_imported_without_what_is_heavy() -> None:
    loaded = _modules(f"import sys, leadercli.journal.opening\n{TELL}")
    assert "leadercli.journal.file.storage" in loaded
    assert loaded.isdisjoint(HEAVY)
    assert "leadercli.journal.file.database" not in loaded


@pytest.mark.parametrize(("more", "tinydb"), [("", False), (LOOK, False), (WRITE, True)])
def test_only_writing_loads_tinydb_and_the_lock(journal: Journal, more: str, tinydb: bool) -> None:
    places = journal.places
    loaded = _modules(READ + more + TELL, places.journal, places.config, places.state)
    for name in ("tinydb", "filelock", "leadercli.journal.file.database", "leadercli.journal.local.change_log"):
        assert (name in loaded) == tinydb, name
    assert loaded.isdisjoint({"textual", "rich", "yaml", "click", "tempfile"} - ({"tempfile"} if tinydb else set()))
