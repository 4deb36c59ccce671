"""Start the screens: check the terminal, open the journal, run, and leave the terminal clean."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from leadercli.journal.opening import known_journal, open_or_begin
from leadercli.locale.mark import N_
from leadercli.trouble import UsageTrouble

if TYPE_CHECKING:
    from leadercli.session import Session


def run(session: Session, note_with: str = "") -> int:
    """Run the app on the session's journal; `note_with` is the id of a person whose note to open. Returns the exit code.

    Raises Trouble when there is no terminal or the journal cannot be opened.
    """
    _need_terminal()
    # Both would freeze the screen at the size that they name.
    for variable in ("COLUMNS", "LINES"):
        with suppress(KeyError):
            del os.environ[variable]
    from leadercli.tui.app import LeaderApp

    first = not session.places.journal.exists() and known_journal(session.places) is None
    journal = None if first else open_or_begin(session.places, session.clock)
    app = LeaderApp(session, journal, note_with=note_with)
    app.run()
    if app.crash is not None:
        from leadercli.tui.crash import report

        sys.stderr.write(report(app.crash, session) + "\n")
        return 1
    return app.return_code or 0


def _need_terminal() -> None:
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if stream is None or not stream.isatty():
            raise UsageTrouble(
                N_("leadercli without a command opens its screens and needs a terminal. Try: leadercli today")
            )
