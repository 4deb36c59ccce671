"""Conversations: what their keys do; plan one and move it, a day, a time and minutes in one line."""

from __future__ import annotations

from datetime import date, timedelta

from textual.content import Content

from leadercli.errors import AppError
from leadercli.journal.journal import Journal
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.dates.appointment import Appointment, read_appointment
from leadercli.model.dates.format import format_day, format_time
from leadercli.model.people.rhythm import last_held, next_due, next_planned
from leadercli.model.records import Meeting
from leadercli.tui.records.kinds import BINNED, Desk, RecordKind, Source
from leadercli.tui.records.people import note_content, person_content
from leadercli.tui.widgets.prompt import Question
from leadercli.tui.widgets.rows import Row
from leadercli.words.people import minutes_words

NOT_UNDERSTOOD = N_("“{text}” is not a day I know. Try fri 10.00, 14/11 at 9.30 45 min, in 2 weeks.")
NOT_A_TIME = N_("“{text}” is neither a time nor minutes. Try fri 10.00 45 min.")
ALREADY_HELD = N_("You have already talked on {date}. Its note is in the timeline.")


class MeetingKind(RecordKind):
    """A conversation: opens its note; one that is planned is moved, changed, cancelled."""

    def open(self, desk: Desk, row: Row) -> None:
        """Open its note."""
        meeting = desk.journal.meetings.get(row.record)
        if meeting is not None:
            desk.ways.open_note(meeting.person_id, meeting.day.isoformat())

    def move(self, desk: Desk, row: Row) -> None:
        """Ask for another day and time."""
        meeting = planned(desk.journal, row)
        if meeting is None:
            desk.notice(desk.texts.t("Only a planned conversation can be moved."))
        else:
            move(desk, meeting)

    def drop(self, desk: Desk, row: Row) -> None:
        """Cancel it, and ask why."""

        def submit(reason: str, _: str) -> None:
            desk.journal.meetings.cancel(row.record, reason.strip())
            desk.notice(desk.texts.t("Cancelled · u takes it back"))

        if planned(desk.journal, row) is None:
            desk.notice(desk.texts.t("Only a planned conversation can be cancelled."))
        else:
            label = desk.texts.t("Cancelled. Why? (⏎ without a reason)")
            desk.ask(Question(f"cancel:{row.key}", label, submit))

    def edit(self, desk: Desk, row: Row) -> None:
        """Ask for another time or length; of one that took place the note is what there is to edit."""
        meeting = planned(desk.journal, row)
        if meeting is None:
            self.open(desk, row)
        else:
            edit(desk, meeting)

    def delete(self, desk: Desk, row: Row) -> None:
        """Put in the bin."""
        desk.journal.meetings.remove(row.record)
        desk.notice(desk.texts.t(BINNED))

    def detail(self, desk: Desk, row: Row) -> Content:
        """Write what its note was about, else what waits with the person."""
        meeting = desk.journal.meetings.get(row.record)
        if meeting is None:
            return Content("")
        return note_content(desk, meeting.id) if meeting.text.strip() else person_content(desk, meeting.person_id)

    def about(self, journal: Journal, row: Row) -> str:
        """Name the person."""
        meeting = journal.meetings.get(row.record)
        return meeting.person_id if meeting else ""

    def source(self, journal: Journal, row: Row) -> Source:
        """Name the conversation itself."""
        return Source(row.record)


class DueKind(RecordKind):
    """A person who is due for a conversation: opens today's note, or plans one."""

    def open(self, desk: Desk, row: Row) -> None:
        """Open today's note about the person."""
        desk.ways.open_note(row.record)

    def move(self, desk: Desk, row: Row) -> None:
        """Plan the conversation."""
        plan(desk, row.record)

    def detail(self, desk: Desk, row: Row) -> Content:
        """Write what waits with the person."""
        return person_content(desk, row.record)

    def about(self, journal: Journal, row: Row) -> str:
        """Name the person."""
        return row.record


def planned(journal: Journal, row: Row | None) -> Meeting | None:
    """Find the planned conversation that a row is about; None for any other row."""
    meeting = journal.meetings.get(row.record) if row and row.kind == "meeting" else None
    return meeting if meeting and meeting.state == "planned" else None


def plan(desk: Desk, person_id: str) -> None:
    """Ask when the next conversation shall be. A day that has passed opens the note of that day instead."""
    journal, texts = desk.journal, desk.texts
    name, offered = journal.people.name(person_id), offered_day(desk, person_id)
    already = next_planned(journal.meetings.of(person_id), desk.today)

    def submit(typed: str, _: str) -> None:
        line = Appointment(offered) if offered and not typed.strip() else _read(desk, typed)
        if line.rest:
            raise AppError(NOT_A_TIME, text=line.rest)
        if line.day < desk.today:
            desk.ways.open_note(person_id, line.day.isoformat())
            return
        present = journal.meetings.on(person_id, line.day)
        _not_held(desk, present)
        journal.meetings.plan(person_id, line.day, time=line.time or present.time, minutes=line.minutes)
        when = talk_words(line, desk.today, texts)
        desk.notice(texts.t("Planned with {name}: {when} · u takes it back", name=name, when=when))

    def preview(typed: str) -> str:
        words = understood(typed)
        line = read_appointment(typed, desk.today) if typed.strip() else Appointment(offered) if offered else None
        if not words or already is None or (line and line.day < desk.today):
            return words
        when = talk_words(Appointment(already.day, already.time), desk.today, texts)
        if line and line.day == already.day:
            return texts.t("{words} · changes the one planned {when}", words=words, when=when)
        return texts.t("{words} · already planned {when}; this adds another", words=words, when=when)

    def understood(typed: str) -> str:
        if not typed.strip():
            if offered is None:
                return texts.t("a day, a time, minutes")
            return texts.t("⏎ {date} – or a day, a time, minutes", date=format_day(offered, desk.today, texts.lang))
        line = read_appointment(typed, desk.today)
        if line is None or line.day >= desk.today:
            return _understood(line, desk.today, texts)
        return texts.t("{date} has passed: ⏎ opens its note", date=format_day(line.day, desk.today, texts.lang))

    label = texts.t("Plan with {name}:", name=name)
    desk.ask(Question(f"plan:{person_id}", label, submit, preview=preview))


