"""Make the sample journal in a temporary folder."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from leadercli.demo.content import Calendar, Timeline
from leadercli.demo.meetings import Talks
from leadercli.demo.scale_year import ScaleYear
from leadercli.errors import JournalError
from leadercli.journal.opening import begin_journal
from leadercli.locale import N_
from leadercli.places import Places

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal
    from leadercli.session import Session

_OWN = ("LEADERCLI_JOURNAL", "LEADERCLI_PASSPHRASE_FILE")
_SEED = 52


def demo_session(session: Session) -> Session:
    """Make the sample journal and a session that knows only it: journal, config and state lie in a new folder.

    The person's language, theme and keys stay. The folder is left for the caller, or the system, to remove. Raises
    JournalError when it cannot be made.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix="leadercli-demo-"))
    except OSError as error:
        raise JournalError(
            N_("The sample journal could not be made: {reason}."), reason=error.strerror or str(error)
        ) from None
    now = session.clock()
    places = Places(folder / "journal.json", folder / "config", folder / "state")
    random = Random(f"{now} {session.texts.lang}")  # noqa: S311 - repeatable on purpose
    journal = begin_journal(places, lambda: now, random.randbytes)
    fill(journal, session.texts.lang)
    journal.log.path.unlink(missing_ok=True)
    env = {name: value for name, value in session.env.items() if name not in _OWN}
    return replace(session, env=env, places=places, config=replace(session.config, journal=""))


def fill(journal: Journal, lang: str) -> None:
    """Live a year in an empty journal, as one commit, up to the present of the journal's clock."""
    clock, now = journal.clock, journal.clock()
    random = Random(_SEED)  # noqa: S311 - repeatable on purpose
    timeline, calendar = Timeline(now), Calendar(now.date(), lang)
    Talks(journal, calendar, timeline, random).plan()
    ScaleYear(journal, calendar, timeline, random).plan()
    journal.store.clock = lambda: timeline.now
    try:
        with journal.batch("import", "leadercli demo"):
            timeline.pass_by()
    finally:
        journal.store.clock = clock
