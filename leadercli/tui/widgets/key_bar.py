"""The last line of a screen: its most used keys, in the person's language, to be read or clicked."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.keys import key_to_character
from textual.widget import Widget

from leadercli.locale.texts import Texts
from leadercli.tui.key_names import SIGNS, deed, span_name

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
                shown.setdefault((deed(binding.action), binding.description), []).append(binding.key)
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
