"""A person as a row: open the page, put in the bin; what is told of a person, and of a note."""

from __future__ import annotations

from textual.content import Content

from leadercli.journal.journal import Journal
from leadercli.model.dates.format import format_day, format_long
from leadercli.model.privacy import summary
from leadercli.model.text import plain, plain_line
from leadercli.tui.records.kinds import BINNED, Desk, RecordKind
from leadercli.tui.widgets.rows import Row
from leadercli.words.agreements import owner_words
from leadercli.words.people import short_of


class PersonKind(RecordKind):
    """A person: opens the page, or the form."""

    def open(self, desk: Desk, row: Row) -> None:
        """Open the person's page."""
        desk.ways.open_person(row.record)

    def edit(self, desk: Desk, row: Row) -> None:
        """Open the form."""
        desk.ways.open("person_form", row.record)

    def delete(self, desk: Desk, row: Row) -> None:
        """Put in the bin."""
        desk.journal.people.remove(row.record)
        desk.notice(desk.texts.t(BINNED))

    def detail(self, desk: Desk, row: Row) -> Content:
        """Write what waits with the person, and the last note."""
        return person_content(desk, row.record)

    def about(self, journal: Journal, row: Row) -> str:
        """Name the person."""
        return row.record


def person_content(desk: Desk, person_id: str) -> Content:
    """Write what waits with a person: points for next time, open agreements, the last note."""
    texts, journal = desk.texts, desk.journal
    person = journal.people.get(person_id)
    if person is None:
        return Content("")
    parts: list[Content | str | tuple[str, str]] = [Content.styled(plain(person.name), "bold")]
    if person.role:
        parts += ["\n", (plain(person.role), "$quiet")]
    waiting = journal.inbox.waiting(person_id)
    if waiting:
        parts += ["\n\n", (texts.t("Next time"), "bold $accent")]
        parts += [f"\n? {plain_line(item.text)}" for item in waiting]
    agreements = journal.agreements.of(person_id)
    if agreements:
        short = short_of(journal.people)
        parts += ["\n\n", (texts.t("Open agreements"), "bold $accent")]
        for one in agreements:
            about = ["", owner_words(one.owner, one.person_id, short, texts)]
            about += [format_day(one.due, desk.today, texts.lang)] if one.due else []
            parts += [f"\n! {plain_line(one.text)}", (plain_line(" · ".join(about)), "$quiet")]
    last = journal.meetings.last_before(person_id, desk.today)
    if last is not None:
        parts += ["\n\n", note_content(desk, last.id)]
    return Content.assemble(*parts)


def note_content(desk: Desk, meeting_id: str) -> Content:
    """Write what a note was about, below its day; nothing when it is not there."""
    meeting = desk.journal.meetings.get(meeting_id)
    if meeting is None:
        return Content("")
    title = format_long(meeting.day, desk.texts.lang)
    return Content.assemble((title, "bold $accent"), "\n", plain(summary(meeting.text, 2000)))
