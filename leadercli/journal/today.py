"""Gather what waits on a day from a journal, for the review of Today."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from leadercli.model.overview.today import Review, todays_review

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


def gather_review(journal: Journal, today: date) -> Review:
    """Gather what waits. Of the conversations only those that a day's review asks about are read."""
    return todays_review(
        journal.people.all(),
        journal.meetings.around(today),
        journal.agreements.open(),
        journal.inbox.waiting(),
        journal.feedback.all(),
        journal.scale.weigh_ins(),
        journal.scale.items(),
        today,
    )
