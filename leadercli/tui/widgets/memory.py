"""The memory beside a note: last time's summary, open agreements, what to raise; each ticked off with one key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from leadercli.locale.texts import Texts
from leadercli.model.plain import plain, plain_line


Piece = Content | str | tuple[str, str]
FEWEST = 4
"""Rows of what was last time that are always shown."""


@dataclass(frozen=True, slots=True)
class MemoryLine:
    """A line that can be ticked off: "agreement:…" or "inbox:…", its text, who and when, and whether it is ticked."""

    id: str
    text: str
    about: str
    ticked: bool


class Memory(VerticalScroll, can_focus=False):
    """Show what was and what waits."""

    DEFAULT_CSS = """
    Memory { width: 32; padding: 0 1; border-right: solid $rule; scrollbar-size-vertical: 1; }
    Memory > Static { height: auto; }
    .-wide Memory { width: 44; }
    """

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._body = Static()
        self._last = self._summary = ""
        self._groups: Sequence[tuple[str, Sequence[MemoryLine]]] = ()
        self.lines: tuple[MemoryLine, ...] = ()

    def compose(self) -> ComposeResult:
        """One text."""
        yield self._body

    def show(self, last: str, summary: str, agreements: Sequence[MemoryLine], inbox: Sequence[MemoryLine]) -> None:
        """Show the three groups; the lines are numbered through, for alt+1 to alt+9."""
        self.lines = (*agreements, *inbox)
        self._last, self._summary = last, plain(summary)
        self._groups = ((self._texts.t("Open agreements"), agreements), (self._texts.t("Next time"), inbox))
        self._fill()

    def scroll_on(self) -> None:
        """Show the next page; after the last the first."""
        if self.scroll_offset.y >= self.max_scroll_y:
            self.scroll_home(animate=False)
        else:
            self.scroll_page_down(animate=False)

    def on_resize(self) -> None:
        """Give what was last time the room that the lists leave."""
        self._fill()

    @property
    def _width(self) -> int:
        return max(8, self.scrollable_content_region.width)

    def _fill(self) -> None:
        waiting = self._waiting()
        parts: list[Piece] = []
        if self._last:
            parts += [(self._last, "bold $accent"), "\n", self._shortened(waiting), "\n\n"]
        parts += waiting
        if not parts:
            parts = [(self._texts.t("The first conversation. ! is an agreement, ? something for next time."), "$quiet")]
        self._body.update(Content.assemble(*parts))

    def _waiting(self) -> list[Piece]:
        parts: list[Piece] = []
        number = 0
        for title, group in self._groups:
            if not group:
                continue
            parts += [(title, "bold $accent"), "\n"]
            for line in group:
                number += 1
                parts += self._line(number, line)
            parts.append("\n")
        return parts

    def _shortened(self, waiting: Sequence[Piece]) -> str:
        """Cut the summary to the rows that the lists leave, but not below a few."""
        rows = self.size.height - 2 - len(Content.assemble(*waiting).wrap(self._width))
        lines = Content(self._summary).wrap(self._width)
        if len(lines) <= max(rows, FEWEST):
            return self._summary
        kept = [line.plain.rstrip() for line in lines[: max(rows, FEWEST)]]
        return "\n".join(kept) + "…"

    def _line(self, number: int, line: MemoryLine) -> list[Piece]:
        mark = "✓" if line.ticked else str(number) if number < 10 else " "
        about = f" · {plain_line(line.about)}" if line.about else ""
        style = "$quiet" if line.ticked else ""
        words = Content.assemble(Content.styled(plain_line(line.text), style), (about, "$quiet"))
        return [(f"{mark} ", "bold $accent"), Content("\n  ").join(words.wrap(self._width - 2)), "\n"]
