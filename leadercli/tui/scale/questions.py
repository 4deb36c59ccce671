"""The questions after the ratings, one after the other at the bottom, and what was answered, as lines to show."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from leadercli.errors import AppError
from leadercli.locale import N_
from leadercli.model.records import ScaleItem
from leadercli.model.scale.balance import rating
from leadercli.model.scale.due import Ask
from leadercli.model.scale.week import Sheet
from leadercli.model.text import fold
from leadercli.tui.scale.balance_view import Answer
from leadercli.tui.widgets.prompt import Choice, Question
from leadercli.words.entry import understand, understood_words
from leadercli.words.fields import state_words
from leadercli.words.scale import MOVED_WORDS, ask_words, item_name

if TYPE_CHECKING:
    from datetime import date

    from leadercli.journal.journal import Journal
    from leadercli.journal.verbs.scale import Turned
    from leadercli.locale.texts import Texts
    from leadercli.model.entry.quick_line import Understood
    from leadercli.tui.base.screen import LeaderScreen


QUESTIONS = ("note", "balance", "turn_down", "turn_up")
LABELS = {
    "note": N_("Fills most:"),
    "balance": N_("Balance:"),
    "turn_down": N_("Turn down:"),
    "turn_up": N_("Turn up:"),
}
ASKED = {
    "note": N_("What fills most this week?"),
    "balance": N_("How is the balance here and now?"),
    "turn_down": N_("Is there a load that needs turning down? Type part of its name, or ↓"),
    "turn_up": N_("Is there a resource that needs turning up? Type part of its name, or ↓"),
}
# Both languages' initials work whichever is shown: yes/ja, a little/lidt, no/nej.
MOVED_KEYS = {"y": "yes", "j": "yes", "a": "little", "l": "little", "n": "no"}
NONE = "-"


class Asking(Protocol):
    """The screen of a week, as far as its questions need it."""

    sheet: Sheet

    @property
    def journal(self) -> Journal:
        """The open journal."""

    @property
    def texts(self) -> Texts:
        """The person's language."""

    @property
    def today(self) -> date:
        """What day it is."""

    def ask(self, question: Question) -> None:
        """Ask something in the line at the bottom."""

    def show_question(self, where: str, sentence: str) -> None:
        """Show which answer is asked for, and the question in full."""

    def record(self, **answered: Any) -> None:
        """Write answers of the week that is shown. Raises AppError."""

    def agree_step(self, side: Turned, meant: Understood) -> None:
        """Agree the own next step of a side in the week that is shown. Raises AppError."""

    def trouble(self, trouble: AppError) -> None:
        """Say what went wrong."""

    def end_questions(self) -> None:
        """Show the week again."""


