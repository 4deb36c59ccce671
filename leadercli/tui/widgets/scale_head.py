"""The headline of the scale: which week, and how much of it is rated."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static


class ScaleHead(Horizontal):
    """Show a title at the left and the coverage at the right."""

    DEFAULT_CSS = """
    ScaleHead {
        height: 1; padding: 0 1;
        & > Static { width: auto; color: $quiet; }
        & > .scale-head--title { width: 1fr; color: $foreground; text-style: bold; }
        & > .scale-head--title.-aside { color: $accent; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._title_line = Static(classes="scale-head--title")
        self._coverage = Static()

    def compose(self) -> ComposeResult:
        """Left and right."""
        yield self._title_line
        yield self._coverage

    def show(self, title: str, coverage: str, *, aside: bool) -> None:
        """Show another week; `aside` marks one that is long past."""
        self._title_line.update(Content(title))
        self._title_line.set_class(aside, "-aside")
        self._coverage.update(Content(coverage))
