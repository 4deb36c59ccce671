"""Next steps: every open agreement, grouped and counted, narrowed as one types."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from support.screens.desk import Desk
from support.screens.hands import cursor_line, press, seen, stand_on, write
from support.screens.monday import lay_monday
from support.screens.on_disk import agreement
from support.screens.screen_text import line_with, screen_lines, screen_text
from textual.pilot import Pilot

from leadercli.journal.journal import Journal
from leadercli.journal.store.change import Change
from leadercli.tui.widgets.row_list import RowList
from leadercli.tui.widgets.rows import ColumnWidths, Row


def lay_steps(desk: Desk) -> Journal:
    """Lay the Monday journal with agreements for every group."""
    journal = lay_monday(desk)
    lise = journal.people.named("Lise")
    journal.agreements.agree("Write the year plan", person_id=lise.id, owner="us", due=date(2026, 4, 1))
    journal.agreements.agree("Next year's budget", person_id=lise.id, due=date(2027, 1, 15))
    return journal


def lay_many(desk: Desk, count: int) -> None:
    """Lay a journal with so many open agreements in one commit."""
    journal = desk.journal()
    days = [(date(2026, 3, 9) + timedelta(days=number // 50)).isoformat() for number in range(count)]
    made = [
        Change("agreements", f"20260227-{number:08}", {"text": f"Step {number:05}", "due": day, "state": "open"})
        for number, day in enumerate(days)
    ]
    journal.commit("agree", "many", *made)


async def go(pilot: Pilot[None]) -> None:
    """Go to Next steps."""
    await press(pilot, "3")
    await seen(pilot, "[3 Next steps]")


def texts_shown(pilot: Pilot[None]) -> list[str]:
    """What the rows say, in order."""
    return [row.cells[1].text for row in pilot.app.screen.query_one(RowList).rows if row.id]


async def test_groups_are_counted_and_in_order(desk: Desk) -> None:
    lay_steps(desk)
    app = desk.app()
    async with app.run_test(size=(80, 30)) as pilot:
        await go(pilot)
        assert "7 open agreements · mine and theirs" in screen_lines(app)[1]
        heads = [line.strip() for line in screen_lines(app) if " · " in line and line.startswith(" ")]
        assert heads[1:] == ["Overdue · 2", "Due today · 1", "This week · 1", "Later · 2", "Without a date · 1"]
        assert line_with(app, "Next year's budget").startswith("  15 Jan 2027  "), "the year fits its column"
        assert line_with(app, "Send budget").endswith("moved 2×")
        assert line_with(app, "Clear the archive").split()[0] == "–"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("budget", ["Send budget", "Next year's budget"]),
        ("lise", ["Send budget", "Write the year plan", "Next year's budget"]),
        ("lise year", ["Write the year plan", "Next year's budget"]),
        ("aase", ["Call HR about leave"]),
        ("ÅSE", ["Call HR about leave"]),
        ("plan", ["Draft the plan", "Write the year plan"]),
    ],
)
async def test_words_and_names_narrow_as_one_types(desk: Desk, typed: str, found: list[str]) -> None:
    lay_steps(desk)
    app = desk.app()
    async with app.run_test(size=(80, 30)) as pilot:
        await go(pilot)
        await press(pilot, "f")
        await write(pilot, typed)
        assert texts_shown(pilot) == found
        noun = "agreement" if len(found) == 1 else "agreements"
        assert f"{len(found)} open {noun} · mine and theirs · “{typed}”" in screen_lines(app)[2]


async def test_the_list_is_left_and_come_back_to_with_the_filter_on(desk: Desk) -> None:
    lay_steps(desk)
    async with desk.at_work() as (app, pilot):
        await go(pilot)
        await press(pilot, "f")
        await write(pilot, "lise")
        await press(pilot, "down", "down")
        assert "Write the year plan" in cursor_line(app), "arrows go to the list"
        await press(pilot, "x")
        assert agreement(desk, "year plan").state == "done"
        assert texts_shown(pilot) == ["Send budget", "Next year's budget"], "the filter is still on"
        await press(pilot, "f", "backspace", "backspace", "enter", "escape")
        assert len(texts_shown(pilot)) == 6
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")


async def test_escape_in_the_filter_shows_all_and_stays(desk: Desk) -> None:
    lay_steps(desk)
    async with desk.at_work() as (app, pilot):
        await go(pilot)
        await press(pilot, "f")
        await write(pilot, "nothing like it")
        await seen(pilot, "Nothing fits. Press esc to see all again.")
        await press(pilot, "escape")
        assert len(texts_shown(pilot)) == 7
        assert "[3 Next steps]" in screen_text(app)
        await press(pilot, "x")
        assert agreement(desk, "Call HR").state == "done", "the keys act on the list again"


async def test_v_shows_mine_then_theirs_then_all(desk: Desk) -> None:
    lay_steps(desk)
    async with desk.at_work() as (app, pilot):
        await go(pilot)
        await press(pilot, "v")
        assert "5 open agreements · mine" in screen_lines(app)[1]
        assert "Send budget" not in texts_shown(pilot)
        await press(pilot, "v")
        assert texts_shown(pilot) == ["Send budget", "Draft the plan", "Write the year plan"]
        await press(pilot, "v")
        assert len(texts_shown(pilot)) == 7
        await press(pilot, "v", "escape")
        assert "7 open agreements · mine and theirs" in screen_lines(app)[1]


async def test_letters_of_keys_are_text_in_the_filter(desk: Desk) -> None:
    lay_steps(desk)
    async with desk.at_work() as (app, pilot):
        await go(pilot)
        before = desk.journal().store.digest
        await press(pilot, "f")
        await write(pilot, "xdm qnu")
        await press(pilot, "ctrl+z")
        assert "“xdm qnu”" in screen_text(app)
        assert desk.journal().store.digest == before
        assert app.is_running


async def test_brackets_in_the_filter_are_text(desk: Desk) -> None:
    lay_steps(desk)
    async with desk.at_work() as (app, pilot):
        await go(pilot)
        await press(pilot, "f")
        await write(pilot, "[/] [red]x[/] [@click=app.quit]y[/]")
        assert "“[/] [red]x[/] [@click=app.quit]y[/]”" in screen_text(app)


async def test_enter_opens_where_it_came_from(desk: Desk) -> None:
    journal = lay_steps(desk)
    lise = journal.people.named("Lise")
    journal.meetings.write(lise.id, date(2026, 2, 18), "words of that day\n! ask the union 27/2")
    async with desk.at_work() as (_app, pilot):
        await go(pilot)
        await stand_on(pilot, "ask the union")
        await press(pilot, "enter")
        await seen(pilot, "words of that day")
        await press(pilot, "escape")
        await seen(pilot, "[3 Next steps]")
        await stand_on(pilot, "Clear the archive")
        await press(pilot, "enter")
        await seen(pilot, "stands alone")


async def test_an_empty_list_says_what_to_press(desk: Desk) -> None:
    desk.journal()
    async with desk.at_work() as (app, pilot):
        await go(pilot)
        assert "No open agreements. Press a to write one" in screen_text(app)


async def test_ten_thousand_rows_draw_only_what_is_seen(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_many(desk, 10_000)
    drawn: list[Row] = []
    real = ColumnWidths.place

    def counting(self: ColumnWidths, row: Row, width: int) -> object:
        drawn.append(row)
        return real(self, row, width)

    monkeypatch.setattr(ColumnWidths, "place", counting)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot)
        await seen(pilot, "10000 open agreements", "Step 00000")
        assert 0 < len(drawn) <= 24 * 6, "a few paints of what is seen"
        drawn.clear()
        await press(pilot, "G")
        await seen(pilot, "Step 09999")
        assert "Step 09999" in cursor_line(app)
        assert 0 < len(drawn) <= 24 * 4
        drawn.clear()
        await press(pilot, "pageup", "k", "g")
        assert "Step 00000" in cursor_line(app)
        assert len(drawn) <= 24 * 8
