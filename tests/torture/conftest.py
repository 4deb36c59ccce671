"""A journal for the proofs."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.journals.worlds import StandingClock, new_random, places_in

from leadercli.journal.journal import Journal
from leadercli.journal.opening import begin_journal


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """A new journal, on Monday 2 March 2026 at eight."""
    return begin_journal(places_in(tmp_path / "here"), StandingClock(), new_random())
