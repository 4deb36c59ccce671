"""Weigh a week from the keyboard: ratings, what they show, and that they are on disk."""

from __future__ import annotations

import json

import pytest
from support.screens.desk import Desk
from support.screens.hands import press, seen, until
from support.screens.scale_desk import IDS, RATED, lay_scale, row_of, under_cursor, week
from support.screens.screen_text import line_with, screen_lines, screen_text

from leadercli.journal.file.storage import JournalStorage
from leadercli.model.scale.items import items
from leadercli.tui.scale.balance_view import AnswersView
from leadercli.tui.scale.week_view import ScaleTable
from leadercli.words.scale import item_name


async def test_a_first_week_says_what_to_do(desk: Desk) -> None:
    desk.journal()
    async with desk.at_work() as (app, pilot):
        await press(pilot, "4")
        assert "Week 10 · 2 Mar – 8 Mar · this week" in screen_lines(app)[1]
        assert screen_lines(app)[1].endswith("0 of 19 rated")
        assert line_with(app, "1 is very little, 5 is very much, 0 is not relevant")
        assert under_cursor(app).startswith("Workload and time")


async def test_all_of_a_week_is_seen_on_a_small_screen(desk: Desk) -> None:
    lay_scale(desk)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4")
        for item in items():
            assert row_of(app, item_name(item, app.texts)) == [str(RATED[item.id]), "_"]
        for text in ("Week 9", "last week", "─ Loads ─", "Resources ╯", "▲", "Fills most:", "Turn up:"):
            assert text in screen_text(app)
        assert "? Help" in screen_lines(app)[-1]


async def test_a_digit_rates_goes_on_and_is_on_disk_at_once(desk: Desk) -> None:
    lay_scale(desk)
    async with desk.at_work() as (app, pilot):
        await press(pilot, "4", "5", "3")
        assert row_of(app, "Workload and time") == ["1", "5"]
        assert row_of(app, "Cross-pressure") == ["2", "3"]
        assert under_cursor(app).startswith("My own high expectations")
        assert screen_lines(app)[1].endswith("2 of 19 rated")
        await until(pilot, lambda: week(desk).ratings == {"workload": 5, "cross_pressure": 3})


async def test_keys_faster_than_the_disk_are_all_kept(desk: Desk) -> None:
    lay_scale(desk)
    async with desk.at_work() as (_app, pilot):
        await press(pilot, "4")
        await pilot.press(*(str(1 + at % 4) for at in range(19)))
        await pilot.pause()
        await until(pilot, lambda: week(desk).ratings == {item: 1 + at % 4 for at, item in enumerate(IDS)})


async def test_not_relevant_does_not_count(desk: Desk) -> None:
    lay_scale(desk)
    async with desk.at_work() as (app, pilot):
        await press(pilot, "4", "0", "4")
        assert row_of(app, "Workload and time") == ["1", "–"]
        assert screen_lines(app)[1].endswith("1 of 18 rated")
        await until(pilot, lambda: week(desk).ratings == {"workload": None, "cross_pressure": 4})


async def test_enter_keeps_the_last_value_and_only_goes_on_where_there_is_none(desk: Desk) -> None:
    lay_scale(desk, ratings={"workload": 4, "own_expectations": None})
    async with desk.at_work() as (app, pilot):
        await press(pilot, "4", "enter", "enter", "enter")
        await until(pilot, lambda: week(desk).ratings == {"workload": 4, "own_expectations": None})
        assert row_of(app, "Cross-pressure") == ["_"]
        assert under_cursor(app).startswith("Others' expectations")


async def test_all_the_rest_is_kept_with_one_key(desk: Desk) -> None:
    lay_scale(desk)
    async with desk.at_work() as (_app, pilot):
        await press(pilot, "4", "5", "l")
        await seen(pilot, "What fills most this week?")
        await until(pilot, lambda: week(desk).ratings == RATED | {"workload": 5})


async def test_a_rating_is_taken_back(desk: Desk) -> None:
    lay_scale(desk)
    async with desk.at_work() as (app, pilot):
        await press(pilot, "4", "5", "3", "up", "backspace")
        await until(pilot, lambda: week(desk).ratings == {"workload": 5})
        assert row_of(app, "Cross-pressure") == ["2", "_"]
        assert under_cursor(app).startswith("Cross-pressure")


