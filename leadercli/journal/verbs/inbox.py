"""The inbox: what to raise with a person next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadercli.errors import AppError
from leadercli.journal.file.codec import encoded, inbox_item
from leadercli.journal.store.change import Change
from leadercli.journal.store.table import Table
from leadercli.journal.verbs.base import in_turn
from leadercli.locale import N_
from leadercli.model.records import InboxItem

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


class Inbox:
    """What waits to be raised, per person."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.table = Table(journal, "inbox", inbox_item)

    def all(self) -> tuple[InboxItem, ...]:
        """List all items, raised ones too."""
        return self.table.all()

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
        id_ = self._journal.fresh_id()
        given = {"person": person_id, "text": text, "created": self._journal.clock()}
        given |= {"private": True} if private else {}
        self._journal.commit("put_inbox", text, Change("inbox", id_, encoded(given)))
        found = self.table.get(id_)
        assert found
        return found

    def tick(self, id_: str) -> None:
        """Mark as raised."""
        self._write(id_, "tick_inbox", {"raised": self._journal.clock()})

    def untick(self, id_: str) -> None:
        """Carry over: raise it next time after all."""
        self._write(id_, "untick_inbox", {"raised": None})

    def edit(self, id_: str, text: str) -> None:
        """Reword."""
        self._write(id_, "edit_inbox", {"text": text})

    def remove(self, id_: str) -> None:
        """Put in the bin."""
        self._write(id_, "remove_inbox", {"deleted": self._journal.clock()})

    @in_turn
    def _write(self, id_: str, command: str, fields: dict[str, object]) -> None:
        found = self.table.get(id_)
        if found is None:
            raise AppError(N_("This is no longer in the journal."))
        self._journal.commit(command, found.text, Change("inbox", id_, encoded(fields)))
