"""Write and reword: an agreement in one line with @name, >owner and date; a point for next time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leadercli.errors import AppError
from leadercli.locale import N_
from leadercli.model.entry.quick_line import Understood
from leadercli.model.records import Agreement
from leadercli.tui.deeds import NOT_HERE
from leadercli.tui.widgets.prompt import Question
from leadercli.tui.widgets.rows import Row
from leadercli.words.entry import agreement_words, read_line, understand, understood_words

if TYPE_CHECKING:
    from leadercli.tui.base.screen import LeaderScreen


def edit(screen: LeaderScreen, row: Row) -> None:
    """Ask for new words; an agreement is written as one line, with >owner and date where they shall change."""
    if row.kind == "agreement":
        _edit_agreement(screen, row)
    elif row.kind == "inbox":
        _edit_inbox(screen, row)
    elif row.kind == "meeting":
        _edit_talk(screen, row)
    else:
        screen.notice(screen.texts.t(NOT_HERE))


def _edit_agreement(screen: LeaderScreen, row: Row) -> None:
    agreement = screen.journal.agreements.named(row.record)

    def preview(typed: str) -> str:
        try:
            meant = _reworded(screen, agreement, typed)
        except AppError as trouble:
            return trouble.sentence(screen.texts)
        return agreement_words(screen.texts, screen.journal.people, meant, screen.today)

    def submit(typed: str, _: str) -> None:
        meant = _reworded(screen, agreement, typed)
        fields = {"text": meant.text, "person": meant.person_id, "owner": meant.owner}
        present = {"text": agreement.text, "person": agreement.person_id, "owner": agreement.owner}
        changed = {name: value for name, value in fields.items() if value != present[name]}
        with screen.journal.batch("edit_agreement", meant.text):
            if changed:
                screen.journal.agreements.edit(agreement.id, changed)
            screen.journal.agreements.adjust(agreement.id, meant.due)
        screen.notice(screen.texts.t("Edited: {text} · u takes it back", text=meant.text))

    screen.prompt.ask(
        Question(f"edit:{row.id}", screen.texts.t("Agreement:"), submit, value=agreement.text, preview=preview)
    )


def _reworded(screen: LeaderScreen, agreement: Agreement, typed: str) -> Agreement:
    """Read a reworded agreement: what its new line does not say stays. Raises AppError."""
    if typed.strip() == agreement.text:
        return agreement
    quick, meant = read_line(typed, screen.journal.people, screen.today, agreement.person_id)
    return replace(
        agreement,
        text=meant.text,
        person_id=agreement.person_id if quick.person is None and quick.owner is None else meant.person_id,
        owner=agreement.owner if quick.owner is None else meant.owner,
        due=meant.due or agreement.due,
    )


def _edit_inbox(screen: LeaderScreen, row: Row) -> None:
    item = screen.journal.inbox.named(row.record)

    def submit(typed: str, _: str) -> None:
        text = " ".join(typed.split())
        if not text:
            raise AppError(N_("What shall be raised next time? Write a few words."))
        screen.journal.inbox.edit(item.id, text)
        screen.notice(screen.texts.t("Edited: {text} · u takes it back", text=text))

    screen.prompt.ask(Question(f"edit:{row.id}", screen.texts.t("Next time:"), submit, value=item.text))


def _edit_talk(screen: LeaderScreen, row: Row) -> None:
    from leadercli.tui import talk_deeds

    meeting = screen.journal.meetings.get(row.record)
    if meeting is None or meeting.state != "planned":
        screen.notice(screen.texts.t(NOT_HERE))
    else:
        talk_deeds.edit(screen, meeting)


def add(screen: LeaderScreen, about: str = "") -> None:
    """Ask for a new agreement in one line."""

    def submit(typed: str, _: str) -> None:
        keep_quick(screen, understand(typed, screen.journal.people, screen.today, about))

    def preview(typed: str) -> str:
        return understood_words(screen.texts, screen.journal.people, screen.today, typed, about)

    name = screen.journal.people.name(about)
    label = screen.texts.t("Agreement with {name}:", name=name) if name else screen.texts.t("Agreement:")
    screen.prompt.ask(Question(f"add:{about}", label, submit, preview=preview))


def keep_quick(screen: LeaderScreen, meant: Understood) -> None:
    """Keep what a quick line was understood as: an agreement, something for next time, or feedback."""
    journal, texts = screen.journal, screen.texts
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
