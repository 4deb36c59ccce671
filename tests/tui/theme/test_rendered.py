"""What Textual really draws with a shipped theme can be read: each text against what lies behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.color import Color
from textual.geometry import Region
from textual.theme import Theme
from textual.widget import Widget
from textual.widgets import Button, DataTable, Footer, Input, OptionList, TextArea

from leadercli.locale.texts import Texts
from leadercli.tui.theme.themes import DEFAULT_DARK, load_themes, shipped_themes_folder
from leadercli.tui.theme.variables import AA, AAA, contrast
from leadercli.tui.widgets.bars import TopBar
from leadercli.tui.widgets.row_list import RowList
from leadercli.tui.widgets.rows import Cell, Column, Row, heading
from leadercli.tui.widgets.status import StatusWord

SHIPPED = load_themes([shipped_themes_folder()], Texts("en")).loaded
ROWS = [
    heading("Overdue · 1"),
    Row("a:1", (Cell("3 days", "overdue"), Cell("Ring to HR"), Cell("Åse", "quiet"), Cell("praise", "praise"))),
    Row("a:2", (Cell("today", "quiet"), Cell("Read it"), Cell("Mads", "accent"), Cell("2×", "overdue"))),
]


class Gallery(App[None]):
    """A screen with one of everything that shows text."""

    CSS = "RowList { height: 4; } Input, TextArea, OptionList, DataTable { height: 5; }"
    BINDINGS = [("f2", "nothing", "done")]

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.register_theme(theme)
        self.theme = theme.name

    def compose(self) -> ComposeResult:
        yield TopBar(Texts("en"), "today")
        yield RowList([Column(10), Column(0), Column(8), Column(8)])
        yield Input(placeholder="Search everything")
        yield Input("chosen text", id="filled")
        yield TextArea("first line\nsecond line")
        yield OptionList("Mads", "Lise")
        yield DataTable()
        for variant in ("default", "primary", "success", "warning", "error"):
            yield Button(variant, variant=variant)  # type: ignore[arg-type]
        yield Footer()

    def on_mount(self) -> None:
        self.query_one(TopBar).status = StatusWord("saved", "saved")
        self.query_one(RowList).show(ROWS)
        table = self.query_one(DataTable)
        table.add_columns("name", "due")
        table.add_rows([("Mads", "today"), ("Lise", "friday")])
        area = self.query_one(TextArea)
        area.move_cursor((0, 2))
        area.move_cursor((1, 3), select=True)
        self.query_one("#filled", Input).selection = (0, 6)  # type: ignore[assignment]
        self.notify("It is done", title="Done", timeout=1000)
        self.notify("Not saved", title="Careful", severity="warning", timeout=1000)
        self.notify("Not found", title="Error", severity="error", timeout=1000)

    def action_nothing(self) -> None:
        """Only there to stand in the footer."""


def texts_of(widget: Widget) -> Iterator[Segment]:
    """Yield the drawn pieces of a widget that hold letters or digits."""
    for strip in widget.render_lines(Region(0, 0, *widget.outer_size)):
        yield from (segment for segment in strip if any(letter.isalnum() for letter in segment.text))


def too_faint(widget: Widget, ratio: float) -> Iterator[str]:
    """Yield a line for each piece of a widget's text that cannot be read."""
    for segment in texts_of(widget):
        style = segment.style
        assert style
        assert style.color
        assert style.bgcolor
        text, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
        measured = contrast(text, ground)
        if measured < ratio or style.dim:
            yield f"{widget}: {segment.text!r} {text.hex} on {ground.hex} is {measured:.2f}"


async def all_faults(theme: Theme, ratio: float) -> tuple[list[str], str]:
    """Draw the gallery, then each widget that can have focus with it. Returns faults and all text seen."""
    app = Gallery(theme)
    async with app.run_test(size=(80, 60), notifications=True) as pilot:
        app.set_focus(None)
        await pilot.pause()
        drawn = [widget for widget in app.screen.walk_children(Widget) if not widget.children]
        faults = [fault for widget in drawn for fault in too_faint(widget, ratio)]
        seen = " ".join(segment.text for widget in drawn for segment in texts_of(widget))
        for focused in app.screen.focus_chain:
            app.set_focus(focused)
            await pilot.pause()
            faults.extend(too_faint(focused, ratio))
        return faults, seen


@pytest.mark.parametrize("theme", SHIPPED.values(), ids=SHIPPED)
async def test_drawn_text_can_be_read(theme: Theme) -> None:
    faults, seen = await all_faults(theme, AAA if theme.name == "lanterne" else AA)
    assert faults == []
    for words in (
        "3 days",
        "saved",
        "Search everything",
        "chosen",
        "nd line",
        "Lise",
        "warning",
        "Careful",
        "friday",
    ):
        assert words in seen


async def test_drawn_text_that_is_too_faint_is_found() -> None:
    good = SHIPPED[DEFAULT_DARK]
    bad = replace(good, variables=good.variables | {"quiet": "#4a5660", "text-disabled": "#4a5660"})
    faults, _ = await all_faults(bad, AA)
    assert any("Åse" in fault for fault in faults)
    assert any("Search everything" in fault for fault in faults)
