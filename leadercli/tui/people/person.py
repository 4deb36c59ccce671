"""A person's page: what to raise, what was agreed, what is planned, feedback, and the timeline of conversations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from leadercli.locale import N_
from leadercli.model.dates.format import format_long
from leadercli.model.overview.people import person_status
from leadercli.model.privacy import without_private
from leadercli.model.records import Meeting, Person
from leadercli.model.text import plain, plain_line
from leadercli.tui.people.people import PersonKeys
from leadercli.tui.people.person_rows import COLUMNS, PersonPage
from leadercli.tui.people.person_words import days_line, rhythm_line, title_words
from leadercli.tui.records.kinds import Source, conversation_of
from leadercli.tui.records.meetings import edit, move, planned
from leadercli.tui.widgets.bindings import bindings
from leadercli.tui.widgets.rows import Row

if TYPE_CHECKING:
    from leadercli.tui.base.screen import LeaderScreen


class PersonScreen(PersonKeys):
    """One person: all that stands between the two."""

    ABOUT = N_(
        "All that stands between you and one person. First what to raise next time and what is agreed, then what is "
        "planned, feedback, and every conversation, newest first: ● held   → moved   × cancelled.\n"
        "Tab goes from group to group, year by year. E changes name, role, rhythm and dates."
    )
    PLACES = ("person", "list", "app")
    BINDINGS = bindings("person")
    COLUMNS_SHOWN = COLUMNS
    CSS = """
    PersonScreen .headline { height: 2; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, person_id: str) -> None:
        super().__init__()
        self._person_id = person_id
        self._everything = False

    @property
    def about(self) -> str:
        """The person of the page, "" when they are no longer in the journal."""
        return self._person_id if self._person else ""

    @property
    def _person(self) -> Person | None:
        person = self.journal.people.get(self._person_id)
        return person if person and person.deleted is None else None

    def headline(self) -> str:
        """Say how it stands: last, rhythm, next; below it the year and the days to remember."""
        person = self._person
        if person is None:
            return ""
        one = person_status(person, self.journal.meetings.of(person.id), (), self.today)
        lines = (rhythm_line(one, self.today, self.texts), days_line(one, self.today, self.texts))
        return "\n".join(map(plain_line, lines))

    def empty_words(self) -> str:
        """Say what to do next."""
        if self._person is None:
            return self.texts.t("This person is no longer in the journal. esc goes back, u may take it back.")
        return self.texts.t("Nothing yet. Press n and ⏎ to write today's note, i to note something for next time.")

    def more(self, row: Row | None) -> Content:
        """Tell more about the cursor's row, or show the last note."""
        return person_detail(self, self.about, row) if self.about else Content("")

    def reload(self) -> None:
        """Show what the journal holds now."""
        person = self._person
        self.top.title = title_words(person, self.today, self.texts) if person else ""
        super().reload()

    def build_rows(self) -> list[Row]:
        """Gather the page."""
        if self._person is None:
            return []
        page = PersonPage(self.journal, self.about, self.today, self.texts, everything=self._everything)
        return page.rows()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """With no row there is the person to edit; a row is opened where it came from, or edited."""
        row = self.list.row
        if row is None and action == "edit":
            return True
        if row is not None and action == "open":
            return self._source(row)[0] is not None or super().check_action("edit", parameters)
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """Open the conversation that a row came from; what has none is edited where it stands."""
        row = self.list.row
        if row is None:
            return
        coming = planned(self.journal, row)
        source, line = self._source(row)
        if coming and coming.day > self.today:
            edit(self, coming)
        elif source:
            self.shell.open_note(source.person_id, source.day.isoformat(), line)
        elif self.check_action("edit", ()):
            super().action_edit()

    def action_edit(self) -> None:
        """Edit the row; with no row, the person."""
        row = self.list.row
        if row is None:
            self.action_edit_person()
        elif row.kind in ("meeting", "feedback"):
            self.action_open()
        else:
            super().action_edit()

    def action_move(self) -> None:
        """Move; a planned conversation by day and time."""
        coming = planned(self.journal, self.list.row)
        if coming:
            move(self, coming)
        else:
            super().action_move()

    def action_show_all(self) -> None:
        """Show what is closed too, or not."""
        self._everything = not self._everything
        self.reload()

    def _source(self, row: Row) -> tuple[Meeting | None, str]:
        """Find the conversation that a row is, or was captured in, and its line; None when it is in the bin."""
        kind = self.kind_of(row)
        source = Source(*kind.source(self.journal, row)) if kind else Source()
        return conversation_of(self.journal, source), source.line


def person_detail(screen: PersonScreen, person_id: str, row: Row | None) -> Content:
    """Write the second column of a person's page."""
    journal = screen.journal
    meeting = journal.meetings.get(row.record) if row and row.kind == "meeting" else None
    if meeting is not None and meeting.text.strip():
        return whole_note(screen, meeting)
    last = journal.meetings.last_before(person_id, screen.today)
    note = whole_note(screen, last) if last is not None else Content("")
    if row is None or row.kind == "meeting":
        return note
    kind = screen.kind_of(row)
    told = kind.detail(screen, row) if kind else Content("")
    return told if row.kind == "agreement" else Content.assemble(told, "\n\n", note)


def whole_note(screen: LeaderScreen, meeting: Meeting) -> Content:
    """Write all of a note but the lines that are only for the leader: somebody may look on."""
    texts = screen.texts
    shown = without_private(meeting.text).strip()
    parts: list[Content | str | tuple[str, str]] = [
        (format_long(meeting.day, texts.lang), "bold $accent"),
        "\n",
        plain(shown),
    ]
    hidden = len(meeting.text.strip().splitlines()) - len(shown.splitlines())
    if hidden > 0:
        words = texts.n(
            "{count} line is only for you: ⏎ opens the note", "{count} lines are only for you: ⏎ opens the note", hidden
        )
        parts += ["\n\n", (words, "$quiet")]
    return Content.assemble(*parts)
