"""Hands for the tests: type, wait for what shall be seen, put the cursor on a line."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import cast

from textual.app import App
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from leadercli.tui.app.app import LeaderApp
from leadercli.tui.note.screen import NoteScreen
from leadercli.tui.widgets.row_list import RowList
from support.screens.screen_text import screen_text

PATIENCE = 20.0
"""Seconds after which something that never comes is a failure; a busy machine is no fault."""


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, each when the one before has landed, and let the screen follow.

    A key is a letter or a sign, or Textual's name of a key. Pilot's own press waits for the processor to be idle
    after each key, which takes ten times as long and is no surer.
    """
    app = cast(LeaderApp, pilot.app)
    for key in keys:
        await _send(app, key)
        await until(pilot, lambda: app.keys_landed)
    await pilot.pause()


async def press_in(pilot: Pilot[None], *keys: str) -> None:
    """Press keys in an app that is not ours, such as one made for a single widget."""
    for key in keys:
        await _send(pilot.app, key)
        await pilot.pause()


async def write(pilot: Pilot[None], text: str) -> None:
    """Type text; a line break is Enter."""
    await press(pilot, *({"\n": "enter", " ": "space"}.get(letter, letter) for letter in text))


async def _send(app: App[None], key: str) -> None:
    app.post_message(_event(key))
    taken = asyncio.Event()
    app.call_later(taken.set)
    give_up = monotonic() + PATIENCE
    while not taken.is_set() and app.is_running:
        assert monotonic() < give_up, f"{key} was never dealt with"
        await asyncio.sleep(0.001)


def _event(key: str) -> Key:
    if len(key) > 1:
        return Key(key, {"space": " ", "enter": "\r", "tab": "\t"}.get(key))
    return Key(_character_to_key(key), key)


async def until(pilot: Pilot[None], condition: Callable[[], object]) -> None:
    """Wait until something is so. Fails with the screen when it never is."""
    give_up = monotonic() + PATIENCE
    while not condition():
        if pilot.app._exception:
            raise pilot.app._exception
        assert monotonic() < give_up, f"waited in vain before\n{screen_text(pilot.app)}"
        await asyncio.sleep(0.001)


async def seen(pilot: Pilot[None], *texts: str) -> None:
    """Wait until all texts stand on the screen, be they wrapped or not."""

    def all_stand() -> bool:
        shown = screen_text(pilot.app)
        flowing = " ".join(shown.split())
        return all(text in shown or text in flowing for text in texts)

    await until(pilot, all_stand)


async def stand_on(pilot: Pilot[None], text: str) -> None:
    """Put the cursor of the list on the one row that holds a text."""
    rows = pilot.app.screen.query_one(RowList)
    found = [row for row in rows.rows if row.id and any(text in cell.text for cell in row.cells)]
    assert len(found) == 1, f"{text!r} stands in {len(found)} rows of\n{screen_text(pilot.app)}"
    rows.stand_on(found[0].id)
    await pilot.pause()


def cursor_line(app: LeaderApp) -> str:
    """The line of the list that the cursor stands on, as the screen shows it."""
    found = [line for line in screen_text(app).splitlines() if line.startswith("▸ ")]
    assert len(found) == 1, screen_text(app)
    return found[0]


async def open_note(pilot: Pilot[None], name: str) -> NoteScreen:
    """Open today's note of a person from anywhere."""
    await press(pilot, "n")
    await write(pilot, name)
    await press(pilot, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen) and pilot.app.screen.editor.has_focus)
    return cast(NoteScreen, pilot.app.screen)
