"""The text is never lost: leaving, quitting, coming back, and what others write in the same note."""

from __future__ import annotations

import json
from datetime import date

import pytest
from support.screens.desk import Desk
from support.screens.hands import open_note, press, seen, until, write
from support.screens.monday import lay_monday, monday
from support.screens.on_disk import dies, drafts, note
from support.screens.screen_text import line_with, screen_lines, screen_text

from leadercli.journal.note_session import NoteSession
from leadercli.tui.note import autosave as note_saving


async def test_status_goes_from_saved_to_draft_to_saved(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await open_note(pilot, "mads")
        assert screen_lines(app)[0].endswith("saved")
        await write(pilot, "h")
        assert screen_lines(app)[0].endswith("draft")
        await until(pilot, lambda: drafts(desk) == ["h"])
        assert note(desk, "Mads").text == "", "the synced file is left alone while typing goes on"
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
        assert screen_lines(app)[0].endswith("saved")
    assert note(desk, "Mads").text == "h"
    assert drafts(desk) == []


async def test_a_pause_saves(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(note_saving, "COMMIT_AFTER", 0.0)
    async with monday(desk) as (_app, pilot):
        await open_note(pilot, "mads")
        await write(pilot, "kept by itself")
        await until(pilot, lambda: note(desk, "Mads").text == "kept by itself")
        await seen(pilot, "saved")
        assert drafts(desk) == []


@pytest.mark.parametrize("key", ["escape", "ctrl+s"])
async def test_one_key_saves_and_closes(desk: Desk, key: str) -> None:
    async with monday(desk) as (_app, pilot):
        await open_note(pilot, "mads")
        await write(pilot, "q1? no: quietly")
        await press(pilot, key)
        await seen(pilot, "[1 Today]")
    assert note(desk, "Mads").text == "q1? no: quietly", "letters that are keys elsewhere are text here"


async def test_ctrl_q_saves_and_quits(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await open_note(pilot, "mads")
        await write(pilot, "to the very last letter")
        await press(pilot, "ctrl+q")
        await until(pilot, lambda: not app.is_running)
    assert note(desk, "Mads").text == "to the very last letter"


async def test_the_last_key_before_leaving_is_kept_even_when_nothing_was_told_of_it(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        screen = await open_note(pilot, "mads")
        with screen.prevent(note_saving.TextArea.Changed):
            screen.editor.insert("typed but not told")
        assert screen.save()
    assert note(desk, "Mads").text == "typed but not told"


async def test_going_to_another_view_saves_and_closes(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        await open_note(pilot, "mads")
        await write(pilot, "half")
        await press(pilot, "ctrl+p")
        await write(pilot, "all open agreements")
        await press(pilot, "enter")
        await seen(pilot, "[3 Next steps]")
        assert note(desk, "Mads").text == "half"
        await press(pilot, "1")
        await seen(pilot, "[1 Today]", "Overdue")


async def test_a_note_opened_from_a_note_takes_its_place(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        await open_note(pilot, "mads")
        await write(pilot, "about Mads")
        await press(pilot, "ctrl+p")
        await write(pilot, "today's note")
        await press(pilot, "enter")
        await seen(pilot, "Note with:")
        await write(pilot, "lise\n")
        await seen(pilot, "Lise Berg · Monday")
        assert note(desk, "Mads").text == "about Mads"
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")


async def test_escape_leaves_a_question_before_the_note(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        screen = await open_note(pilot, "mads")
        await press(pilot, "ctrl+p")
        await write(pilot, "write an agreement")
        await press(pilot, "enter")
        await seen(pilot, "Agreement with Mads Holm:")
        await press(pilot, "escape")
        assert app.screen is screen
        assert screen.editor.has_focus


async def test_coming_back_shows_the_text_and_is_the_same_conversation(desk: Desk) -> None:
    lay_monday(desk)
    for words in ("first", "second"):
        async with desk.at_work() as (_app, pilot):
            await open_note(pilot, "mads")
            await write(pilot, words)
            await press(pilot, "escape")
            await seen(pilot, "[1 Today]", "Mads Holm · 2 open agreements · 2 things to raise · held")
    journal = desk.journal()
    mads = journal.people.named("Mads")
    assert [one.text for one in journal.meetings.of(mads.id) if one.day == date(2026, 3, 2)] == ["first\nsecond"]


async def test_an_empty_note_leaves_nothing_behind(desk: Desk) -> None:
    lay_monday(desk)
    before = desk.journal().store.digest
    async with desk.at_work() as (_app, pilot):
        await open_note(pilot, "lise")
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert desk.journal().store.digest == before


async def test_a_killed_program_gives_the_draft_back(desk: Desk) -> None:
    journal = lay_monday(desk)
    lise = journal.people.named("Lise")
    session = NoteSession(journal, lise.id, date(2026, 3, 2))
    session.text = "before the power went\n! call the union fri"
    session.draft()()
    dies(journal)
    async with desk.at_work() as (app, pilot):
        await seen(pilot, "Not finished", "Note with Lise Berg: kept, not finished")
        await open_note(pilot, "lise")
        await seen(pilot, "before the power went", "Your draft is back, as it was when the program ended.")
        assert screen_lines(app)[0].endswith("draft")
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
        assert "Not finished" not in screen_text(app)
    assert note(desk, "Lise").text.startswith("before the power went")
    assert drafts(desk) == []


async def test_a_draft_and_what_others_wrote_meanwhile_are_both_kept(desk: Desk) -> None:
    journal = lay_monday(desk)
    lise = journal.people.named("Lise")
    journal.meetings.write(lise.id, date(2026, 3, 2), "top\nbottom")
    session = NoteSession(journal, lise.id, date(2026, 3, 2))
    session.text = "top\ndrafted\nbottom"
    session.draft()()
    dies(journal)
    desk.journal().meetings.write(lise.id, date(2026, 3, 2), "top\nbottom\nfrom the other machine")
    async with desk.at_work() as (_app, pilot):
        await open_note(pilot, "lise")
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert note(desk, "Lise").text == "top\ndrafted\nbottom\nfrom the other machine"


async def test_what_another_machine_writes_appears_around_the_cursor(desk: Desk) -> None:
    journal = lay_monday(desk)
    mads = journal.people.named("Mads")
    journal.meetings.write(mads.id, date(2026, 3, 2), "one\ntwo\nthree")
    async with desk.at_work() as (_app, pilot):
        screen = await open_note(pilot, "mads")
        screen.editor.move_cursor((1, 3))
        await write(pilot, "!")
        other = desk.journal(desk.now)
        other.meetings.write(mads.id, date(2026, 3, 2), "zero\none\ntwo\nthree\nfour")
        await until(pilot, lambda: screen.editor.text == "zero\none\ntwo!\nthree\nfour\n")
        assert screen.editor.cursor_location == (2, 4)
        await write(pilot, "?")
        assert screen.editor.text == "zero\none\ntwo!?\nthree\nfour\n"
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert note(desk, "Mads").text == "zero\none\ntwo!?\nthree\nfour"


async def test_it_appears_also_where_nothing_was_typed(desk: Desk) -> None:
    journal = lay_monday(desk)
    mads = journal.people.named("Mads")
    journal.meetings.write(mads.id, date(2026, 3, 2), "one\ntwo")
    async with desk.at_work() as (_app, pilot):
        await open_note(pilot, "mads")
        desk.journal(desk.now).meetings.write(mads.id, date(2026, 3, 2), "one\nand a half\ntwo")
        await seen(pilot, "and a half")
        await write(pilot, "!")
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert note(desk, "Mads").text == "one\nand a half\ntwo\n!"


async def test_leaving_while_another_machine_has_just_written_doubles_no_line(desk: Desk) -> None:
    journal = lay_monday(desk)
    mads = journal.people.named("Mads")
    journal.meetings.write(mads.id, date(2026, 3, 2), "one")
    async with desk.at_work() as (_app, pilot):
        screen = await open_note(pilot, "mads")
        await write(pilot, "mine\n! my promise fri")
        desk.journal(desk.now).meetings.write(mads.id, date(2026, 3, 2), "theirs\none")
        screen.action_leave()
        await seen(pilot, "[1 Today]")
    assert note(desk, "Mads").text == "theirs\none\nmine\n! my promise fri"
    assert [one.text for one in desk.journal().agreements.all()].count("my promise") == 1


async def test_ticking_off_leaves_the_typed_text_a_draft(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await open_note(pilot, "mads")
        await write(pilot, "half a thought")
        await press(pilot, "alt+3")
        await seen(pilot, "✓ Salary talk")
        assert line_with(app, "Mads Holm · Monday").endswith("draft")
        await until(pilot, lambda: drafts(desk) == ["half a thought"])


async def test_the_draft_is_for_its_owner_only(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        await open_note(pilot, "mads")
        await write(pilot, "x")
        folder = desk.session.places.journal_state / "drafts"
        await until(pilot, lambda: list(folder.glob("*.json")))
        path = next(folder.glob("*.json"))
        assert path.stat().st_mode & 0o777 == 0o600
        assert folder.stat().st_mode & 0o777 == 0o700
        assert json.loads(path.read_text())["text"] == "x"
