"""What the line at the bottom says when the file on disk is no longer the journal that is open."""

from __future__ import annotations

from leadercli.journal.watch import DiskWatch
from leadercli.locale import N_
from leadercli.locale.texts import Texts

SENTENCES = {
    "missing": N_(
        "The journal file is no longer there: {path}. Nothing is lost: leadercli holds all of it, and writes the file "
        "again with your next change."
    ),
    "empty": N_(
        "The journal file is empty: {path}. Nothing is lost: leadercli holds all of it, and writes the file again with "
        "your next change."
    ),
    "placeholder": N_(
        "Your cloud folder shows the journal file but has not fetched it: {path}. Nothing is lost: leadercli holds all "
        "of it. Tell the cloud folder to keep the file on this device."
    ),
    "damaged": N_(
        "The journal file is damaged: {path}. leadercli holds what was in it before. With your next change it puts the "
        "damaged file among the backups and writes a whole one; leadercli check --repair gathers what else can be read."
    ),
    "other": N_(
        "Another journal now lies in the place of yours: {path}. leadercli leaves it alone, so nothing can be saved "
        "until yours is back. What you had is kept on this machine."
    ),
}
"""By the state of the file."""
NEWER = N_(
    "A newer leadercli has written the journal, so this one only shows it from now on. Update it here to write again; "
    "nothing is lost."
)
WELL_AGAIN = N_("The journal file is whole again.")


def file_sentence(watch: DiskWatch, path: object, texts: Texts) -> str:
    """Say how the file stands; what has no sentence of its own is told as the journal tells it."""
    if not watch.state:
        return texts.t(WELL_AGAIN)
    if watch.state in SENTENCES:
        return texts.t(SENTENCES[watch.state], path=path)
    return watch.reason.sentence(texts) if watch.reason else ""
