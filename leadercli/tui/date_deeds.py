"""Move what the cursor stands on to another date: a day on, a week on, or as typed, with the reason."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from leadercli.errors import AppError
from leadercli.locale import N_
from leadercli.model.dates.format import format_day
from leadercli.model.dates.reader import expected_date
from leadercli.tui.deeds import NOT_HERE
from leadercli.tui.widgets.prompt import Question
from leadercli.tui.widgets.rows import Row
from leadercli.words.dates import NOT_A_DATE_OR_NONE

if TYPE_CHECKING:
    from leadercli.tui.base.screen import LeaderScreen


def move(screen: LeaderScreen, row: Row) -> None:
    """Ask for a new date. A planned conversation is moved with its time; one that is due is planned."""
    if row.kind in ("meeting", "talk"):
        _move_talk(screen, row)
    elif row.kind in ("agreement", "feedback"):
        _ask_date(screen, row)
    else:
        screen.notice(screen.texts.t(NOT_HERE))


def _move_talk(screen: LeaderScreen, row: Row) -> None:
    from leadercli.tui import talk_deeds

    if row.kind == "talk":
        talk_deeds.plan(screen, row.record)
        return
    meeting = screen.journal.meetings.get(row.record)
    if meeting is None or meeting.state != "planned":
        screen.notice(screen.texts.t("Only a planned conversation can be moved."))
        return
    talk_deeds.move(screen, meeting)


def _ask_date(screen: LeaderScreen, row: Row) -> None:
    due = _date_of(screen, row)
    base = max(due, screen.today) if due else screen.today

    def set_to(day: date | None, reason: str = "") -> None:
        _set_date(screen, row, day, reason)

    def submit(typed: str, _: str) -> None:
        set_to(*_read(screen, typed))

    screen.prompt.ask(
        Question(
            f"move:{row.id}",
            screen.texts.t("New date:"),
            submit,
            preview=lambda typed: _preview(screen, typed, base),
            instant={
                " ": lambda: set_to(base + timedelta(days=1)),
                "+": lambda: set_to(base + timedelta(weeks=1)),
            },
        )
    )


def _date_of(screen: LeaderScreen, row: Row) -> date | None:
    if row.kind == "agreement":
        return screen.journal.agreements.named(row.record).due
    return screen.journal.feedback.named(row.record).follow_up


def _set_date(screen: LeaderScreen, row: Row, day: date | None, reason: str) -> None:
    journal, texts = screen.journal, screen.texts
    screen.let_go(row.id)
    if row.kind == "agreement":
        journal.agreements.adjust(row.record, day, reason)
    else:
        journal.feedback.look_again(row.record, day)
    if day is None:
        screen.notice(texts.t("Now without a date · u takes it back"))
    else:
        screen.notice(texts.t("Moved to {date} · u takes it back", date=format_day(day, screen.today, texts.lang)))


def _read(screen: LeaderScreen, typed: str) -> tuple[date | None, str]:
    typed = typed.strip()
    if not typed:
        raise AppError(N_("Type a date, and why if you like. esc leaves it as it is."))
    if typed in ("-", "–"):
        return None, ""
    day, reason = expected_date(typed, screen.today)
    if day is None:
        raise AppError(NOT_A_DATE_OR_NONE, text=typed)
    return day, reason.strip(" ,;:–-")


def _preview(screen: LeaderScreen, typed: str, base: date) -> str:
    texts = screen.texts
    if not typed.strip():
        day = format_day(base + timedelta(days=1), screen.today, texts.lang)
        week = format_day(base + timedelta(weeks=1), screen.today, texts.lang)
        return texts.t("space: {day} · +: {week} · or a date, then why", day=day, week=week)
    day_meant, reason = expected_date(typed, screen.today)
    if day_meant is None:
        return ""
    said = format_day(day_meant, screen.today, texts.lang)
    return texts.t("{date}, because: {reason}", date=said, reason=reason) if reason.strip() else said
