"""The leader's own items: add, reword, retire, take back."""

from __future__ import annotations

from support.screens.desk import Desk
from support.screens.hands import press, stand_on, write
from support.screens.scale_desk import lay_scale, row_of
from support.screens.screen_text import line_with, screen_text


async def test_an_own_item_is_added_on_the_side_where_one_stands_and_rated(desk: Desk) -> None:
    lay_scale(desk)
    app = desk.app()
    async with app.run_test(size=(80, 30)) as pilot:
        await press(pilot, "4", "e", "tab", "plus")
        await write(pilot, "Walks with the dog\n")
        assert line_with(app, "Walks with the dog").startswith("▸ ")
        assert "your own" in line_with(app, "Walks with the dog")
        await press(pilot, "escape")
        assert row_of(app, "Walks with the dog") == ["_"]
        assert "0 of 20 rated" in screen_text(app)
        added = [item for item in desk.journal().scale.items() if item.name == "Walks with the dog"]
        assert [item.side for item in added] == ["resource"]


async def test_an_item_gets_the_leaders_words_and_its_first_name_back(desk: Desk) -> None:
    lay_scale(desk)
    app = desk.app()
    async with app.run_test(size=(80, 30)) as pilot:
        await press(pilot, "4", "e")
        await stand_on(pilot, "Cross-pressure")
        await press(pilot, "e", "ctrl+u")
        await write(pilot, "Between two chairs\n")
        assert "Cross-pressure" in line_with(app, "Between two chairs")
        await press(pilot, "escape")
        assert row_of(app, "Between two chairs") == ["2", "_"]
        await press(pilot, "e")
        await stand_on(pilot, "Between two chairs")
        await press(pilot, "e", "ctrl+u", "enter", "escape")
        assert row_of(app, "Cross-pressure") == ["2", "_"]


async def test_a_retired_item_is_no_longer_asked_for_but_stays_in_its_weeks(desk: Desk) -> None:
    lay_scale(desk)
    app = desk.app()
    async with app.run_test(size=(80, 30)) as pilot:
        await press(pilot, "4", "e")
        await stand_on(pilot, "Complexity")
        await press(pilot, "r")
        assert "Retired: Complexity · u takes it back" in screen_text(app)
        await press(pilot, "escape")
        assert "Complexity" not in screen_text(app)
        assert "of 18 rated" in screen_text(app)
        await press(pilot, "left")
        assert row_of(app, "Complexity")[-1] == "2"
        await press(pilot, "right", "e")
        await stand_on(pilot, "Complexity")
        await press(pilot, "r", "escape")
        assert row_of(app, "Complexity") == ["2", "_"]


async def test_undo_takes_an_item_away_again(desk: Desk) -> None:
    lay_scale(desk)
    app = desk.app()
    async with app.run_test(size=(80, 30)) as pilot:
        await press(pilot, "4", "e", "plus")
        await write(pilot, "Driving\n")
        await press(pilot, "u")
        assert [item.name for item in desk.journal().scale.items() if item.name] == []
