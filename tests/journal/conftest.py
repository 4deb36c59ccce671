"""Journals on real files for the tests: one, the same opened by another program, and a copy on another machine."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from support.journals.worlds import StandingClock, new_random, places_in

from leadercli.journal.journal import Journal
from leadercli.journal.opening import begin_journal, open_journal
from leadercli.places import Places


@pytest.fixture
def clock() -> StandingClock:
    """Monday 2 March 2026 at eight."""
    return StandingClock()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Places that hold nothing yet."""
    return places_in(tmp_path / "here")


@pytest.fixture
def journal(places: Places, clock: StandingClock) -> Journal:
    """A new journal."""
    return begin_journal(places, clock, new_random())


@pytest.fixture
def open_again(clock: StandingClock) -> Callable[[Journal], Journal]:
    """Open a journal's file as another program on the same machine, or as the next run."""
    return lambda journal: open_journal(journal.places, clock, new_random())


@pytest.fixture
def elsewhere(tmp_path: Path, clock: StandingClock) -> Callable[[Journal], Journal]:
    """Open a copy of a journal on another machine, with a state folder of its own."""
    machines = count(1)

    def copied(journal: Journal) -> Journal:
        places = places_in(tmp_path / f"machine{next(machines)}")
        places.journal.parent.mkdir(parents=True)
        places.journal.write_bytes(journal.places.journal.read_bytes())
        return open_journal(places, clock, new_random())

    return copied
