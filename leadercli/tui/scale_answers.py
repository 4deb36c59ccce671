"""Gather what a week answered, as lines to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadercli.locale.scale_names import item_name
from leadercli.model.scale.week import Sheet
from leadercli.tui.scale_questions import LABELS, MOVED_WORDS
from leadercli.tui.widgets.answers_view import Answer

if TYPE_CHECKING:
    from leadercli.tui.screens.base import LeaderScreen


def answers(screen: LeaderScreen, sheet: Sheet) -> list[Answer]:
    """Give the four answers of a week, empty ones too."""
    texts, week = screen.texts, sheet.week
    given = {
        "note": week.note,
        "balance": week.balance,
        "turn_down": _turned(screen, sheet, week.turn_down, week.steps.get("turn_down", "")),
        "turn_up": _turned(screen, sheet, week.turn_up, week.steps.get("turn_up", "")),
    }
    return [Answer(name, texts.t(label), given[name]) for name, label in LABELS.items()]


def moved_answers(screen: LeaderScreen, sheet: Sheet) -> list[Answer]:
    """Give what the week said about the items that the one before wanted to turn."""
    texts = screen.texts
    return [
        Answer("", texts.t("Moved:"), f"{_name(screen, sheet, item_id)} · {texts.t(MOVED_WORDS.get(word, word))}")
        for item_id, word in sheet.week.moved.items()
    ]


def _turned(screen: LeaderScreen, sheet: Sheet, item_id: str, step_id: str) -> str:
    if not item_id:
        return ""
    parts = [_name(screen, sheet, item_id)]
    step = screen.journal.agreements.get(step_id) if step_id else None
    if step is not None and step.deleted is None:
        parts.append(step.text)
        if step.state == "done":
            parts.append(screen.texts.t("done"))
        elif step.state == "dropped":
            parts.append(screen.texts.t("dropped"))
    return " · ".join(parts)


def _name(screen: LeaderScreen, sheet: Sheet, item_id: str) -> str:
    item = next((item for item in sheet.everything if item.id == item_id), None)
    return item_name(item, screen.texts) if item else item_id
