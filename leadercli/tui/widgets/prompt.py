"""The line at the bottom: asks one thing without covering the screen, and says what came of the last command."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from leadercli.locale.texts import Texts
from leadercli.model.plain import plain_line
from leadercli.trouble import Trouble
from leadercli.tui.bindings import bindings


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that the typed text can mean."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. `kind` is under which unsent text is kept.

    `submit` gets the text and the chosen value ("" without choices) and raises Trouble to ask again. `preview`
    says what is understood; `choices` lists what the text can mean; `instant` acts at once on a key while the
    line is empty.
    """

    kind: str
    label: str
    submit: Callable[[str, str], None]
    value: str = ""
    preview: Callable[[str], str] | None = None
    choices: Callable[[str], Sequence[Choice]] | None = None
    instant: Mapping[str, Callable[[], None]] = field(default_factory=dict)


class PromptInput(Input):
    """The field of the line; it hands keys that act at once to the line."""

    BINDINGS = bindings("prompt")

    async def _on_key(self, event: events.Key) -> None:
        line = self.parent
        assert isinstance(line, Prompt)
        if line.take_key(event.key, event.character):
            event.prevent_default()
            event.stop()
            return
        await super()._on_key(event)

    def action_cancel(self) -> None:
        """Leave the question."""
        line = self.parent
        assert isinstance(line, Prompt)
        line.close(keep=True)

    def action_complete(self) -> None:
        """Fill in the chosen suggestion."""
        line = self.parent
        assert isinstance(line, Prompt)
        line.complete()

    async def action_submit(self) -> None:
        """Answer."""
        line = self.parent
        assert isinstance(line, Prompt)
        line.answer()


class Prompt(Horizontal):
    """A question with its field, or a notice when nothing is asked."""

    DEFAULT_CSS = """
    Prompt {
        height: 1; padding: 0 1; background: $background;
        & > Static { width: auto; height: 1; }
        & > .prompt--label { color: $accent; text-style: bold; margin-right: 1; }
        & > .prompt--hint { color: $quiet; margin-left: 1; max-width: 60%; }
        & > .prompt--hint.-trouble { color: $overdue; }
        & > PromptInput, & > PromptInput:focus {
            height: 1; border: none; padding: 0; width: 1fr; background: $background;
        }
        &.-asking > PromptInput { background: $surface; }
        & > PromptInput, & > .prompt--hint { display: none; }
        &.-asking > PromptInput, &.-asking > .prompt--hint { display: block; }
    }
    """

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._question: Question | None = None
        self._unsent: dict[str, str] = {}
        self._before: Widget | None = None
        self._chosen = 0
        self._label = Static(classes="prompt--label")
        self._hint = Static(classes="prompt--hint")
        self._input = PromptInput(select_on_focus=False)

    def compose(self) -> ComposeResult:
        """Label, field, hint."""
        yield self._label
        yield self._input
        yield self._hint

    @property
    def asking(self) -> bool:
        """Whether something is being asked."""
        return self._question is not None

    def notice(self, text: str) -> None:
        """Say what came of a command. Stays until the next one."""
        if not self.asking:
            self._label.update(Content.styled(plain_line(text), "not bold $quiet"))

    def ask(self, question: Question) -> None:
        """Ask; the focus comes here until it is answered or left."""
        if self._question is None:
            self._before = self.screen.focused
        self._question = question
        self._chosen = 0
        self._label.update(Content(plain_line(question.label)))
        self._input.value = question.value or self._unsent.pop(question.kind, "")
        self._input.cursor_position = len(self._input.value)
        self.add_class("-asking")
        self._input.focus()
        self._say()

    def close(self, *, keep: bool) -> None:
        """End the question. What was typed is kept for the next of its kind if asked."""
        question = self._question
        if question is None:
            return
        if keep and self._input.value != question.value and self._input.value.strip():
            self._unsent[question.kind] = self._input.value
        self._question = None
        self.remove_class("-asking")
        self._label.update("")
        if self._before is not None and self._before.is_attached:
            self._before.focus()

    def take_key(self, key: str, character: str | None) -> bool:
        """Act on a key that means something of its own: an instant one on an empty line, up and down among choices."""
        question = self._question
        if question is None:
            return False
        act = question.instant.get(character or key)
        if act is not None and not self._input.value:
            self.close(keep=False)
            act()
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
            self._input.value = choices[self._chosen].label
            self._input.cursor_position = len(self._input.value)

    def answer(self) -> None:
        """Hand over the answer. If it cannot be used, say why and keep asking."""
        question = self._question
        if question is None:
            return
        choices = self._choices()
        chosen = choices[self._chosen].value if choices else ""
        typed = self._input.value
        self.close(keep=False)
        try:
            question.submit(typed, chosen)
        except Trouble as trouble:
            self.ask(question)
            self._input.value = typed
            self._input.cursor_position = len(typed)
            self._trouble(trouble)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._chosen = 0
        self._say()

    def _trouble(self, trouble: Trouble) -> None:
        self._hint.update(Content(plain_line(trouble.sentence(self._texts))))
        self._hint.add_class("-trouble")

    def _choices(self) -> Sequence[Choice]:
        question = self._question
        found = question.choices(self._input.value) if question and question.choices else ()
        self._chosen = min(self._chosen, max(0, len(found) - 1))
        return found

    def _say(self) -> None:
        question = self._question
        if question is None:
            return
        self._hint.remove_class("-trouble")
        parts: list[Content | str] = []
        for at, choice in enumerate(self._choices()[:6]):
            mark = at == self._chosen
            parts += [
                Content.styled(plain_line(("▸" if mark else " ") + choice.label), "bold $accent" if mark else ""),
                "  ",
            ]
        if question.preview is not None:
            parts.append(Content(plain_line(question.preview(self._input.value))))
        self._hint.update(Content.assemble(*parts))
