"""The bin on the screen: what lies there, taking it back, and what is older."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from support.screens.desk import Desk
from support.screens.hands import cursor_line, press, seen, stand_on
from support.screens.mads import lay_mads
from support.screens.screen_text import line_with, screen_lines, screen_text

from leadercli.tui.history.bin import BinScreen

FRIDAY = datetime(2026, 2, 27, 16, 30)


def _lay(desk: Desk) -> str:
    """Mads, and some of him in the bin. Returns his id."""
    journal = desk.journal()
    mads = lay_mads(journal)
    later = desk.journal(FRIDAY)
    later.agreements.remove(next(one.id for one in later.agreements.all() if one.text == "tidy the wiki"))
    later.meetings.remove(later.meetings.on(mads, date(2026, 2, 2)).id)
    return mads


async def test_it_lists_what_who_and_when_and_enter_takes_it_back(desk: Desk) -> None:
    _lay(desk)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "b")
        assert "2 things put here in the last 30 days" in screen_text(app)
        assert " ".join(line_with(app, "tidy the wiki").split()) == "▸ Fri 27 Feb 16:30 agreement Mads tidy the wiki"
        await stand_on(pilot, "tidy the wiki")
        await press(pilot, "enter")
        await seen(pilot, "Taken back: tidy the wiki · u puts it back in the bin", "1 thing put here")
        assert [one.text for one in desk.journal().agreements.all() if "wiki" in one.text] == ["tidy the wiki"]
        await press(pilot, "u")
        await seen(pilot, "2 things put here")


async def test_a_note_comes_back_with_its_text(desk: Desk) -> None:
    mads = _lay(desk)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "b")
        await stand_on(pilot, "Mads' points first")
        await press(pilot, "r")
        await seen(pilot, "Taken back: Mon 2 Feb")
        assert "the rota presses" in desk.journal().meetings.on(mads, date(2026, 2, 2)).text


async def test_what_one_puts_there_now_is_there_and_the_cursor_goes_on(desk: Desk) -> None:
    _lay(desk)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3")
        await stand_on(pilot, "send a draft")
        await press(pilot, "D", "b")
        assert "today 8:00" in line_with(app, "send a draft")
        await stand_on(pilot, "send a draft")
        before = cursor_line(app)
        await press(pilot, "enter")
        assert cursor_line(app) != before
        await press(pilot, "escape")
        assert "send a draft" in screen_text(app)


async def test_what_is_older_is_shown_to_who_asks(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(now=datetime(2026, 5, 4, 8, 0))
    _lay(desk)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "b")
        await seen(pilot, "Nothing was put in the bin in the last 30 days.", "v shows what is older.")
        await press(pilot, "v")
        await seen(pilot, "2 things in the bin", "tidy the wiki")
        await press(pilot, "v")
        assert "tidy the wiki" not in screen_text(app)


async def test_an_empty_bin_says_what_it_is_for(desk: Desk) -> None:
    desk.journal()
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "b", "v")
        await seen(pilot, "The bin is empty. What you put in it with D can be taken back here.")
        await press(pilot, "enter", "b")
        assert len([screen for screen in app.screen_stack if isinstance(screen, BinScreen)]) == 1


async def test_a_person_in_the_bin_is_told_when_something_about_them_comes_back(desk: Desk) -> None:
    mads = _lay(desk)
    desk.journal(FRIDAY).people.remove(mads)
    app = desk.app()
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "b")
        await stand_on(pilot, "tidy the wiki")
        await press(pilot, "enter")
        await seen(pilot, "Taken back: tidy the wiki · Mads Holm lies in the bin too")


async def test_a_name_that_is_taken_is_told_and_nothing_comes_back(desk: Desk) -> None:
    journal = desk.journal()
    journal.people.remove(journal.people.add("Lise").id)
    journal.people.add("lise")
    app = desk.app()
    async with app.run_test(size=(120, 24)) as pilot:
        await press(pilot, "b", "enter")
        await seen(pilot, "There is already someone called “Lise”.")
        assert len(desk.journal().people.all()) == 1


async def test_keys_of_other_lists_change_nothing_here(desk: Desk) -> None:
    _lay(desk)
    before = desk.session.places.journal.read_bytes()
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "b", "x", "d", "D", "e", "m")
        assert "2 things put here" in screen_text(app)
    assert desk.session.places.journal.read_bytes() == before


async def test_beside_it_stands_what_the_cursor_stands_on(desk: Desk) -> None:
    _lay(desk)
    app = desk.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "b")
        await stand_on(pilot, "Mads' points first")
        await seen(pilot, "Monday 2 February 2026")
        assert any(line.endswith(" the rota presses") and "points first" not in line for line in screen_lines(app))
