"""What the main screens look like, line by line, on the Monday journal."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.screens.desk import Desk
from support.screens.hands import open_note, press, seen, stand_on, write
from support.screens.monday import monday
from support.screens.snapshot import same_as_kept

SIZES = [(80, 24), (120, 40)]


@pytest.mark.parametrize("size", SIZES, ids=["80", "120"])
@pytest.mark.parametrize("lang", ["en", "da"])
async def test_today(make_desk: Callable[..., Desk], lang: str, size: tuple[int, int]) -> None:
    desk = make_desk(lang=lang)
    async with monday(desk, size=size) as (app, pilot):
        await stand_on(pilot, "Send budget")
        same_as_kept(app, f"today-{lang}-{size[0]}")


@pytest.mark.parametrize("size", SIZES, ids=["80", "120"])
async def test_next_steps(desk: Desk, size: tuple[int, int]) -> None:
    async with monday(desk, size=size) as (app, pilot):
        await press(pilot, "3")
        await seen(pilot, "[3 Next steps]")
        await stand_on(pilot, "Send budget")
        same_as_kept(app, f"steps-{size[0]}")


@pytest.mark.parametrize("size", SIZES, ids=["80", "120"])
async def test_a_note(desk: Desk, size: tuple[int, int]) -> None:
    async with monday(desk, size=size) as (app, pilot):
        await open_note(pilot, "mads")
        await write(
            pilot, "- the rota in week 11\n! talk to Eva fri\n? course\n+ well done\n% tired\n! >lise budget 14/3"
        )
        await press(pilot, "alt+3")
        await seen(pilot, "✓ Salary talk", "owner: Lise Berg")
        same_as_kept(app, f"note-{size[0]}")


async def test_a_question(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await press(pilot, "m")
        await write(pilot, "fri waits for HR")
        await seen(pilot, "because")
        same_as_kept(app, "move-80")
