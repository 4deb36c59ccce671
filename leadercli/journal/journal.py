"""The journal: the one owner of what is true, with its verbs grouped by what they are about."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from leadercli.journal.changes import Change as Change
from leadercli.journal.changes import News as News
from leadercli.journal.keeper import Keeper

if TYPE_CHECKING:
    from leadercli.journal.verbs.agreements import Agreements
    from leadercli.journal.verbs.feedback import FeedbackNotes
    from leadercli.journal.verbs.inbox import Inbox
    from leadercli.journal.verbs.meetings import Meetings
    from leadercli.journal.verbs.people import People
    from leadercli.journal.verbs.scale import Scale


class Journal(Keeper):
    """One open journal. Every verb is one commit unless it stands inside `batch`. Each group is loaded when used."""

    @cached_property
    def people(self) -> People:
        """People and their rhythm."""
        from leadercli.journal.verbs.people import People

        return People(self)

    @cached_property
    def meetings(self) -> Meetings:
        """1:1 conversations and their notes."""
        from leadercli.journal.verbs.meetings import Meetings

        return Meetings(self)

    @cached_property
    def agreements(self) -> Agreements:
        """Agreements and next steps."""
        from leadercli.journal.verbs.agreements import Agreements

        return Agreements(self)

    @cached_property
    def inbox(self) -> Inbox:
        """What to raise next time."""
        from leadercli.journal.verbs.inbox import Inbox

        return Inbox(self)

    @cached_property
    def feedback(self) -> FeedbackNotes:
        """Praise and what could be better."""
        from leadercli.journal.verbs.feedback import FeedbackNotes

        return FeedbackNotes(self)

    @cached_property
    def scale(self) -> Scale:
        """The leader's own scale."""
        from leadercli.journal.verbs.scale import Scale

        return Scale(self)
