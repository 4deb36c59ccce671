"""What the keys do on a person's page: next time, agreements, opening, done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from support.screens.hands import press, seen, write
from support.screens.mads import lay_mads
from support.screens.person_desk import gone, page, top
from support.screens.screen_text import screen_lines

from leadercli.model.records import THEM

if TYPE_CHECKING:
    from support.screens.desk import Desk

SIZE = (80, 24)


async def test_something_for_next_time_is_on_the_page_and_in_the_note(desk: Desk) -> None:
    mads = lay_mads(desk.journal())
    async with desk.app().run_test(size=SIZE) as pilot:
        await page(pilot, "Mads Holm")
        await write(pilot, "ithe pay talk\n")
        await seen(pilot, "Next time · 2", "? the pay talk")
        await write(pilot, "i% his health\n")
        await seen(pilot, "Next time · 3")
        await write(pilot, "n\n")
        await top(pilot, "Mads Holm · Monday 2 March 2026")
        await seen(pilot, "the pay talk")
    assert [(one.text, one.private) for one in desk.journal().inbox.waiting(mads)] == [
        ("a course", False),
        ("the pay talk", False),
        ("his health", True),
    ]


async def test_an_agreement_written_here_is_about_this_person(desk: Desk) -> None:
    mads = lay_mads(desk.journal())
    async with desk.app().run_test(size=SIZE) as pilot:
        await page(pilot, "Mads Holm")
        await write(pilot, "a>mads send minutes fri")
        await seen(pilot, "agreement · Mads Holm · owner: Mads Holm · Fri 6 Mar")
        await press(pilot, "enter")
        await seen(pilot, "Agreements, theirs · 2")
    kept = desk.journal().agreements.of(mads)
    assert ("send minutes", THEM, date(2026, 3, 6)) in [(one.text, one.owner, one.due) for one in kept]


async def test_done_closes_and_v_shows_it_again(desk: Desk) -> None:
    lay_mads(desk.journal())
    async with desk.app().run_test(size=(80, 40)) as pilot:
        await page(pilot, "Mads Holm")
        await press(pilot, "x")
        await gone(pilot, "Next time · 1")
        await press(pilot, "x")
        await seen(pilot, "Done: call HR · u takes it back", "Agreements, mine · 1")
        await press(pilot, "v")
        await seen(pilot, "✓ a course", "Agreements, closed · 1")
        await press(pilot, "v")
        await gone(pilot, "✓ a course")


async def test_enter_opens_the_talk_that_a_line_came_from_else_rewords_it(desk: Desk) -> None:
    lay_mads(desk.journal())
    async with desk.at_work(size=SIZE) as (app, pilot):
        await page(pilot, "Mads Holm")
        await press(pilot, "tab", "enter")
        await top(pilot, "Mads Holm · Monday 2 February 2026")
        await press(pilot, "escape")
        await top(pilot, "Mads Holm · project lead")
        await press(pilot, "down", "enter")
        await seen(pilot, "Agreement: tidy the wiki")
        assert len(app.screen_stack) == 2, "the page is not opened upon itself"


async def test_a_click_does_what_enter_does(desk: Desk) -> None:
    lay_mads(desk.journal())
    async with desk.at_work(size=SIZE) as (app, pilot):
        await page(pilot, "Mads Holm")
        await seen(pilot, "tidy the wiki")
        row = next(at for at, line in enumerate(screen_lines(app)) if "tidy the wiki" in line)
        await pilot.click(offset=(20, row))
        await seen(pilot, "▸ –            tidy the wiki")
        await pilot.click(offset=(20, row))
        await seen(pilot, "Agreement: tidy the wiki")


async def test_a_line_is_edited_with_e_and_the_person_with_a_capital_e(desk: Desk) -> None:
    lay_mads(desk.journal())
    async with desk.app().run_test(size=SIZE) as pilot:
        await page(pilot, "Mads Holm")
        await press(pilot, "e")
        await seen(pilot, "Next time: a course")
        await press(pilot, "escape", "E")
        await top(pilot, "Edit Mads Holm")


async def test_a_weekday_that_is_also_a_word_is_a_day_where_a_date_is_asked_for(desk: Desk) -> None:
    mads = lay_mads(desk.journal())
    async with desk.app().run_test(size=SIZE) as pilot:
        await page(pilot, "Mads Holm")
        await press(pilot, "tab")
        await write(pilot, "mman HR har ferie\n")
        await seen(pilot, "Mon 9 Mar    call HR")
    moved = next(one for one in desk.journal().agreements.of(mads) if one.text == "call HR")
    assert [(move.new, move.reason) for move in moved.moves] == [(date(2026, 3, 9), "HR har ferie")]
