"""The journal: the one owner of what is true, with its verbs grouped by what they are about."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadercli.journal.local.change_log import ChangeLog
    from leadercli.journal.local.drafts import Drafts, FormDrafts, Unsent
    from leadercli.journal.local.run_files import Presence
    from leadercli.journal.store.store import Store
    from leadercli.journal.verbs.agreements import Agreements
    from leadercli.journal.verbs.feedback import FeedbackNotes
    from leadercli.journal.verbs.inbox import Inbox
    from leadercli.journal.verbs.meetings import Meetings
    from leadercli.journal.verbs.people import People
    from leadercli.journal.verbs.scale import Scale
    from leadercli.session import Clock


class Journal:
    """One open journal. Every verb is one commit unless it stands inside `batch`. Each group is loaded when used."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.places = store.places
        # What every front end asks of the store stands here too, as it is.
        self.table, self.tables, self.raw, self.fresh_id = store.table, store.tables, store.raw, store.fresh_id
        self.commit, self.batch, self.turn = store.commit, store.batch, store.turn
        self.refresh, self.merge, self.subscribe = store.refresh, store.merge, store.subscribe
        self.take_notices = store.take_notices

    @property
    def id(self) -> str:
        """The random id that all copies of this journal carry."""
        return self.store.id

    @property
    def clock(self) -> Clock:
        """What time it is to this program."""
        return self.store.clock

    @property
    def read_only(self) -> bool:
        """Whether a newer version wrote this journal, so that this one only shows it."""
        return self.store.read_only

    @property
    def arrived(self) -> int:
        """How many records have come in, since this was opened, that this machine had not held before."""
        return self.store.arrived

    @property
    def log(self) -> ChangeLog:
        """The commits of the last 30 days, and what came in."""
        return self.store.log

    @cached_property
    def people(self) -> People:
        """People and their rhythm."""
        from leadercli.journal.verbs.people import People

        return People(self.store)

    @cached_property
    def meetings(self) -> Meetings:
        """1:1 conversations and their notes."""
        from leadercli.journal.verbs.meetings import Meetings

        return Meetings(self.store, self.people)

    @cached_property
    def agreements(self) -> Agreements:
        """Agreements and next steps."""
        from leadercli.journal.verbs.agreements import Agreements

        return Agreements(self.store)

    @cached_property
    def inbox(self) -> Inbox:
        """What to raise next time."""
        from leadercli.journal.verbs.inbox import Inbox

        return Inbox(self.store)

    @cached_property
    def feedback(self) -> FeedbackNotes:
        """Praise and what could be better."""
        from leadercli.journal.verbs.feedback import FeedbackNotes

        return FeedbackNotes(self.store)

    @cached_property
    def scale(self) -> Scale:
        """The leader's own scale."""
        from leadercli.journal.verbs.scale import Scale

        return Scale(self.store, self.agreements)

    @cached_property
    def presence(self) -> Presence:
        """This run of the program, as others on this machine see it."""
        from leadercli.journal.local.run_files import Presence

        return Presence(self.places.journal_state, self.store.writer)

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
