"""Fill leadercli's journals: people and agreements by its Journal, notes by its own import command."""

from __future__ import annotations

import json
import random
from datetime import datetime, time, timedelta
from functools import cached_property
from pathlib import Path

from bench import data
from bench.measure import UnusableError
from bench.ours import Leadercli
from bench.world import World

RECORDS = 10_000
LIVED_NOTES = 4_000


class Journals:
    """The three journals, each made when first asked for, under one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def lived(self) -> Leadercli:
        """10,000 records as years leave them: 40 people, 4,000 notes, 5,960 agreements, 400 of them open."""
        agreements = RECORDS - LIVED_NOTES - len(data.people())
        return self._made("lived", data.notes(LIVED_NOTES), data.lived_promises(agreements))

    @cached_property
    def promised(self) -> Leadercli:
        """10,000 open agreements."""
        return self._made("promised", [], data.open_promises(RECORDS))

    @cached_property
    def noted(self) -> Leadercli:
        """10,000 notes of 1.7 KB."""
        return self._made("noted", data.notes(RECORDS), [])

    def world(self, name: str) -> World:
        """Make a home folder."""
        return World(self.folder / name).make()

    def _made(self, name: str, notes: list[data.Note], promises: list[data.Promise]) -> Leadercli:
        world = self.world(name)
        ours = Leadercli(world)
        try:
            _begin(world, promises)
            if notes:
                _import(ours, notes)
            _age(world)
        except UnusableError as trouble:
            return Leadercli(world, str(trouble))
        except ImportError as missing:
            return Leadercli(world, f"not there yet ({missing})")
        return ours


def _begin(world: World, promises: list[data.Promise]) -> None:
    from leadercli.journal.file.codec import encoded
    from leadercli.journal.opening import begin_journal
    from leadercli.journal.store.change import Change
    from leadercli.places import find_places
    from leadercli.session import clock_from

    env = world.env()
    journal = begin_journal(find_places(env), clock_from(env), random.Random(data.SEED).randbytes)
    ids = {name: journal.people.add(name).id for name in data.people()}
    made = datetime.combine(data.TODAY, time(8))
    changes = []
    for promise in promises:
        fields = {"text": promise.text, "person": ids[promise.person], "owner": promise.owner}
        state = {"state": "done", "closed": made} if promise.closed else {"state": "open"}
        given = encoded({**fields, "due": promise.due, **state, "created": made})
        changes.append(Change("agreements", journal.fresh_id(), given))
    journal.commit("import", "", *changes)


def _import(ours: Leadercli, notes: list[data.Note]) -> None:
    lines = ({"at": note.at.isoformat(), "person": note.person, "text": note.text} for note in notes)
    file = ours.world.root / "notes.jsonl"
    file.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    ours.time("import", "--format", "jsonl", str(file))


def _age(world: World) -> None:
    """Forget the filling, as leadercli itself forgets what was changed more than 30 days ago."""
    from leadercli.journal.local.change_log import ChangeLog
    from leadercli.places import find_places

    later = datetime.combine(data.TODAY, time()) + timedelta(days=31)
    ChangeLog(find_places(world.env()).journal_state).trim(later)
