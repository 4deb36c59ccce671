"""A line to type in, with or without a label. Whatever was pasted is kept; what reaches the screen is filtered."""

from __future__ import annotations

from collections.abc import Callable

from rich.highlighter import Highlighter
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from leadercli.model.text import plain_line


class _Filter(Highlighter):
    """Replace control characters and marks of direction where Input draws its value."""

    def highlight(self, text: Text) -> None:
        """Filter the text; its length stays."""
        text.plain = plain_line(text.plain)


class Field(Input):
    """An Input of one row without a border."""

    DEFAULT_CSS = """
    Field, Field:focus { height: 1; border: none; padding: 0; background: $surface; }
    Field:nocolor > .input--cursor, Field:nocolor > .input--selection { text-style: reverse; }
    Field:nocolor > .input--placeholder { text-style: italic; }
    """

    def __init__(self, value: str = "", *, placeholder: str = "") -> None:
        super().__init__(value, placeholder=placeholder, highlighter=_Filter(), select_on_focus=False)


class FormField(Vertical):
    """A label, a field and a line of help. `read` says what the text means, and raises ValueError with a sentence."""

    DEFAULT_CSS = """
    FormField {
        height: auto;
        & > Horizontal { height: 1; }
        & .form--label { width: 14; color: $accent; text-style: bold; }
        & Field, & Field:focus { padding: 0 1; width: 1fr; max-width: 60; }
        & > .form--meaning { height: auto; min-height: 1; padding-left: 15; color: $quiet; }
        & > .form--meaning.-trouble { color: $overdue; text-style: bold; }
    }
    """

    def __init__(self, name: str, label: str, hint: str, saved: str, typed: str, read: Callable[[str], str]) -> None:
        super().__init__()
        self.field = name
        self.saved = saved
        self._hint = hint
        self._read = read
        self._set_aside = ""
        self._label = Static(Content(plain_line(label)), classes="form--label")
        self._meaning = Static(classes="form--meaning")
        self.input = Field(typed)

    def compose(self) -> ComposeResult:
        """Label and field, and the line below."""
        with Horizontal():
            yield self._label
            yield self.input
        yield self._meaning

    def on_mount(self) -> None:
        """Say what stands there."""
        self._say(leaving=False)

    @property
    def typed(self) -> str:
        """The text in the field."""
        return self.input.value

    @property
    def changed(self) -> bool:
        """Whether the text is another than what is saved."""
        return self.typed != self.saved

    def put_back(self) -> None:
        """Show what is saved; once more, what was typed."""
        if self.changed:
            self._set_aside, self.input.value = self.typed, self.saved
        elif self._set_aside:
            self.input.value = self._set_aside
        self.input.cursor_position = len(self.typed)

    def trouble(self) -> bool:
        """Say what is wrong with the text, if anything is. Returns whether something is."""
        return self._say(leaving=True)

    @on(Input.Changed)
    def _typing(self) -> None:
        self._say(leaving=False)

    @on(Input.Blurred)
    def _left(self) -> None:
        self._say(leaving=True)

    def _say(self, *, leaving: bool) -> bool:
        try:
            words, wrong = self._read(self.typed), False
        except ValueError as error:
            words, wrong = str(error), True
        tell = wrong and (leaving or not self.changed)
        self._meaning.set_class(tell, "-trouble")
        told = words and not wrong and words.casefold() != self.typed.strip().casefold()
        shown = words if tell or told else self._hint
        self._meaning.update(Content(plain_line(shown)))
        return wrong
