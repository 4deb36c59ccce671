"""After the ratings: what fills most, the balance, what to turn, and next time whether it moved."""

from __future__ import annotations

from datetime import date

import pytest
from support.screens.desk import Desk
from support.screens.hands import press, seen, until, write
from support.screens.on_disk import agreement
from support.screens.scale_desk import RATED, lay_scale, under_cursor, week
from support.screens.screen_text import line_with, screen_text

from leadercli.journal.file.storage import JournalStorage


async def test_the_answers_are_kept_and_a_turned_item_gets_a_next_step(desk: Desk) -> None:
    lay_scale(desk)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "l")
        await seen(pilot, "What fills most this week?")
        await write(pilot, "the roster\n")
        await seen(pilot, "How is the balance here and now?")
        await write(pilot, "thin\n")
        await seen(pilot, "Is there a load that needs turning down?")
        await write(pilot, "pace\n")
        await seen(pilot, "Pace of change: what will you do yourself, and when?")
        await write(pilot, "say no to the steering group fre")
        await seen(pilot, "owner: me")
        await press(pilot, "enter")
        await seen(pilot, "Is there a resource that needs turning up?")
        await press(pilot, "enter")
        await seen(pilot, "Who else must help carry this: own manager, trio, leadership group?")
        assert "the roster" in line_with(app, "Fills most:")
        assert "Pace of change · say no" in line_with(app, "Turn down:")
        kept = week(desk)
        assert (kept.note, kept.balance, kept.turn_down, kept.turn_up) == ("the roster", "thin", "pace", "")
        step = agreement(desk, "say no to the steering group")
        assert (step.owner, step.person_id, step.due, step.state) == ("me", "", date(2026, 3, 6), "open")
        assert kept.steps == {"turn_down": step.id}


async def test_the_next_weigh_in_asks_whether_it_moved(desk: Desk) -> None:
    journal = desk.journal()
    step = journal.agreements.agree("say no more often")
    journal.scale.weigh_in("2026-W08", RATED, turn_down="pace", turn_up="trust", steps={"turn_down": step.id})
    app = desk.app()
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "4", "l")
        await seen(pilot, "In week 8 you wanted to turn Pace of change down: “say no more often”. Did it move?")
        await press(pilot, "a")
        await seen(pilot, "In week 8 you wanted to turn Safety and trust up. Did it move?")
        await press(pilot, "n")
        await seen(pilot, "What fills most this week?")
        await until(pilot, lambda: week(desk).moved == {"pace": "little", "trust": "no"})


async def test_what_is_not_answered_is_asked_again(desk: Desk) -> None:
    lay_scale(desk, turn_down="pace")
    async with desk.at_work() as (_app, pilot):
        await press(pilot, "4", "l", "enter")
        await seen(pilot, "What fills most this week?")
        assert week(desk).moved == {}
        await press(pilot, "escape", "up", "enter")
        await seen(pilot, "Did it move?")
        await press(pilot, "y")
        await until(pilot, lambda: week(desk).moved == {"pace": "yes"})


async def test_escape_leaves_the_questions_and_keeps_what_was_typed(desk: Desk) -> None:
    lay_scale(desk)
    async with desk.at_work() as (app, pilot):
        await press(pilot, "4", "l")
        await write(pilot, "half a though")
        await press(pilot, "escape")
        await seen(pilot, "Who else must help carry this")
        assert "[4 The scale]" in screen_text(app)
        assert under_cursor(app).startswith("Fills most:")
        await press(pilot, "enter", "right")
        await write(pilot, "t\n")
        await until(pilot, lambda: week(desk).note == "half a thought")
        assert not app.screen.prompt.asking


async def test_the_items_that_weigh_most_are_offered_first(desk: Desk) -> None:
    lay_scale(desk, ratings=RATED | {"alone": 5, "own_expectations": 2, "unclear_demands": 1})
    async with desk.at_work() as (app, pilot):
        await press(pilot, "4", "l", "enter", "enter", "down")
        assert "▸Standing alone 5" in screen_text(app)
        await press(pilot, "enter", "enter", "enter")
        await until(pilot, lambda: week(desk).turn_down == "alone")
        assert week(desk).turn_up == ""


async def test_an_answer_is_changed_and_taken_away_again(desk: Desk) -> None:
    lay_scale(desk)
    desk.journal().scale.weigh_in("2026-W09", RATED, note="old words", turn_down="pace")
    async with desk.at_work() as (app, pilot):
        await press(pilot, "4", "left", "right")  # week 10 is to be weighed; back to week 9
        await press(pilot, "left")
        assert under_cursor(app).startswith("Fills most: old words")
        await press(pilot, "enter", "ctrl+u")
        await write(pilot, "new words\n")
        await press(pilot, "down", "down", "enter", "down", "enter")
        await until(pilot, lambda: week(desk).note == "new words")
        assert week(desk).turn_down == ""


async def test_a_name_that_no_item_has_is_told(desk: Desk) -> None:
    lay_scale(desk)
    async with desk.at_work() as (app, pilot):
        await press(pilot, "4", "l", "enter", "enter")
        await write(pilot, "budget\n")
        assert "No item is called “budget”" in screen_text(app)
        assert week(desk).turn_down == ""


async def test_a_step_for_somebody_unknown_is_told_and_not_lost(desk: Desk) -> None:
    lay_scale(desk)
    async with desk.at_work() as (app, pilot):
        await press(pilot, "4", "l", "enter", "enter")
        await write(pilot, "pace\n@nobody call them\n")
        assert "nobody" in screen_text(app)
        assert "@nobody call them" in line_with(app, "My step:")


async def test_a_step_that_cannot_be_saved_loses_no_rating(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_scale(desk)
    desk.journal().scale.weigh_in("2026-W09", RATED, turn_down="pace")

    def full(storage: JournalStorage) -> None:
        raise OSError(28, "No space left on device")

    async with desk.at_work() as (_app, pilot):
        await press(pilot, "4", "left", "right", "left")
        await press(pilot, "up")
        with monkeypatch.context() as patch:
            patch.setattr(JournalStorage, "save", full)
            await press(pilot, "2")
            await seen(pilot, "No space left on device")
            await press(pilot, "down", "down", "enter", "enter")
            await seen(pilot, "Pace of change: what will you do yourself, and when?")
            await write(pilot, "say no\n")
            await seen(pilot, "No space left on device")
        await press(pilot, "enter")
        await until(pilot, lambda: week(desk).steps == {"turn_down": agreement(desk, "say no").id})
        assert [item for item, value in week(desk).ratings.items() if value != RATED[item]] == [list(RATED)[-1]]
