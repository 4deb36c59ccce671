"""Long, pasted and strange text in a note: all of it is kept, and the screen stays whole."""

from __future__ import annotations

from datetime import date

import pytest
from support.screens.desk import Desk
from support.screens.hands import open_note, press, seen, until, write
from support.screens.monday import lay_monday, monday
from support.screens.on_disk import note
from support.screens.screen_text import screen_lines, screen_text
from textual.events import Paste
from textual.pilot import Pilot


async def paste(pilot: Pilot[None], text: str) -> None:
    """Paste as a terminal does."""
    pilot.app.post_message(Paste(text))
    await until(pilot, lambda: pilot.app.keys_landed)
    await pilot.pause()


async def test_two_thousand_lines_can_be_written_on(desk: Desk) -> None:
    journal = lay_monday(desk)
    mads = journal.people.named("Mads")
    long = "\n".join(f"- line {number}" for number in range(2000))
    journal.meetings.write(mads.id, date(2026, 3, 2), long)
    async with desk.at_work() as (_app, pilot):
        await open_note(pilot, "mads")
        await seen(pilot, "- line 1999")
        await write(pilot, "! at the very end fri")
        await seen(pilot, "agreement · owner: me · Fri 6 Mar")
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert note(desk, "Mads").text == long + "\n! at the very end fri"


@pytest.mark.parametrize("text", ["x" * 100_000, "many words and æøå\n" * 5_000], ids=["one line", "many lines"])
async def test_a_hundred_kilobytes_can_be_pasted(desk: Desk, text: str) -> None:
    async with monday(desk) as (_app, pilot):
        screen = await open_note(pilot, "mads")
        await paste(pilot, text)
        await until(pilot, lambda: screen.editor.text == text)
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert note(desk, "Mads").text == text


async def test_any_line_ends_become_ours(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        await open_note(pilot, "mads")
        await paste(pilot, "one\r\ntwo\nthree\rfour\r\n! five fri")
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert note(desk, "Mads").text == "one\ntwo\nthree\nfour\n! five fri"


async def test_tabs_wide_and_combining_characters_are_kept_and_drawn_in_their_room(desk: Desk) -> None:
    lay_monday(desk)
    text = "\tindented\n日本語 wide\nA\u030ase combined\n👩‍👧 family\n! 日本語 で fri"
    async with desk.at_work() as (app, pilot):
        screen = await open_note(pilot, "mads")
        await paste(pilot, text)
        await seen(pilot, "wide", "combined", "family", "me · Fri 6 Mar")
        bars = {line.index("│") for line in screen_lines(app) if "│" in line and line.isascii()}
        assert len(bars) <= 1
        await press(pilot, "up", "end", "backspace")
        assert "famil" in screen_text(app)
        await press(pilot, "y")
        assert screen.editor.text == text
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert note(desk, "Mads").text == text


async def test_halves_of_characters_do_not_stop_the_save(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await open_note(pilot, "mads")
        await paste(pilot, "half \ud83d of one")
        await until(pilot, lambda: "draft" in screen_lines(app)[0])
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert note(desk, "Mads").text == "half ? of one"


async def test_opening_and_closing_changes_no_byte(desk: Desk) -> None:
    journal = lay_monday(desk)
    mads = journal.people.named("Mads")
    journal.meetings.write(mads.id, date(2026, 3, 2), "end of page \f new page\x0b\x1c and \u2028 so on\n\n")
    before = desk.journal().store.digest
    async with desk.at_work() as (_app, pilot):
        await open_note(pilot, "mads")
        await press(pilot, "down", "escape")
        await seen(pilot, "[1 Today]")
    assert desk.journal().store.digest == before
