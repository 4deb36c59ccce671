"""Agreements: agree, complete, drop, adjust, reword; the open ones as plain rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from leadercli.errors import AppError
from leadercli.journal.file.codec import agreement, encoded, moves_of
from leadercli.journal.verbs.base import Group, in_turn
from leadercli.locale import N_
from leadercli.model.merge.conflicts import unsettled_fields
from leadercli.model.merge.deletion import is_deleted
from leadercli.model.records import ME, Agreement, AgreementState
from leadercli.model.schema import MOVE

if TYPE_CHECKING:
    from leadercli.journal.store.store import Store


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


class Agreements(Group[Agreement]):
    """The agreements in the journal and the verbs on them."""

    TABLE = "agreements"
    REMOVE = "remove_agreement"
    GONE = N_("This agreement is no longer in the journal.")

    def __init__(self, store: Store) -> None:
        super().__init__(store, agreement)

    def open(self) -> list[Agreement]:
        """List the open ones: the next steps."""
        return self.table.where("state", "open", "open")

    def of(self, person_id: str) -> list[Agreement]:
        """List the open ones that concern a person."""
        return [one for one in self.table.where("person", person_id) if one.state == "open"]

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
        fields = {"text": text, "person": person_id, "owner": owner, "due": due, "state": "open"}
        extra = {"meeting": meeting_id, "private": private}
        given = fields | {name: value for name, value in extra.items() if value} | {"created": self.store.clock()}
        return self._make("agree", self.store.fresh_id(), text, given)

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
    def bring_to(self, ids: Iterable[str], state: AgreementState) -> None:
        """Complete, drop or take up agreements, as one commit; those that are so already stay as they are."""
        command, verb = {
            "done": ("complete", self.complete),
            "dropped": ("drop", self.drop),
            "open": ("reopen", self.reopen),
        }[state]
        changing = [one for one in map(self._present, ids) if one.state != state]
        if changing:
            with self.store.batch(command, ", ".join(one.text for one in changing)):
                for one in changing:
                    verb(one.id)

    @in_turn
    def adjust(self, id_: str, due: date | None, reason: str = "") -> None:
        """Move the deadline; the old one and the reason are kept."""
        present = self._present(id_)
        if present.due == due:
            return
        said = {"reason": reason} if reason else {}
        move = encoded({"at": self.store.clock(), "old": present.due, "new": due} | said)
        # The number keeps the moves of one moment in order, the id those of two machines apart.
        name = f"{MOVE}{len(present.moves) + 1:03}.{self.store.fresh_id()}"
        self._write(id_, "adjust", {"due": due, name: move})

    def edit(self, id_: str, fields: Mapping[str, Any]) -> None:
        """Change text, owner, person or privacy. A deadline is moved with `adjust`."""
        self._write(id_, "edit_agreement", fields)

    @in_turn
    def reword(self, id_: str, fields: Mapping[str, Any], due: date | None) -> None:
        """Change text, owner, person or privacy and move the deadline, as one commit."""
        with self.store.batch("edit_agreement", str(fields.get("text", self._present(id_).text))):
            if fields:
                self.edit(id_, fields)
            self.adjust(id_, due)

    def open_steps(self) -> list[Step]:
        """List the open ones by deadline as plain rows. Raises JournalError naming a record that cannot be read."""
        steps = [
            Step(
                raw.get("due") or NO_DUE,
                raw.get("created") or "~",
                id_,
                raw.get("text") or "",
                raw.get("person") or "",
                raw.get("owner") or ME,
                len(moves_of(raw)),
                raw.get("meeting") or "",
                bool(raw.get("private")),
                type(raw.get("~")) is dict and bool(unsettled_fields(self.TABLE, raw)),
            )
            for id_, raw in self.store.table(self.TABLE).items()
            if (raw.get("state") or "open") == "open" and not is_deleted(raw)
        ]
        if not _are_good(steps):
            self.open()  # says which record is not as it should be
        steps.sort(key=_order)
        return steps

    @in_turn
    def _close(self, id_: str, command: str, state: str) -> None:
        if self._present(id_).state != state:
            self._write(id_, command, {"state": state, "closed": self.store.clock()})


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
