"""The editor of a note: plain text, with what a marked line was understood as at its right."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.text import Text
from textual.cache import LRUCache
from textual.strip import Strip
from textual.widgets import TextArea

from leadercli.locale.texts import Texts
from leadercli.model.entry.note_line import Captured, read_line
from leadercli.model.text import plain, plain_line
from leadercli.words.agreements import owner_words
from leadercli.words.entry import beside, meaning, not_understood, with_no_date

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


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


class EndLine:
    """Tell the note's text from what stands in the editor, where an empty last line may be the editor's own.

    `wanted` says whether to give a text that ends in words such a line.
    """

    def __init__(self, text: str, *, wanted: bool) -> None:
        self._given = wanted and bool(text.rpartition("\n")[2].strip())

    def shown(self, text: str, standing: str | None = None) -> str:
        """Say what the editor shall hold for a note's text; `standing` is what it holds now, if it is open."""
        stands = standing is None or standing.endswith("\n") or text.endswith("\n")
        return f"{text}\n" if self._given and stands else text

    def without(self, standing: str) -> str:
        """Say what the note's text is when this stands in the editor: an empty last line is not of it."""
        return standing.removesuffix("\n") if self._given else standing


REMEMBERED = 2000
"""Lines whose meaning is kept: as many as a very long note has."""


class NoteMeaning:
    """The meaning of the lines of one note. What was read once is remembered until `forget`."""

    def __init__(self, journal: Journal, person_id: str, day: date, today: Callable[[], date], texts: Texts) -> None:
        self._journal = journal
        self._about = person_id
        self._day = day
        self._today = today
        self._texts = texts
        self.beside = lru_cache(REMEMBERED)(self._beside)
        self.below = lru_cache(REMEMBERED)(self._below)

    def forget(self) -> None:
        """Read anew: people may have come or changed their names, or the day has changed."""
        self.beside.cache_clear()
        self.below.cache_clear()

    def _understand(self, line: str) -> Captured | None:
        about = self._journal.people.get(self._about)
        return read_line(line, about, self._journal.people.all(), self._day) if about else None

    def _beside(self, line: str) -> tuple[str, ...]:
        captured = self._understand(line)
        return beside(self._texts, self._journal.people, captured, self._today()) if captured else ()

    def _below(self, line: str) -> str:
        captured = self._understand(line)
        if captured is None:
            return ""
        texts, people = self._texts, self._journal.people
        if captured.unknown:
            return not_understood(texts, captured)
        person = people.name(captured.person_id)
        owner = owner_words(captured.owner, captured.person_id, people.name, texts) if captured.owner else ""
        other = person if captured.person_id != self._about else ""
        words = meaning(texts, captured.kind, other, owner, captured.due, self._today())
        words = with_no_date(texts, words, captured, self._day)
        private = captured.private and captured.kind != "private"
        return texts.t("only me: {meaning}", meaning=words) if private else words
