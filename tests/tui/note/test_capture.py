"""Inline capture: what a line means is shown while it is typed, and is kept once when the note is left."""

from __future__ import annotations

from datetime import date

import pytest
from support.screens.desk import Desk
from support.screens.hands import open_note, press, seen, stand_on, until, write
from support.screens.monday import lay_monday, monday
from support.screens.on_disk import agreement, note
from support.screens.screen_text import line_with, screen_text

from leadercli.model.records import THEM, US
from leadercli.tui.note.screen import NoteScreen


@pytest.mark.parametrize(
    ("line", "beside", "below"),
    [
        ("! call the union 6/3", "me · Fri 6 Mar", "agreement · owner: me · Fri 6 Mar"),
        ("! >lise sends it in 2 weeks", "Lise · Mon 16 Mar", "agreement · owner: Lise Berg · Mon 16 Mar"),
        ("! > sends it", "Mads", "agreement · owner: Mads Holm · no date"),
        ("! >us tidy up", "us", "agreement · owner: us · no date"),
        ("? salary", "next time", "next time"),
        ("+ well done", "praise", "praise"),
        ("= no agenda", "could be better", "could be better"),
        ("% tired", "only me", "only me"),
        ("! >zoe sends it fri", "me (zoe?) · Fri 6 Mar", "nobody is called “zoe”: the agreement is yours"),
        ("? @zoe salary", "zoe?", "“zoe” is nobody I know: kept as text"),
        ("! call HR 31/2", "me", "31/2 is no date: kept as text · agreement · owner: me · no date"),
        ("! @lise call her fri", "me · Fri 6 Mar", "agreement · Lise Berg · owner: me · Fri 6 Mar"),
    ],
)
async def test_what_was_understood_stands_beside_the_line_and_below(
    desk: Desk, line: str, beside: str, below: str
) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(120, 30)) as pilot:
        await open_note(pilot, "mads")
        await write(pilot, line)
        await seen(pilot, f"── {below} ──")
        assert line_with(app, line).endswith(beside)
        await write(pilot, "\nplain words")
        assert line_with(app, line).endswith(beside), "it stays when the cursor has gone on"
        assert f"── {below} ──" not in screen_text(app)


async def test_in_danish(make_desk: object) -> None:
    desk = make_desk(lang="da")  # type: ignore[operator]
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(120, 30)) as pilot:
        await open_note(pilot, "mads")
        await write(pilot, "! >lise sender budget om 14 dage")
        await seen(pilot, "Lise · man 16. mar")
        await press(pilot, "escape")
    made = agreement(desk, "sender budget")
    assert (desk.journal().people.name(made.owner), made.due) == ("Lise Berg", date(2026, 3, 16))


async def test_leaving_makes_each_record_once_linked_to_the_meeting(desk: Desk) -> None:
    lay_monday(desk)
    app = desk.app()
    text = "- his points\n! >mads sends the draft fri\n! >us meet the union\n? the course\n+ brave\n% my own"
    async with app.run_test() as pilot:
        await open_note(pilot, "mads")
        await write(pilot, text)
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
        for _ in range(3):
            await open_note(pilot, "mads")
            await press(pilot, "escape")
            await seen(pilot, "[1 Today]")
    journal = desk.journal()
    meeting = note(desk, "Mads")
    assert meeting.text == text
    made = [one for one in journal.agreements.all() if one.meeting_id == meeting.id]
    assert sorted((one.text, one.owner, one.due) for one in made) == [
        ("meet the union", US, None),
        ("sends the draft", THEM, date(2026, 3, 6)),
    ]
    assert [one.text for one in journal.inbox.all() if one.meeting_id == meeting.id] == ["the course"]
    assert [one.text for one in journal.feedback.all() if one.meeting_id == meeting.id] == ["brave"]


