"""The list: where the cursor goes, and what is drawn at which width."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from rich.cells import cell_len
from support.screens.hands import press_in
from textual.app import App, ComposeResult

from leadercli.tui.app.theme import DEFAULT_VARIABLES
from leadercli.tui.widgets.row_list import RowList
from leadercli.tui.widgets.rows import BLANK, Cell, Column, Row, grouped, heading

COLUMNS = (Column(8), Column(0), Column(8, needs=40), Column(6, right=True))


class ListApp(App[None]):
    """One list and nothing else; it remembers what the list told."""

    def __init__(self, rows: Sequence[Row]) -> None:
        super().__init__()
        self.list = RowList(COLUMNS)
        self._first = rows
        self.told: list[str] = []
        self.clicks = 0

    def compose(self) -> ComposeResult:
        yield self.list

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return DEFAULT_VARIABLES

    def on_mount(self) -> None:
        self.list.show(self._first)
        self.list.focus()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        self.told.append(event.row.id if event.row else "")

    def on_row_list_clicked(self) -> None:
        self.clicks += 1


def row(id_: str, text: str = "") -> Row:
    """A row with something in every column."""
    return Row(id_, (Cell("today"), Cell(text or f"Do {id_}"), Cell("Åse"), Cell("me")))


def groups(*counts: int) -> list[Row]:
    """Groups of so many rows, named a1, a2 …, b1 …"""
    letters = "abcdefgh"
    named = [(letters[at], [row(f"{letters[at]}{n}") for n in range(1, count + 1)]) for at, count in enumerate(counts)]
    return grouped(*named)


def where(app: ListApp) -> str:
    """The id of the row under the cursor, "" for none."""
    return app.list.row.id if app.list.row else ""


def lines(app: ListApp) -> list[str]:
    """What the list draws, line by line."""
    return [app.list.render_line(y).text for y in range(app.list.size.height)]


@pytest.mark.parametrize(
    ("keys", "ends"),
    [
        ("", "a1"),
        ("j", "a2"),
        ("jj", "b1"),
        ("jjk", "a2"),
        ("k", "a1"),
        ("G", "c2"),
        ("Gj", "c2"),
        ("Gg", "a1"),
    ],
)
async def test_the_cursor_passes_headings(keys: str, ends: str) -> None:
    app = ListApp(groups(2, 1, 2))
    async with app.run_test() as pilot:
        await press_in(pilot, *keys)
        assert where(app) == ends


@pytest.mark.parametrize(
    ("keys", "ends"),
    [
        (["tab"], "b1"),
        (["tab"] * 2, "c1"),
        (["tab"] * 3, "a1"),
        (["down", "tab"], "b1"),
        (["end"], "c2"),
        (["end", "home"], "a1"),
    ],
)
async def test_tab_goes_from_group_to_group(keys: list[str], ends: str) -> None:
    app = ListApp(groups(2, 1, 2))
    async with app.run_test() as pilot:
        await press_in(pilot, *keys)
        assert where(app) == ends


async def test_a_page_is_what_is_seen_and_ends_at_the_ends() -> None:
    app = ListApp(groups(100))
    async with app.run_test(size=(60, 11)) as pilot:
        await press_in(pilot, "pagedown")
        assert where(app) == "a11"
        assert any("Do a11 " in line for line in lines(app))
        await press_in(pilot, "pageup")
        assert where(app) == "a1"
        await press_in(pilot, *["pagedown"] * 12)
        assert where(app) == "a100"
        await press_in(pilot, *["pageup"] * 12)
        assert where(app) == "a1"
        assert lines(app)[0].strip() == "a", "the heading over the first row is seen again"


async def test_the_cursor_stays_on_its_row_when_rows_come_before_it() -> None:
    app = ListApp(groups(3))
    async with app.run_test() as pilot:
        await press_in(pilot, "j")
        app.list.show([heading("new"), row("n1"), BLANK, *groups(3)])
        assert where(app) == "a2"
        app.list.show(groups(3))
        assert where(app) == "a2"


async def test_a_row_that_is_gone_hands_on_to_what_takes_its_place() -> None:
    app = ListApp(groups(3, 1))
    async with app.run_test() as pilot:
        await press_in(pilot, "j")
        without = [one for one in groups(3, 1) if one.id != "a2"]
        app.list.show(without)
        assert where(app) == "a3"
        app.list.show([one for one in without if one.id != "a3"])
        assert where(app) == "b1"
        app.list.show(groups(1))
        assert where(app) == "a1"
        app.list.show([])
        assert where(app) == ""
        app.list.show(groups(2))
        assert where(app) == "a1"
        await pilot.pause()
        assert app.told[-2:] == ["", "a1"]


async def test_a_row_that_was_let_go_is_not_followed() -> None:
    app = ListApp(groups(3, 1))
    async with app.run_test():
        app.list.let_go("a1")
        rows = groups(3, 1)
        app.list.show([rows[0], *rows[2:], rows[1]])
        assert where(app) == "a2"
        app.list.show(rows)
        assert where(app) == "a2", "only once"


async def test_the_same_record_twice_is_found_where_it_is_nearest() -> None:
    app = ListApp([heading("one"), row("x"), row("a"), BLANK, heading("two"), row("x"), row("b")])
    async with app.run_test() as pilot:
        await press_in(pilot, "j", "j")
        assert (where(app), app.list.cursor) == ("x", 5)
        app.list.show([heading("one"), row("x"), row("a"), BLANK, heading("two"), row("x"), row("b")])
        assert app.list.cursor == 5


async def test_standing_on_a_row_that_is_not_there_changes_nothing() -> None:
    app = ListApp(groups(3))
    async with app.run_test():
        app.list.stand_on("a3")
        assert where(app) == "a3"
        app.list.stand_on("nowhere")
        assert where(app) == "a3"


async def test_a_click_stands_and_a_second_one_opens() -> None:
    app = ListApp(groups(2, 2))
    async with app.run_test() as pilot:
        await pilot.click(RowList, offset=(10, 5))
        assert (where(app), app.clicks) == ("b1", 0)
        await pilot.click(RowList, offset=(10, 5))
        assert (where(app), app.clicks) == ("b1", 1)
        for nothing in (0, 3, 4, 12):
            await pilot.click(RowList, offset=(10, nothing))
        assert (where(app), app.clicks) == ("b1", 1), "headings, blanks and what is below are nothing"


async def test_a_click_counts_from_what_is_scrolled_to() -> None:
    app = ListApp(groups(100))
    async with app.run_test(size=(60, 10)) as pilot:
        await press_in(pilot, "G")
        await pilot.click(RowList, offset=(10, 0))
        assert where(app) == "a91"


@pytest.mark.parametrize("width", [1, 3, 20, 41, 80])
@pytest.mark.parametrize(
    "text", ["plain", "日本語の長い行です" * 9, "A\u030ase " * 30, "👩‍👧" * 20, "", "\t\n\x1b[31m"]
)
async def test_every_line_is_as_wide_as_the_list(width: int, text: str) -> None:
    app = ListApp([heading(text), row("a1", text), row("a2", text)])
    async with app.run_test(size=(width, 6)):
        for y in range(6):
            strip = app.list.render_line(y)
            assert strip.cell_length == width
            assert cell_len(strip.text) == width


async def test_columns_go_when_there_is_no_room_for_them() -> None:
    app = ListApp(groups(1))
    async with app.run_test(size=(60, 5)) as pilot:
        assert "Åse" in lines(app)[1]
        await pilot.resize_terminal(41, 5)
        await pilot.pause()
        assert "Åse" not in lines(app)[1]
        assert lines(app)[1].split() == ["▸", "today", "Do", "a1", "me"]
        await pilot.resize_terminal(60, 5)
        await pilot.pause()
        assert "Åse" in lines(app)[1]


async def test_a_long_text_ends_with_a_sign_and_a_right_column_stands_right() -> None:
    app = ListApp([row("a1", "many words " * 9), row("a2", "few")])
    async with app.run_test(size=(50, 5)):
        first, second = lines(app)[:2]
        assert "… Åse" in first
        assert first.rstrip().endswith("me")
        assert second.index("me") == first.index("me") == 47


async def test_resizing_keeps_the_cursor_in_sight() -> None:
    app = ListApp(groups(100))
    async with app.run_test(size=(60, 30)) as pilot:
        await press_in(pilot, *["j"] * 25)
        await pilot.resize_terminal(60, 5)
        await pilot.pause()
        assert any(line.startswith("▸") for line in lines(app))


async def test_nothing_stands_under_the_scrollbar() -> None:
    app = ListApp(groups(100))
    async with app.run_test(size=(50, 10)):
        strip = app.list.render_line(1)
        assert strip.cell_length == 49
        assert strip.text.endswith("me ")


async def test_a_column_that_fits_leaves_the_rest_to_the_words_and_does_not_shrink() -> None:
    app = ListApp([])
    app.list = RowList((Column(0), Column(12, fits=True)))
    async with app.run_test(size=(30, 4)):
        app.list.show([Row("a", (Cell("Ring"), Cell("Åse"))), Row("b", (Cell("Skriv"), Cell("Birgit")))])
        assert lines(app)[0].index("Åse") == 30 - len("Birgit  ")
        app.list.show([Row("a", (Cell("Ring"), Cell("Åse")))])
        assert lines(app)[0].index("Åse") == 30 - len("Birgit  "), "what is narrowed does not move"
        app.list.show([Row("a", (Cell("Ring"), Cell("Bartholomæus")))])
        assert "Bartholomæ… " in lines(app)[0], "not wider than it may be"


async def test_what_goes_on_in_a_cell_is_quiet() -> None:
    app = ListApp([Row("a", (Cell("x"), Cell("first"))), Row("b", (Cell("x"), Cell("Eva Kjær", more=", union")))])
    async with app.run_test(size=(60, 4)):
        drawn = {segment.text.rstrip(): segment.style for segment in app.list.render_line(1)}
        name, role = drawn["Eva Kjær"], drawn[", union"]
        assert name
        assert role
        assert role.color != name.color
