"""A fresh journal on a Monday morning, with ids that are the same in every run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from leadercli.journal.journal import Journal
from leadercli.journal.opening import begin_journal, open_journal
from leadercli.session import begin

NOW = "2026-03-02T08:00"


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """An empty journal."""
    session = begin({"HOME": str(tmp_path), "LEADERCLI_NOW": NOW})
    return begin_journal(session.places, session.clock, Random(1).randbytes)


@pytest.fixture
def again() -> Callable[[Journal], Journal]:
    """Read a journal from disk anew, as another run of the program does."""
    return lambda journal: open_journal(journal.places, journal.clock, Random(2).randbytes)
