"""The history of what the cursor stands on: its versions, what they changed, and going back to one."""

from __future__ import annotations

from datetime import date, datetime

from support.screens.desk import Desk
from support.screens.hands import cursor_line, press, seen, stand_on, write
from support.screens.mads import lay_mads
from support.screens.screen_text import line_with, screen_lines, screen_text
from textual.containers import VerticalScroll

from leadercli.tui.history.history import HistoryScreen

TALK = date(2026, 2, 2)
FIRST = "Mads' points first\nthe rota presses\n! call HR 5/3\n? a course"
SECOND = "Mads' points first\nthe rota presses hard\n! call HR 5/3\nnext time: the budget"


def _lay(desk: Desk) -> str:
    """Mads, and a note about him that was written twice. Returns his id."""
    journal = desk.journal(datetime(2026, 2, 2, 11, 0))
    mads = lay_mads(journal)
    journal.meetings.write(mads, TALK, FIRST)
    desk.journal(datetime(2026, 2, 2, 15, 0)).meetings.write(mads, TALK, SECOND)
    return mads


async def test_a_note_from_the_timeline_shows_its_versions_and_enter_restores_one(desk: Desk) -> None:
    mads = _lay(desk)
    app = desk.app()
    async with app.run_test(size=(80, 30)) as pilot:
        app.open_person(mads)
        await pilot.pause()
        await stand_on(pilot, "points first")
        await press(pilot, "h")
        await seen(pilot, "History · note · Mads Holm · Mon 2 Feb", "3 versions", "What this version changed")
        assert cursor_line(app).startswith("▸ Mon 2 Feb 15:00")
        assert " now · note: Mads Holm" in cursor_line(app)
        assert [line for line in screen_lines(app) if line[1:2] in ("+", "−")] == [
            " − the rota presses",
            " + the rota presses hard",
            " − ? a course",
            " + next time: the budget",
        ]
        await press(pilot, "down", "enter")
        await seen(pilot, "This version stands there again · u takes it back", "4 versions")
        assert " now · earlier version: Mads Holm" in cursor_line(app)
        assert desk.journal().meetings.on(mads, TALK).text == FIRST
        await press(pilot, "u")
        await seen(pilot, "Undone: earlier version: Mads Holm")
        assert desk.journal().meetings.on(mads, TALK).text == SECOND
        await press(pilot, "escape")
        assert "Timeline" in screen_text(app)


async def test_a_version_is_looked_at_in_three_ways(desk: Desk) -> None:
    mads = _lay(desk)
    app = desk.app()
    async with app.run_test(size=(80, 30)) as pilot:
        app.open_person(mads)
        await pilot.pause()
        await stand_on(pilot, "points first")
        await press(pilot, "h", "v")
        await seen(pilot, "All of this version", "State: held")
        await press(pilot, "v")
        await seen(pilot, "What restoring it would change", "Nothing: it stands there as it was.")
        await press(pilot, "down")
        assert line_with(app, "− the rota presses hard")
        await press(pilot, "v")
        await seen(pilot, "What this version changed")


async def test_an_agreement_shows_old_and_new_deadline_and_goes_back(desk: Desk) -> None:
    _lay(desk)
    journal = desk.journal()
    draft = next(one for one in journal.agreements.all() if one.text == "send a draft")
    journal.agreements.adjust(draft.id, date(2026, 3, 12), "HR is away")
    app = desk.app()
    async with app.run_test(size=(80, 30)) as pilot:
        await press(pilot, "3")
        await stand_on(pilot, "send a draft")
        await press(pilot, "h")
        await seen(pilot, "Deadline: Fri 6 Mar → Thu 12 Mar", "Reason: HR is away")
        await press(pilot, "end", "enter")
        await seen(pilot, "This version stands there again")
    now = desk.journal().agreements.get(draft.id)
    assert now
    assert (now.due, len(now.moves)) == (date(2026, 3, 6), 2)


