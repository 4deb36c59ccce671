"""The field of the line at the bottom: it hands the line the keys that mean something of their own."""

from __future__ import annotations

from typing import Protocol

from textual import events

from leadercli.tui.bindings import bindings
from leadercli.tui.widgets.field import Field


class Line(Protocol):
    """Who asks with the field."""

    def take_key(self, key: str, character: str | None) -> bool:
        """Act on a key. Returns whether it is used up."""

    def close(self, *, keep: bool) -> None:
        """End the question."""

    def complete(self) -> None:
        """Fill in the chosen suggestion."""

    def answer(self) -> None:
        """Hand over what was typed."""


class PromptField(Field):
    """Where an answer is typed."""

    BINDINGS = bindings("prompt")

    def __init__(self, line: Line) -> None:
        super().__init__()
        self._line = line

    async def _on_key(self, event: events.Key) -> None:
        if self._line.take_key(event.key, event.character):
            event.prevent_default()
            event.stop()
            return
        await super()._on_key(event)

    def on_blur(self) -> None:
        """Leave the question when the person goes elsewhere with the mouse; not when the window loses the focus."""
        if self.screen.focused not in (None, self):
            self._line.close(keep=True)

    def action_cancel(self) -> None:
        """Leave the question."""
        self._line.close(keep=True)

    def action_complete(self) -> None:
        """Fill in the chosen suggestion."""
        self._line.complete()

    async def action_submit(self) -> None:
        """Answer."""
        self._line.answer()
