"""The line at the bottom: asks one thing without covering the screen, and says what came of the last command."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from leadercli.errors import AppError
from leadercli.locale.texts import Texts
from leadercli.model.text import plain_line
from leadercli.tui.widgets.prompt_memory import PromptField, PromptMemory

if TYPE_CHECKING:
    from leadercli.journal.local.drafts import Unsent

AT_ONCE = 6
"""How many choices are shown."""
KEPT_AFTER = 0.5
"""Seconds from a key to the typed text on disk."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that the typed text can mean."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. `kind` is under which unsent text is kept.

    `submit` gets the text and the chosen value ("" without choices) and raises AppError to ask again. `preview`
    says what is understood; `choices` lists what the text can mean; `instant` acts at once on a key while the
    line is empty; `left` is called when the question is left without an answer.
    """

    kind: str
    label: str
    submit: Callable[[str, str], None]
    value: str = ""
    preview: Callable[[str], str] | None = None
    choices: Callable[[str], Sequence[Choice]] | None = None
    instant: Mapping[str, Callable[[], None]] = field(default_factory=dict)
    left: Callable[[], None] | None = None


class Prompt(Vertical):
    """A question in its field, with what it means or can mean above it; a notice when nothing is asked."""

    DEFAULT_CSS = """
    Prompt {
        height: auto; padding: 0 1; background: $background;
        & > .prompt--said { height: auto; min-height: 1; max-height: 4; color: $quiet; }
        &.-asking > .prompt--said { color: $foreground; }
        &.-asking > .prompt--said.-trouble { color: $overdue; }
        & > Horizontal { height: 1; display: none; }
        &.-asking > Horizontal { display: block; background: $surface; }
        & .prompt--label { width: auto; color: $accent; text-style: bold; margin-right: 1; }
        & PromptField { width: 1fr; }
    }
    """

    def __init__(self, texts: Texts, unsent: Callable[[], Unsent | None] = lambda: None) -> None:
        super().__init__()
        self.texts = texts
        self._question: Question | None = None
        self._memory = PromptMemory(unsent)
        self._waits = False
        self._keeping: asyncio.Task[None] | None = None
        self._before: Widget | None = None
        self._chosen = 0
        self._said = Static(classes="prompt--said")
        self._label = Static(classes="prompt--label")
        self._input = PromptField(self)

    def compose(self) -> ComposeResult:
        """What is said, over label and field."""
        yield self._said
        with Horizontal():
            yield self._label
            yield self._input

    def on_unmount(self) -> None:
        """Keep what was typed to the last letter: the screen goes, perhaps with the program."""
        if self._question is not None:
            with suppress(OSError):  # there is no place left to say it
                self._keep_unsent()()

    @property
    def asking(self) -> bool:
        """Whether something is being asked."""
        return self._question is not None

    def notice(self, text: str) -> None:
        """Say what came of a command. Stays until the next one."""
        if not self.asking:
            self._said.update(Content(plain_line(text)))

    def ask(self, question: Question) -> None:
        """Ask; the focus comes here until it is answered or left."""
        if self._question is None:
            # A question that follows another at once: the focus still stands in the field.
            if self.screen.focused is not self._input:
                self._before = self.screen.focused
        else:
            self._keep_unsent()
        self._question = question
        self._chosen = 0
        self._label.update(Content(plain_line(question.label)))
        kept = self._memory.begin(question)
        self._fill(kept or question.value)
        if kept:
            # Typing replaces what was left, an arrow key goes on with it.
            self._input.select_all()
        self.add_class("-asking")
        self._input.focus()
        self._say()

    def close(self, *, keep: bool) -> None:
        """End the question. What was typed is kept for the next of its kind if asked."""
        if self._question is None:
            return
        self._keep_unsent(forget=not keep)
        left = self._question.left if keep else None
        self._end()
        if left is not None:
            left()
        self._fold()

    def _end(self) -> None:
        self._question = None
        self._said.update("")

    def _fold(self) -> None:
        """Put the field away, unless another question has followed: hiding it in between would lose the focus."""
        if self._question is not None:
            return
        self.remove_class("-asking")
        if self.screen.focused in (None, self._input) and self._before is not None and self._before.is_attached:
            self._before.focus()

    def take_key(self, key: str, character: str | None) -> bool:
        """Act on a key that means something of its own: up and down among choices, an instant one on an empty line.

        A line that is all selected counts as empty, as typing would replace it.
        """
        question = self._question
        if question is None:
            return False
        act = question.instant.get(character or key)
        if act is not None and self._input.selected_text == self._input.value:
            self._end()
            self._do(question, "", act)
            self._fold()
            return True
        if question.choices is not None and key in ("up", "down"):
            self._chosen = max(0, self._chosen + (1 if key == "down" else -1))
            self._say()
            return True
        return False

    def complete(self) -> None:
        """Fill in the chosen suggestion."""
        choices = self._choices()
        if choices:
            self._fill(choices[self._chosen].label)

    def answer(self) -> None:
        """Hand over the answer. If it cannot be used, say why and keep asking."""
        question = self._question
        if question is None:
            return
        choices = self._choices()
        chosen = choices[self._chosen].value if choices else ""
        typed = self._input.value
        self._end()
        self._do(question, typed, lambda: question.submit(typed, chosen))
        self._fold()

    def _do(self, question: Question, typed: str, act: Callable[[], None]) -> None:
        forget = self._memory.answering(question)
        try:
            act()
            forget()
        except AppError as trouble:
            self.ask(question)
            self._fill(typed)
            self._say_trouble(trouble)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value != self._filled:
            self._filled = event.value
            self._chosen = 0
            self._say()
            if not self._waits:
                self._waits = True
                self.set_timer(KEPT_AFTER, self._keep_soon)

    _filled = ""

    def _fill(self, text: str) -> None:
        self._filled = text
        with self.prevent(Input.Changed):
            self._input.value = text
        self._input.cursor_position = len(text)

    def _keep_soon(self) -> None:
        self._waits = False
        if self._question is not None:
            finish = self._keep_unsent()
            self._keeping = asyncio.create_task(_finished(finish))

    def _keep_unsent(self, *, forget: bool = False) -> Callable[[], None]:
        question = self._question
        assert question
        typed = self._input.value
        worth = typed.strip() and typed != question.value and not forget
        return self._memory.keep(question, typed if worth else "")

    def _choices(self) -> Sequence[Choice]:
        question = self._question
        found = question.choices(self._input.value) if question and question.choices else ()
        self._chosen = min(self._chosen, max(0, len(found) - 1))
        return found

    def _say_trouble(self, trouble: AppError) -> None:
        self._said.update(Content(plain_line(trouble.sentence(self.texts))))
        self._said.add_class("-trouble")

    def _say(self) -> None:
        question = self._question
        if question is None:
            return
        self._said.remove_class("-trouble")
        parts = _choice_words(self._choices(), self._chosen)
        if question.preview is not None:
            parts.append(Content(plain_line(question.preview(self._input.value))))
        self._said.update(Content.assemble(*parts))


def _choice_words(choices: Sequence[Choice], chosen: int) -> list[Content | str]:
    """Write the choices around the chosen one, as many as a line may hold."""
    first = max(0, chosen - AT_ONCE + 1)
    parts: list[Content | str] = []
    for at, choice in enumerate(choices[first : first + AT_ONCE], first):
        mark = at == chosen
        label = plain_line(("▸" if mark else " ") + choice.label)
        parts += [Content.styled(label, "bold $accent" if mark else ""), "  "]
    return parts


async def _finished(finish: Callable[[], None]) -> None:
    with suppress(OSError):  # the words still stand in the field
        await asyncio.to_thread(finish)
