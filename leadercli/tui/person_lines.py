"""Write what stands on a person's page as rows: points for next time, agreements, conversations, feedback."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from leadercli.locale.texts import Texts
from leadercli.model.dates.appointment import say_time
from leadercli.model.dates.format import say_day, say_due, say_short
from leadercli.model.entry.note_line import summary
from leadercli.model.records import Agreement, Feedback, InboxItem, Meeting
from leadercli.tui.lines import ShortOf, agreement_row, feedback_row, owner_words, two_versions
from leadercli.tui.rhythm_strip import SIGNS
from leadercli.tui.rows import Cell, Column, Row, Tone

COLUMNS = (Column(13), Column(0), Column(11, needs=44, fits=True), Column(13, needs=60, fits=True))
"""When, what, owner, trouble. A row with fewer cells gives the room to its last one."""


def inbox_lines(items: Iterable[InboxItem], today: date, texts: Texts) -> list[Row]:
    """Write points for next time: when they were noted, and what."""
    rows = []
    for item in items:
        when = say_day(item.created.date(), today, texts.lang) if item.created else ""
        mark = "✓" if item.raised else "?"
        cells = (Cell(_fitting(when), "quiet"), Cell(f"{mark} {item.text}"), *two_versions(item, texts))
        rows.append(Row(f"inbox:{item.id}", cells))
    return rows


def agreement_lines(
    agreements: Iterable[Agreement], person_id: str, short: ShortOf, today: date, texts: Texts
) -> list[Row]:
    """Write open agreements; one that is about somebody else says about whom."""
    rows = []
    for one in agreements:
        when, what, _, owner, trouble = agreement_row(one, short, today, texts).cells
        rows.append(Row(f"agreement:{one.id}", (when, _about(what, one, person_id, short), owner, trouble)))
    return rows


def closed_lines(
    agreements: Iterable[Agreement], person_id: str, short: ShortOf, today: date, texts: Texts
) -> list[Row]:
    """Write agreements that are done or dropped: when, what, whose."""
    rows = []
    for one in agreements:
        when = say_day(one.closed.date(), today, texts.lang) if one.closed else ""
        what = Cell(f"✓ {one.text}" if one.state == "done" else texts.t("dropped: {text}", text=one.text), "quiet")
        owner = Cell(owner_words(one, short, texts), "quiet")
        trouble = two_versions(one, texts)[1:] or (Cell(""),)
        cells = (Cell(_fitting(when), "quiet"), _about(what, one, person_id, short), owner, *trouble)
        rows.append(Row(f"agreement:{one.id}", cells))
    return rows


def feedback_lines(feedback: Iterable[Feedback], today: date, texts: Texts) -> list[Row]:
    """Write feedback: when to look again or when it was noted, what, and of what kind."""
    rows = []
    for one in feedback:
        when, what, _, kind, trouble = feedback_row(one, lambda _: "", today, texts).cells
        shown = when if when.text else Cell(_fitting(say_day(one.day, today, texts.lang)), "quiet")
        more = texts.t("look again") if when.text else texts.t("followed") if one.followed else ""
        rows.append(Row(f"feedback:{one.id}", (shown, what, kind, trouble if trouble.text else Cell(more, "quiet"))))
    return rows


def planned_line(meeting: Meeting, today: date, texts: Texts) -> Row:
    """Write a planned conversation; one whose day has passed asks what became of it."""
    passed = meeting.day < today
    parts = []
    if passed:
        parts.append(texts.t("planned, no note yet: ⏎ writes it, m moves, d cancels"))
    if meeting.time:
        parts.append(say_time(meeting.time, texts.lang))
    if meeting.minutes:
        parts.append(texts.t("{count} min", count=meeting.minutes))
    if meeting.moved_from:
        parts.append(_moved(meeting, today, texts))
    when = say_due(meeting.day, today, texts.lang) if passed else say_day(meeting.day, today, texts.lang)
    words = " · ".join(parts) or texts.t("conversation")
    tone: Tone = "overdue" if passed else "accent"
    return Row(f"meeting:{meeting.id}", (Cell(_fitting(when), tone), Cell(words), *two_versions(meeting, texts)))


def timeline_line(meeting: Meeting, today: date, texts: Texts) -> Row:
    """Write a conversation that took place or was cancelled: the day, a sign, and what it was about."""
    tone = ""
    if meeting.state == "cancelled":
        sign, words, tone = SIGNS["cancelled"], texts.t("cancelled"), "quiet"
        if meeting.reason:
            words = texts.t("cancelled: {reason}", reason=meeting.reason)
    else:
        sign = SIGNS["moved"] if meeting.moved_from else SIGNS["held"]
        words = summary(meeting.text, 240).replace("\n", " · ") or texts.t("no words in the note")
        if meeting.moved_from:
            words = f"{_moved(meeting, today, texts)} · {words}"
    when = Cell(say_short(meeting.day, texts.lang), "quiet")
    cells = (when, Cell(f"{sign} {words}", "quiet" if tone else ""), *two_versions(meeting, texts))
    return Row(f"meeting:{meeting.id}", cells)


def _moved(meeting: Meeting, today: date, texts: Texts) -> str:
    assert meeting.moved_from
    same_year = meeting.moved_from.year == meeting.day.year
    day = say_short(meeting.moved_from, texts.lang) if same_year else say_day(meeting.moved_from, today, texts.lang)
    if meeting.reason:
        return texts.t("moved from {date}: {reason}", date=day, reason=meeting.reason)
    return texts.t("moved from {date}", date=day)


def _about(cell: Cell, agreement: Agreement, person_id: str, short: ShortOf) -> Cell:
    if agreement.person_id == person_id:
        return cell
    other = short(agreement.person_id)
    return replace(cell, text=f"{cell.text} ({other})") if other else cell


def _fitting(when: str) -> str:
    """Shorten a date with its year to the column: the weekday goes."""
    return when if len(when) <= COLUMNS[0].width - 1 else when.partition(" ")[2]