def move(desk: Desk, meeting: Meeting) -> None:
    """Ask for another day of a planned conversation, and why: space for a day later, + for a week."""
    texts, today = desk.texts, desk.today
    base = max(meeting.day, today)

    def preview(typed: str) -> str:
        if typed.strip():
            return _understood(read_appointment(typed, today, meeting.day), today, texts)
        day = format_day(base + timedelta(days=1), today, texts.lang)
        week = format_day(base + timedelta(weeks=1), today, texts.lang)
        return texts.t("space: {day} · +: {week} · or a day, a time, then why", day=day, week=week)

    desk.ask(
        Question(
            f"move:meeting:{meeting.id}",
            texts.t("Move {date} to:", date=format_day(meeting.day, today, texts.lang)),
            lambda typed, _: _set(desk, meeting, _read(desk, typed, meeting.day)),
            preview=preview,
            instant={
                " ": lambda: _set(desk, meeting, Appointment(base + timedelta(days=1))),
                "+": lambda: _set(desk, meeting, Appointment(base + timedelta(weeks=1))),
            },
        )
    )


def edit(desk: Desk, meeting: Meeting) -> None:
    """Ask for another time or length of a planned conversation; another day moves it."""
    texts, today = desk.texts, desk.today
    parts = [format_time(meeting.time, texts.lang)] if meeting.time else []
    parts += [minutes_words(meeting.minutes, texts)] if meeting.minutes else []

    def read(typed: str) -> Appointment | None:
        return read_appointment(typed, today, meeting.day, time_first=True)

    def submit(typed: str, _: str) -> None:
        line = read(typed)
        if line is None:
            raise AppError(NOT_A_TIME, text=typed.strip())
        _set(desk, meeting, line)

    desk.ask(
        Question(
            f"edit:meeting:{meeting.id}",
            texts.t("{date}, time and length:", date=format_day(meeting.day, today, texts.lang)),
            submit,
            value=" ".join(parts),
            preview=lambda typed: _understood(read(typed), today, texts),
        )
    )


def offered_day(desk: Desk, person_id: str) -> date | None:
    """Choose the day that the rhythm wants next, a weekday; None when there is no rhythm or its day has passed."""
    person = desk.journal.people.get(person_id)
    if person is None:
        return None
    day = next_due(last_held(desk.journal.meetings.of(person_id), desk.today), person.cadence, None)
    if day is None or day <= desk.today:
        return None
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > 4 else day


def talk_words(line: Appointment, today: date, texts: Texts) -> str:
    """Say a day, a time and minutes: "Fri 6 Mar 10:00 · 45 min"."""
    when = f"{format_day(line.day, today, texts.lang)} {format_time(line.time, texts.lang)}".strip()
    return f"{when} · {minutes_words(line.minutes, texts)}" if line.minutes else when


def _understood(line: Appointment | None, today: date, texts: Texts) -> str:
    if line is None:
        return ""
    words = talk_words(line, today, texts)
    return texts.t("{date}, because: {reason}", date=words, reason=line.rest) if line.rest else words


def _read(desk: Desk, typed: str, day: date | None = None) -> Appointment:
    line = read_appointment(typed, desk.today, day)
    if line is None:
        raise AppError(NOT_UNDERSTOOD, text=typed.strip())
    return line


def _set(desk: Desk, meeting: Meeting, line: Appointment) -> None:
    journal, texts, today = desk.journal, desk.texts, desk.today
    if line.day < today:
        raise AppError(N_("{date} has passed. Choose a day to come."), date=format_day(line.day, today, texts.lang))
    if line.day == meeting.day and line.rest:
        raise AppError(NOT_A_TIME, text=line.rest)
    if line.day == meeting.day and not line.time and not line.minutes:
        raise AppError(N_("It is on {date} already."), date=format_day(line.day, today, texts.lang))
    if line.day != meeting.day:
        _not_held(desk, journal.meetings.on(meeting.person_id, line.day))
    journal.meetings.reschedule(meeting.id, line.day, line.rest, time=line.time, minutes=line.minutes)
    when = talk_words(line, today, texts)
    desk.notice(texts.t("Moved to {date} · u takes it back", date=when))


def _not_held(desk: Desk, meeting: Meeting) -> None:
    if meeting.state == "held":
        said = format_day(meeting.day, desk.today, desk.texts.lang)
        raise AppError(ALREADY_HELD, date=said)
