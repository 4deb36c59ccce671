"""Start the screens: open the journal, run, and leave the terminal clean."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from leadercli.errors import AppError
from leadercli.journal.local.last_known import known_journal
from leadercli.journal.opening import open_or_begin

if TYPE_CHECKING:
    from leadercli.session import Session


def run(session: Session, note_with: str = "") -> int:
    """Run the app on the session's journal. Returns the exit code.

    `note_with` is the id of a person whose note to open.

    Raises AppError when the journal cannot be opened. The caller has made sure that there is a terminal. Trouble that
    ends the app later is told like one that keeps it from opening.
    """
    # Both would freeze the screen at the size that they name.
    for variable in ("COLUMNS", "LINES"):
        with suppress(KeyError):
            del os.environ[variable]
    with collected_later():
        from leadercli.tui.app.app import LeaderApp
        from leadercli.tui.app.key_order import read_alt_numbers

        read_alt_numbers()

        first = not session.places.journal.exists() and known_journal(session.places) is None
        journal = None if first else open_or_begin(session.places, session.clock)
        app = LeaderApp(session, journal, note_with=note_with)
        app.run()
    if isinstance(app.crash, AppError):
        from leadercli.model.text import plain

        sys.stderr.write(plain(app.crash.sentence(app.texts)) + "\n")
        return app.crash.code
    if app.crash is not None:
        from leadercli.tui.app.shutdown import report

        sys.stderr.write(report(app.crash, session) + "\n")
        return 1
    return app.return_code or 0


@contextmanager
def collected_later() -> Iterator[None]:
    """Look for garbage only when the app is ready, which it then says, and at wider intervals while it runs."""
    gc.disable()
    before = gc.get_threshold()
    gc.set_threshold(50_000, 20, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.enable()
