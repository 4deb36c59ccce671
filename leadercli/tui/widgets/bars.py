"""The first line of a screen, with the views and the status word; and the last, with its most used keys."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.control import Control
from rich.segment import Segment
from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.keys import key_to_character
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.text import plain_line
from leadercli.tui.widgets.bindings import SIGNS, action_name, span_name
from leadercli.tui.widgets.status import StatusWord

VIEWS = (("today", N_("Today")), ("people", N_("People")), ("steps", N_("Next steps")), ("scale", N_("The scale")))


class TopBar(Widget):
    """Show the views with the present one marked, a title beside them, and the status at the right."""

    DEFAULT_CSS = """
    TopBar { height: 1; dock: top; background: $panel; color: $foreground; padding: 0 1; }
    """

    status: reactive[StatusWord] = reactive(StatusWord(""))
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


BETWEEN, CLOSE = 3, 2
"""Blanks between two keys, and where fewer of them make room for more keys."""

Shown = tuple[str, str, str]
"""A key to press, "" for several that do one thing to different lines; how it is named, and what it does."""


class KeyBar(Widget):
    """Show the bindings that are in force and meant to be shown."""

    DEFAULT_CSS = """
    KeyBar { height: 1; background: $footer-background; color: $footer-description-foreground; padding: 0 1; }
    """

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.texts = texts
        self._spans: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        """Follow the bindings as the focus moves."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, _: object) -> None:
        self.refresh()

    def render(self) -> RenderResult:
        """Write as many keys as there is room for."""
        parts: list[Content | str] = []
        self._spans = []
        at = 0
        keys, between = self._fitting()
        for key, name, words in keys:
            parts += [Content.styled(name, "bold $footer-key-foreground"), f" {words}{' ' * between}"]
            width = cell_len(name) + 1 + cell_len(words)
            self._spans.append((at, at + width, key))
            at += width + between
        return Content.assemble(*parts)

    def _fitting(self) -> tuple[list[Shown], int]:
        """Choose the keys that there is room for, with name and words, and the blanks between them.

        The last key, which is help, is never left out.
        """
        every = [
            (keys[0] if len(keys) == 1 else "", span_name(keys, self.texts), self.texts.t(words))
            for (_, words), keys in self._shown().items()
        ]
        wide, close = (self._first_that_fit(every, between) for between in (BETWEEN, CLOSE))
        return (close, CLOSE) if len(close) > len(wide) else (wide, BETWEEN)

    def _first_that_fit(self, every: Sequence[Shown], between: int) -> list[Shown]:
        """List the first keys and the last one, as many as there is room for."""
        kept = list(every)
        widths = [cell_len(name) + 1 + cell_len(words) + between for _, name, words in kept]
        while len(kept) > 1 and sum(widths) - between > self.size.width:
            del kept[-2], widths[-2]
        return kept

    def _shown(self) -> dict[tuple[str, str], list[str]]:
        """List the keys by what they do and how it is called; several when each does it to another line."""
        seen: set[str] = set()
        shown: dict[tuple[str, str], list[str]] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if not binding.show or not active.enabled or self._typed_away(binding.key):
                continue
            if binding.action not in seen:
                seen.add(binding.action)
                shown.setdefault((action_name(binding.action), binding.description), []).append(binding.key)
        return shown

    def _typed_away(self, key: str) -> bool:
        """Whether the key is text where the cursor stands, so that it would be typed."""
        focused = self.screen.focused
        return focused is not None and focused.check_consume_key(key, key_to_character(key) or SIGNS.get(key))

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        for start, end, key in self._spans:
            if key and start <= event.x - 1 < end:
                self.app.simulate_key(key)