class ScaleQuestions:
    """Ask a week's questions on the scale's screen. Each answer is saved when it is given."""

    def __init__(self, screen: Asking) -> None:
        self._screen = screen
        self._texts = screen.texts
        self._week = screen.sheet.week.week
        self._asks: deque[Ask] = deque()
        self._left: deque[Callable[[], None]] = deque()

    def all(self) -> None:
        """Ask what moved since last time, then all four."""
        self._asks = deque(self._screen.sheet.asks)
        self._left = deque(self._asker(name) for name in QUESTIONS)
        self._next()

    def one(self, name: str) -> None:
        """Ask one of the four."""
        self._left = deque([self._asker(name)])
        self._next()

    def _asker(self, name: str) -> Callable[[], None]:
        if name == "turn_down":
            return partial(self._ask_turn, "turn_down")
        if name == "turn_up":
            return partial(self._ask_turn, "turn_up")
        return partial(self._ask_line, name)

    def _next(self) -> None:
        if self._asks:
            self._ask_moved(self._asks[0])
        elif self._left:
            self._left.popleft()()
        else:
            self._screen.end_questions()

    def _ask(self, name: str, sentence: str, question: Question) -> None:
        self._screen.show_question(name, sentence)
        self._screen.ask(question)

    def _ask_line(self, name: str) -> None:
        before = getattr(self._screen.sheet.week, name)

        def submit(typed: str, _: str) -> None:
            typed = " ".join(typed.split())
            if typed != before:
                self._screen.record(**{name: typed})
            self._next()

        question = Question(f"scale:{self._week}:{name}", self._texts.t(LABELS[name]), submit, value=before)
        self._ask(name, self._texts.t(ASKED[name]), question)

    def _ask_moved(self, ask: Ask) -> None:
        texts = self._texts
        step = self._screen.journal.agreements.get(ask.step) if ask.step else None
        sentence = ask_words(ask, self._name(ask.item_id), step.text if step else "", texts)

        def answer(word: str) -> None:
            try:
                self._screen.record(moved={ask.item_id: word})
            except AppError as trouble:
                self._screen.trouble(trouble)
                return
            self._asks.popleft()
            self._next()

        def submit(typed: str, _: str) -> None:
            if typed.strip():
                word = MOVED_KEYS.get(typed.strip()[0].lower())
                if word is None:
                    raise AppError(N_("Press one key: y for yes, a for a little, n for no."))
                answer(word)
                return
            self._asks.clear()
            self._next()

        question = Question(
            "scale:moved",
            texts.t("Moved?"),
            submit,
            preview=lambda _: texts.t("y yes · a a little · n no · ⏎ later"),
            instant={key: partial(answer, word) for key, word in MOVED_KEYS.items()},
        )
        self._ask("", sentence, question)

    def _ask_turn(self, side: Turned) -> None:
        texts, week = self._texts, self._screen.sheet.week
        before = week.turn_down if side == "turn_down" else week.turn_up

        def submit(typed: str, chosen: str) -> None:
            if not chosen:
                raise AppError(N_("No item is called “{name}”. Type part of a name, or nothing."), name=typed)
            item_id = "" if chosen == NONE else chosen
            if item_id != before:
                self._screen.record(steps={side: ""}, **{side: item_id})
            if item_id and not (item_id == before and week.steps.get(side)):
                self._ask_step(side, item_id)
            else:
                self._next()

        question = Question(
            f"scale:{side}", texts.t(LABELS[side]), submit, choices=lambda typed: self._choices(side, before, typed)
        )
        self._ask(side, texts.t(ASKED[side]), question)

    def _ask_step(self, side: Turned, item_id: str) -> None:
        texts, screen = self._texts, self._screen

        def submit(typed: str, _: str) -> None:
            if typed.strip():
                self._agree(side, typed)
            self._next()

        def preview(typed: str) -> str:
            if not typed.strip():
                return texts.t("It becomes your next step: what, and when · ⏎ for none")
            return understood_words(texts, screen.journal.people, screen.today, typed)

        sentence = texts.t("{name}: what will you do yourself, and when?", name=self._name(item_id))
        question = Question(f"scale:step:{item_id}", texts.t("My step:"), submit, preview=preview)
        self._ask(side, sentence, question)

    def _agree(self, side: Turned, typed: str) -> None:
        self._screen.agree_step(side, understand(typed, self._screen.journal.people, self._screen.today))

    def _choices(self, side: Turned, before: str, typed: str) -> list[Choice]:
        """List the items of a side, the ones that weigh most or carry least first."""
        sheet = self._screen.sheet
        sign = -1 if side == "turn_down" else 1
        wanted = "load" if side == "turn_down" else "resource"

        def rank(item: ScaleItem) -> tuple[bool, int]:
            return item.id != before, sign * (rating(sheet.week, item.id) or 3)

        members = sorted((item for item in sheet.items if item.side == wanted and not item.retired), key=rank)
        folded = fold(" ".join(typed.split()))
        found = [Choice(self._label(item), item.id) for item in members if folded in fold(self._label(item))]
        if folded:
            return found
        skip = Choice(self._texts.t("none"), NONE)
        return [found[0], skip, *found[1:]] if before and found and found[0].value == before else [skip, *found]

    def _label(self, item: ScaleItem) -> str:
        value = rating(self._screen.sheet.week, item.id)
        name = item_name(item, self._texts)
        return f"{name} {value}" if value else name

    def _name(self, item_id: str) -> str:
        item = next(item for item in self._screen.sheet.everything if item.id == item_id)
        return item_name(item, self._texts)


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
        if step.state == "done" or step.state == "dropped":
            parts.append(state_words(step.state, screen.texts))
    return " · ".join(parts)


def _name(screen: LeaderScreen, sheet: Sheet, item_id: str) -> str:
    item = next((item for item in sheet.everything if item.id == item_id), None)
    return item_name(item, screen.texts) if item else item_id
