"""The field of the line at the bottom, and what was typed in it and not sent."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from textual import events

from leadercli.tui.widgets.bindings import bindings
from leadercli.tui.widgets.field import Field

if TYPE_CHECKING:
    from leadercli.journal.local.drafts import Unsent


class Asked(Protocol):
    """A question: under which name its answer is remembered, and whether it chooses among what is there."""

    @property
    def kind(self) -> str:
        """Under which unsent text is kept."""

    @property
    def choices(self) -> object:
        """What the text can mean, if it is not words of its own."""


class PromptMemory:
    """What was typed for each kind of question. `unsent` finds where words are kept; None before there is a journal."""

    def __init__(self, unsent: Callable[[], Unsent | None]) -> None:
        self._unsent = unsent
        self._here: dict[str, str] = {}
        self._typed = ""

    def begin(self, question: Asked) -> str:
        """Find what was typed when this was asked last; "" for nothing."""
        self._typed = self._here.get(question.kind, "")
        kept = self._kept(question)
        if kept is not None:
            self._typed = kept.latest(question.kind)
        return self._typed

    def keep(self, question: Asked, typed: str) -> Callable[[], None]:
        """Remember what is typed now. Returns the call that makes it survive a power cut too."""
        before, self._typed = self._typed, typed
        kept = self._kept(question)
        if kept is None:
            self._here[question.kind] = typed
            return _nothing
        with suppress(OSError):  # the words still stand in the field
            return kept.put(question.kind, typed, before)
        return _nothing

    def answering(self, question: Asked) -> Callable[[], None]:
        """Expect an answer. Returns the call that forgets what was typed, for when it has arrived."""
        typed = self._typed

        def forget() -> None:
            kept = self._kept(question)
            if kept is None:
                self._here.pop(question.kind, None)
            else:
                with suppress(OSError):
                    kept.put(question.kind, "", typed)

        return forget

    def _kept(self, question: Asked) -> Unsent | None:
        return self._unsent() if question.choices is None else None


def _nothing() -> None:
    """Do nothing more."""


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
