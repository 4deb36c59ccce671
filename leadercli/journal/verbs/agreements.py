"""Agreements: agree, complete, drop, adjust, reword; the open ones as plain rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from leadercli.errors import AppError
from leadercli.journal.file.codec import MOVE, agreement, encoded, moves_of
from leadercli.journal.store.change import Change
from leadercli.journal.store.table import Table
from leadercli.journal.verbs.base import in_turn
from leadercli.locale import N_
from leadercli.model.merge.conflicts import unsettled_fields
from leadercli.model.merge.deletion import is_deleted
from leadercli.model.records import ME, Agreement

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


class Agreements:
    """The agreements in the journal and the verbs on them."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.table = Table(journal, "agreements", agreement)

    def all(self) -> tuple[Agreement, ...]:
        """List all agreements that are not in the bin."""
        return self.table.all()

    def open(self) -> list[Agreement]:
        """List the open ones: the next steps."""
        return self.table.where("state", "open", "open")

    def of(self, person_id: str) -> list[Agreement]:
        """List the open ones that concern a person."""
        return [one for one in self.table.where("person", person_id) if one.state == "open"]

    def get(self, id_: str) -> Agreement | None:
        """Find an agreement by id."""
        return self.table.get(id_)

    def named(self, typed: str) -> Agreement:
        """Find the one agreement that a typed id means. Raises NotFoundError."""
        return self.table.named(typed)

    def agree(
        self,
        text: str,
        *,
        person_id: str = "",
        owner: str = ME,
        due: date | None = None,
        private: bool = False,
        meeting_id: str = "",
    ) -> Agreement:
        """Make an agreement. `owner` is "me", "them", "us" or a person's id. Raises AppError when there is no text."""
        text = " ".join(text.split())
        if not text:
            raise AppError(N_("An agreement needs a text: what shall be done?"))
        id_ = self._journal.fresh_id()
        fields = {"text": text, "person": person_id, "owner": owner, "due": due, "state": "open"}
        extra = {"meeting": meeting_id, "private": private}
        given = fields | {name: value for name, value in extra.items() if value} | {"created": self._journal.clock()}
        self._journal.commit("agree", text, Change("agreements", id_, encoded(given)))
        found = self.get(id_)
        assert found
        return found

    def complete(self, id_: str) -> None:
        """Mark an agreement done."""
        self._close(id_, "complete", "done")

    def drop(self, id_: str) -> None:
        """Let an agreement go: it is no longer to be done."""
        self._close(id_, "drop", "dropped")

    def reopen(self, id_: str) -> None:
        """Take up a done or dropped agreement again."""
        self._write(id_, "reopen", {"state": "open", "closed": None})

    @in_turn
    def adjust(self, id_: str, due: date | None, reason: str = "") -> None:
        """Move the deadline; the old one and the reason are kept."""
        present = self._present(id_)
        if present.due == due:
            return
        said = {"reason": reason} if reason else {}
        move = encoded({"at": self._journal.clock(), "old": present.due, "new": due} | said)
        # The number keeps the moves of one moment in order, the id those of two machines apart.
        name = f"{MOVE}{len(present.moves) + 1:03}.{self._journal.fresh_id()}"
        self._write(id_, "adjust", {"due": due, name: move})

    def edit(self, id_: str, fields: Mapping[str, Any]) -> None:
        """Change text, owner, person or privacy. A deadline is moved with `adjust`."""
        self._write(id_, "edit_agreement", fields)

    def remove(self, id_: str) -> None:
        """Put an agreement in the bin."""
        self._write(id_, "remove_agreement", {"deleted": self._journal.clock()})

    @in_turn
    def _close(self, id_: str, command: str, state: str) -> None:
        if self._present(id_).state != state:
            self._write(id_, command, {"state": state, "closed": self._journal.clock()})

    @in_turn
    def _write(self, id_: str, command: str, fields: Mapping[str, Any]) -> None:
        self._journal.commit(command, self._present(id_).text, Change("agreements", id_, encoded(fields)))

    def _present(self, id_: str) -> Agreement:
        found = self.get(id_)
        if found is None:
            raise AppError(N_("This agreement is no longer in the journal."))
        return found


NO_DUE = "9999-12-31"
"""Stands for no deadline, so that rows sort as tuples."""


class Step(NamedTuple):
    """One open agreement. Days are ISO text; as tuples, steps sort by deadline, then by when they were made."""

    due: str
    created: str
    id: str
    text: str
    person_id: str
    owner: str
    moves: int
    meeting_id: str
    private: bool
    unsettled: bool = False


def open_steps(journal: Journal) -> list[Step]:
    """List the open agreements by deadline. Raises JournalError naming a record that cannot be read."""
    steps = [
        Step(
            raw.get("due") or NO_DUE,
            raw.get("created") or "~",
            id_,
            raw.get("text") or "",
            raw.get("person") or "",
            raw.get("owner") or "me",
            len(moves_of(raw)),
            raw.get("meeting") or "",
            bool(raw.get("private")),
            type(raw.get("~")) is dict and bool(unsettled_fields("agreements", raw)),
        )
        for id_, raw in journal.table("agreements").items()
        if (raw.get("state") or "open") == "open" and not is_deleted(raw)
    ]
    if not _are_good(steps):
        journal.agreements.open()  # says which record is not as it should be
    steps.sort(key=_order)
    return steps


def _order(step: Step) -> str:
    return step.due + step.created + step.id


def _are_good(steps: list[Step]) -> bool:
    if not all(type(step.due) is type(step.created) is type(step.text) is type(step.owner) is str for step in steps):
        return False
    try:
        for due in {step.due for step in steps}:
            date.fromisoformat(due)
    except ValueError:
        return False
    return True
