"""What stands on a person's page, as rows: next time, agreements, what is planned, feedback, the timeline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from leadercli.locale.texts import Texts
from leadercli.model.dates.format import format_day, format_due, format_short, format_time
from leadercli.model.overview.next_steps import by_due
from leadercli.model.overview.people import concerns
from leadercli.model.privacy import summary
from leadercli.model.records import ME, US, Agreement, Feedback, InboxItem, Meeting
from leadercli.model.schema import AGREEMENTS, FEEDBACK, INBOX, MEETINGS
from leadercli.tui.people.person_words import SIGNS
from leadercli.tui.records.rows import agreement_row, feedback_row, two_versions
from leadercli.tui.widgets.rows import Cell, Column, Row, Tone, grouped, record_row
from leadercli.words.agreements import NameOf, owner_words
from leadercli.words.people import minutes_words, short_of
from leadercli.words.today import cancelled_words

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


FEW = 3
"""How many pieces of feedback are shown beside those to look at again."""

Group = tuple[str, list[Row]]


class PersonPage:
    """The rows of one person's page. `everything` shows also what is closed, raised and older."""

    def __init__(self, journal: Journal, person_id: str, today: date, texts: Texts, *, everything: bool) -> None:
        self._journal = journal
        self._id = person_id
        self._today = today
        self._texts = texts
        self._everything = everything

    def rows(self) -> list[Row]:
        """Lay all groups below each other."""
        meetings = self._journal.meetings.of(self._id)
        planned = sorted((one for one in meetings if one.state == "planned"), key=lambda one: (one.day, one.id))
        texts, today = self._texts, self._today
        return grouped(
            _titled(texts.t("Next time"), self._inbox()),
            *self._agreements(),
            _titled(texts.t("Planned"), [planned_line(one, today, texts) for one in planned]),
            self._feedback(),
            *self._timeline(one for one in meetings if one.state != "planned"),
        )

    def _inbox(self) -> list[Row]:
        items = self._journal.inbox.waiting(self._id)
        if self._everything:
            raised = [one for one in self._journal.inbox.table.where("person", self._id) if one.raised]
            items += sorted(raised, key=lambda one: one.id, reverse=True)
        return inbox_lines(items, self._today, self._texts)

    def _agreements(self) -> Iterable[Group]:
        texts = self._texts
        found = sorted((one for one in self._journal.agreements.open() if concerns(one, self._id)), key=by_due)
        given = (self._id, short_of(self._journal.people), self._today, texts)
        mine = [one for one in found if one.owner in (ME, US)]
        theirs = [one for one in found if one.owner not in (ME, US)]
        yield _titled(texts.t("Agreements, mine"), agreement_lines(mine, *given))
        yield _titled(texts.t("Agreements, theirs"), agreement_lines(theirs, *given))
        if self._everything:
            closed = [one for one in self._journal.agreements.all() if concerns(one, self._id) and one.state != "open"]
            closed.sort(key=_closing, reverse=True)
            yield _titled(texts.t("Agreements, closed"), closed_lines(closed, *given))

    def _feedback(self) -> Group:
        found = self._journal.feedback.of(self._id)
        waiting = [one for one in found if one.follow_up and not one.followed]
        waiting.sort(key=lambda one: (one.follow_up or date.max, one.id))
        others = [one for one in found if not one.follow_up or one.followed]
        shown = [*waiting, *(others if self._everything else others[:FEW])]
        rows, title = feedback_lines(shown, self._today, self._texts), self._texts.t("Feedback")
        if len(shown) == len(found):
            return _titled(title, rows)
        count = self._texts.t("{shown} of {count}, v shows all", shown=len(shown), count=len(found))
        return f"{title} · {count}", rows

    def _timeline(self, talks: Iterable[Meeting]) -> Iterable[Group]:
        """Group conversations by year, newest first."""
        title = self._texts.t("Timeline")
        for year, members in groupby(talks, key=lambda one: one.day.year):
            rows = [timeline_line(one, self._today, self._texts) for one in members]
            yield _titled(f"{title} · {year}", rows)


def _titled(title: str, rows: list[Row]) -> Group:
    return f"{title} · {len(rows)}", rows


def _closing(agreement: Agreement) -> tuple[str, str]:
    return (agreement.closed.isoformat() if agreement.closed else "", agreement.id)


COLUMNS = (Column(13), Column(0), Column(11, needs=44, fits=True), Column(13, needs=60, fits=True))
"""When, what, owner, trouble. A row with fewer cells gives the room to its last one."""


def inbox_lines(items: Iterable[InboxItem], today: date, texts: Texts) -> list[Row]:
    """Write points for next time: when they were noted, and what."""
    rows = []
    for item in items:
        when = format_day(item.created.date(), today, texts.lang) if item.created else ""
        mark = "✓" if item.raised else "?"
        cells = (Cell(_fitting(when), "quiet"), Cell(f"{mark} {item.text}"), *two_versions(item, texts))
        rows.append(record_row(INBOX, item.id, cells))
    return rows


