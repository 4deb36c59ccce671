"""What the keys do where the cursor stands: each kind of row answers done, move, drop and edit in its own way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from leadercli.locale.mark import N_
from leadercli.model.dates import leading_date
from leadercli.model.quick import read_quick, resolve
from leadercli.model.say import say_day
from leadercli.trouble import Trouble
from leadercli.tui.rows import Row
from leadercli.tui.understanding import quick_trouble, understood_words
from leadercli.tui.widgets.prompt import Question

if TYPE_CHECKING:
    from leadercli.tui.screens.base import LeaderScreen

NOT_HERE = N_("This key does nothing on this line.")


def done(screen: LeaderScreen, row: Row) -> None:
    """Done, raised, followed up; done again opens it again."""
    journal, texts = screen.journal, screen.texts
    if row.kind == "agreement":
        agreement = journal.agreements.named(row.record)
        if agreement.state == "open":
            journal.agreements.complete(agreement.id)
            screen.notice(texts.t("Done: {text} · u takes it back", text=agreement.text))
        else:
            journal.agreements.reopen(agreement.id)
            screen.notice(texts.t("Open again: {text}", text=agreement.text))
    elif row.kind == "inbox":
        item = journal.inbox.shelf.named(row.record)
        if item.raised is None:
            journal.inbox.tick(item.id)
            screen.notice(texts.t("Raised: {text} · u takes it back", text=item.text))
        else:
            journal.inbox.untick(item.id)
            screen.notice(texts.t("Carried over: {text}", text=item.text))
    elif row.kind == "feedback":
        journal.feedback.followed(row.record)
        screen.notice(texts.t("Followed up · u takes it back"))
    else:
        screen.notice(texts.t(NOT_HERE))


def drop(screen: LeaderScreen, row: Row) -> None:
    """Let go: an agreement is dropped, a planned conversation cancelled, a follow-up forgotten."""
    journal, texts = screen.journal, screen.texts
    if row.kind == "agreement":
        agreement = journal.agreements.named(row.record)
        journal.agreements.drop(agreement.id)
        screen.notice(texts.t("Dropped: {text} · u takes it back", text=agreement.text))
    elif row.kind == "feedback":
        journal.feedback.look_again(row.record, None)
        screen.notice(texts.t("No longer to be followed up · u takes it back"))
    elif row.kind == "inbox":
        journal.inbox.remove(row.record)
        screen.notice(texts.t("Put in the bin · u takes it back"))
    elif row.kind == "meeting":
        _cancel(screen, row)
    else:
        screen.notice(texts.t(NOT_HERE))


def delete(screen: LeaderScreen, row: Row) -> None:
    """Put in the bin."""
    journal, texts = screen.journal, screen.texts
    removers: dict[str, Callable[[str], None]] = {
        "agreement": journal.agreements.remove,
        "inbox": journal.inbox.remove,
        "feedback": journal.feedback.remove,
        "meeting": journal.meetings.remove,
        "person": journal.people.remove,
    }
    if row.kind not in removers:
        screen.notice(texts.t(NOT_HERE))
        return
    removers[row.kind](row.record)
    screen.notice(texts.t("Put in the bin · u takes it back"))


def move(screen: LeaderScreen, row: Row) -> None:
    """Ask for a new date: space a day on, + a week on, or typed, with a reason after it."""
    if not _has_date(screen, row):
        screen.notice(screen.texts.t(NOT_HERE))
        return
    due = _date_of(screen, row)
    base = max(due, screen.today) if due else screen.today

    def set_to(day: date | None, reason: str = "") -> None:
        _set_date(screen, row, day, reason)

    def submit(typed: str, _: str) -> None:
        set_to(*_read_move(screen, typed))

    screen.prompt.ask(
        Question(
            f"move:{row.id}",
            screen.texts.t("New date:"),
            submit,
            preview=lambda typed: _move_preview(screen, typed, base),
            instant={
                " ": lambda: set_to(base + timedelta(days=1)),
                "+": lambda: set_to(base + timedelta(weeks=1)),
            },
        )
    )


def edit(screen: LeaderScreen, row: Row) -> None:
    """Ask for new words; an agreement is written as one line, with >owner and date."""
    texts, journal = screen.texts, screen.journal
    if row.kind == "agreement":
        agreement = journal.agreements.named(row.record)
        screen.prompt.ask(
            Question(
                f"edit:{row.id}",
                texts.t("Agreement:"),
                lambda typed, _: _reword_agreement(screen, row.record, typed),
                value=agreement.text,
                preview=lambda typed: understood_words(screen, typed, agreement.person_id),
            )
        )
    elif row.kind == "inbox":
        item = journal.inbox.shelf.named(row.record)

        def reword(typed: str, _: str) -> None:
            if typed.strip():
                journal.inbox.edit(item.id, typed.strip())

        screen.prompt.ask(Question(f"edit:{row.id}", texts.t("Next time:"), reword, value=item.text))
    else:
        screen.notice(texts.t(NOT_HERE))


def add(screen: LeaderScreen, about: str = "") -> None:
    """Ask for a new agreement in one line."""

    def submit(typed: str, _: str) -> None:
        quick = read_quick(typed, screen.today)
        meant = resolve(quick, screen.journal.people.here(), screen.journal.people.get(about))
        trouble = quick_trouble(meant)
        if trouble:
            raise trouble
        keep_quick(screen, meant)

    name = screen.journal.people.name(about)
    label = screen.texts.t("Agreement with {name}:", name=name) if name else screen.texts.t("Agreement:")
    screen.prompt.ask(
        Question(f"add:{about}", label, submit, preview=lambda typed: understood_words(screen, typed, about))
    )


def keep_quick(screen: LeaderScreen, meant: object) -> None:
    """Keep what a quick line was understood as: an agreement, something for next time, or feedback."""
    from leadercli.model.quick import Understood

    assert isinstance(meant, Understood)
    journal, texts = screen.journal, screen.texts
    if meant.kind in ("inbox", "praise", "better") and not meant.person_id:
        raise Trouble(N_("Say whom it is about: @name."))
    if meant.kind == "inbox":
        journal.inbox.put(meant.person_id, meant.text, private=meant.private)
        screen.notice(texts.t("For next time: {text} · u takes it back", text=meant.text))
    elif meant.kind in ("praise", "better"):
        journal.feedback.note(meant.person_id, "praise" if meant.kind == "praise" else "better", meant.text, meant.due)
        screen.notice(texts.t("Noted: {text} · u takes it back", text=meant.text))
    else:
        journal.agreements.agree(
            meant.text, person_id=meant.person_id, owner=meant.owner, due=meant.due, private=meant.private
        )
        screen.notice(texts.t("Agreed: {text} · u takes it back", text=meant.text))


def _reword_agreement(screen: LeaderScreen, id_: str, typed: str) -> None:
    journal = screen.journal
    agreement = journal.agreements.named(id_)
    quick = read_quick(typed, screen.today)
    about = journal.people.get(agreement.person_id)
    meant = resolve(quick, journal.people.here(), about)
    trouble = quick_trouble(meant)
    if trouble:
        raise trouble
    from leadercli.model.quick import Understood

    assert isinstance(meant, Understood)
    fields = {"text": meant.text}
    if quick.person is not None:
        fields["person"] = meant.person_id
    if quick.owner is not None:
        fields["owner"] = meant.owner
    with journal.batch("edit_agreement", meant.text):
        journal.agreements.edit(id_, fields)
        if meant.due:
            journal.agreements.adjust(id_, meant.due)
    screen.notice(screen.texts.t("Edited: {text} · u takes it back", text=meant.text))


def _cancel(screen: LeaderScreen, row: Row) -> None:
    def submit(reason: str, _: str) -> None:
        screen.journal.meetings.cancel(row.record, reason.strip())
        screen.notice(screen.texts.t("Cancelled · u takes it back"))

    meeting = screen.journal.meetings.get(row.record)
    if meeting is None or meeting.state != "planned":
        screen.notice(screen.texts.t("Only a planned conversation can be cancelled."))
        return
    screen.prompt.ask(Question(f"cancel:{row.id}", screen.texts.t("Cancelled. Why? (⏎ without a reason)"), submit))


def _has_date(screen: LeaderScreen, row: Row) -> bool:
    if row.kind == "meeting":
        meeting = screen.journal.meetings.get(row.record)
        return meeting is not None and meeting.state == "planned"
    return row.kind in ("agreement", "feedback")


def _date_of(screen: LeaderScreen, row: Row) -> date | None:
    if row.kind == "agreement":
        return screen.journal.agreements.named(row.record).due
    if row.kind == "feedback":
        return screen.journal.feedback.shelf.named(row.record).follow_up
    return screen.journal.meetings.shelf.named(row.record).day


def _set_date(screen: LeaderScreen, row: Row, day: date | None, reason: str) -> None:
    journal, texts = screen.journal, screen.texts
    if row.kind == "agreement":
        journal.agreements.adjust(row.record, day, reason)
    elif row.kind == "feedback":
        journal.feedback.look_again(row.record, day)
    elif day is not None:
        journal.meetings.move(row.record, day, reason)
    words = say_day(day, screen.today, texts.lang) if day else texts.t("no date")
    screen.notice(texts.t("Moved to {date} · u takes it back", date=words))


def _read_move(screen: LeaderScreen, typed: str) -> tuple[date | None, str]:
    typed = typed.strip()
    if typed in ("-", "–"):
        return None, ""
    day, reason = leading_date(typed, screen.today)
    if day is None:
        raise Trouble(
            N_("“{date}” is not a date I know. Try fri, 14/11, in 2 weeks, week 48 – or - for no date."), date=typed
        )
    return day, reason.strip(" ,;:–-")


def _move_preview(screen: LeaderScreen, typed: str, base: date) -> str:
    texts = screen.texts
    if not typed.strip():
        day = say_day(base + timedelta(days=1), screen.today, texts.lang)
        week = say_day(base + timedelta(weeks=1), screen.today, texts.lang)
        return texts.t("space: {day} · +: {week} · or a date, then why", day=day, week=week)
    day_meant, reason = leading_date(typed, screen.today)
    if day_meant is None:
        return ""
    said = say_day(day_meant, screen.today, texts.lang)
    return texts.t("{date}, because: {reason}", date=said, reason=reason) if reason.strip() else said
