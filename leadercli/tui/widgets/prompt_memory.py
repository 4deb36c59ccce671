"""The field of the line at the bottom, and what was typed in it and not sent."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

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
