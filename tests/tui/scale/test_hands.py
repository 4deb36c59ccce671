"""How many keys a weigh-in takes."""

from __future__ import annotations

from support.screens.desk import Desk
from support.screens.hands import press, seen, until
from support.screens.scale_desk import RATED, lay_scale, week
from support.screens.screen_text import screen_text

MOST = 25


async def test_a_full_weigh_in_item_by_item_with_nothing_changed(desk: Desk) -> None:
    lay_scale(desk, turn_down="pace", turn_up="trust")
    async with desk.at_work() as (app, pilot):
        keys = ["4", *("enter" for _ in RATED)]
        await press(pilot, *keys)
        await seen(pilot, "wanted to turn Pace of change down. Did it move?")
        after = ["enter", "enter", "enter", "enter", "enter"]  # what moved, fills most, balance, down, up
        await press(pilot, *after)
        await seen(pilot, "Who else must help carry this")
        assert not app.screen.prompt.asking
        await until(pilot, lambda: week(desk).ratings == RATED)
        assert len(keys) + len(after) <= MOST


async def test_a_full_weigh_in_with_one_key_for_all_that_is_as_last(desk: Desk) -> None:
    lay_scale(desk)
    async with desk.at_work() as (app, pilot):
        keys = ["4", "l", "enter", "enter", "enter", "enter"]
        await press(pilot, *keys)
        await seen(pilot, "Who else must help carry this")
        await until(pilot, lambda: week(desk).ratings == RATED)
        assert "19 of 19 rated" in screen_text(app)
        assert len(keys) <= 6
