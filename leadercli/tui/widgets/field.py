"""A line to type in, with or without a label. Whatever was pasted is kept; what reaches the screen is filtered."""

from __future__ import annotations

from rich.highlighter import Highlighter
from rich.text import Text
from textual.widgets import Input

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
