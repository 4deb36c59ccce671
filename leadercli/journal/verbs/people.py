"""People: add, edit, pause, archive."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from leadercli.errors import AppError
from leadercli.journal.file.codec import person
from leadercli.journal.store.table import NotFoundError
from leadercli.journal.verbs.base import Group
from leadercli.locale import N_
from leadercli.model.people.names import match_people
from leadercli.model.records import Person

if TYPE_CHECKING:
    from leadercli.journal.store.store import Store


class People(Group[Person]):
    """The people in the journal and the verbs on them."""

    TABLE = "people"
    REMOVE = "remove_person"
    GONE = N_("This person is no longer in the journal.")

    def __init__(self, store: Store) -> None:
        super().__init__(store, person)

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
        id_ = self.store.fresh_id()
        with self.store.turn():
            name = self._free(name)
            given = {"cadence": "1m", **fields, "name": name, "created": self.store.clock()}
            return self._make("add_person", id_, name, given)

    def edit(self, id_: str, fields: Mapping[str, Any]) -> None:
        """Change some fields of a person. Raises AppError for an empty name or one that is taken."""
        with self.store.turn():
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

    def about(self, record: Person) -> str:
        """Say what a commit that writes a person is about."""
        return record.name

    def _free(self, name: str, id_: str = "") -> str:
        """Tidy a name that nobody else may have."""
        name = " ".join(name.split())
        if not name:
            raise AppError(N_("A person needs a name."))
        if any(one.name.casefold() == name.casefold() and one.id != id_ for one in self.all()):
            raise AppError(N_("There is already someone called “{name}”. Add a surname or an initial."), name=name)
        return name
