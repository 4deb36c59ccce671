"""When a note cannot be saved: the text stays, the draft is kept, the reason is said, and one gets out all the same."""

from __future__ import annotations

import json
from datetime import date

import pytest
from support.screens.desk import Desk
from support.screens.hands import open_note, press, seen, until, write
from support.screens.monday import lay_monday, monday
from support.screens.on_disk import drafts, note
from support.screens.screen_text import screen_lines, screen_text

from leadercli.journal.file import storage
from leadercli.journal.journal import Journal
from leadercli.journal.local.drafts import Drafts


def full_disk(*_: object) -> None:
    """Fail as a full disk does."""
    raise OSError(28, "No space left on device")


async def test_a_full_disk_keeps_the_text_as_a_draft_and_lets_one_out(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(100, 24)) as pilot:
        screen = await open_note(pilot, "mads")
        await write(pilot, "precious")
        monkeypatch.setattr(storage, "swap_whole", full_disk)
        await press(pilot, "escape")
        await seen(pilot, "could not be saved: No space left on device", "kept as a draft", "again closes")
        assert app.screen is screen
        assert screen.editor.text == "precious"
        assert "not saved" in screen_lines(app)[0]
        assert drafts(desk) == ["precious"]
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]", "Note with Mads Holm: kept, not finished")
        monkeypatch.undo()
        await open_note(pilot, "mads")
        await seen(pilot, "precious", "Your draft is back")
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert note(desk, "Mads").text == "precious"
    assert drafts(desk) == []


async def test_typing_on_asks_to_save_anew(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async with monday(desk) as (app, pilot):
        screen = await open_note(pilot, "mads")
        await write(pilot, "one")
        monkeypatch.setattr(storage, "swap_whole", full_disk)
        await press(pilot, "escape")
        await seen(pilot, "No space left")
        await write(pilot, " two")
        await press(pilot, "escape")
        assert app.screen is screen
        assert drafts(desk) == ["one two"]


async def test_quitting_with_a_full_disk_takes_the_key_twice(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async with monday(desk) as (app, pilot):
        await open_note(pilot, "mads")
        await write(pilot, "precious")
        monkeypatch.setattr(storage, "swap_whole", full_disk)
        await press(pilot, "ctrl+q")
        await seen(pilot, "kept as a draft")
        assert app.is_running
        await press(pilot, "ctrl+q")
        await until(pilot, lambda: not app.is_running)
    assert drafts(desk) == ["precious"]


async def test_a_journal_damaged_under_our_feet_is_moved_aside_and_the_note_saved(desk: Desk) -> None:
    lay_monday(desk)
    path = desk.session.places.journal
    app = desk.app()
    async with app.run_test(size=(100, 24)) as pilot:
        await open_note(pilot, "mads")
        await write(pilot, "precious")
        torn = path.read_bytes()[:200]
        path.write_bytes(torn)
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]", "the damaged file is among the backups")
    assert note(desk, "Mads").text == "precious"
    assert torn in [one.read_bytes() for one in desk.session.places.backups.rglob("*") if one.is_file()]


async def test_neither_journal_nor_draft_can_be_written(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(100, 24)) as pilot:
        screen = await open_note(pilot, "mads")
        monkeypatch.setattr(Drafts, "keep", full_disk)
        monkeypatch.setattr(storage, "swap_whole", full_disk)
        await write(pilot, "precious")
        await seen(pilot, "The draft could not be kept: No space left on device. Copy your text elsewhere.")
        assert "not saved" in screen_lines(app)[0]
        await press(pilot, "escape")
        await seen(pilot, "Nor could the draft be kept: copy your text elsewhere.")
        assert app.screen is screen
        assert screen.editor.text == "precious"


async def test_a_journal_from_a_newer_version_is_shown_and_one_gets_out(desk: Desk) -> None:
    lay_monday(desk)
    path = desk.session.places.journal
    tables = json.loads(path.read_text())
    tables["journal"]["meta"]["schema"] = 99
    path.write_text(json.dumps(tables))
    app = desk.app()
    async with app.run_test(size=(100, 24)) as pilot:
        await seen(pilot, "only shown", "Call HR about leave")
        await press(pilot, "x")
        await seen(pilot, "written by a newer leadercli")
        await open_note(pilot, "mads")
        await write(pilot, "hello")
        await press(pilot, "escape")
        await seen(pilot, "written by a newer leadercli", "kept as a draft")
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert json.loads(path.read_text()) == tables


async def test_what_the_disk_has_not_confirmed_is_not_written_twice(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from leadercli.atomic_write import UnconfirmedError

    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(100, 24)) as pilot:
        screen = await open_note(pilot, "mads")
        await write(pilot, "one\n! my promise")
        honest = storage.swap_whole

        def unconfirmed(*args: object) -> None:
            honest(*args)  # type: ignore[arg-type]
            raise UnconfirmedError(5, "Input/output error")

        monkeypatch.setattr(storage, "swap_whole", unconfirmed)
        await press(pilot, "escape")
        await seen(pilot, "the disk has not confirmed it")
        monkeypatch.setattr(storage, "swap_whole", honest)
        await write(pilot, "!")
        assert screen.editor.text == "one\n! my promise!"
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert note(desk, "Mads").text == "one\n! my promise!"
    assert [one.text for one in desk.journal().agreements.all()].count("my promise!") == 1


async def test_a_deed_that_cannot_be_saved_says_so_and_shows_what_is_true(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(100, 24)) as pilot:
        monkeypatch.setattr(storage, "swap_whole", full_disk)
        for keys in (("x",), ("d",), ("D",), ("m", "+")):
            await press(pilot, *keys)
            await seen(pilot, "could not be saved: No space left on device")
            assert "Overdue · 2" in screen_text(app)
            await press(pilot, "escape")
        monkeypatch.undo()
        await press(pilot, "x")
        await seen(pilot, "Done: Call HR about leave", "Overdue · 1")


async def test_a_damaged_file_is_told_once_and_a_mended_one_is_read_again(desk: Desk) -> None:
    journal: Journal = lay_monday(desk)
    path = desk.session.places.journal
    app = desk.app()
    async with app.run_test(size=(100, 24)) as pilot:
        whole = path.read_bytes()
        path.write_bytes(whole[:100])
        await seen(pilot, "The journal file is damaged", "file damaged")
        path.write_bytes(whole)
        journal.agreements.agree("After the mending", due=date(2026, 2, 2))
        await seen(pilot, "After the mending")
