"""The memory beside a note: last time's summary, open agreements, what to raise; each ticked off with one key."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from leadercli.locale.texts import Texts
from leadercli.model.dates.format import format_day
from leadercli.model.overview.next_steps import age, by_due
from leadercli.model.schema import AGREEMENTS, INBOX, RecordRef
from leadercli.model.text import plain, plain_line
from leadercli.tui.widgets.bindings import key_name
from leadercli.words.agreements import owner_words
from leadercli.words.people import short_of

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


MemoryPiece = Content | str | tuple[str, str]
FEWEST = 4
"""Rows of what was last time that are always shown."""


@dataclass(frozen=True, slots=True)
class MemoryLine:
    """A line that can be ticked off: an agreement or a point, its text, who and when, and whether it is ticked."""

    ref: RecordRef
    text: str
    about: str
    ticked: bool


class _Page(VerticalScroll, can_focus=False):
    """What scrolls. It tells the memory when it has, and when its room is another."""

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scroll, and count anew what is below."""
        super().watch_scroll_y(old_value, new_value)
        if isinstance(self.parent, Memory):
            self.parent.tell_more()

    def on_resize(self) -> None:
        """Have it filled anew."""
        if isinstance(self.parent, Memory):
            self.parent.fill()


class Memory(Vertical):
    """Show what was and what waits, and how many lines are further down; `more_key` shows them."""

    DEFAULT_CSS = """
    Memory { width: 32; padding: 0 1; border-right: solid $rule; }
    Memory > VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    Memory > VerticalScroll > Static { height: auto; }
    Memory > .memory--more { height: 1; color: $quiet; display: none; }
    """

    def __init__(self, texts: Texts, more_key: str) -> None:
        super().__init__()
        self._texts = texts
        self._more_key = key_name(more_key.split(",")[0], texts)
        self._body = Static()
        self._page = _Page(self._body)
        self._more = Static(classes="memory--more")
        self._ends: list[int] = []
        self._last = self._summary = ""
        self._groups: Sequence[tuple[str, Sequence[MemoryLine]]] = ()
        self.lines: tuple[MemoryLine, ...] = ()

    def compose(self) -> ComposeResult:
        """One text, and what it does not show."""
        yield self._page
        yield self._more

    def show(self, last: str, summary: str, agreements: Sequence[MemoryLine], inbox: Sequence[MemoryLine]) -> None:
        """Show the three groups; the lines are numbered through, for alt+1 to alt+9."""
        self.lines = (*agreements, *inbox)
        self._last, self._summary = last, plain(summary)
        self._groups = ((self._texts.t("Open agreements"), agreements), (self._texts.t("Next time"), inbox))
        self.fill()

    def scroll_on(self) -> None:
        """Show the next page; after the last the first."""
        page = self._page
        if page.scroll_offset.y >= page.max_scroll_y:
            page.scroll_home(animate=False)
        else:
            page.scroll_page_down(animate=False)

    def tell_more(self) -> None:
        """Say how many lines are further down."""
        # The row that says so is taken from the page, and given back before it is counted what fits.
        bottom = self._page.scroll_offset.y + self.content_region.height
        below = sum(end > bottom for end in self._ends)
        if below:
            below = sum(end > bottom - 1 for end in self._ends)
        self._more.display = bool(below)
        self._more.update(self._texts.t("+{count} more: {key}", count=below, key=self._more_key))

    @property
    def _width(self) -> int:
        return max(8, self._page.scrollable_content_region.width)

    def fill(self) -> None:
        """Write the groups, and give what was last time the room that they leave."""
        waiting = self._waiting()
        parts: list[MemoryPiece] = []
        if self._last:
            parts += [(self._last, "bold $accent"), "\n", self._shortened(waiting)]
            above = len(Content.assemble(*parts).wrap(self._width)) + 1
            self._ends = [above + end for end in self._ends]
            parts.append("\n\n")
        parts += waiting
        if not parts:
            parts = [(self._texts.t("The first conversation. ! is an agreement, ? something for next time."), "$quiet")]
        self._body.update(Content.assemble(*parts))
        self.tell_more()

    def _waiting(self) -> list[MemoryPiece]:
        """Write the groups, and note at which row each line ends."""
        parts: list[MemoryPiece] = []
        number = row = 0
        self._ends = []
        for title, group in self._groups:
            if not group:
                continue
            parts += [(title, "bold $accent"), "\n"]
            row += 1
            for line in group:
                number += 1
                words = self._words(line)
                mark = str(number) if number < 10 else " "
                parts += [(f"{mark} ", "bold $accent"), Content("\n  ").join(words), "\n"]
                row += len(words)
                self._ends.append(row)
            parts.append("\n")
            row += 1
        return parts

    def _shortened(self, waiting: Sequence[MemoryPiece]) -> str:
        """Cut the summary to the rows that the lists leave, but not below a few."""
        rows = self.size.height - 2 - len(Content.assemble(*waiting).wrap(self._width))
        lines = Content(self._summary).wrap(self._width)
        if len(lines) <= max(rows, FEWEST):
            return self._summary
        kept = [line.plain.rstrip() for line in lines[: max(rows, FEWEST)]]
        return "\n".join(kept) + "…"

    def _words(self, line: MemoryLine) -> list[Content]:
        """Wrap a line; who and when stay together, on a row of their own where the last one has no room."""
        tick = ("✓ ", "bold $accent") if line.ticked else ""
        style = "$quiet" if line.ticked else ""
        words = Content.assemble(tick, Content.styled(plain_line(line.text), style)).wrap(self._width - 2)
        about = Content.styled(f"· {plain_line(line.about)}", "$quiet")
        if not line.about:
            return words
        if words[-1].rstrip().cell_length + 1 + about.cell_length <= self._width - 2:
            return [*words[:-1], Content(" ").join((words[-1].rstrip(), about))]
        return [*words, *about.wrap(self._width - 2)]


def agreement_memory(
    journal: Journal, person_id: str, note_id: str, ticked: Container[RecordRef], today: date, texts: Texts
) -> list[MemoryLine]:
    """List the open agreements with a person by deadline, without those of this note, with those just ticked off."""
    found = [
        one
        for one in journal.agreements.table.where("person", person_id)
        if (one.state == "open" and one.meeting_id != note_id) or RecordRef(AGREEMENTS, one.id) in ticked
    ]
    found.sort(key=by_due)
    short = short_of(journal.people)
    lines = []
    for one in found:
        about = [owner_words(one.owner, one.person_id, short, texts)]
        if one.due:
            about.append(format_day(one.due, today, texts.lang))
        lines.append(MemoryLine(RecordRef(AGREEMENTS, one.id), one.text, " · ".join(about), one.state != "open"))
    return lines


def inbox_memory(journal: Journal, person_id: str, note_id: str, ticked: Container[RecordRef]) -> list[MemoryLine]:
    """List what to raise with a person, oldest first, without what this note adds, with what was just ticked off."""
    found = [
        one
        for one in journal.inbox.table.where("person", person_id)
        if (one.raised is None and one.meeting_id != note_id) or RecordRef(INBOX, one.id) in ticked
    ]
    found.sort(key=age)
    return [MemoryLine(RecordRef(INBOX, one.id), one.text, "", one.raised is not None) for one in found]
