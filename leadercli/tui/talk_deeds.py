"""Plan a conversation and move it: a day, a time and minutes in one line, shown as understood before it is kept."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from leadercli.errors import AppError
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.dates.appointment import Appointment, format_time, read_appointment
from leadercli.model.dates.format import format_day
from leadercli.model.people.rhythm import last_held, next_due, next_planned
from leadercli.model.records import Meeting
from leadercli.tui.widgets.prompt import Question
from leadercli.words.people import minutes_words

if TYPE_CHECKING:
    from leadercli.tui.base.screen import LeaderScreen

NOT_UNDERSTOOD = N_("“{text}” is not a day I know. Try fri 10.00, 14/11 at 9.30 45 min, in 2 weeks.")
NOT_A_TIME = N_("“{text}” is neither a time nor minutes. Try fri 10.00 45 min.")
ALREADY_HELD = N_("You have already talked on {date}. Its note is in the timeline.")


def plan(screen: LeaderScreen, person_id: str) -> None:
    """Ask when the next conversation shall be. A day that has passed opens the note of that day instead."""
    journal, texts = screen.journal, screen.texts
    name, offered = journal.people.name(person_id), offered_day(screen, person_id)
    planned = next_planned(journal.meetings.of(person_id), screen.today)

    def submit(typed: str, _: str) -> None:
        line = Appointment(offered) if offered and not typed.strip() else _read(screen, typed)
        if line.rest:
            raise AppError(NOT_A_TIME, text=line.rest)
        if line.day < screen.today:
            screen.leader.open_note(person_id, line.day.isoformat())
            return
        present = journal.meetings.on(person_id, line.day)
        _not_held(screen, present)
        journal.meetings.plan(person_id, line.day, time=line.time or present.time, minutes=line.minutes)
        when = talk_words(line, screen.today, texts)
        screen.notice(texts.t("Planned with {name}: {when} · u takes it back", name=name, when=when))

    def preview(typed: str) -> str:
        words = understood(typed)
        line = read_appointment(typed, screen.today) if typed.strip() else Appointment(offered) if offered else None
        if not words or planned is None or (line and line.day < screen.today):
            return words
        when = talk_words(Appointment(planned.day, planned.time), screen.today, texts)
        if line and line.day == planned.day:
            return texts.t("{words} · changes the one planned {when}", words=words, when=when)
        return texts.t("{words} · already planned {when}; this adds another", words=words, when=when)

    def understood(typed: str) -> str:
        if not typed.strip():
            if offered is None:
                return texts.t("a day, a time, minutes")
            return texts.t("⏎ {date} – or a day, a time, minutes", date=format_day(offered, screen.today, texts.lang))
        line = read_appointment(typed, screen.today)
        if line is None or line.day >= screen.today:
            return _understood(line, screen.today, texts)
        return texts.t("{date} has passed: ⏎ opens its note", date=format_day(line.day, screen.today, texts.lang))

    label = texts.t("Plan with {name}:", name=name)
    screen.prompt.ask(Question(f"plan:{person_id}", label, submit, preview=preview))


def move(screen: LeaderScreen, meeting: Meeting) -> None:
    """Ask for another day of a planned conversation, and why: space for a day later, + for a week."""
    texts, today = screen.texts, screen.today
    base = max(meeting.day, today)

    def preview(typed: str) -> str:
        if typed.strip():
            return _understood(read_appointment(typed, today, meeting.day), today, texts)
        day = format_day(base + timedelta(days=1), today, texts.lang)
        week = format_day(base + timedelta(weeks=1), today, texts.lang)
        return texts.t("space: {day} · +: {week} · or a day, a time, then why", day=day, week=week)

    screen.prompt.ask(
        Question(
            f"move:meeting:{meeting.id}",
            texts.t("Move {date} to:", date=format_day(meeting.day, today, texts.lang)),
            lambda typed, _: _set(screen, meeting, _read(screen, typed, meeting.day)),
            preview=preview,
            instant={
                " ": lambda: _set(screen, meeting, Appointment(base + timedelta(days=1))),
                "+": lambda: _set(screen, meeting, Appointment(base + timedelta(weeks=1))),
            },
        )
    )


def edit(screen: LeaderScreen, meeting: Meeting) -> None:
    """Ask for another time or length of a planned conversation; another day moves it."""
    texts, today = screen.texts, screen.today
    parts = [format_time(meeting.time, texts.lang)] if meeting.time else []
    parts += [minutes_words(meeting.minutes, texts)] if meeting.minutes else []

    def read(typed: str) -> Appointment | None:
        return read_appointment(typed, today, meeting.day, time_first=True)

    def submit(typed: str, _: str) -> None:
        line = read(typed)
        if line is None:
            raise AppError(NOT_A_TIME, text=typed.strip())
        _set(screen, meeting, line)

    screen.prompt.ask(
        Question(
            f"edit:meeting:{meeting.id}",
            texts.t("{date}, time and length:", date=format_day(meeting.day, today, texts.lang)),
            submit,
            value=" ".join(parts),
            preview=lambda typed: _understood(read(typed), today, texts),
        )
    )


def offered_day(screen: LeaderScreen, person_id: str) -> date | None:
    """Choose the day that the rhythm wants next, a weekday; None when there is no rhythm or its day has passed."""
    person = screen.journal.people.get(person_id)
    if person is None:
        return None
    day = next_due(last_held(screen.journal.meetings.of(person_id), screen.today), person.cadence, None)
    if day is None or day <= screen.today:
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


def _read(screen: LeaderScreen, typed: str, day: date | None = None) -> Appointment:
    line = read_appointment(typed, screen.today, day)
    if line is None:
        raise AppError(NOT_UNDERSTOOD, text=typed.strip())
    return line


def _set(screen: LeaderScreen, meeting: Meeting, line: Appointment) -> None:
    journal, texts, today = screen.journal, screen.texts, screen.today
    person_id = meeting.person_id
    if line.day < today:
        raise AppError(N_("{date} has passed. Choose a day to come."), date=format_day(line.day, today, texts.lang))
    if line.day == meeting.day and line.rest:
        raise AppError(NOT_A_TIME, text=line.rest)
    if line.day == meeting.day and not line.time and not line.minutes:
        raise AppError(N_("It is on {date} already."), date=format_day(line.day, today, texts.lang))
    with journal.batch("move_meeting", journal.people.name(person_id)):
        if line.day != meeting.day:
            _not_held(screen, journal.meetings.on(person_id, line.day))
            journal.meetings.move(meeting.id, line.day, line.rest)
        if line.time or line.minutes:
            journal.meetings.plan(person_id, line.day, time=line.time or meeting.time, minutes=line.minutes)
    when = talk_words(line, today, texts)
    screen.notice(texts.t("Moved to {date} · u takes it back", date=when))


def _not_held(screen: LeaderScreen, meeting: Meeting) -> None:
    if meeting.state == "held":
        said = format_day(meeting.day, screen.today, screen.texts.lang)
        raise AppError(ALREADY_HELD, date=said)
