"""Say how long it is since the last conversation, and what rhythm was agreed."""

from __future__ import annotations

from leadercli.locale.texts import Texts
from leadercli.model.people.rhythm import Due, cadence_words


def due_words(due: Due, cadence: str, texts: Texts) -> str:
    """Say why a conversation is due: "5 weeks since the last, agreed: monthly"."""
    rhythm = cadence_words(cadence, texts.lang)
    if due.never or due.weeks_since is None:
        return texts.t("no conversation yet, agreed: {rhythm}", rhythm=rhythm)
    return texts.n(
        "{count} week since the last, agreed: {rhythm}",
        "{count} weeks since the last, agreed: {rhythm}",
        due.weeks_since,
        rhythm=rhythm,
    )
