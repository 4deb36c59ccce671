"""Write down what the first run decided: language and where the journal lives."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from leadercli.config import write_config
from leadercli.errors import JournalTrouble
from leadercli.locale import N_

if TYPE_CHECKING:
    from leadercli.session import Session


def settle(session: Session, journal: Path) -> Session:
    """Write the settings. Returns the session on the chosen journal. Raises JournalTrouble when it cannot write."""
    named = session.env.get("LEADERCLI_JOURNAL")
    changes = {"language": session.texts.lang}
    if journal != session.places.journal or not named:
        changes["journal"] = str(journal)
    try:
        write_config(session.places.config_file, changes)
    except OSError as error:
        raise JournalTrouble(
            N_("The settings {path} could not be written: {reason}."),
            path=session.places.config_file,
            reason=error.strerror or str(error),
        ) from None
    return replace(session, places=replace(session.places, journal=journal))