def agreement_lines(
    agreements: Iterable[Agreement], person_id: str, short: NameOf, today: date, texts: Texts
) -> list[Row]:
    """Write open agreements; one that is about somebody else says about whom."""
    rows = []
    for one in agreements:
        when, what, _, owner, trouble = agreement_row(one, short, today, texts).cells
        rows.append(record_row(AGREEMENTS, one.id, (when, _about(what, one, person_id, short), owner, trouble)))
    return rows


def closed_lines(
    agreements: Iterable[Agreement], person_id: str, short: NameOf, today: date, texts: Texts
) -> list[Row]:
    """Write agreements that are done or dropped: when, what, whose."""
    rows = []
    for one in agreements:
        when = format_day(one.closed.date(), today, texts.lang) if one.closed else ""
        what = Cell(f"✓ {one.text}" if one.state == "done" else texts.t("dropped: {text}", text=one.text), "quiet")
        owner = Cell(owner_words(one.owner, one.person_id, short, texts), "quiet")
        trouble = two_versions(one, texts)[1:] or (Cell(""),)
        cells = (Cell(_fitting(when), "quiet"), _about(what, one, person_id, short), owner, *trouble)
        rows.append(record_row(AGREEMENTS, one.id, cells))
    return rows


def feedback_lines(feedback: Iterable[Feedback], today: date, texts: Texts) -> list[Row]:
    """Write feedback: when to look again or when it was noted, what, and of what kind."""
    rows = []
    for one in feedback:
        when, what, _, kind, trouble = feedback_row(one, lambda _: "", today, texts).cells
        shown = when if when.text else Cell(_fitting(format_day(one.day, today, texts.lang)), "quiet")
        more = texts.t("look again") if when.text else texts.t("followed") if one.followed else ""
        rows.append(record_row(FEEDBACK, one.id, (shown, what, kind, trouble if trouble.text else Cell(more, "quiet"))))
    return rows


def planned_line(meeting: Meeting, today: date, texts: Texts) -> Row:
    """Write a planned conversation; one whose day has passed asks what became of it."""
    passed = meeting.day < today
    parts = []
    if passed:
        parts.append(texts.t("planned, no note yet: ⏎ writes it, m moves, d cancels"))
    if meeting.time:
        parts.append(format_time(meeting.time, texts.lang))
    if meeting.minutes:
        parts.append(minutes_words(meeting.minutes, texts))
    if meeting.moved_from:
        parts.append(_moved(meeting, today, texts))
    when = format_due(meeting.day, today, texts.lang) if passed else format_day(meeting.day, today, texts.lang)
    words = " · ".join(parts) or texts.t("conversation")
    tone: Tone = "overdue" if passed else "accent"
    return record_row(MEETINGS, meeting.id, (Cell(_fitting(when), tone), Cell(words), *two_versions(meeting, texts)))


def timeline_line(meeting: Meeting, today: date, texts: Texts) -> Row:
    """Write a conversation that took place or was cancelled: the day, a sign, and what it was about."""
    tone = ""
    if meeting.state == "cancelled":
        sign, words, tone = SIGNS["cancelled"], cancelled_words(meeting.reason, texts), "quiet"
    else:
        sign = SIGNS["moved"] if meeting.moved_from else SIGNS["held"]
        words = summary(meeting.text, 240).replace("\n", " · ") or texts.t("no words in the note")
        if meeting.moved_from:
            words = f"{_moved(meeting, today, texts)} · {words}"
    when = Cell(format_short(meeting.day, texts.lang), "quiet")
    cells = (when, Cell(f"{sign} {words}", "quiet" if tone else ""), *two_versions(meeting, texts))
    return record_row(MEETINGS, meeting.id, cells)


def _moved(meeting: Meeting, today: date, texts: Texts) -> str:
    assert meeting.moved_from
    same_year = meeting.moved_from.year == meeting.day.year
    day = (
        format_short(meeting.moved_from, texts.lang) if same_year else format_day(meeting.moved_from, today, texts.lang)
    )
    if meeting.reason:
        return texts.t("moved from {date}: {reason}", date=day, reason=meeting.reason)
    return texts.t("moved from {date}", date=day)


def _about(cell: Cell, agreement: Agreement, person_id: str, short: NameOf) -> Cell:
    if agreement.person_id == person_id:
        return cell
    other = short(agreement.person_id)
    return replace(cell, text=f"{cell.text} ({other})") if other else cell


def _fitting(when: str) -> str:
    """Shorten a date with its year to the column: the weekday goes."""
    return when if len(when) <= COLUMNS[0].width - 1 else when.partition(" ")[2]
