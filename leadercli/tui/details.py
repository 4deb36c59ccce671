"""Tell more about what the cursor stands on, for the second column of a wide terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from leadercli.model.dates.format import format_day, format_long
from leadercli.model.privacy import summary
from leadercli.model.records import Agreement
from leadercli.model.text import plain, plain_line
from leadercli.tui.widgets.rows import Row
from leadercli.words.agreements import day_words, owner_words
from leadercli.words.people import short_of

if TYPE_CHECKING:
    from leadercli.tui.base.screen import LeaderScreen


def detail(screen: LeaderScreen, row: Row) -> Content:
    """Write what there is to know about a row."""
    if row.kind == "agreement":
        agreement = screen.journal.agreements.get(row.record)
        return _agreement(screen, agreement) if agreement else Content("")
    if row.kind in ("talk", "person"):
        return _person(screen, row.record)
    if row.kind == "meeting":
        meeting = screen.journal.meetings.get(row.record)
        if meeting is None:
            return Content("")
        return _note(screen, meeting.id) if meeting.text.strip() else _person(screen, meeting.person_id)
    if row.kind == "inbox":
        return Content(plain(screen.journal.inbox.named(row.record).text))
    if row.kind == "feedback":
        one = screen.journal.feedback.named(row.record)
        return Content.assemble(plain(one.text), "\n\n", (format_long(one.day, screen.texts.lang), "$quiet"))
    return Content("")


def _agreement(screen: LeaderScreen, agreement: Agreement) -> Content:
    texts, people = screen.texts, screen.journal.people
    facts = [texts.t("Owner: {name}", name=owner_words(agreement.owner, agreement.person_id, short_of(people), texts))]
    if agreement.person_id:
        facts.append(texts.t("With: {name}", name=people.name(agreement.person_id)))
    if agreement.due:
        facts.append(texts.t("Due: {date}", date=format_long(agreement.due, texts.lang)))
    if agreement.created:
        facts.append(texts.t("Agreed: {date}", date=format_long(agreement.created.date(), texts.lang)))
    moves = [
        texts.t(
            "Moved from {old} to {new}",
            old=day_words(move.old, screen.today, texts),
            new=day_words(move.new, screen.today, texts),
        )
        + (f": {move.reason}" if move.reason else "")
        for move in agreement.moves
    ]
    parts: list[Content | str | tuple[str, str]] = [
        Content.styled(plain(agreement.text), "bold"),
        "\n\n",
        (plain("\n".join(facts)), "$quiet"),
    ]
    if moves:
        parts += ["\n\n", (plain("\n".join(moves)), "$quiet")]
    if agreement.meeting_id and (note := _note(screen, agreement.meeting_id)):
        parts += ["\n\n", note]
    return Content.assemble(*parts)


def _person(screen: LeaderScreen, person_id: str) -> Content:
    texts, journal = screen.texts, screen.journal
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
            about += [format_day(one.due, screen.today, texts.lang)] if one.due else []
            parts += [f"\n! {plain_line(one.text)}", (plain_line(" · ".join(about)), "$quiet")]
    last = journal.meetings.last_before(person_id, screen.today)
    if last is not None:
        parts += ["\n\n", _note(screen, last.id)]
    return Content.assemble(*parts)


def _note(screen: LeaderScreen, meeting_id: str) -> Content:
    meeting = screen.journal.meetings.get(meeting_id)
    if meeting is None:
        return Content("")
    title = format_long(meeting.day, screen.texts.lang)
    return Content.assemble((title, "bold $accent"), "\n", plain(summary(meeting.text, 2000)))
