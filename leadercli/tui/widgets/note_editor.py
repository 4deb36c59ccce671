"""The editor of a note: plain text, with what a marked line was understood as at its right."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Offset
from textual.strip import Strip
from textual.widgets import TextArea

from leadercli.model.plain import plain_line

Understand = Callable[[str], str]
"""Says in a few words what a line means; "" for a line that is only text."""


class NoteEditor(TextArea):
    """A text area that writes, beside each marked line with room for it, what the line means."""

    COMPONENT_CLASSES = TextArea.COMPONENT_CLASSES | {"note-editor--meaning"}
    DEFAULT_CSS = """
    NoteEditor {
        border: none;
        padding: 0 1;
        background: $background;
        scrollbar-size-vertical: 1;
        &:focus { border: none; }
        & > .note-editor--meaning { color: $accent; }
        & .text-area--cursor-line { background: $background; }
    }
    """

    def __init__(self, text: str, understand: Understand) -> None:
        super().__init__(text, soft_wrap=True, show_line_numbers=False, compact=True, highlight_cursor_line=False)
        self._understand = understand

    def render_line(self, y: int) -> Strip:
        """Draw a line of the text, and its meaning where it ends the line's first stretch."""
        strip = super().render_line(y)
        at = y + self.scroll_offset.y
        if at >= self.wrapped_document.height:
            return strip
        line, column = self.wrapped_document.offset_to_location(Offset(0, at))
        if column:
            return strip
        text = self.document.get_line(line)
        return self._with_meaning(strip, text) if text[:6].strip()[:1] in _SIGNS else strip

    def _with_meaning(self, strip: Strip, text: str) -> Strip:
        words = self._understand(text)
        width = self.size.width
        needed = cell_len(words) + 1
        if not words or cell_len(text) + 3 + needed > width - self.gutter.width:
            return strip
        style = self.get_component_rich_style("note-editor--meaning", partial=True)
        head = strip.crop(0, strip.cell_length - needed)
        return Strip([*head, Segment(plain_line(words) + " ", self.rich_style + style)])


_SIGNS = frozenset("!?+=%")
