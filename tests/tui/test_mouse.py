"""The mouse: never needed, always possible."""

from __future__ import annotations

from support.screens.desk import Desk
from support.screens.hands import cursor_line, press, seen
from support.screens.monday import lay_monday, monday
from support.screens.on_disk import agreement
from support.screens.screen_text import screen_lines
from textual.pilot import Pilot


async def click_on(pilot: Pilot[None], text: str, line: int | None = None) -> None:
    """Click in the middle of a text on the screen."""
    lines = screen_lines(pilot.app)
    row = next(at for at, one in enumerate(lines) if text in one) if line is None else line % len(lines)
    await pilot.click(offset=(lines[row].index(text) + len(text) // 2, row))
    await pilot.pause()


async def test_a_view_is_gone_to(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        for view in ("2 People", "3 Next steps", "4 The scale", "1 Today"):
            await click_on(pilot, view, 0)
            await seen(pilot, f"[{view}]")


async def test_a_view_is_gone_to_where_names_have_no_room(desk: Desk) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(40, 12)) as pilot:
        assert screen_lines(app)[0].startswith(" [1 Today] 2  3  4 ")
        await click_on(pilot, " 3 ", 0)
        await seen(pilot, "[3 Next steps]")


async def test_a_row_is_stood_on_and_opened(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await click_on(pilot, "Send budget")
        assert "Send budget" in cursor_line(app)
        await click_on(pilot, "Send budget")
        await seen(pilot, "Lise Berg")


async def test_a_key_of_the_footer_is_pressed(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        await click_on(pilot, "Done", -1)
        await seen(pilot, "Done: Call HR")
        await click_on(pilot, "Help", -1)
        await seen(pilot, "In every list")
        await press(pilot, "escape")
        await click_on(pilot, "Move", -1)
        await seen(pilot, "New date:")
        await click_on(pilot, "Cancel", -1)
        await seen(pilot, "x Done")
    assert agreement(desk, "Call HR").state == "done"


async def test_the_gaps_of_the_footer_and_the_top_are_nothing(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        for row in (0, 23):
            await pilot.click(offset=(79, row))
            await pilot.click(offset=(0, row))
        await pilot.pause()
        assert screen_lines(app)[0].startswith(" [1 Today]")
        assert "Call HR" in cursor_line(app)
