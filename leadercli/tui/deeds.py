"""What single keys do where the cursor stands: each kind of row answers done, drop and bin in its own way."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from leadercli.locale import N_
from leadercli.tui.widgets.prompt import Question
from leadercli.tui.widgets.rows import Row
from leadercli.words.agreements import OPEN_AGAIN

if TYPE_CHECKING:
    from leadercli.tui.base.screen import LeaderScreen

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
            screen.notice(texts.t(OPEN_AGAIN, text=agreement.text))
    elif row.kind == "inbox":
        item = journal.inbox.named(row.record)
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


def _cancel(screen: LeaderScreen, row: Row) -> None:
    def submit(reason: str, _: str) -> None:
        screen.journal.meetings.cancel(row.record, reason.strip())
        screen.notice(screen.texts.t("Cancelled · u takes it back"))

    meeting = screen.journal.meetings.get(row.record)
    if meeting is None or meeting.state != "planned":
        screen.notice(screen.texts.t("Only a planned conversation can be cancelled."))
        return
    screen.prompt.ask(Question(f"cancel:{row.id}", screen.texts.t("Cancelled. Why? (⏎ without a reason)"), submit))
