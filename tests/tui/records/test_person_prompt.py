"""n and p: whom a typed name can mean, and adding somebody new in one line."""

from __future__ import annotations

from support.screens.desk import Desk
from support.screens.hands import open_note, press, seen, write
from support.screens.monday import lay_monday
from support.screens.screen_text import screen_text


async def test_a_new_name_may_bring_role_and_rhythm(desk: Desk) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "n")
        await write(pilot, "Ole Lund, nurse, every 2 weeks")
        await seen(pilot, "add Ole Lund · nurse · every 2 weeks")
        await press(pilot, "enter")
        await seen(pilot, "Ole Lund · Monday")
    made = desk.journal().people.named("ole")
    assert (made.name, made.role, made.cadence) == ("Ole Lund", "nurse", "2w")


async def test_somebody_new_may_be_called_as_others_are(desk: Desk) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "p")
        await write(pilot, "Mads")
        await seen(pilot, "▸Mads Holm")
        assert "add Mads" not in screen_text(app)
        await write(pilot, ", nurse")
        await seen(pilot, "▸add Mads · nurse", "Mads Holm")
        await press(pilot, "ctrl+u")
        await write(pilot, "Mads Holm, nurse")
        await seen(pilot, "▸Mads Holm")
        assert "add Mads" not in screen_text(app)


async def test_a_name_that_two_have_is_told_in_the_note(desk: Desk) -> None:
    lay_monday(desk)
    people = desk.journal().people
    people.add("Mette Jensen")
    people.add("Mette Bach")
    app = desk.app()
    async with app.run_test(size=(120, 30)) as pilot:
        await open_note(pilot, "mads")
        await write(pilot, "! >mette calls")
        await seen(pilot, "“mette” can be Mette Bach, Mette Jensen: yours until you write more", "me (mette?)")
        await press(pilot, "ctrl+u")
        await write(pilot, "! >mette b calls")
        await seen(pilot, "agreement · owner: Mette Bach · no date")
