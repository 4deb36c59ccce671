"""Look at the people, a person's page and their form: wait for what shall be seen, and for what shall be gone."""

from __future__ import annotations

from textual.pilot import Pilot

from leadercli.tui.app.app import LeaderApp
from support.screens.hands import press, seen, until
from support.screens.screen_text import line_with, screen_lines, screen_text


async def line(pilot: Pilot[None], text: str) -> str:
    """Wait for the one line of the screen that holds a text."""
    await until(pilot, lambda: sum(text in one for one in screen_lines(pilot.app)) == 1)
    return line_with(pilot.app, text)


async def gone(pilot: Pilot[None], text: str) -> None:
    """Wait until a text stands no longer on the screen."""
    await until(pilot, lambda: text not in screen_text(pilot.app))


async def top(pilot: Pilot[None], text: str) -> None:
    """Wait until the first line begins with a text: the screen has been opened."""
    await until(pilot, lambda: screen_lines(pilot.app)[0].startswith(f" {text}"))


async def people(pilot: Pilot[None]) -> None:
    """Go to the people."""
    await press(pilot, "2")
    await seen(pilot, "[2 People]")


async def page(pilot: Pilot[None], name: str) -> None:
    """Open the page of the first person."""
    await people(pilot)
    await press(pilot, "enter")
    await top(pilot, name)


async def form(pilot: Pilot[None], name: str, line_number: int = 0) -> None:
    """Open the form of the first person and go to a line of it."""
    await people(pilot)
    await press(pilot, "e")
    await top(pilot, f"Edit {name}")
    await press(pilot, *["down"] * line_number)


def harmless(app: LeaderApp) -> None:
    """Check that nothing on the screen steers a terminal."""
    shown = screen_text(app).replace("\n", "")
    harm = [letter for letter in shown if ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 or letter in "\u202e\u2066"]
    assert not harm, f"{harm} in\n{shown!r}"
