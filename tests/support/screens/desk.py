"""A leader's desk for every test of the screens: folders of its own, one Monday morning, one language."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

from textual.pilot import Pilot

from leadercli.journal.journal import Journal
from leadercli.journal.opening import begin_journal, open_journal
from leadercli.session import Session, begin
from leadercli.tui.app.app import LeaderApp

NOW = datetime(2026, 3, 2, 8, 0)
"""Monday morning in week 10."""
BEFORE = datetime(2026, 2, 27, 16, 0)
"""The Friday before: what was written then is not of this sitting, so undo leaves it alone."""


@dataclass
class Desk:
    """A leader's machine in a temporary folder. Every journal opened here is read from disk anew."""

    folder: Path
    lang: str = "en"
    now: datetime = NOW
    keys: Mapping[str, str] = field(default_factory=dict)
    more_env: Mapping[str, str] = field(default_factory=dict)
    random: Random = field(default_factory=lambda: Random(2026))

    @property
    def env(self) -> dict[str, str]:
        """The environment that the program is started in."""
        home = str(self.folder)
        folders = {f"XDG_{name}_HOME": f"{home}/{name.lower()}" for name in ("CONFIG", "STATE", "DATA")}
        journal = str(self.folder / "cloud" / "journal.json")
        clock = {"LEADERCLI_NOW": self.now.isoformat(), "LEADERCLI_LANG": self.lang, "LEADERCLI_JOURNAL": journal}
        return {"HOME": home, **folders, **clock, **self.more_env}

    @property
    def session(self) -> Session:
        """One run of the program."""
        session = begin(self.env)
        return replace(session, config=replace(session.config, keys=dict(self.keys))) if self.keys else session

    def journal(self, at: datetime = BEFORE) -> Journal:
        """Open the journal afresh, beginning it when there is none; what is written in it is of the moment `at`."""
        places = self.session.places
        opening = open_journal if places.journal.exists() else begin_journal
        return opening(places, lambda: at, self.random.randbytes)

    def app(self, note_with: str = "") -> LeaderApp:
        """Start the app on the journal as it lies on disk."""
        return LeaderApp(self.session, self.journal(self.now), note_with=note_with)

    @asynccontextmanager
    async def at_work(self, **options: Any) -> AsyncIterator[tuple[LeaderApp, Pilot[None]]]:
        """Sit down at the app: `async with desk.at_work(size=(80, 24)) as (app, pilot)`."""
        app = self.app()
        async with app.run_test(**options) as pilot:
            yield app, pilot

    def first_run(self) -> LeaderApp:
        """Start the app where there is no journal yet."""
        return LeaderApp(self.session, None)