async def test_undo_takes_back_the_latest_rating_and_at_last_the_week(desk: Desk) -> None:
    lay_scale(desk)
    async with desk.at_work() as (app, pilot):
        await press(pilot, "4", "5")
        await until(pilot, lambda: week(desk).ratings == {"workload": 5})
        await press(pilot, "3", "u")
        await until(pilot, lambda: week(desk).ratings == {"workload": 5})
        await press(pilot, "u")
        assert row_of(app, "Workload and time") == ["1", "_"]
        await until(pilot, lambda: week(desk).ratings == {})
        await press(pilot, "up", "up", "2")
        await until(pilot, lambda: week(desk).ratings == {"workload": 2})


async def test_both_levels_are_printed_and_no_tilt_below_half(desk: Desk) -> None:
    lay_scale(desk, weeks=2, ratings=dict.fromkeys(IDS, 3))
    async with desk.at_work() as (app, pilot):
        await press(pilot, "4", *("4" for _ in range(9)))
        assert line_with(app, "4.0").count("–") == 1
        assert "No tilt yet" in screen_text(app)
        await press(pilot, "2")
        levels = next(line for line in screen_lines(app) if "│    4.0    │" in line)
        assert levels
        assert "│    2.0    │" in screen_text(app)
        assert "More loaded than your own 8-week mean (tilt −2.0, mean 0.0)" in screen_text(app)


async def test_other_weeks_are_seen_changed_and_named(desk: Desk) -> None:
    lay_scale(desk, weeks=3)
    async with desk.at_work() as (app, pilot):
        await press(pilot, "4", "left", "left")
        assert "Week 7 · 9 Feb – 15 Feb · 3 weeks ago" in screen_lines(app)[1]
        await press(pilot, "up", "5")
        await until(pilot, lambda: week(desk, "2026-W07").ratings["reflection"] == 5)
        assert week(desk).ratings == {}
        await press(pilot, "right", "right", "right")
        assert "Week 10" in screen_lines(app)[1]
        await press(pilot, "right")
        assert "That week is not lived yet." in screen_text(app)
        assert "Week 10" in screen_lines(app)[1]


async def test_the_year_stands_in_the_place_of_the_week_or_beside_it(desk: Desk) -> None:
    lay_scale(desk, weeks=20)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4")
        assert "8-week mean" not in screen_text(app)
        await press(pilot, "v")
        for text in ("── Resources", "╌╌ Loads", "── Tilt", "╌╌ 8-week mean"):
            assert text in screen_text(app)
        await press(pilot, "v")
        assert line_with(app, "Others' expectations").endswith("▆▆▆▆▆▆   4")
        assert line_with(app, "Standing alone").endswith("4")
        await press(pilot, "escape")
        assert row_of(app, "Fairness") == [str(RATED["fairness"]), "_"]
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert row_of(app, "Fairness") == [str(RATED["fairness"]), "_"]
        assert "╌╌ 8-week mean" in screen_text(app)


async def test_nothing_is_rated_unseen(desk: Desk) -> None:
    lay_scale(desk)
    async with desk.at_work() as (app, pilot):
        await press(pilot, "4", "v", "3")
        assert under_cursor(app).startswith("Workload and time")
        assert screen_lines(app)[1].endswith("0 of 19 rated")
        await press(pilot, "3")
        await until(pilot, lambda: week(desk).ratings == {"workload": 3})


async def test_an_items_own_year_stands_below_on_a_fixed_scale(desk: Desk) -> None:
    lay_scale(desk, weeks=5, ratings={"workload": 5, "cross_pressure": 1})
    async with desk.at_work() as (app, pilot):
        await press(pilot, "4")
        assert line_with(app, "▇▇▇▇▇").split() == ["Workload", "and", "time", "▇▇▇▇▇", "5"]
        await press(pilot, "down")
        assert line_with(app, "▁▁▁▁▁").split() == ["Cross-pressure", "▁▁▁▁▁", "1"]


