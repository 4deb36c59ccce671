"""Hands: the keys that the main jobs cost, counted while they are typed."""

from __future__ import annotations

from datetime import date

from support.screens.desk import Desk
from support.screens.hands import press, seen, stand_on, write
from support.screens.monday import lay_overdue, monday
from support.screens.on_disk import agreement, note
from textual.pilot import Pilot

from leadercli.tui.note.screen import NoteScreen


class Counting:
    """Presses keys and counts them."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self._pilot = pilot
        self.keys = 0

    async def press(self, *keys: str) -> None:
        """Press keys."""
        self.keys += len(keys)
        await press(self._pilot, *keys)


async def test_from_today_to_typing_in_a_note_takes_four_keys(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        hands = Counting(pilot)
        await hands.press("n", "m", "a", "enter")
        await press(pilot, "H", "i")
        await seen(pilot, "Mads Holm · Monday 2 March 2026", "Hi")
        assert hands.keys <= 6
        await press(pilot, "escape")
    assert note(desk, "Mads").text == "Hi"


async def test_the_person_under_the_cursor_takes_two_keys(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        await stand_on(pilot, "2 things to raise")
        hands = Counting(pilot)
        await hands.press("n", "enter")
        await seen(pilot, "Mads Holm · Monday 2 March 2026")
        assert hands.keys == 2


async def test_done_in_next_steps_takes_one_key(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        await press(pilot, "3")
        await seen(pilot, "[3 Next steps]")
        hands = Counting(pilot)
        await hands.press("x")
        assert agreement(desk, "Call HR").state == "done"
        assert hands.keys == 1


async def test_moving_by_a_week_takes_two_keys(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        await press(pilot, "3")
        await seen(pilot, "[3 Next steps]")
        hands = Counting(pilot)
        await hands.press("m", "+")
        assert agreement(desk, "Call HR").due == date(2026, 3, 9)
        assert hands.keys == 2


async def test_five_overdue_decisions_take_at_most_twelve_keys(desk: Desk) -> None:
    lay_overdue(desk, 5)
    async with desk.at_work() as (_app, pilot):
        await seen(pilot, "Overdue · 5")
        hands = Counting(pilot)
        await hands.press("x")
        await hands.press("m", "+")
        await hands.press("d")
        await hands.press("m", "space")
        await hands.press("m", "t", "u", "e", "enter")
        await seen(pilot, "Moved to tomorrow")
        assert hands.keys <= 12
    open_ones = {one.text: one.due for one in desk.journal().agreements.open()}
    assert open_ones == {"Promise 2": date(2026, 3, 9), "Promise 4": date(2026, 3, 3), "Promise 5": date(2026, 3, 3)}


async def test_an_agreement_in_a_note_takes_only_its_own_text(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await press(pilot, "n", "m", "a", "enter")
        await write(pilot, "! talk to Eva about week 11 fri")
        await seen(pilot, "agreement · owner: me · Fri 6 Mar")
        assert isinstance(app.screen, NoteScreen), "nothing has covered the text"
        await press(pilot, "escape")
    made = agreement(desk, "talk to Eva about week 11")
    assert (made.owner, made.due) == ("me", date(2026, 3, 6))
    assert desk.journal().people.name(made.person_id) == "Mads Holm"


async def test_a_point_ticked_off_takes_one_key_and_leaves_the_cursor(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        await press(pilot, "n", "m", "a", "enter")
        await write(pilot, "one")
        hands = Counting(pilot)
        await hands.press("alt+3")
        await write(pilot, " two")
        await seen(pilot, "one two", "✓ Salary talk")
        assert hands.keys == 1
