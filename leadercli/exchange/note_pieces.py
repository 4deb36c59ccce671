"""Notes as read from another program's file, and whom they are about, before anything is brought in."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from leadercli.errors import AppError
from leadercli.journal.file.codec import encoded
from leadercli.journal.store.change import Change
from leadercli.locale import N_
from leadercli.model.ids import derived_id
from leadercli.model.people.names import match_people
from leadercli.model.records import Person
from leadercli.model.schema import PEOPLE
from leadercli.model.text import fold

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class Piece:
    """One note. `names` are who it may be about, best first; `add` is who to add when none of them is known.

    `add` "" is the leader's own journal. `time` is "10:00" or "". `place` tells where it stands, `unclear` what to do
    when a name can be several people: leave the name out, skip the piece, or stop.
    """

    place: str
    names: tuple[str, ...]
    add: str
    day: date
    time: str
    text: str
    unclear: Literal["pass", "skip", "stop"] = "stop"

    @property
    def at(self) -> datetime:
        """When it was written."""
        return datetime.fromisoformat(f"{self.day}T{self.time or '00:00'}")


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was left out: where it stands, and the sentence that says why."""

    place: str
    why: AppError


@dataclass(frozen=True, slots=True)
class Imported:
    """What came in. `people_added` are names; the others count new records, `meetings` also notes that grew."""

    people_added: tuple[str, ...] = ()
    meetings: int = 0
    agreements: int = 0
    inbox: int = 0
    feedback: int = 0
    skipped: tuple[Skipped, ...] = ()


def tidy(text: str) -> str:
    """Write line ends as the journal does, without empty lines around."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").rstrip()


OWN = (N_("Journal"), "Logbog")
"""What the leader's own notes may be filed under: someone of one of these names, or the first, translated."""


class AmbiguousNameError(AppError):
    """A name can be several people."""


class Who:
    """The people of a journal, as an import meets them."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._found: dict[str, Person | None] = {}
        self.added: list[str] = []

    def add_unknown(self, pieces: Iterable[Piece], own: str) -> None:
        """Add those who are named and not known, the longest names first, so that "Lise" is found in "Lise Holm".

        A person has the same id on every machine that imports the same notes. They get no rhythm: nothing is
        agreed with them yet. `own` is the name for the leader's own notes.
        """
        first: dict[str, date] = {}
        for piece in pieces:
            if self.of(piece) is None:
                name = piece.add or own
                first[name] = min(piece.day, first.get(name, piece.day))
        for name in sorted(first, key=lambda name: (-len(name.split()), -len(name), name)):
            with suppress(AmbiguousNameError):
                if (self._own() if name == own else self._find(name)) is None:
                    self._add(name, first[name], {} if name != own else {"relation": "other"})

    def of(self, piece: Piece) -> Person | None:
        """Find whom a piece is about, None for someone to add.

        Raises Unclear for a name that can be several people, unless the piece passes over such names.
        """
        for name in piece.names:
            try:
                found = self._find(name)
            except AmbiguousNameError:
                if piece.unclear != "pass":
                    raise
                continue
            if found:
                return found
        return self._own() if not piece.add else None

    def _find(self, name: str) -> Person | None:
        """Find someone by a name of theirs, not by the mere beginning of one: "Eva" is not Evald."""
        if name not in self._found:
            first = Person("", name.split()[0] if name.split() else name)
            found = [
                one
                for one in match_people(name, self._journal.people.all())
                if any(match_people(word, (first,)) for word in one.name.replace("-", " ").split())
            ]
            if len(found) > 1:
                raise AmbiguousNameError(
                    N_("“{name}” can be {people}. Type more of the name."),
                    name=name,
                    people=", ".join(sorted(one.name for one in found)),
                )
            self._found[name] = found[0] if found else None
        return self._found[name]

    def _own(self) -> Person | None:
        names = {name.casefold() for name in OWN}
        return next((one for one in self._journal.people.all() if one.name.casefold() in names), None)

    def _add(self, name: str, day: date, fields: dict[str, str]) -> None:
        id_ = derived_id(day, "person", fold(name))
        given = {"name": name, "cadence": "", "created": self._journal.clock(), **fields}
        if id_ in self._journal.people.ids():
            given["deleted"] = None
        self._journal.commit("import", name, Change(PEOPLE, id_, encoded(given)))
        self._found.clear()
        self.added.append(name)
