"""What comes in from elsewhere while one types: the person stays where they are, and undo takes back only their own."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.screens.hands import press_in, until
from textual.app import App, ComposeResult
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from leadercli.model.diff import hunks_between, place_after
from leadercli.tui.note.editor_merge import merge_into

LINES = st.lists(st.sampled_from(["", "a", "b", "c", "d"]), min_size=1, max_size=8)


@given(LINES, LINES)
def test_hunks_say_what_changes(before: list[str], after: list[str]) -> None:
    made = list(before)
    for hunk in reversed(hunks_between(before, after)):
        assert made[hunk.start : hunk.end] != hunk.lines
        made[hunk.start : hunk.end] = hunk.lines
    assert made == after


@given(st.lists(st.integers(0, 30), unique=True, min_size=1), st.lists(st.integers(0, 30), unique=True), st.data())
def test_a_place_stays_on_its_line(before: list[int], others: list[int], data: st.DataObject) -> None:
    row = data.draw(st.integers(0, len(before) - 1))
    after = list(before)
    for other in others:
        if other in after and other != before[row]:
            after.remove(other)
        elif other not in after:
            after.insert(data.draw(st.integers(0, len(after))), other)
    found = place_after(hunks_between([str(one) for one in before], [str(one) for one in after]), (row, 3))
    assert found == (after.index(before[row]), 3)


class Editor(App[None]):
    """A text area alone."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.area = TextArea(text, soft_wrap=True, show_line_numbers=False)

    def compose(self) -> ComposeResult:
        yield self.area


async def test_the_cursor_and_what_is_selected_stay_on_their_words() -> None:
    app = Editor("one\ntwo\nthree")
    async with app.run_test():
        app.area.selection = Selection((1, 0), (2, 2))
        merge_into(app.area, "zero\none\ntwo\nbetween\nthree\nfour")
        assert app.area.text == "zero\none\ntwo\nbetween\nthree\nfour"
        assert app.area.selection == Selection((2, 0), (4, 2))


async def test_when_the_line_is_gone_the_cursor_stands_where_it_was() -> None:
    app = Editor("one\ntwo\nthree")
    async with app.run_test():
        for place, text, stands in (
            ((1, 2), "one\nthree", (1, 0)),
            ((1, 4), "one", (0, 3)),
            ((0, 3), "", (0, 0)),
            ((0, 0), "x\ny", (0, 0)),
        ):
            app.area.move_cursor(place)
            merge_into(app.area, text)
            assert app.area.text == text
            assert app.area.cursor_location == stands


async def test_the_lines_in_sight_stay_in_sight() -> None:
    app = Editor("\n".join(f"line {number}" for number in range(200)))
    async with app.run_test(size=(40, 10)) as pilot:
        for cursor, top in ((100, 97), (100, 20), (0, 150)):  # in sight, and scrolled away from by the mouse
            app.area.text = "\n".join(f"line {number}" for number in range(200))
            app.area.move_cursor((cursor, 2))
            await pilot.pause()
            app.area.scroll_to(y=top, animate=False, immediate=True, force=True)
            await pilot.pause()
            lines = [*(f"new {number} " + "long " * 20 for number in range(5)), *app.area.document.lines, "last"]
            merge_into(app.area, "\n".join(lines))
            await pilot.pause()
            first = app.area.wrapped_document.offset_to_location(app.area.scroll_offset)[0]
            assert app.area.document.get_line(first) == f"line {top}"
            assert app.area.cursor_location == (cursor + 5, 2)


async def test_undo_and_redo_go_on_with_what_was_typed_here() -> None:
    app = Editor("one\ntwo")
    async with app.run_test() as pilot:
        app.area.focus()
        app.area.move_cursor((1, 3))
        await press_in(pilot, *"abc")
        merge_into(app.area, "zero\none\ntwoabc\nthree")
        await press_in(pilot, "d")
        assert app.area.text == "zero\none\ntwoabcd\nthree"
        app.area.undo()
        assert app.area.text == "zero\none\ntwoabc\nthree"
        assert app.area.cursor_location == (2, 6)
        app.area.undo()
        assert app.area.text == "zero\none\ntwo\nthree"
        assert app.area.cursor_location == (2, 3)
        app.area.undo()
        assert app.area.text == "zero\none\ntwo\nthree", "what came in is not taken back"
        app.area.redo()
        app.area.redo()
        assert app.area.text == "zero\none\ntwoabcd\nthree"


async def test_undo_goes_no_further_back_than_a_line_that_was_changed_elsewhere() -> None:
    app = Editor("one\ntwo")
    async with app.run_test() as pilot:
        app.area.focus()
        app.area.move_cursor((0, 3))
        await press_in(pilot, "x", "down", "y")
        merge_into(app.area, "other\ntwoy")
        app.area.undo()
        assert app.area.text == "other\ntwo"
        app.area.undo()
        assert app.area.text == "other\ntwo"


def _typed(chance: random.Random, area: TextArea, own: Sequence[str]) -> None:
    """Do something that a person does: type, break a line, remove, paste lines."""
    row = chance.randrange(area.document.line_count)
    column = chance.randint(0, len(area.document.get_line(row)))
    end = chance.randint(column, len(area.document.get_line(row)))
    last = (min(row + chance.randint(0, 1), area.document.line_count - 1), 0)
    deed = chance.randrange(4)
    if deed == 0:
        area.insert(chance.choice(own), (row, column))
    elif deed == 1:
        area.insert("\n", (row, column))
    elif deed == 2:
        area.delete((row, column), (row, end) if chance.random() < 0.5 else max(last, (row, end)))
    else:
        area.insert("p1\np2", (row, column))
    if chance.random() < 0.5:
        area.history.checkpoint()


@pytest.mark.parametrize("seed", range(5))
async def test_any_undo_takes_back_own_deeds_and_never_what_came_in(seed: int) -> None:
    chance = random.Random(seed)
    app, undone = Editor(""), 0
    async with app.run_test():
        for _ in range(60):
            begun = [f"line {number}" for number in range(chance.randint(1, 6))]
            app.area.load_text("\n".join(begun))
            states = [app.area.text]
            for _ in range(chance.randint(1, 5)):
                _typed(chance, app.area, ["x", "yy", "z z"])
                states.append(app.area.text)
            lines, came = app.area.text.split("\n"), 0
            for _ in range(chance.randint(1, 3)):
                lines.insert(chance.randint(0, len(lines)), f"came {came}")
                came += 1
            merge_into(app.area, "\n".join(lines))
            assert app.area.text.split("\n") == lines
            assert app.area.history.redo_stack == []
            left = [line for line in lines if not line.startswith("came")]
            while app.area.history.undo_stack:
                app.area.undo()
                left = [line for line in app.area.text.split("\n") if not line.startswith("came")]
                assert "\n".join(left) in states, "each step back is a text that stood here before"
                assert sorted(set(app.area.text.split("\n")) - set(left)) == [f"came {n}" for n in range(came)]
            undone += "\n".join(left) == states[0]
    assert undone > 30, "most often all the way back"


async def test_nothing_new_changes_nothing() -> None:
    app = Editor("one\ntwo")
    async with app.run_test() as pilot:
        app.area.insert("x", (0, 0))
        app.area.undo()
        merge_into(app.area, "one\ntwo")
        app.area.redo()
        assert app.area.text == "xone\ntwo"
        await until(pilot, lambda: True)
