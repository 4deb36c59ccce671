"""Planning, moving and cancelling a conversation from a person's page, in one line each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from support.screens.hands import press, seen, write
from support.screens.mads import lay_mads
from support.screens.person_desk import gone, line, page, top
from textual.pilot import Pilot

if TYPE_CHECKING:
    from support.screens.desk import Desk

SIZE = (80, 24)
FRIDAY = date(2026, 3, 6)


async def _on_planned(pilot: Pilot[None]) -> None:
    """Stand on the conversation of 6 March."""
    await page(pilot, "Mads Holm")
    await press(pilot, "tab", "tab", "tab")
    await seen(pilot, "▸ Fri 6 Mar    10:00 · 45 min")


@pytest.mark.parametrize(
    ("typed", "understood", "time"),
    [
        ("20/3 kl 9.30 45 min", "Fri 20 Mar 9:30 · 45 min", "09:30"),
        ("tomorrow 3pm", "tomorrow 15:00", "15:00"),
        ("om 3 uger", "Mon 23 Mar", ""),
    ],
)
async def test_planning_shows_what_was_understood(desk: Desk, typed: str, understood: str, time: str) -> None:
    mads = lay_mads(desk.journal())
    async with desk.app().run_test(size=SIZE) as pilot:
        await page(pilot, "Mads Holm")
        await write(pilot, f"c{typed}")
        await seen(pilot, "Plan with Mads Holm:", understood)
        await press(pilot, "enter")
        await seen(pilot, f"Planned with Mads Holm: {understood} · u takes it back", "Planned · 2")
    planned = [one for one in desk.journal().meetings.of(mads) if one.state == "planned"]
    assert sorted(one.time for one in planned) == sorted([time, "10:00"])


async def test_enter_takes_the_day_that_the_rhythm_wants(desk: Desk) -> None:
    journal = desk.journal()
    eva = journal.people.add("Eva", cadence="2w").id
    journal.meetings.write(eva, date(2026, 2, 21), "on a Saturday")
    async with desk.app().run_test(size=SIZE) as pilot:
        await page(pilot, "Eva")
        await press(pilot, "c")
        await seen(pilot, "⏎ Mon 9 Mar – or a day, a time, minutes")  # two weeks later is a Saturday
        await press(pilot, "enter")
        await seen(pilot, "Planned with Eva: Mon 9 Mar")
    assert desk.journal().meetings.on(eva, date(2026, 3, 9)).state == "planned"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("blah", "“blah” is not a day I know. Try fri 10.00"),
        ("fri 10 at the café", "“at the café” is neither a time nor minutes."),
        ("2/2", "You have already talked on"),
    ],
)
async def test_what_cannot_be_planned_is_said_and_stays(desk: Desk, typed: str, said: str) -> None:
    journal = desk.journal()
    journal.meetings.write(lay_mads(journal), date(2027, 2, 2), "written ahead")
    async with desk.app().run_test(size=SIZE) as pilot:
        await page(pilot, "Mads Holm")
        await write(pilot, f"c{typed}\n")
        await seen(pilot, said, f"Plan with Mads Holm: {typed}", "Planned · 1")


async def test_a_day_that_has_passed_opens_its_note(desk: Desk) -> None:
    lay_mads(desk.journal())
    async with desk.app().run_test(size=SIZE) as pilot:
        await page(pilot, "Mads Holm")
        await write(pilot, "ci går")
        await seen(pilot, "yesterday has passed: ⏎ opens its note")
        await press(pilot, "enter")
        await top(pilot, "Mads Holm · Sunday 1 March 2026")


async def test_moving_keeps_the_first_day_and_the_reason_and_is_one_undo(desk: Desk) -> None:
    mads = lay_mads(desk.journal())
    async with desk.app().run_test(size=SIZE) as pilot:
        await _on_planned(pilot)
        await write(pilot, "mman 13.00 Mads er syg")
        await seen(pilot, "Move Fri 6 Mar to:", "Mon 9 Mar 13:00, because: Mads er syg")
        await press(pilot, "enter")
        await seen(pilot, "Mon 9 Mar    13:00 · 45 min · moved from Fri 6 Mar: Mads er syg")
        await press(pilot, "u")
        await seen(pilot, "Fri 6 Mar    10:00 · 45 min")
    assert [one.day for one in desk.journal().meetings.of(mads) if one.state == "planned"] == [FRIDAY]


@pytest.mark.parametrize(("key", "day"), [("space", date(2026, 3, 7)), ("+", date(2026, 3, 13))])
async def test_a_day_or_a_week_on_is_two_keys(desk: Desk, key: str, day: date) -> None:
    mads = lay_mads(desk.journal())
    async with desk.app().run_test(size=SIZE) as pilot:
        await _on_planned(pilot)
        await press(pilot, "m", key)
        await seen(pilot, "moved from Fri 6 Mar")
    moved = desk.journal().meetings.on(mads, day)
    assert (moved.time, moved.minutes, moved.moved_from) == ("10:00", 45, FRIDAY)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("blah", "“blah” is not a day I know."),
        ("i går", "yesterday has passed. Choose a day to come."),
        ("kl 11 syg", "“syg” is neither a time nor minutes."),
        ("6/3", "It is on Fri 6 Mar already."),
    ],
)
async def test_what_cannot_be_moved_to_is_said(desk: Desk, typed: str, said: str) -> None:
    mads = lay_mads(desk.journal())
    async with desk.app().run_test(size=SIZE) as pilot:
        await _on_planned(pilot)
        await write(pilot, f"m{typed}\n")
        await seen(pilot, said, f"Move Fri 6 Mar to: {typed}")
    assert desk.journal().meetings.on(mads, FRIDAY).state == "planned"


async def test_enter_on_what_is_planned_changes_time_and_length(desk: Desk) -> None:
    mads = lay_mads(desk.journal())
    async with desk.app().run_test(size=SIZE) as pilot:
        await _on_planned(pilot)
        await press(pilot, "enter")
        await seen(pilot, "Fri 6 Mar, time and length: 10:00 45 min")
        await press(pilot, "ctrl+u")
        await write(pilot, "10.10 30 min\n")
        await seen(pilot, "▸ Fri 6 Mar    10:10 · 30 min")
    changed = desk.journal().meetings.on(mads, FRIDAY)
    assert (changed.time, changed.minutes, changed.moved_from) == ("10:10", 30, None)


async def test_cancelling_asks_why_and_stands_in_the_timeline(desk: Desk) -> None:
    lay_mads(desk.journal())
    async with desk.app().run_test(size=(80, 40)) as pilot:
        await _on_planned(pilot)
        await write(pilot, "dMads er syg\n")
        await seen(pilot, "Fri 6 Mar    × cancelled: Mads er syg", "Timeline · 2026 · 3")
        await gone(pilot, "Planned · ")


async def test_planning_a_cancelled_day_anew_forgets_why_it_was_cancelled(desk: Desk) -> None:
    mads = lay_mads(desk.journal())
    async with desk.app().run_test(size=SIZE) as pilot:
        await _on_planned(pilot)
        await write(pilot, "dsyg\n")
        await gone(pilot, "Planned · ")
        await write(pilot, "cfre 14\n")
        await seen(pilot, "Planned with Mads Holm: Fri 6 Mar 14:00")
    anew = desk.journal().meetings.on(mads, FRIDAY)
    assert (anew.state, anew.time, anew.reason) == ("planned", "14:00", "")


async def test_a_planned_talk_without_a_note_asks_what_became_of_it(desk: Desk) -> None:
    journal = desk.journal()
    journal.meetings.plan(journal.people.add("Eva").id, date(2026, 2, 26))
    async with desk.app().run_test(size=SIZE) as pilot:
        await page(pilot, "Eva")
        assert "4 days ago" in await line(pilot, "planned, no note yet: ⏎ writes it, m moves, d cancels")
        await press(pilot, "enter")
        await top(pilot, "Eva · Thursday 26 February 2026")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "already planned Fri 6 Mar 10:00; this adds another"),
        ("thu 9", "Thu 5 Mar 9:00 · already planned Fri 6 Mar 10:00; this adds another"),
        ("fri 11", "Fri 6 Mar 11:00 · changes the one planned Fri 6 Mar 10:00"),
    ],
)
async def test_planning_tells_what_is_planned_already(desk: Desk, typed: str, said: str) -> None:
    mads = lay_mads(desk.journal())
    app = desk.app()
    async with app.run_test(size=(100, 40)) as pilot:
        app.open_person(mads)
        await seen(pilot, "Planned · 1")
        await press(pilot, "c")
        await write(pilot, typed)
        await seen(pilot, said)
