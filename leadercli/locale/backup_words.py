"""What backups are called, and how large they are."""

from __future__ import annotations

from leadercli.locale import N_
from leadercli.locale.texts import Texts

BACKUP_KINDS = {
    "regular": N_("regular"),
    "copy": N_("merged copy"),
    "damaged": N_("damaged journal"),
    "by_hand": N_("before an edit by hand"),
    "before_restore": N_("before a restore"),
    "before_repair": N_("before a repair"),
    "before_migration": N_("before an update"),
    "other": N_("another journal"),
}
"""Why each kind was kept."""


def size_words(size: int) -> str:
    """Say how large a file is, in whole kilobytes: none is 0."""
    return f"{max(1, round(size / 1000)) if size else 0} kB"


def counts_words(changed: int, back: int, binned: int, texts: Texts) -> str:
    """Say how many records a restore writes; "" for none."""
    parts = []
    if changed:
        parts.append(texts.n("{count} changed", "{count} changed", changed))
    if back:
        parts.append(texts.n("{count} brought back", "{count} brought back", back))
    if binned:
        parts.append(texts.n("{count} put in the bin", "{count} put in the bin", binned))
    return " · ".join(parts)
