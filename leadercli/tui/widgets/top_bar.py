"""The first line of a screen: the views, or where one is, and the status word in its corner."""

from __future__ import annotations

from rich.cells import cell_len
from rich.control import Control
from rich.segment import Segment
from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.text import plain_line
from leadercli.tui.corner import Word

VIEWS = (("today", N_("Today")), ("people", N_("People")), ("steps", N_("Next steps")), ("scale", N_("The scale")))


class TopBar(Widget):
    """Show the views with the present one marked, a title beside them, and the status at the right."""

    DEFAULT_CSS = """
    TopBar { height: 1; dock: top; background: $panel; color: $foreground; padding: 0 1; }
    """

    status: reactive[Word] = reactive(Word(""))
    title: reactive[str] = reactive("")

    class Chosen(Message):
        """A view was clicked."""

        def __init__(self, view: str) -> None:
            super().__init__()
            self.view = view

    def __init__(self, texts: Texts, view: str = "") -> None:
        super().__init__()
        self._texts = texts
        self._view = view
        self._spans: list[tuple[int, int, str]] = []

    def render(self) -> RenderResult:
        """Write the line."""
        parts: list[Content | str] = []
        at = 0
        self._spans = []
        status = plain_line(self.status.text)
        for view, label in self._labels(self.size.width - cell_len(status) - 1):
            here = view == self._view
            parts += [Content.styled(f"[{label}]" if here else f" {label} ", "bold $accent" if here else "$quiet")]
            self._spans.append((at, at + cell_len(label) + 2, view))
            at += cell_len(label) + 2
        room = self.size.width - at - cell_len(status) - 2
        title = Content(plain_line(self.title))
        if title.cell_length > room:
            title = title.truncate(max(room, 0), ellipsis=True)
        gap = self.size.width - at - title.cell_length - cell_len(status)
        return Content.assemble(*parts, title, " " * max(gap, 1), Content.styled(status, f"${self.status.tone}"))

    def sequence(self, word: str) -> str:
        """Make what puts another word in the corner when it is written to the terminal, the cursor as it was."""
        room = max(cell_len(plain_line(self.status.text)), cell_len(word))
        strip = Strip([Segment(" " * (room - cell_len(word)) + word, self.rich_style)])
        for filter_ in self.app.get_line_filters():
            strip = strip.apply_filter(filter_, self.background_colors[1])
        place = Control.move_to(max(0, self.content_region.right - room), self.region.y).segment.text
        return f"\x1b7{place}{strip.render(self.app.console)}\x1b8"

    def _labels(self, room: int) -> list[tuple[str, str]]:
        """Name the views by number and name; where there is no room for that, the others by number only."""
        if not self._view:
            return []
        named = [(view, f"{number} {self._texts.t(name)}") for number, (view, name) in enumerate(VIEWS, 1)]
        if sum(cell_len(label) + 2 for _, label in named) <= room:
            return named
        return [(view, label if view == self._view else label[0]) for view, label in named]

    def on_click(self, event: events.Click) -> None:
        """Go to the view that was clicked."""
        for start, end, view in self._spans:
            if start <= event.x - 1 < end:
                self.post_message(self.Chosen(view))
