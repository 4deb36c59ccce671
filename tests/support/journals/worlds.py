"""What tests of the journal share: a clock that stands still, places in a folder, and moving files about."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings

from leadercli.journal.journal import Journal
from leadercli.places import Places

patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""How Hypothesis tries laws on real files: as long as it takes."""
_runs = count(1)


@dataclass
class StandingClock:
    """A clock that stands still until it is told to go: Monday 2 March 2026 at eight."""

    now: datetime = datetime(2026, 3, 2, 8, 0)

    def __call__(self) -> datetime:
        """Tell the time."""
        return self.now

    def go(self, **how_far: float) -> None:
        """Let time pass."""
        self.now += timedelta(**how_far)


def new_random() -> Callable[[int], bytes]:
    """Make random numbers that no other run of a program gets, and that are the same each time the tests run."""
    return random.Random(next(_runs)).randbytes


def places_in(folder: Path) -> Places:
    """Lay out a machine's places in a folder."""
    return Places(folder / "cloud" / "journal.json", folder / "config", folder / "state")


def sync(source: Journal, target: Journal) -> None:
    """Put one machine's file in the place of another's, as a sync client does."""
    beside = target.places.journal.with_name("from the cloud")
    beside.write_bytes(source.places.journal.read_bytes())
    beside.replace(target.places.journal)


def on_disk(journal: Journal) -> dict[str, Any]:
    """Read a journal's file as anybody can."""
    found: dict[str, Any] = json.loads(journal.places.journal.read_text("utf-8"))
    return found


def put_on_disk(journal: Journal, tables: object) -> None:
    """Write a journal's file as someone with a text editor does."""
    journal.places.journal.write_text(json.dumps(tables, ensure_ascii=False), "utf-8")


def forget_held(journal: Journal) -> None:
    """Let a machine forget what it last held, as when its state folder is new."""
    (journal.places.journal_state / "held.json").unlink()


def seen(journal: Journal) -> dict[str, Any]:
    """Tell everything that a person can see in a journal, out of the bin. The ids of lines are not seen."""
    return {
        "people": journal.people.all(),
        "agreements": [replace(one, line="") for one in journal.agreements.all()],
        "inbox": [replace(one, line="") for one in journal.inbox.all()],
        "feedback": [replace(one, line="") for one in journal.feedback.all()],
        "meetings": journal.meetings.all(),
        "weeks": journal.scale.weigh_ins(),
        "items": journal.scale.items(),
    }
