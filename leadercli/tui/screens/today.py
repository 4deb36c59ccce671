"""Today: what to keep, whom to meet, oneself."""

from __future__ import annotations

from collections.abc import Sequence

from leadercli.journal.today import gather_review
from leadercli.locale import N_
from leadercli.model.dates.format import format_day, format_long, format_since, format_week
from leadercli.model.overview.today import Review, TodaysMeeting
from leadercli.model.people.rhythm import Due
from leadercli.model.records import Meeting
from leadercli.model.schema import MEETINGS, PEOPLE, WEIGH_INS, RecordRef
from leadercli.tui.base.list_screen import COLUMNS, ListScreen
from leadercli.tui.records.rows import agreement_rows, feedback_row
from leadercli.tui.widgets.rows import Cell, Row, grouped, record_row, row_id
from leadercli.words.people import due_words, short_of
from leadercli.words.today import DRAFT, DUE, MISSED, scale_words, talk_facts, talk_time, title


class TodayScreen(ListScreen):
    """The morning review."""

    VIEW = "today"
    ABOUT = N_(
        "What was promised, whom to meet, and yourself. Go down the list and decide on each line with one key. "
        "What is overdue or due stands first; nothing leaves the list until you decide."
    )
    PLACES = ("today", "list", "app")
    _waits = False

    def agreement_with(self) -> str:
        """Nobody: where the cursor happens to stand says nothing about a new agreement."""
        return ""

    def headline(self) -> str:
        """Say the date and the week."""
        lang = self.texts.lang
        return f"{format_long(self.today, lang)} · {format_week(self.today, lang)}"

    def empty_words(self) -> str:
        """Say what to do next."""
        if not self.journal.people.all():
            return self.texts.t(
                "A new journal. Press n and type a name to write your first note,\n"
                "or 2 and then + to add the people you talk with."
            )
        return self.texts.t("Nothing is due today. Press n and a name to write a note, or 4 to weigh your week.")

    def words_above(self, rows: Sequence[Row]) -> str:
        """Say what to do when nothing waits; in a new journal the scale's invitation is no reason to be silent."""
        new = not self.journal.people.all() and {row.kind for row in rows if row.id} <= {"scale"}
        return self.empty_words() if new or not self._waits else ""

    def build_rows(self) -> list[Row]:
        """Gather the morning."""
        found, drafts = gather_review(self.journal, self.today), self._draft_rows()
        self._waits = bool(drafts) or not found.empty
        texts, short = self.texts, short_of(self.journal.people)

        def lines(agreements: object) -> list[Row]:
            return agreement_rows(agreements, short, self.today, texts)  # type: ignore[arg-type]

        return grouped(
            (title("unfinished", texts), drafts),
            (title("overdue", texts, len(found.overdue)), lines(found.overdue)),
            (title("due_today", texts, len(found.due_today)), lines(found.due_today)),
            (title("talks", texts), self._talk_rows(found)),
            (title("follow_ups", texts), [feedback_row(one, short, self.today, texts) for one in found.follow_ups]),
            (title("scale", texts), self._scale_rows(found)),
            (title("coming", texts, len(found.coming)), lines(found.coming)),
        )

    def _draft_rows(self) -> list[Row]:
        from leadercli.journal.note_drafts import left_behind, unread

        texts, name_of = self.texts, self.journal.people.name
        told = texts.t(DRAFT)
        rows = []
        for draft in left_behind(self.journal):
            words = texts.t("Note with {name}: kept, not finished. ⏎ goes on with it", name=name_of(draft.person_id))
            cells = (Cell(told, "overdue"), Cell(words))
            ref = RecordRef(MEETINGS, draft.meeting_id)
            rows.append(Row(row_id("draft", ref.id), cells, "draft", ref, note=(draft.person_id, draft.day)))
        for path in unread(self.journal):
            words = texts.t("Could not be read, and was set aside. ⏎ says where")
            cells = (Cell(told, "overdue"), Cell(words))
            rows.append(Row(row_id("unread", str(path)), cells, "unread", path=str(path)))
        return rows

    def _talk_rows(self, found: Review) -> list[Row]:
        missed = map(self._missed_row, found.missed)
        return [*map(self._talk_row, found.talks), *missed, *map(self._due_row, found.to_meet)]

    def _missed_row(self, meeting: Meeting) -> Row:
        texts = self.texts
        words = f"{self.journal.people.name(meeting.person_id)} · {texts.t(MISSED)}"
        since = format_since(meeting.day, self.today, texts.lang)
        # "13 dage siden" is one letter too wide.
        when = since if len(since) < COLUMNS[0].width else format_day(meeting.day, self.today, texts.lang)
        return record_row(MEETINGS, meeting.id, (Cell(when, "overdue"), Cell(words)))

    def _talk_row(self, talk: TodaysMeeting) -> Row:
        words = " · ".join((self.journal.people.name(talk.meeting.person_id), *talk_facts(talk, self.texts)))
        cells = (Cell(talk_time(talk, self.texts), "accent"), Cell(words))
        return record_row(MEETINGS, talk.meeting.id, cells)

    def _due_row(self, due: Due) -> Row:
        person = self.journal.people.get(due.person_id)
        assert person
        words = f"{person.name} · {due_words(due, person.cadence, self.texts)}"
        cells = (Cell(self.texts.t(DUE), "accent"), Cell(words))
        return record_row(PEOPLE, due.person_id, cells, "talk")

    def _scale_rows(self, found: Review) -> list[Row]:
        if found.scale is None:
            return []
        from leadercli.journal.verbs.scale import week_id

        week, words = scale_words(found.scale, self.texts)
        return [record_row(WEIGH_INS, week_id(found.scale.week), (Cell(week, "accent"), Cell(words)))]
