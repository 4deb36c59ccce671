"""People: add, edit, pause, archive."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from leadercli.errors import AppError
from leadercli.journal.file.codec import encoded, person
from leadercli.journal.store.change import Change
from leadercli.journal.store.table import NotFoundError, Table
from leadercli.journal.verbs.base import in_turn
from leadercli.locale import N_
from leadercli.model.people.names import match_people
from leadercli.model.records import Person

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


class People:
    """The people in the journal and the verbs on them."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.table = Table(journal, "people", person)

    def all(self) -> tuple[Person, ...]:
        """List everyone who is not in the bin."""
        return self.table.all()

    def here(self) -> list[Person]:
        """List those who are not archived, by name."""
        return sorted((one for one in self.all() if one.state != "archived"), key=lambda one: one.name.casefold())

    def get(self, id_: str) -> Person | None:
        """Find a person by id."""
        return self.table.get(id_) if id_ else None

    def name(self, id_: str) -> str:
        """Say a person's name; "" when there is none."""
        found = self.get(id_)
        return found.name if found else ""

    def named(self, typed: str) -> Person:
        """Find the one person that a typed name means. Raises NotFoundError when unknown or ambiguous."""
        found = match_people(typed, self.here()) or match_people(typed, self.all())
        if not found:
            raise NotFoundError(
                N_("There is nobody called “{name}”. To add them: leadercli person add “{name}”."), name=typed
            )
        if len(found) > 1:
            raise NotFoundError(
                N_("“{name}” can be {people}. Type more of the name."),
                name=typed,
                people=", ".join(one.name for one in found),
            )
        return found[0]

    def add(self, name: str, **fields: Any) -> Person:
        """Add a person; `fields` are those of Person. Raises AppError for an empty name or one that is taken."""
        id_ = self._journal.fresh_id()
        with self._journal.turn():
            name = self._free(name)
            given = {"cadence": "1m", **fields, "name": name, "created": self._journal.clock()}
            self._journal.commit("add_person", name, Change("people", id_, encoded(given)))
        found = self.get(id_)
        assert found
        return found

    def edit(self, id_: str, fields: Mapping[str, Any]) -> None:
        """Change some fields of a person. Raises AppError for an empty name or one that is taken."""
        with self._journal.turn():
            named = {"name": self._free(str(fields["name"]), id_)} if "name" in fields else {}
            self._write(id_, "edit_person", {**fields, **named})

    def pause(self, id_: str, until: date | None = None) -> None:
        """Let a person's rhythm rest, for leave or the like, until a day or until resumed."""
        self._write(id_, "pause_person", {"state": "paused", "paused_until": until})

    def resume(self, id_: str) -> None:
        """Take up a paused or archived person again."""
        self._write(id_, "resume_person", {"state": "active", "paused_until": None, "left": None})

    def leave(self, id_: str, day: date) -> None:
        """Archive a person who leaves: kept and found, no longer due."""
        self._write(id_, "leave_person", {"state": "archived", "left": day})

    def remove(self, id_: str) -> None:
        """Put a person in the bin."""
        self._write(id_, "remove_person", {"deleted": self._journal.clock()})

    @in_turn
    def _write(self, id_: str, command: str, fields: Mapping[str, Any]) -> None:
        found = self.get(id_)
        if found is None:
            raise AppError(N_("This person is no longer in the journal."))
        self._journal.commit(command, found.name, Change("people", id_, encoded(fields)))

    def _free(self, name: str, id_: str = "") -> str:
        """Tidy a name that nobody else may have."""
        name = " ".join(name.split())
        if not name:
            raise AppError(N_("A person needs a name."))
        if any(one.name.casefold() == name.casefold() and one.id != id_ for one in self.all()):
            raise AppError(N_("There is already someone called “{name}”. Add a surname or an initial."), name=name)
        return name
