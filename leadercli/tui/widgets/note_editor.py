"""The editor of a note: plain text, with what a marked line was understood as at its right."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from rich.cells import cell_len
from rich.segment import Segment
from rich.text import Text
from textual.cache import LRUCache
from textual.strip import Strip
from textual.widgets import TextArea

from leadercli.model.text import plain, plain_line

Understand = Callable[[str], tuple[str, ...]]
"""Says what a line means, in a few words and in fewer; nothing for a line that is only text."""

SIGNS = frozenset("!?+=%")
"""What a line that may mean something begins with, after white space."""


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
        &:nocolor .text-area--selection { text-style: reverse; }
    }
    """

    def __init__(self, text: str, understand: Understand) -> None:
        super().__init__(text, soft_wrap=True, show_line_numbers=False, compact=True, highlight_cursor_line=False)
        self.match_cursor_bracket = False
        self._understand = understand
        self._still: LRUCache[Hashable, Strip] = LRUCache(500)

    def get_line(self, line_index: int) -> Text:
        """Hand over a line to be drawn, without what could steer the terminal; the note itself keeps it."""
        return Text(plain(self.document.get_line(line_index)), end="", no_wrap=True)

    def render_line(self, y: int) -> Strip:
        """Draw a stretch of a line, and the line's meaning at the right of its last one.

        A text area that wraps draws every line anew at every key. Lines that the cursor does not stand on are
        kept here instead, by their text and all that can change how they look.
        """
        row, stretch = self._place(y + self.scroll_offset.y)
        text = self.document.get_line(row) if row >= 0 else ""
        # The size changes a moment before the text is wrapped to it, so the breaks of the line are part of the key.
        breaks = tuple(self.wrapped_document.get_offsets(row)) if row >= 0 else ()
        ends = row >= 0 and stretch == len(breaks)
        words = self._understand(text) if ends and text[:6].strip()[:1] in SIGNS else ()
        tail = text[breaks[-1] :] if breaks else text
        start, end = self.selection
        if start != end or end[0] == row:
            return self._with_meaning(super().render_line(y), tail, words)
        key = (row < 0, breaks, text, stretch, words, self.size, self.app.theme, self.has_focus)
        strip = self._still.get(key)
        if strip is None:
            strip = self._still[key] = self._with_meaning(super().render_line(y), tail, words)
        return strip

    def _place(self, at: int) -> tuple[int, int]:
        """Tell which line of the text stands at a height, and which stretch of it; (-1, 0) below the text."""
        # The public offset_to_location wraps the line again for each call, which is most of what a key costs.
        places = self.wrapped_document._offset_to_line_info
        return places[at] if at < len(places) else (-1, 0)

    def _with_meaning(self, strip: Strip, tail: str, forms: tuple[str, ...]) -> Strip:
        if not forms:
            return strip
        room = self.size.width - self.gutter.width - cell_len(tail) - 3
        words = next((form for form in forms if cell_len(form) <= room), "")
        if not words:
            return strip
        style = self.get_component_rich_style("note-editor--meaning", partial=True)
        head = strip.crop(0, strip.cell_length - cell_len(words) - 1)
        return Strip([*head, Segment(plain_line(words) + " ", self.rich_style + style)])