async def test_what_was_written_while_one_looks_appears_and_the_cursor_stays(desk: Desk) -> None:
    mads = _lay(desk)
    app = desk.app()
    async with app.run_test(size=(80, 30)) as pilot:
        app.open_person(mads)
        await pilot.pause()
        await stand_on(pilot, "points first")
        await press(pilot, "h", "down")
        before = cursor_line(app)
        app.journal.meetings.write(mads, TALK, "all new")
        await pilot.pause()
        await seen(pilot, "4 versions")
        assert cursor_line(app) == before.replace(" now ·", "")


async def test_a_record_that_was_never_changed_says_so(desk: Desk) -> None:
    _lay(desk)
    desk.journal().log.path.unlink()
    app = desk.app()
    async with app.run_test(size=(80, 30)) as pilot:
        await press(pilot, "3")
        await stand_on(pilot, "tidy the wiki")
        await press(pilot, "h")
        await seen(pilot, "Nothing has been changed in the last 30 days", "All of this version", "Owner: us")
        await press(pilot, "enter")
        await seen(pilot, "It stands there already.")


async def test_every_list_has_it_and_what_is_not_written_yet_is_told(desk: Desk) -> None:
    mads = _lay(desk)
    app = desk.app()
    async with app.run_test(size=(80, 30)) as pilot:
        await press(pilot, "2")
        await stand_on(pilot, "Mads Holm")
        await press(pilot, "h")
        await seen(pilot, "History · person · Mads Holm", "Role: project lead")
        await press(pilot, "escape", "1")
        await stand_on(pilot, "The scale waits")
        await press(pilot, "h")
        await seen(pilot, "Nothing has been written here yet, so there is no history.")
        app.journal.meetings.remove(app.journal.meetings.on(mads, TALK).id)
        await press(pilot, "b", "h")
        await seen(pilot, "History · note · Mads Holm", "In the bin: today 8:00")
        await press(pilot, "h", "x", "D", "e")
        assert isinstance(app.screen, HistoryScreen)


async def test_hostile_text_is_shown_as_text(desk: Desk) -> None:
    journal = desk.journal()
    one = journal.agreements.agree("[bold]x[/] \x1b]52;c;aGVq\x07 [@click=app.quit]y[/]")
    journal.agreements.edit(one.id, {"text": "[/] z"})
    app = desk.app()
    async with app.run_test(size=(80, 30)) as pilot:
        await press(pilot, "3", "h")
        await seen(pilot, "− [bold]x[/]", "[@click=app.quit]y[/]", "+ [/] z")
        assert "\x1b" not in screen_text(app)


async def test_a_long_text_is_scrolled_and_a_long_line_hangs_from_its_sign(desk: Desk) -> None:
    mads = _lay(desk)
    words = " ".join(f"word{number}" for number in range(30))
    desk.journal().meetings.write(mads, TALK, "\n".join([words, *(f"line {number}" for number in range(60))]))
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_person(mads)
        await pilot.pause()
        await stand_on(pilot, "word0")
        await press(pilot, "h", "v")
        text = app.screen.query_one(".detail", VerticalScroll)
        at = next(number for number, line in enumerate(screen_lines(app)) if "+ word0" in line)
        assert screen_lines(app)[at + 1].startswith("   word")
        await press(pilot, "right")
        assert text.scroll_y > 0
        await press(pilot, "left")
        assert text.scroll_y == 0


async def test_it_stands_beside_the_versions_on_a_wide_terminal(desk: Desk) -> None:
    mads = _lay(desk)
    app = desk.app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_person(mads)
        await pilot.pause()
        await stand_on(pilot, "points first")
        await press(pilot, "h")
        await seen(pilot, "What this version changed")
        beside = next(line for line in screen_lines(app) if "+ the rota presses hard" in line)
        assert beside.index("+ the rota presses hard") > 40


async def test_the_note_goes_on_from_what_was_restored(desk: Desk) -> None:
    mads = _lay(desk)
    app = desk.app()
    async with app.run_test(size=(80, 30)) as pilot:
        app.open_person(mads)
        await pilot.pause()
        await stand_on(pilot, "points first")
        await press(pilot, "h", "down", "enter", "escape", "enter")
        await write(pilot, "more")
        await press(pilot, "escape")
    assert desk.journal().meetings.on(mads, TALK).text == FIRST + "\nmore"
