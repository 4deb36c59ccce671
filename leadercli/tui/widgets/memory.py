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
        self.lines: tuple[MemoryLine, ...] = ()

    def compose(self) -> ComposeResult:
        """One text."""
        yield self._body

    def show(self, last: str, summary: str, agreements: Sequence[MemoryLine], inbox: Sequence[MemoryLine]) -> None:
        """Show the three groups; the lines are numbered through, for alt+1 to alt+9."""
        texts = self._texts
        self.lines = (*agreements, *inbox)
        parts: list[Content | str | tuple[str, str]] = []
        if last:
            parts += [(last, "bold $accent"), "\n", plain(summary), "\n\n"]
        number = 0
        for title, group in ((texts.t("Open agreements"), agreements), (texts.t("Next time"), inbox)):
            if not group:
                continue
            parts += [(title, "bold $accent"), "\n"]
            for line in group:
                number += 1
                parts += self._line(number, line)
            parts.append("\n")
        if not parts:
            parts = [(texts.t("The first conversation. ! is an agreement, ? something for next time."), "$quiet")]
        self._body.update(Content.assemble(*parts))

    def _line(self, number: int, line: MemoryLine) -> list[Content | str | tuple[str, str]]:
        mark = "✓" if line.ticked else str(number) if number < 10 else " "
        about = f" · {plain_line(line.about)}" if line.about else ""
        style = "$quiet" if line.ticked else ""
        return [(f"{mark} ", "bold $accent"), Content.styled(plain_line(line.text), style), (f"{about}\n", "$quiet")]
