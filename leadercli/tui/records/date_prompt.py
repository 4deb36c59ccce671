"""Ask for another date: a day on, a week on, or as typed, with the reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from leadercli.errors import AppError
from leadercli.locale import N_
from leadercli.model.dates.format import format_day
from leadercli.model.dates.reader import expected_date
from leadercli.tui.records.kinds import Desk
from leadercli.tui.widgets.prompt import Question
from leadercli.tui.widgets.rows import Row
from leadercli.words.dates import NOT_A_DATE_OR_NONE


def ask_date(desk: Desk, row: Row, present: date | None, set_to: Callable[[date | None, str], None]) -> None:
    """Ask for another date than the `present` one of a row; `set_to` writes it, None for no date, with the reason."""
    base = max(present, desk.today) if present else desk.today

    def write(day: date | None, reason: str = "") -> None:
        texts = desk.texts
        desk.let_go(row.key)
        set_to(day, reason)
        if day is None:
            desk.notice(texts.t("Now without a date · u takes it back"))
        else:
            desk.notice(texts.t("Moved to {date} · u takes it back", date=format_day(day, desk.today, texts.lang)))

    desk.ask(
        Question(
            f"move:{row.key}",
            desk.texts.t("New date:"),
            lambda typed, _: write(*_read(desk, typed)),
            preview=lambda typed: _preview(desk, typed, base),
            instant={
                " ": lambda: write(base + timedelta(days=1)),
                "+": lambda: write(base + timedelta(weeks=1)),
            },
        )
    )


def _read(desk: Desk, typed: str) -> tuple[date | None, str]:
    typed = typed.strip()
    if not typed:
        raise AppError(N_("Type a date, and why if you like. esc leaves it as it is."))
    if typed in ("-", "–"):
        return None, ""
    day, reason = expected_date(typed, desk.today)
    if day is None:
        raise AppError(NOT_A_DATE_OR_NONE, text=typed)
    return day, reason.strip(" ,;:–-")


def _preview(desk: Desk, typed: str, base: date) -> str:
    texts = desk.texts
    if not typed.strip():
        day = format_day(base + timedelta(days=1), desk.today, texts.lang)
        week = format_day(base + timedelta(weeks=1), desk.today, texts.lang)
        return texts.t("space: {day} · +: {week} · or a date, then why", day=day, week=week)
    day_meant, reason = expected_date(typed, desk.today)
    if day_meant is None:
        return ""
    said = format_day(day_meant, desk.today, texts.lang)
    return texts.t("{date}, because: {reason}", date=said, reason=reason) if reason.strip() else said
