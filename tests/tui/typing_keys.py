"""Press keys as a person types them."""

from __future__ import annotations

from textual.pilot import Pilot

NAMES = {" ": "space", "\n": "enter"}


async def type_text(pilot: Pilot[None], text: str) -> None:
    """Type a text; a line break is Enter. Waits until the screen has followed."""
    for letter in text:
        await pilot.press(NAMES.get(letter, letter))
    await pilot.pause()
