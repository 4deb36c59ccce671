"""A person's page: what to raise, what was agreed, what is planned, feedback, and the timeline of conversations."""

from __future__ import annotations

from textual.content import Content

from leadercli.locale import N_
from leadercli.model.overview.people import standing
from leadercli.model.records import Meeting, Person
from leadercli.model.text import plain_line
from leadercli.tui import talk_deeds
from leadercli.tui.bindings import bindings
from leadercli.tui.person_details import person_detail
from leadercli.tui.person_facts import days_line, rhythm_line, title_words
from leadercli.tui.person_lines import COLUMNS
from leadercli.tui.person_page import PersonPage
from leadercli.tui.row_source import line_of, source_of
from leadercli.tui.rows import Row
from leadercli.tui.screens.person_keys import PersonKeys


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
        one = standing(person, self.journal.meetings.of(person.id), (), self.today)
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

    def action_open(self) -> None:
        """Open the conversation that a row came from; what has none is edited where it stands."""
        row = self.list.row
        if row is None:
            return
        planned = self._planned(row)
        source = source_of(self.journal, row)
        if planned and planned.day > self.today:
            talk_deeds.edit(self, planned)
        elif source:
            self.leader.open_note(source.person_id, source.day.isoformat(), line_of(self.journal, row))
        else:
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
        planned = self._planned(self.list.row)
        if planned:
            talk_deeds.move(self, planned)
        else:
            super().action_move()

    def action_show_all(self) -> None:
        """Show what is closed too, or not."""
        self._everything = not self._everything
        self.reload()

    def _planned(self, row: Row | None) -> Meeting | None:
        meeting = self.journal.meetings.get(row.record) if row and row.kind == "meeting" else None
        return meeting if meeting and meeting.state == "planned" else None
