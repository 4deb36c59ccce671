"""The palette: commands, people and themes by name."""

from __future__ import annotations

import pytest
from support.screens.desk import Desk
from support.screens.hands import press, seen, stand_on, write
from support.screens.monday import lay_monday, monday
from support.screens.on_disk import agreement
from support.screens.screen_text import screen_lines, screen_text
from textual.pilot import Pilot
from textual.widgets import Input

from leadercli.tui.widgets.row_list import RowList


async def palette(pilot: Pilot[None], typed: str = "") -> None:
    """Open the palette and type."""
    await press(pilot, "ctrl+p")
    await seen(pilot, "a command, a name, a theme")
    await write(pilot, typed)


@pytest.mark.parametrize(
    ("typed", "seen_then"),
    [
        ("weigh your own", "[4 The scale]"),
        ("all open agr", "[3 Next steps]"),
        ("lise", "Lise Berg"),
        ("aase", "Åse Lund"),
        ("papir", "Colours: papir"),
        ("undo latest", "There is nothing to undo."),
    ],
)
async def test_typing_a_name_and_enter_does_it(desk: Desk, typed: str, seen_then: str) -> None:
    async with monday(desk) as (app, pilot):
        await palette(pilot, typed)
        await press(pilot, "enter")
        await seen(pilot, seen_then)
        assert "a command, a name, a theme" not in screen_text(app)


async def test_a_command_acts_where_the_cursor_stood(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        await stand_on(pilot, "Send budget")
        await palette(pilot, "no longer to be done")
        await press(pilot, "enter")
        await seen(pilot, "Dropped: Send budget")
    assert agreement(desk, "Send budget").state == "dropped"


async def test_it_offers_what_the_line_under_the_cursor_offers(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await stand_on(pilot, "The scale is missing")
        await palette(pilot, "no longer to be done")
        assert len(app.screen.query_one(RowList).rows) == 0
        await press(pilot, "escape")
        await stand_on(pilot, "Send budget")
        await palette(pilot, "no longer to be done")
        assert len(app.screen.query_one(RowList).rows) == 1


async def test_it_shows_the_keys_and_narrows_as_one_types(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await palette(pilot)
        rows = app.screen.query_one(RowList)
        everything = len(rows.rows)
        assert everything > 20
        done = next(row for row in rows.rows if row.id == "key:list.done")
        assert done.cells[-1].text == "x  space"
        await write(pilot, "åse")
        assert [row.cells[0].text for row in rows.rows] == ["Åse Lund"]
        await press(pilot, "backspace", "backspace", "backspace")
        assert len(rows.rows) == everything
        await write(pilot, "nothing at all")
        await press(pilot, "enter")
        assert len(rows.rows) == 0
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")


async def test_arrows_choose_and_escape_changes_nothing(desk: Desk) -> None:
    lay_monday(desk)
    before = desk.journal().store.digest
    async with desk.at_work() as (app, pilot):
        await palette(pilot, "colour theme")
        await press(pilot, "down", "down", "up")
        assert app.screen.query_one(RowList).cursor == 1
        assert app.screen.query_one(Input).has_focus
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert desk.journal().store.digest == before


async def test_a_click_chooses_and_a_second_does_it(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await palette(pilot, "theme")
        row = next(at for at, line in enumerate(screen_lines(app)) if "papir" in line)
        await pilot.click(offset=(5, row))
        await pilot.click(offset=(5, row))
        await seen(pilot, "Colours: papir")


async def test_a_theme_is_remembered(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await palette(pilot, "papir")
        await press(pilot, "enter")
        await seen(pilot, "Colours: papir")
        await press(pilot, "f9")
        await seen(pilot, "Colours: rimfrost")
    assert desk.session.config.theme == "rimfrost"
    app = desk.app()
    async with app.run_test():
        assert app.theme == "rimfrost"


async def test_who_goes_through_the_colours_hears_of_a_theme_that_cannot_be_used(desk: Desk) -> None:
    lay_monday(desk)
    mine = desk.session.places.themes
    mine.mkdir(parents=True)
    (mine / "min.yaml").write_text("name: min\nprimary: bleu\n", "utf-8")
    async with desk.at_work() as (_app, pilot):
        await press(pilot, "f9")
        await seen(pilot, "Colours: ", "min.yaml is left out of the themes. primary: “bleu” is not a colour.")


async def test_closing_stands_in_the_palette_once(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await palette(pilot, "close leadercli")
        assert [row.cells[0].text for row in app.screen.query_one(RowList).rows] == ["Quit"]


async def test_settings_that_cannot_be_written_do_not_stop_the_colours(desk: Desk) -> None:
    lay_monday(desk)
    desk.session.places.config.parent.mkdir(exist_ok=True)
    desk.session.places.config.write_text("a file where the folder should be")
    async with desk.at_work() as (_app, pilot):
        await seen(pilot, "could not be read")
        await press(pilot, "f9")
        await seen(pilot, "but the settings could not be written")