async def test_changing_a_line_later_changes_its_record(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        await open_note(pilot, "mads")
        await write(pilot, "! send the draft fri")
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
        first = agreement(desk, "send the draft")
        await open_note(pilot, "mads")
        await press(pilot, "backspace", "backspace", "backspace", "backspace")
        await write(pilot, "to HR thu")
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
        changed = agreement(desk, "send the draft")
        assert (changed.id, changed.text, changed.due) == (first.id, "send the draft to HR", date(2026, 3, 5))
        await open_note(pilot, "mads")
        await press(pilot, "backspace", "ctrl+u", "ctrl+u")
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert agreement(desk, "send the draft").deleted, "a line that is gone takes its record with it"


async def test_f3_makes_a_line_private_and_back(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        screen = await open_note(pilot, "mads")
        await write(pilot, "! call the doctor")
        await press(pilot, "f3")
        await seen(pilot, "% ! call the doctor", "only me: agreement · owner: me")
        await write(pilot, " fri")
        assert screen.editor.text == "% ! call the doctor fri"
        await press(pilot, "f3")
        assert screen.editor.text == "! call the doctor fri"
        await press(pilot, "f3", "escape")
        await seen(pilot, "[1 Today]")
    assert agreement(desk, "call the doctor").private


async def test_an_unknown_name_is_offered_nothing_and_loses_nothing(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        await open_note(pilot, "mads")
        await write(pilot, "! >zoe sends it fri")
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    made = agreement(desk, "sends it")
    assert (made.text, made.owner, made.due) == (">zoe sends it", "me", date(2026, 3, 6))


async def test_what_this_note_captures_is_not_listed_as_old(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await open_note(pilot, "mads")
        await write(pilot, "! fresh promise")
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
        await open_note(pilot, "mads")
        await until(pilot, lambda: screen_text(app).count("fresh promise") == 1)


LINES = ["! tidy the wiki 6/3", "? the holidays", "+ good grip 3/3", "! ask HR 6/3", "! call the union 6/3"]


async def test_lines_of_one_note_stand_in_the_list_as_they_were_written(desk: Desk) -> None:
    journal = lay_monday(desk)
    aase = journal.people.named("Åse").id
    journal.meetings.write(aase, date(2026, 2, 27), "\n".join(LINES))
    async with desk.at_work() as (app, pilot):
        await press(pilot, "3")
        await seen(pilot, "call the union")
        text = screen_text(app)
        places = [text.index(words) for words in ("tidy the wiki", "ask HR", "call the union")]
        assert places == sorted(places)


@pytest.mark.parametrize("what", ["tidy the wiki", "the holidays", "good grip", "ask HR"])
async def test_enter_on_a_row_opens_its_note_on_its_line(desk: Desk, what: str) -> None:
    journal = desk.journal()
    bo = journal.people.add("Bo").id
    filled = [*(f"- before {number}" for number in range(40)), *LINES, *(f"- after {number}" for number in range(40))]
    journal.meetings.write(bo, date(2026, 2, 27), "\n".join(filled))
    async with desk.at_work() as (app, pilot):
        app.open_person(bo)
        await seen(pilot, "tidy the wiki", "good grip")
        await stand_on(pilot, what)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen) and app.screen.editor.has_focus)
        assert isinstance(app.screen, NoteScreen)
        editor = app.screen.editor
        await until(pilot, lambda: what in editor.document.get_line(editor.cursor_location[0]))
        await until(pilot, lambda: what in screen_text(app))
        await write(pilot, "x")
        assert editor.document.get_line(editor.cursor_location[0]).endswith("x")


@pytest.mark.parametrize(
    ("line", "beside"),
    [
        ("! a promise of many words to keep 6/3", "6/3"),
        ("! >lise a promise to keep 6/3", "Lise · 6/3"),
        ("! a promise of so many words to keep 6/3", ""),
    ],
)
async def test_little_room_shortens_it(desk: Desk, line: str, beside: str) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_note(pilot, "mads")
        await write(pilot, f"{line}\nplain")
        shown = [one.split("│")[-1].strip() for one in screen_text(app).splitlines() if "│" in one]
        first = " ".join(" ".join(shown[: shown.index("plain")]).split())
        assert first == f"{line} {beside}".strip()
