"""The empty line below a note that is opened again: what is typed there is a line of its own, alone it is nothing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.screens.desk import Desk
from support.screens.hands import open_note, press, seen, until, write
from support.screens.monday import lay_monday
from support.screens.on_disk import dies, drafts, note
from support.screens.screen_text import screen_lines

from leadercli.journal.note_session import NoteSession
from leadercli.tui.note.editor import EndLine

MONDAY = date(2026, 3, 2)
TEXTS = st.text(alphabet="a \n", max_size=8)


@pytest.fixture
def mads(desk: Desk) -> str:
    """Mads, with an agreement at the end of today's note. Returns his id."""
    journal = lay_monday(desk)
    id_ = journal.people.named("Mads").id
    journal.meetings.write(id_, MONDAY, "top\n! order salt fri")
    return id_


async def test_what_is_typed_at_once_is_a_line_of_its_own(desk: Desk, mads: str) -> None:
    async with desk.at_work() as (_app, pilot):
        screen = await open_note(pilot, "mads")
        assert screen.editor.cursor_location == (2, 0)
        await write(pilot, "start")
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert note(desk, "Mads").text == "top\n! order salt fri\nstart"
    (salt,) = [one for one in desk.journal().agreements.all() if "salt" in one.text]
    assert (salt.text, salt.due) == ("order salt", date(2026, 3, 6))


async def test_leaving_without_typing_changes_nothing(desk: Desk, mads: str) -> None:
    before = desk.session.places.journal.read_bytes()
    async with desk.at_work() as (app, pilot):
        screen = await open_note(pilot, "mads")
        assert screen_lines(app)[0].endswith("saved")
        await write(pilot, "x")
        await press(pilot, "backspace")
        assert not screen.drafting, "what was typed is gone again"
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert desk.session.places.journal.read_bytes() == before
    assert drafts(desk) == []


async def test_what_comes_in_stands_above_it(desk: Desk, mads: str) -> None:
    async with desk.at_work() as (_app, pilot):
        screen = await open_note(pilot, "mads")
        desk.journal(desk.now).meetings.add_lines(mads, MONDAY, "from the phone")
        await until(pilot, lambda: screen.editor.text == "top\n! order salt fri\nfrom the phone\n")
        assert screen.editor.cursor_location == (3, 0)
        assert not screen.drafting
        await write(pilot, "mine")
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert note(desk, "Mads").text == "top\n! order salt fri\nfrom the phone\nmine"


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ((0, 3), "top\n! order salt fri\nhalf a"),
        ((2, 6), "top\n! order salt fri\nhalf a"),
        ((3, 0), "top\n! order salt fri\nhalf a\n"),
        (None, "top\n! order salt fri\nhalf a\n"),
    ],
    ids=["in the text", "behind the last word", "on the empty line", "unknown"],
)
async def test_a_draft_is_back_with_the_cursor_where_it_stood(
    desk: Desk, mads: str, place: tuple[int, int] | None, shown: str
) -> None:
    journal = desk.journal()
    session = NoteSession(journal, mads, MONDAY)
    session.text, session.place = "top\n! order salt fri\nhalf a", place
    session.draft()()
    dies(journal)
    async with desk.at_work() as (_app, pilot):
        screen = await open_note(pilot, "mads")
        assert screen.editor.text == shown
        assert screen.editor.cursor_location == (place or (3, 0))
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert note(desk, "Mads").text == "top\n! order salt fri\nhalf a"


async def test_a_note_that_ends_with_an_empty_line_gets_no_other(desk: Desk, mads: str) -> None:
    desk.journal().meetings.write(mads, MONDAY, "top\n")
    async with desk.at_work() as (_app, pilot):
        screen = await open_note(pilot, "mads")
        assert (screen.editor.text, screen.editor.cursor_location) == ("top\n", (1, 0))


@given(TEXTS, st.booleans(), st.none() | TEXTS, TEXTS)
def test_what_is_shown_is_the_text_again_and_shown_once(
    opened: str, wanted: bool, standing: str | None, text: str
) -> None:
    line = EndLine(opened, wanted=wanted)
    assert line.without(line.shown(opened)) == opened
    assert line.without(line.shown(text, standing)) == text
