"""The journal: the one owner of what is true, with its verbs grouped by what they are about."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from leadercli.journal.store.store import Store

if TYPE_CHECKING:
    from leadercli.journal.local.drafts import Drafts, FormDrafts, Unsent
    from leadercli.journal.local.run_files import Presence
    from leadercli.journal.verbs.agreements import Agreements
    from leadercli.journal.verbs.feedback import FeedbackNotes
    from leadercli.journal.verbs.inbox import Inbox
    from leadercli.journal.verbs.meetings import Meetings
    from leadercli.journal.verbs.people import People
    from leadercli.journal.verbs.scale import Scale


class Journal(Store):
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

    @cached_property
    def presence(self) -> Presence:
        """This run of the program, as others on this machine see it."""
        from leadercli.journal.local.run_files import Presence

        return Presence(self.places.journal_state, self._writer)

    @cached_property
    def drafts(self) -> Drafts:
        """Notes that are being written."""
        from leadercli.journal.local.drafts import Drafts

        return Drafts(self.places.journal_state, self.presence)

    @cached_property
    def forms(self) -> FormDrafts:
        """Forms that are being filled in."""
        from leadercli.journal.local.drafts import FormDrafts

        return FormDrafts(self.places.journal_state, self.presence)

    @cached_property
    def unsent(self) -> Unsent:
        """Answers that were typed and not sent."""
        from leadercli.journal.local.drafts import Unsent

        return Unsent(self.places.journal_state, self.presence)
