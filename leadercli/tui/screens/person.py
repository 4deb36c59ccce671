"""A person's page: what to raise, what was agreed, what is planned, feedback, and the timeline of conversations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import groupby

from textual.content import Content

from leadercli.locale.mark import N_
from leadercli.model.folk import concerns, standing
from leadercli.model.plain import plain_line
from leadercli.model.records import ME, US, Agreement, Meeting, Person
from leadercli.model.steps import by_due
from leadercli.trouble import Trouble
from leadercli.tui import person_deeds, talk_deeds
from leadercli.tui.bindings import bindings
from leadercli.tui.person_details import person_detail
from leadercli.tui.person_facts import days_line, rhythm_line, title_words
from leadercli.tui.person_lines import (
    COLUMNS,
    agreement_lines,
    closed_lines,
    feedback_lines,
    inbox_lines,
    planned_line,
    timeline_line,
)
from leadercli.tui.rows import Row, grouped
from leadercli.tui.screens.base import LeaderScreen
from leadercli.tui.screens.lists import ListScreen

FEW = 3
"""How many pieces of feedback are shown beside those to look at again."""


class PersonScreen(ListScreen):
    """One person: all that stands between the two."""

    ABOUT = N_(
        "All that stands between you and one person. First what to raise next time and what is agreed, then what is "
        "planned, feedback, and every conversation, newest first: ● held   → moved   × cancelled.\n"
        "Tab goes from group to group, year by year. E changes name, role, rhythm and dates."
    )
    PLACES = ("person", "list", "app")
    BINDINGS = bindings("person")
    COLUMNS_SHOWN = COLUMNS
    DEFAULT_CSS = """
    PersonScreen .headline { height: 2; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, person_id: str) -> None:
        super().__init__()
        self._person_id = person_id
        self._all = False

    @property
    def about(self) -> str:
        """The person of the page."""
        return self._person_id if self._person else ""

    @property
    def _person(self) -> Person | None:
        person = self.journal.people.get(self._person_id)
        return person if person and person.deleted is None else None

    def headline(self) -> str:
        """Say how it stands: rhythm, last, next; below it the year and the days to remember."""
        person = self._person
        if person is None:
            return ""
        meetings = self.journal.meetings.of(person.id)
        one = standing(person, meetings, (), self.today)
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
        meetings = self.journal.meetings.of(self.about)
        planned = [one for one in meetings if one.state == "planned"]
        planned.sort(key=lambda one: (one.day, one.id))
        talks = [one for one in meetings if one.state != "planned"]
        texts = self.texts
        return grouped(
            self._titled(texts.t("Next time"), self._inbox()),
            *self._agreements(),
            self._titled(texts.t("Planned"), [planned_line(one, self.today, texts) for one in planned]),
            self._feedback(),
            *self._timeline(talks),
        )

    def _inbox(self) -> list[Row]:
        items = self.journal.inbox.shelf.where("person", self.about) if self._all else ()
        waiting = self.journal.inbox.waiting(self.about)
        raised = sorted((one for one in items if one.raised), key=lambda one: one.id, reverse=True)
        return inbox_lines([*waiting, *raised], self.today, self.texts)

    def _agreements(self) -> list[tuple[str, list[Row]]]:
        found = [one for one in self.journal.agreements.open() if concerns(one, self.about)]
        found.sort(key=by_due)
        mine = [one for one in found if one.owner in (ME, US)]
        theirs = [one for one in found if one.owner not in (ME, US)]
        name_of, texts = self.journal.people.name, self.texts

        def lines(agreements: list[Agreement]) -> list[Row]:
            return agreement_lines(agreements, self.about, name_of, self.today, texts)

        groups = [
            self._titled(texts.t("Agreements, mine"), lines(mine)),
            self._titled(texts.t("Agreements, theirs"), lines(theirs)),
        ]
        if self._all:
            closed = [one for one in self.journal.agreements.all() if concerns(one, self.about) and one.state != "open"]
            closed.sort(key=lambda one: (one.closed.isoformat() if one.closed else "", one.id), reverse=True)
            rows = closed_lines(closed, self.about, name_of, self.today, texts)
            groups.append(self._titled(texts.t("Agreements, closed"), rows))
        return groups

    def _feedback(self) -> tuple[str, list[Row]]:
        found = self.journal.feedback.of(self.about)
        waiting = [one for one in found if one.follow_up and not one.followed]
        waiting.sort(key=lambda one: (one.follow_up or date.max, one.id))
        others = [one for one in found if one not in waiting]
        shown = [*waiting, *(others if self._all else others[:FEW])]
        title = self.texts.t("Feedback")
        if len(shown) < len(found):
            count = self.texts.t("{shown} of {count}, v shows all", shown=len(shown), count=len(found))
            return f"{title} · {count}", feedback_lines(shown, self.today, self.texts)
        return self._titled(title, feedback_lines(shown, self.today, self.texts))

    def _timeline(self, talks: list[Meeting]) -> list[tuple[str, list[Row]]]:
        title = self.texts.t("Timeline")
        return [
            self._titled(f"{title} · {year}", [timeline_line(one, self.today, self.texts) for one in members])
            for year, members in groupby(talks, key=lambda one: one.day.year)
        ]

    @staticmethod
    def _titled(title: str, rows: list[Row]) -> tuple[str, list[Row]]:
        return f"{title} · {len(rows)}", rows

    def action_open(self) -> None:
        """Open the conversation that a row came from; what has none is edited where it stands."""
        row = self.list.row
        if row is None:
            return
        planned = self._planned(row)
        if planned and planned.day > self.today:
            self._act(lambda screen, _: talk_deeds.edit(screen, planned))
        elif row.kind == "meeting" or self._source(row):
            meeting = self.journal.meetings.get(row.record if row.kind == "meeting" else self._source(row))
            assert meeting
            self.leader.open_note(meeting.person_id, meeting.day.isoformat())
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
            self._act(lambda screen, _: talk_deeds.move(screen, planned))
        else:
            super().action_move()

    def action_edit_person(self) -> None:
        """Edit the person in the form."""
        if self.about:
            self.leader.edit_person(self.about)

    def action_put_inbox(self) -> None:
        """Note something for next time."""
        self._with_person(person_deeds.put_inbox)

    def action_plan(self) -> None:
        """Plan the next conversation."""
        self._with_person(talk_deeds.plan)

    def action_rest(self) -> None:
        """Pause, or resume."""
        self._with_person(person_deeds.rest)

    def action_archive(self) -> None:
        """Archive, or take back."""
        self._with_person(person_deeds.archive)

    def action_show_all(self) -> None:
        """Show what is closed too, or not."""
        self._all = not self._all
        self.reload()

    def _with_person(self, deed: Callable[[LeaderScreen, str], None]) -> None:
        if not self.about:
            return
        try:
            deed(self, self.about)
        except Trouble as trouble:
            self.trouble(trouble)

    def _planned(self, row: Row | None) -> Meeting | None:
        meeting = self.journal.meetings.get(row.record) if row and row.kind == "meeting" else None
        return meeting if meeting and meeting.state == "planned" else None

    def _source(self, row: Row) -> str:
        """Find the conversation that a row was captured in, "" for none."""
        shelves = {
            "agreement": self.journal.agreements.shelf,
            "inbox": self.journal.inbox.shelf,
            "feedback": self.journal.feedback.shelf,
        }
        shelf = shelves.get(row.kind)
        record = shelf.get(row.record) if shelf is not None else None  # type: ignore[attr-defined]
        meeting = self.journal.meetings.get(record.meeting_id) if record and record.meeting_id else None
        return meeting.id if meeting and meeting.deleted is None else ""