async def test_what_cannot_be_written_is_told_kept_on_screen_and_written_with_the_next(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_scale(desk)
    async with desk.at_work() as (app, pilot):
        await press(pilot, "4")

        def full(storage: JournalStorage) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(JournalStorage, "save", full)
            await press(pilot, "5")
            assert "No space left on device" in screen_text(app)
            assert screen_lines(app)[0].endswith("not saved")
            assert row_of(app, "Workload and time") == ["1", "5"]
            await press(pilot, "ctrl+q")
            assert "Quit again to leave without them." in screen_text(app)
            assert app.is_running
        await press(pilot, "4")
        await until(pilot, lambda: week(desk).ratings == {"workload": 5, "cross_pressure": 4})
        assert screen_lines(app)[0].endswith("saved")


async def test_leaving_comes_back_to_the_week_that_was_begun(desk: Desk) -> None:
    lay_scale(desk)
    async with desk.at_work() as (app, pilot):
        await press(pilot, "4", "5", "escape")
        assert "[1 Today]" in screen_text(app)
        await press(pilot, "4")
        assert "Week 9" in screen_lines(app)[1]
        assert row_of(app, "Workload and time") == ["1", "5"]


async def test_what_another_machine_rates_appears_by_itself(desk: Desk) -> None:
    lay_scale(desk)
    async with desk.at_work() as (app, pilot):
        await press(pilot, "4", "5")
        desk.journal().scale.weigh_in("2026-W09", {"reflection": 2})
        await until(pilot, lambda: row_of(app, "Time for reflection") == [str(RATED["reflection"]), "2"])
        await press(pilot, "3")
        await until(pilot, lambda: week(desk).ratings == {"workload": 5, "cross_pressure": 3, "reflection": 2})


@pytest.mark.parametrize("size", [(80, 24), (60, 16), (40, 10), (120, 40), (200, 50)])
async def test_every_size_shows_the_item_that_is_rated(desk: Desk, size: tuple[int, int]) -> None:
    lay_scale(desk)
    async with desk.at_work(size=size) as (app, pilot):
        await press(pilot, "4")
        for item in items()[:12]:
            assert under_cursor(app)[:3] == item_name(item, app.texts)[:3]
            await press(pilot, "3")
        await until(pilot, lambda: len(week(desk).ratings) == 12)


async def test_hostile_names_are_text(desk: Desk) -> None:
    journal = desk.journal()
    journal.scale.add_item("load", "[@click=app.quit]x[/] \x1b]52;c;aGk=\x07")
    journal.scale.weigh_in("2026-W09", {}, note="[bold]full[/ \x1b[2J")
    app = desk.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "4")
        assert "[@click=app.quit]x[/]" in screen_text(app)
        assert "\x1b" not in screen_text(app)


async def test_danish(desk_in_both: Desk) -> None:
    lay_scale(desk_in_both)
    app = desk_in_both.app()
    async with app.run_test() as pilot:
        await press(pilot, "4", *("4" for _ in range(10)))
        assert ("4,0" if app.texts.lang == "da" else "4.0") in screen_text(app)


@pytest.mark.parametrize(("key", "view"), [("1", "Today"), ("2", "People"), ("3", "Next steps"), ("4", "The scale")])
async def test_on_a_week_that_is_all_rated_digits_go_to_the_views(desk: Desk, key: str, view: str) -> None:
    desk.journal().scale.weigh_in("2026-W10", RATED)
    async with desk.at_work() as (app, pilot):
        await press(pilot, "4")
        assert under_cursor(app).startswith("Fills most:")
        await press(pilot, "5", "0", key)
        assert f"[{key} {view}]" in screen_lines(app)[0]
    assert week(desk, "2026-W10").ratings == RATED


async def test_digits_go_to_the_views_when_the_last_item_was_just_rated(desk: Desk) -> None:
    lay_scale(desk, turn_down="pace")
    desk.journal().scale.weigh_in("2026-W10", dict.fromkeys(IDS[:-1], 3))
    async with desk.at_work() as (app, pilot):
        await press(pilot, "4", "5")
        await seen(pilot, "Did it move?")
        await press(pilot, "escape", "2")
        assert "[2 People]" in screen_lines(app)[0]
    assert week(desk, "2026-W10").ratings == dict.fromkeys(IDS[:-1], 3) | {IDS[-1]: 5}


async def test_up_from_the_questions_rates_again(desk: Desk) -> None:
    desk.journal().scale.weigh_in("2026-W10", RATED)
    async with desk.at_work() as (app, pilot):
        await press(pilot, "4", "up", "2")
        await until(pilot, lambda: week(desk, "2026-W10").ratings == RATED | {IDS[-1]: 2})
        assert "[4 The scale]" in screen_lines(app)[0]


async def test_the_mouse_works_too(desk: Desk) -> None:
    lay_scale(desk)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4")
        await pilot.click(ScaleTable, offset=(60, 4))
        assert under_cursor(app).startswith("Recognition")
        await pilot.click(AnswersView, offset=(50, 0))
        await seen(pilot, "How is the balance here and now?")


async def test_a_journal_of_a_newer_version_is_only_shown(desk: Desk) -> None:
    lay_scale(desk)
    path = desk.session.places.journal
    raw = json.loads(path.read_text("utf-8"))
    raw["journal"]["meta"]["schema"] += 1
    path.write_text(json.dumps(raw), "utf-8")
    async with desk.at_work() as (app, pilot):
        await press(pilot, "4", "enter", "l")
        assert row_of(app, "Workload and time") == ["1", "_"]
        assert screen_lines(app)[0].endswith("only shown")
