"""Let Alt with a number arrive as that, on terminals that send Escape and the number for it: most of them.

Textual reads these pairs as the signs that a Mac keyboard types with Option, such as ¡ for Alt+1. A Mac terminal
sends the sign itself unless it is told to send Escape, so nothing is lost by reading them as what they say.
"""

from __future__ import annotations

from enum import Enum
from typing import Any

AltNumber = Enum("AltNumber", {f"ALT_{number}": f"alt+{number}" for number in range(10)})  # type: ignore[misc]
"""The keys, in the form in which Textual keeps them: members whose value is the key's name."""


def read_alt_numbers() -> None:
    """Change how Textual reads the keyboard, for this process."""
    # There is no public way to change what a sequence of bytes from the terminal means.
    from textual import _ansi_sequences

    sequences: Any = _ansi_sequences.ANSI_SEQUENCES_KEYS
    for key in AltNumber:
        sequences["\x1b" + key.value[-1]] = (key,)
