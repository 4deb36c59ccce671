"""What rows of a kind answer: how a record is opened, decided on and told of, and whom it is about.

A kind offers the actions that its class writes; the keys of the others are hidden on its rows.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from textual.content import Content

from leadercli.journal.journal import Journal
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.records import Meeting
from leadercli.tui.widgets.rows import Row

if TYPE_CHECKING:
    from leadercli.tui.widgets.prompt import Question

ACTIONS = ("open", "done", "move", "drop", "edit", "delete")
"""What keys do to the record under the cursor."""
BINNED = N_("Put in the bin · u takes it back")


class Ways(Protocol):
    """Ways from a record to elsewhere."""

    def open(self, name: str, *about: Any) -> None:
        """Open a screen by its name in the routes."""

    def open_note(self, person_id: str, day: str = "", line: str = "") -> None:
        """Open the note of a person's conversation, at a line."""

    def open_person(self, person_id: str) -> None:
        """Open a person's page."""

    def go_to(self, view: str) -> None:
        """Bring a view to the front."""


class Desk(Protocol):
    """Where an action is done: all that it may use. A screen is one, and so can a test be."""

    @property
    def journal(self) -> Journal:
        """The open journal."""

    @property
    def texts(self) -> Texts:
        """The person's language."""

    @property
    def today(self) -> date:
        """What day it is."""

    @property
    def ways(self) -> Ways:
        """Ways to other screens."""

    def ask(self, question: Question) -> None:
        """Ask something in the line at the bottom."""

    def notice(self, text: str) -> None:
        """Say what came of it."""

    def let_go(self, row_id: str) -> None:
        """Expect that a row is decided on: the cursor goes on to what takes its place."""


class Source(NamedTuple):
    """The conversation that a record was captured in, and its line there; "" for none."""

    meeting_id: str = ""
    line: str = ""


class RecordKind:
    """One kind of row. A subclass writes what it offers; what is left is not offered."""

    def offers(self, action: str, journal: Journal, row: Row) -> bool:
        """Tell whether a key makes sense on a row of this kind."""
        return action not in ACTIONS or getattr(type(self), action) is not getattr(RecordKind, action)

    def open(self, desk: Desk, row: Row) -> None:
        """Go to where the record came from, or to the record itself."""

    def done(self, desk: Desk, row: Row) -> None:
        """Mark as done; done again opens it again."""

    def move(self, desk: Desk, row: Row) -> None:
        """Ask for another date."""

    def drop(self, desk: Desk, row: Row) -> None:
        """Let go."""

    def edit(self, desk: Desk, row: Row) -> None:
        """Ask for other words."""

    def delete(self, desk: Desk, row: Row) -> None:
        """Put in the bin."""

    def detail(self, desk: Desk, row: Row) -> Content:
        """Write what there is to know about the record."""
        return Content("")

    def about(self, journal: Journal, row: Row) -> str:
        """Name the id of the person whom the record is about; "" for nobody."""
        return ""

    def source(self, journal: Journal, row: Row) -> Source:
        """Tell where the record was captured."""
        return Source()


def conversation_of(journal: Journal, source: Source) -> Meeting | None:
    """Find the conversation that a record was captured in; None for none, or when it is in the bin."""
    meeting = journal.meetings.get(source.meeting_id) if source.meeting_id else None
    return meeting if meeting and meeting.deleted is None else None


def open_source(desk: Desk, source: Source, person_id: str) -> None:
    """Open the conversation that a record was captured in, else its person's page."""
    meeting = conversation_of(desk.journal, source)
    if meeting is not None:
        desk.ways.open_note(meeting.person_id, meeting.day.isoformat(), source.line)
    elif person_id:
        desk.ways.open_person(person_id)
    else:
        desk.notice(desk.texts.t("This agreement stands alone: e rewords it."))
