"""The app around its screens: how it begins, what it says of its troubles, how it follows the disk."""

from __future__ import annotations

from datetime import date

from support.screens.desk import Desk
from support.screens.hands import open_note, press, seen, stand_on, until, write
from support.screens.monday import lay_monday, monday
from support.screens.on_disk import note
from support.screens.screen_text import screen_lines, screen_text


async def test_it_can_begin_in_a_note(desk: Desk) -> None:
    mads = lay_monday(desk).people.named("Mads")
    app = desk.app(note_with=mads.id)
    async with app.run_test() as pilot:
        await seen(pilot, "Mads Holm · Monday 2 March 2026")
        await write(pilot, "at once")
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert note(desk, "Mads").text == "at once"


async def test_all_troubles_of_the_start_are_told(desk: Desk) -> None:
    lay_monday(desk)
    path = desk.session.places.config_file
    path.parent.mkdir(parents=True)
    path.write_text("theme: nosuch\nkeys: {list.nothing: x}\n")
    async with desk.at_work() as (_app, pilot):
        await seen(pilot, "There is no theme called nosuch. This is fjord.", "“list.nothing”, which is not a binding")


async def test_each_view_keeps_its_place(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await stand_on(pilot, "Send budget")
        await press(pilot, "3")
        await seen(pilot, "[3 Next steps]")
        await stand_on(pilot, "Clear the archive")
        await press(pilot, "1")
        await seen(pilot, "[1 Today]")
        assert "▸ yesterday    Send budget" in screen_text(app)
        await press(pilot, "3")
        await seen(pilot, "▸ –            Clear the archive")


async def test_a_view_shows_what_was_done_in_another(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        await press(pilot, "3")
        await seen(pilot, "[3 Next steps]", "Overdue · 2")
        await press(pilot, "1")
        await seen(pilot, "[1 Today]")
        await press(pilot, "x", "3")
        await seen(pilot, "[3 Next steps]", "Overdue · 1")


async def test_the_key_of_a_view_leads_to_its_first_screen(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        await stand_on(pilot, "Call HR")
        await press(pilot, "enter")
        await seen(pilot, "Åse Lund")
        await press(pilot, "1")
        await seen(pilot, "[1 Today]")


async def test_what_others_write_is_counted_in_the_corner(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        other = desk.journal(desk.now)
        other.agreements.agree("Written elsewhere", due=date(2026, 3, 2))
        await seen(pilot, "1 change came in", "Written elsewhere")
        await press(pilot, "x")
        await seen(pilot, "Done:")
        assert screen_lines(app)[0].endswith("saved")


async def test_what_others_undo_under_the_cursor_is_told_in_words(desk: Desk) -> None:
    journal = lay_monday(desk)
    async with desk.at_work() as (app, pilot):
        await press(pilot, "m")
        await seen(pilot, "New date:")
        gone = next(one for one in journal.agreements.all() if "Call HR" in one.text)
        desk.journal(desk.now).agreements.remove(gone.id)
        await until(pilot, lambda: "Overdue · 1" in screen_text(app))
        await press(pilot, "+")
        assert app.is_running
        assert not app.crash


async def test_a_very_long_name_leaves_the_status_in_its_corner(desk: Desk) -> None:
    desk.journal().people.add("Anna " + "Maria " * 40 + "Holm")
    app = desk.app()
    async with app.run_test(size=(50, 12)) as pilot:
        await open_note(pilot, "anna")
        assert screen_lines(app)[0].endswith(" saved")
        await write(pilot, "x")
        assert screen_lines(app)[0].endswith(" draft")
