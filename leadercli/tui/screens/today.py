"""Today: what to keep, whom to meet, oneself."""

from __future__ import annotations

from collections.abc import Sequence

from leadercli.locale import N_
from leadercli.model.dates.appointment import format_time
from leadercli.model.dates.calendar import week_start
from leadercli.model.dates.format import format_day, format_long, format_since, format_week
from leadercli.model.overview.today import Review, TodaysMeeting, todays_review
from leadercli.model.people.rhythm import Due
from leadercli.model.records import Meeting
from leadercli.tui.base.list_screen import COLUMNS, ListScreen
from leadercli.tui.lines import agreement_rows, feedback_row, short_of
from leadercli.tui.rhythm_words import due_words
from leadercli.tui.widgets.rows import Cell, Row, grouped


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
        found, drafts = self._morning(), self._draft_rows()
        self._waits = bool(drafts) or not found.empty
        texts, short = self.texts, short_of(self.journal.people)

        def titled(title: str, count: int) -> str:
            return f"{title} · {count}"

        def lines(agreements: object) -> list[Row]:
            return agreement_rows(agreements, short, self.today, texts)  # type: ignore[arg-type]

        return grouped(
            (texts.t("Not finished"), drafts),
            (titled(texts.t("Overdue"), len(found.overdue)), lines(found.overdue)),
            (titled(texts.t("Due today"), len(found.due_today)), lines(found.due_today)),
            (texts.t("Conversations"), self._talk_rows(found)),
            (
                texts.t("Follow up"),
                [feedback_row(one, short, self.today, texts) for one in found.follow_ups],
            ),
            (texts.t("Myself"), self._scale_rows(found)),
            (titled(texts.t("Coming"), len(found.coming)), lines(found.coming)),
        )

    def _morning(self) -> Review:
        journal = self.journal
        return todays_review(
            journal.people.all(),
            journal.meetings.around(self.today),
            journal.agreements.open(),
            journal.inbox.waiting(),
            journal.feedback.all(),
            journal.scale.weigh_ins(),
            journal.scale.items(),
            self.today,
        )

    def _draft_rows(self) -> list[Row]:
        from leadercli.journal.note_drafts import left_behind, unread

        texts, name_of = self.texts, self.journal.people.name
        kept = {
            f"draft:{draft.meeting_id}:{draft.person_id}:{draft.day}": texts.t(
                "Note with {name}: kept, not finished. ⏎ goes on with it", name=name_of(draft.person_id)
            )
            for draft in left_behind(self.journal)
        }
        kept |= {
            f"unread:{path}": texts.t("Could not be read, and was set aside. ⏎ says where")
            for path in unread(self.journal)
        }
        return [Row(id_, (Cell(texts.t("draft"), "overdue"), Cell(words))) for id_, words in kept.items()]

    def _talk_rows(self, found: Review) -> list[Row]:
        missed = map(self._missed_row, found.missed)
        return [*map(self._talk_row, found.talks), *missed, *map(self._due_row, found.to_meet)]

    def _missed_row(self, meeting: Meeting) -> Row:
        texts = self.texts
        words = f"{self.journal.people.name(meeting.person_id)} · {texts.t('planned, no note yet')}"
        since = format_since(meeting.day, self.today, texts.lang)
        # "13 dage siden" is one letter too wide.
        when = since if len(since) < COLUMNS[0].width else format_day(meeting.day, self.today, texts.lang)
        return Row(f"meeting:{meeting.id}", (Cell(when, "overdue"), Cell(words)))

    def _talk_row(self, talk: TodaysMeeting) -> Row:
        texts = self.texts
        parts = [self.journal.people.name(talk.meeting.person_id)]
        if talk.agreements:
            parts.append(texts.n("{count} open agreement", "{count} open agreements", talk.agreements))
        if talk.inbox:
            parts.append(texts.n("{count} thing to raise", "{count} things to raise", talk.inbox))
        if talk.meeting.unsettled:
            parts.append(texts.t("two versions"))
        if talk.meeting.state == "held":
            parts.append(texts.t("held"))
        when = format_time(talk.meeting.time, texts.lang) or texts.t("today")
        return Row(f"meeting:{talk.meeting.id}", (Cell(when, "accent"), Cell(" · ".join(parts))))

    def _due_row(self, due: Due) -> Row:
        person = self.journal.people.get(due.person_id)
        assert person
        words = f"{person.name} · {due_words(due, person.cadence, self.texts)}"
        return Row(f"talk:{due.person_id}", (Cell(self.texts.t("due"), "accent"), Cell(words)))

    def _scale_rows(self, found: Review) -> list[Row]:
        if found.scale is None:
            return []
        week = format_week(week_start(found.scale.week), self.texts.lang)
        if found.scale.first:
            words = self.texts.t("The scale waits: weigh your own week, under two minutes")
        else:
            words = self.texts.t("The scale is missing")
        return [Row(f"scale:{found.scale.week}", (Cell(week, "accent"), Cell(words)))]
