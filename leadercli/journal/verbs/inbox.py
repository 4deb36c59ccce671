"""The inbox: what to raise with a person next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadercli.errors import AppError
from leadercli.journal.file.codec import inbox_item
from leadercli.journal.verbs.base import Group
from leadercli.locale import N_
from leadercli.model.records import InboxItem

if TYPE_CHECKING:
    from leadercli.journal.store.store import Store


class Inbox(Group[InboxItem]):
    """What waits to be raised, per person; `all` has what was raised too."""

    TABLE = "inbox"
    REMOVE = "remove_inbox"
    GONE = N_("This is no longer in the journal.")

    def __init__(self, store: Store) -> None:
        super().__init__(store, inbox_item)

    def waiting(self, person_id: str = "") -> list[InboxItem]:
        """List what is not raised yet, with one person or with everyone, oldest first."""
        from leadercli.model.overview.next_steps import age

        found = self.table.where("raised", None)
        return sorted((one for one in found if not person_id or one.person_id == person_id), key=age)

    def put(self, person_id: str, text: str, *, private: bool = False) -> InboxItem:
        """Note something to raise with a person. Raises AppError when there is no text."""
        text = " ".join(text.split())
        if not text:
            raise AppError(N_("What shall be raised next time? Write a few words."))
        given = {"person": person_id, "text": text, "created": self.store.clock()}
        given |= {"private": True} if private else {}
        return self._make("put_inbox", self.store.fresh_id(), text, given)

    def tick(self, id_: str) -> None:
        """Mark as raised."""
        self._write(id_, "tick_inbox", {"raised": self.store.clock()})

    def untick(self, id_: str) -> None:
        """Carry over: raise it next time after all."""
        self._write(id_, "untick_inbox", {"raised": None})

    def edit(self, id_: str, text: str) -> None:
        """Reword."""
        self._write(id_, "edit_inbox", {"text": text})
