"""The journal's file is damaged, gone, emptied, replaced or newer while the app is open: said once, nothing lost."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from support.screens.desk import NOW, Desk
from support.screens.hands import open_note, press, seen, until, write
from support.screens.monday import lay_monday, monday
from support.screens.on_disk import note
from support.screens.other_machine import OtherMachine
from support.screens.screen_text import screen_lines, screen_text
from textual.pilot import Pilot

from leadercli.journal.opening import begin_journal
from leadercli.places import Places
from leadercli.tui.app.app import LeaderApp
from leadercli.tui.widgets.prompt import Prompt

SIZE = (110, 30)
UNFINISHED = {
    "missing": ("no longer there", "file missing"),
    "empty": ("The journal file is empty", "file empty"),
    "damaged": ("The journal file is damaged", "file damaged"),
}


def stranger(folder: Path) -> bytes:
    """The bytes of somebody else's journal."""
    places = Places(folder / "stranger" / "journal.json", folder / "stranger", folder / "stranger")
    begin_journal(places, lambda: NOW).agreements.agree("Somebody else's")
    return places.journal.read_bytes()


def spoil(path: Path, state: str) -> None:
    """Do to the file what a sync client or an accident does."""
    if state == "missing":
        path.unlink()
    else:
        whole = path.read_bytes()
        path.write_bytes(b"" if state == "empty" else whole[: len(whole) // 2])


def listened_to(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect all that is said in the line at the bottom."""
    said: list[str] = []
    honest = Prompt.notice

    def notice(prompt: Prompt, text: str) -> None:
        said.append(text)
        honest(prompt, text)

    monkeypatch.setattr(Prompt, "notice", notice)
    return said


async def looks(pilot: Pilot[None], app: LeaderApp, times: int) -> None:
    """Let the app look at the file some times more."""
    for _ in range(times):
        app.look_around()
        await pilot.pause()


@pytest.mark.parametrize("state", UNFINISHED)
async def test_it_is_said_once_with_a_word_in_the_corner_and_the_next_change_mends_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, state: str
) -> None:
    lay_monday(desk)
    sentence, word = UNFINISHED[state]
    path = desk.session.places.journal
    async with desk.at_work(size=SIZE) as (app, pilot):
        await seen(pilot, "[1 Today]")
        said = listened_to(monkeypatch)
        spoil(path, state)
        held = "leadercli holds what was in it before" if state == "damaged" else "leadercli holds all of it"
        await seen(pilot, sentence, word)
        await until(pilot, lambda: held in " ".join(screen_text(app).split()))
        await looks(pilot, app, 5)
        assert sum(sentence in one for one in said) == 1
        assert "Call HR about leave" in screen_text(app)
        await press(pilot, "x")
        await until(pilot, lambda: screen_lines(app)[0].endswith(" saved"))
    shutil.rmtree(desk.session.places.state)  # so that only the file itself can tell
    journal = desk.journal()
    assert len(journal.agreements.all()) == 5
    assert next(one for one in journal.agreements.all() if "Call HR" in one.text).state == "done"
    if state == "damaged":
        assert len(journal.people.all()) == 4


async def test_a_damaged_file_is_kept_among_the_backups(desk: Desk) -> None:
    lay_monday(desk)
    path = desk.session.places.journal
    async with desk.at_work(size=SIZE) as (_app, pilot):
        torn = path.read_bytes()[:700]
        path.write_bytes(torn)
        await seen(pilot, "file damaged")
        await press(pilot, "x")
        await seen(pilot, "was damaged on disk", "the damaged file is among the backups")
        kept = [one.read_bytes() for one in desk.session.places.backups.rglob("*") if one.is_file()]
        assert torn in kept


async def test_a_file_that_comes_back_by_itself_is_told(desk: Desk) -> None:
    lay_monday(desk)
    path = desk.session.places.journal
    async with desk.at_work(size=SIZE) as (app, pilot):
        whole = path.read_bytes()
        path.unlink()
        await seen(pilot, "no longer there")
        path.write_bytes(whole)
        await seen(pilot, "The journal file is whole again.")
        assert screen_lines(app)[0].endswith(" saved")


async def test_what_a_sync_client_does_for_an_instant_is_not_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_monday(desk)
    other = OtherMachine(desk)
    path = desk.session.places.journal
    async with desk.at_work(size=SIZE) as (app, pilot):
        await seen(pilot, "[1 Today]")
        said = listened_to(monkeypatch)
        for number in range(3):
            other.journal.agreements.agree(f"Elsewhere {number}", due=date(2026, 3, 2))
            path.unlink()
            await looks(pilot, app, 1)
            path.write_bytes(b"")
            await looks(pilot, app, 1)
            other.replace()
            await looks(pilot, app, 1)
            await seen(pilot, f"Elsewhere {number}")
        assert [one for one in said if one] == []


async def test_it_waits_while_a_question_is_asked(desk: Desk) -> None:
    lay_monday(desk)
    path = desk.session.places.journal
    async with desk.at_work(size=SIZE) as (app, pilot):
        await press(pilot, "m")
        await seen(pilot, "New date:")
        path.unlink()
        await seen(pilot, "file missing")
        await looks(pilot, app, 3)
        assert "no longer there" not in screen_text(app)
        await press(pilot, "escape")
        await seen(pilot, "no longer there")


async def test_another_journal_in_its_place_is_left_alone_and_one_gets_out_with_the_draft(desk: Desk) -> None:
    lay_monday(desk)
    path = desk.session.places.journal
    other = stranger(desk.folder)
    async with desk.at_work(size=SIZE) as (app, pilot):
        whole = path.read_bytes()
        await open_note(pilot, "mads")
        await write(pilot, "precious")
        path.write_bytes(other)
        await seen(pilot, "Another journal now lies in the place of yours", "another journal")
        await press(pilot, "escape")
        await seen(pilot, "kept as a draft", "not saved")
        assert path.read_bytes() == other
        path.write_bytes(whole)
        await seen(pilot, "not saved")
        await until(pilot, lambda: app.corner.file == "")
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert note(desk, "Mads").text == "precious"


async def test_a_journal_that_a_newer_version_has_written_is_only_shown_from_then_on(desk: Desk) -> None:
    lay_monday(desk)
    path = desk.session.places.journal
    async with desk.at_work(size=SIZE) as (app, pilot):
        await seen(pilot, "[1 Today]")
        tables = json.loads(path.read_text())
        tables["journal"]["meta"]["schema"] = 99
        newer = json.dumps(tables)
        path.write_text(newer)
        await seen(pilot, "A newer leadercli has written the journal", "only shown")
        await press(pilot, "x")
        await seen(pilot, "written by a newer leadercli")
        assert screen_lines(app)[0].endswith("only shown")
    assert path.read_text() == newer


@pytest.mark.parametrize("deed", [lambda path: path.unlink(), lambda path: path.write_bytes(b"")])
async def test_closing_with_a_note_open_writes_the_file_again(desk: Desk, deed: Callable[[Path], None]) -> None:
    async with monday(desk, size=SIZE) as (app, pilot):
        await open_note(pilot, "mads")
        await write(pilot, "precious")
        deed(desk.session.places.journal)
        await press(pilot, "ctrl+q")
        await until(pilot, lambda: not app.is_running)
    shutil.rmtree(desk.session.places.state)
    assert note(desk, "Mads").text == "precious"
    assert len(desk.journal().people.all()) == 4
