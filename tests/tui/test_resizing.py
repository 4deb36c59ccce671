"""Any size of terminal, on every screen: nothing breaks, and what matters is still there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.cells import cell_len
from support.screens.desk import Desk
from support.screens.hands import open_note, press, seen, until, write
from support.screens.monday import lay_monday, monday
from support.screens.screen_text import screen_lines, screen_text
from textual.pilot import Pilot

SIZES = [(80, 24), (40, 10), (200, 60), (20, 5), (1, 1), (40, 3), (120, 40), (80, 24)]


def whole(pilot: Pilot[None], size: tuple[int, int]) -> None:
    """Check that the screen has its size, line by line."""
    strips = pilot.app.screen._compositor.render_strips()
    assert len(strips) == size[1]
    for strip in strips:
        assert sum(cell_len(segment.text) for segment in strip) == size[0]


@pytest.mark.parametrize(
    "opening",
    [
        ["1"], ["2"], ["3"], ["4"], ["2", "enter"], ["3", "f"], ["m"], ["a"], ["n"], ["ctrl+p"], ["question_mark"],
        ["slash"], ["2", "e"], ["4", "v"], ["4", "e"], ["n", "m", "a", "enter"],
    ],
    ids=" ".join,
)  # fmt: skip
async def test_no_size_breaks_a_screen(desk: Desk, opening: list[str]) -> None:
    async with monday(desk, size=SIZES[0]) as (app, pilot):
        await press(pilot, *opening)
        before = screen_text(app)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await press(pilot, "f12")
            whole(pilot, size)
        assert screen_text(app) == before, "back at the first size it is as it was"


async def test_a_note_goes_on_at_any_size(desk: Desk) -> None:
    async with monday(desk, size=SIZES[0]) as (_app, pilot):
        screen = await open_note(pilot, "mads")
        for number, size in enumerate(SIZES):
            await pilot.resize_terminal(*size)
            await write(pilot, f"{number} ")
            whole(pilot, size)
        assert screen.editor.text == "0 1 2 3 4 5 6 7 "


async def test_a_narrow_note_keeps_room_for_the_text(desk: Desk) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(40, 12)) as pilot:
        screen = await open_note(pilot, "mads")
        await until(pilot, lambda: screen.editor.size.width >= 30)
        await write(pilot, "here")
        await press(pilot, "f4")
        await seen(pilot, "Last, Mon 16 Feb", "here")
        await press(pilot, "f4")
        await pilot.pause()
        assert "Last, Mon 16 Feb" not in screen_text(app)


async def test_forty_columns_show_what_matters(desk: Desk) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(40, 12)):
        lines = screen_lines(app)
        assert lines[0].startswith(" [1 Today] 2  3  4 ")
        assert lines[0].endswith("saved")
        assert lines[3].startswith("▸ 3 days       Call HR about")
        assert lines[-1].endswith("? Help")


@pytest.mark.parametrize("lang", ["en", "da"])
async def test_eighty_columns_cut_no_view_and_no_key(make_desk: Callable[..., Desk], lang: str) -> None:
    desk = make_desk(lang=lang)
    async with monday(desk) as (app, pilot):
        for number, view in enumerate(("Today", "People", "Next steps", "The scale"), 1):
            await press(pilot, str(number))
            await seen(pilot, f"[{number} {app.texts.t(view)}]")
            top = screen_lines(app)[0]
            for other in ("Today", "People", "Next steps", "The scale"):
                assert app.texts.t(other) in top
            assert top.endswith(app.texts.t("saved"))
            assert app.texts.t("Help") in screen_lines(app)[-1]
