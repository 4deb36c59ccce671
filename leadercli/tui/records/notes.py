"""Points for next time, feedback, and what waits unfinished: what their keys do, and what is told of them."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from leadercli.errors import AppError
from leadercli.journal.journal import Journal
from leadercli.locale import N_
from leadercli.model.dates.format import format_long
from leadercli.model.text import plain
from leadercli.tui.records.date_prompt import ask_date
from leadercli.tui.records.kinds import BINNED, Desk, RecordKind, Source, conversation_of, open_source
from leadercli.tui.widgets.prompt import Question
from leadercli.tui.widgets.rows import Row


class InboxKind(RecordKind):
    """Something to raise next time: raised, reworded, put in the bin."""

    def open(self, desk: Desk, row: Row) -> None:
        """Open the conversation that it was captured in."""
        item = desk.journal.inbox.named(row.record)
        open_source(desk, Source(item.meeting_id, item.line), item.person_id)

    def done(self, desk: Desk, row: Row) -> None:
        """Mark as raised; again carries it over."""
        item = desk.journal.inbox.named(row.record)
        if item.raised is None:
            desk.journal.inbox.tick(item.id)
            desk.notice(desk.texts.t("Raised: {text} · u takes it back", text=item.text))
        else:
            desk.journal.inbox.untick(item.id)
            desk.notice(desk.texts.t("Carried over: {text}", text=item.text))

    def drop(self, desk: Desk, row: Row) -> None:
        """Let go: put in the bin."""
        self.delete(desk, row)

    def edit(self, desk: Desk, row: Row) -> None:
        """Ask for new words."""
        item = desk.journal.inbox.named(row.record)

        def submit(typed: str, _: str) -> None:
            text = " ".join(typed.split())
            if not text:
                raise AppError(N_("What shall be raised next time? Write a few words."))
            desk.journal.inbox.edit(item.id, text)
            desk.notice(desk.texts.t("Edited: {text} · u takes it back", text=text))

        desk.ask(Question(f"edit:{row.key}", desk.texts.t("Next time:"), submit, value=item.text))

    def delete(self, desk: Desk, row: Row) -> None:
        """Put in the bin."""
        desk.journal.inbox.remove(row.record)
        desk.notice(desk.texts.t(BINNED))

    def detail(self, desk: Desk, row: Row) -> Content:
        """Write all of its words."""
        return Content(plain(desk.journal.inbox.named(row.record).text))

    def about(self, journal: Journal, row: Row) -> str:
        """Name the person with whom it is to be raised."""
        item = journal.inbox.get(row.record)
        return item.person_id if item else ""

    def source(self, journal: Journal, row: Row) -> Source:
        """Tell where it was captured."""
        item = journal.inbox.get(row.record)
        return Source(item.meeting_id, item.line) if item else Source()


class FeedbackKind(RecordKind):
    """Praise, or what could be better: followed up, another day to look again, put in the bin.

    Its words are those of a line of its note, and are changed there; one that has no note keeps them.
    """

    def offers(self, action: str, journal: Journal, row: Row) -> bool:
        """Tell whether a key makes sense; its words only change in a note."""
        in_a_note = action != "edit" or conversation_of(journal, self.source(journal, row)) is not None
        return in_a_note and super().offers(action, journal, row)

    def open(self, desk: Desk, row: Row) -> None:
        """Open the conversation that it was captured in."""
        feedback = desk.journal.feedback.named(row.record)
        open_source(desk, Source(feedback.meeting_id, feedback.line), feedback.person_id)

    def done(self, desk: Desk, row: Row) -> None:
        """Mark as followed up."""
        desk.journal.feedback.followed(row.record)
        desk.notice(desk.texts.t("Followed up · u takes it back"))

    def drop(self, desk: Desk, row: Row) -> None:
        """Let go: no longer to be followed up."""
        desk.journal.feedback.look_again(row.record, None)
        desk.notice(desk.texts.t("No longer to be followed up · u takes it back"))

    def move(self, desk: Desk, row: Row) -> None:
        """Ask for another day to look again."""

        def set_to(day: date | None, _: str) -> None:
            desk.journal.feedback.look_again(row.record, day)

        ask_date(desk, row, desk.journal.feedback.named(row.record).follow_up, set_to)

    def edit(self, desk: Desk, row: Row) -> None:
        """Open the note where its words stand."""
        self.open(desk, row)

    def delete(self, desk: Desk, row: Row) -> None:
        """Put in the bin."""
        desk.journal.feedback.remove(row.record)
        desk.notice(desk.texts.t(BINNED))

    def detail(self, desk: Desk, row: Row) -> Content:
        """Write all of its words, and the day."""
        feedback = desk.journal.feedback.named(row.record)
        return Content.assemble(plain(feedback.text), "\n\n", (format_long(feedback.day, desk.texts.lang), "$quiet"))

    def about(self, journal: Journal, row: Row) -> str:
        """Name the person whom it is about."""
        feedback = journal.feedback.get(row.record)
        return feedback.person_id if feedback else ""

    def source(self, journal: Journal, row: Row) -> Source:
        """Tell where it was captured."""
        feedback = journal.feedback.get(row.record)
        return Source(feedback.meeting_id, feedback.line) if feedback else Source()


class DraftKind(RecordKind):
    """A note that was not finished: opens it."""

    def open(self, desk: Desk, row: Row) -> None:
        """Go on with the note."""
        assert row.note
        desk.ways.open_note(*row.note)


class UnreadKind(RecordKind):
    """A draft that could not be read: says where it lies."""

    def open(self, desk: Desk, row: Row) -> None:
        """Say where it was set aside."""
        desk.notice(
            desk.texts.t(
                "What you typed lies in {path}. Open it in a text editor, and remove it when you have seen it.",
                path=row.path,
            )
        )


class ScaleKind(RecordKind):
    """A week on the scale: opens the scale."""

    def open(self, desk: Desk, row: Row) -> None:
        """Go to the scale."""
        desk.ways.go_to("scale")
