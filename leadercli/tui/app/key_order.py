"""Let each key land before the next is sent, so that fast typing goes where it was meant.

Textual hands every key to the widget that has the focus when the key arrives. When keys come in a burst, as they do
over a slow line, those behind one that opens a question or a note would go to what had the focus before: a letter
of a name would be a command. Here a key waits until the one before it has been dealt with and the screen it opened
stands.

Textual reads these pairs as the signs that a Mac keyboard types with Option, such as ¡ for Alt+1. A Mac terminal
sends the sign itself unless it is told to send Escape, so nothing is lost by reading them as what they say.
"""

from __future__ import annotations

from collections import deque
from enum import Enum
from time import monotonic
from typing import Any

from textual import events
from textual.app import App
from textual.message import Message
from textual.widget import Widget

PATIENCE = 1.0
"""Seconds after which a key that never came back, because its widget is gone, is no longer waited for."""

ROUNDS = 2
"""How often a key is followed through the widgets: once for the key, once for a message that it made them send."""


class KeyLanded(Message):
    """Follows a key on its way through the widgets, and so comes back after it."""

    def __init__(self, target: Widget, rounds: int) -> None:
        super().__init__()
        self.target = target
        self.rounds = rounds


class LetterLanded(Message):
    """Follows a letter that is typed as text."""


class OrderedKeys(App[None]):
    """An app whose keys are dealt with one after the other.

    A base of the app and not a part that it holds: Textual hands out every event through the app's own `on_event`.
    """

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._target: Widget | None = None
        self._sent_at = 0.0
        self._letters = 0

    @property
    def keys_landed(self) -> bool:
        """Whether every key that was pressed has been dealt with."""
        return not self._waiting and not self._letters and not self._under_way

    @property
    def _under_way(self) -> bool:
        """Whether a key is being dealt with; one whose widget is gone with its screen is not."""
        if self._target is None or monotonic() - self._sent_at > PATIENCE:
            return False
        return self._target.is_attached and self._target.is_running

    async def on_event(self, event: events.Event) -> None:
        """Hold back keys and pasted text until their turn; all else goes on at once."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._waiting.append(event)
            await self._send_next()
        else:
            await super().on_event(event)

    def on_key_landed(self, landed: KeyLanded) -> None:
        """Send the next key, after what the last one has set going, such as a change of focus."""
        if (
            self._waiting
            and landed.rounds > 1
            and landed.target.post_message(KeyLanded(landed.target, landed.rounds - 1))
        ):
            return
        self._land()

    async def on_letter_landed(self) -> None:
        """Send the command that has waited for the letters before it."""
        self._letters = max(0, self._letters - 1)
        if not self._letters and self._waiting:
            self.call_later(self._send_next)

    def _land(self) -> None:
        self._target = None
        if self._waiting:
            self.call_later(self._send_next)

    async def _send_next(self) -> None:
        if not self._waiting:
            return
        if self._under_way or not self.screen.is_mounted:
            self.set_timer(0.02, self._send_next)
            return
        event = self._waiting.popleft()
        target = self.focused or self.screen
        if isinstance(event, events.Key) and target.check_consume_key(event.key, event.character):
            # A letter that is typed as text sets nothing else going: the next letter need not wait for it.
            self._letters += 1
            self._sent_at = monotonic()
            await super().on_event(event)
            if not target.post_message(LetterLanded()):
                self._letters = 0
            await self._send_next()
            return
        if self._letters and monotonic() - self._sent_at < PATIENCE:
            # But a command must, or Enter would send a line that its last letters have not reached.
            self._waiting.appendleft(event)
            self.set_timer(PATIENCE, self._send_next)
            return
        self._letters = 0
        self._target, self._sent_at = target, monotonic()
        await super().on_event(event)
        if not target.post_message(KeyLanded(target, ROUNDS)):
            self._land()


AltNumber = Enum("AltNumber", {f"ALT_{number}": f"alt+{number}" for number in range(10)})  # type: ignore[misc]
"""The keys, in the form in which Textual keeps them: members whose value is the key's name."""


def read_alt_numbers() -> None:
    """Change how Textual reads the keyboard, for this process."""
    # There is no public way to change what a sequence of bytes from the terminal means.
    from textual import _ansi_sequences

    sequences: Any = _ansi_sequences.ANSI_SEQUENCES_KEYS
    for key in AltNumber:
        sequences["\x1b" + key.value[-1]] = (key,)
