"""A failure ends the program with one sentence: what was typed is kept, and the report holds nothing of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.screens.desk import Desk
from support.screens.hands import open_note, press, until, write
from support.screens.monday import lay_monday
from support.screens.on_disk import drafts, note

from leadercli.errors import UNREADABLE, JournalError, OtherJournalError
from leadercli.journal.file import storage
from leadercli.model.text import plain
from leadercli.tui.app import start
from leadercli.tui.app.app import LeaderApp
from leadercli.tui.app.shutdown import report
from leadercli.tui.note.screen import NoteScreen
from leadercli.tui.screens.today import TodayScreen

SECRET = "the secret diagnosis"


def fail(*_: object) -> None:
    """Fail with a secret in the message and in a local variable."""
    words = SECRET
    raise ZeroDivisionError(words)


async def crashed(app: LeaderApp, before: Callable[..., object] | None = None) -> None:
    """Write in a note, then let a key's handler fail; the app is to have ended."""
    async with app.run_test() as pilot:
        await open_note(pilot, "mads")
        await write(pilot, SECRET)
        if before:
            before()
        app.call_later(fail)
        await until_ended(pilot)


async def until_ended(pilot: object) -> None:
    """Wait until the app has ended."""
    import asyncio

    for _ in range(2000):
        if not pilot.app.is_running:  # type: ignore[attr-defined]
            return
        await asyncio.sleep(0.005)
    raise AssertionError("the app still runs")


async def test_the_open_note_is_saved(desk: Desk) -> None:
    lay_monday(desk)
    app = desk.app()
    with pytest.raises(ZeroDivisionError):
        await crashed(app)
    assert isinstance(app.crash, ZeroDivisionError)
    assert app.return_code == 1
    assert note(desk, "Mads").text == SECRET


async def test_the_note_is_a_draft_when_it_cannot_be_saved(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    lay_monday(desk)
    app = desk.app()
    with pytest.raises(ZeroDivisionError):
        await crashed(app, lambda: monkeypatch.setattr(storage, "swap_whole", full_disk))
    assert drafts(desk) == [SECRET]


async def test_the_note_is_a_draft_when_saving_is_what_fails(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_monday(desk)
    app = desk.app()
    with pytest.raises(ZeroDivisionError):
        await crashed(app, lambda: monkeypatch.setattr("leadercli.journal.verbs.capture.capture", fail))
    assert drafts(desk) == [SECRET]


async def test_one_screen_that_cannot_be_saved_does_not_keep_the_others_from_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_monday(desk)
    app = desk.app()
    with pytest.raises(ZeroDivisionError):
        await crashed(app, lambda: monkeypatch.setattr(TodayScreen, "save", fail))
    assert note(desk, "Mads").text == SECRET


async def test_nothing_is_printed_and_the_report_holds_no_values(desk: Desk, capfd: pytest.CaptureFixture[str]) -> None:
    lay_monday(desk)
    app = desk.app()
    with pytest.raises(ZeroDivisionError):
        await crashed(app)
    assert app.crash
    sentence = report(app.crash, desk.session)
    path = desk.session.places.state / "crash.txt"
    told = path.read_text()
    assert path.stat().st_mode & 0o777 == 0o600
    assert "ZeroDivisionError" in sentence
    assert str(path) in sentence
    assert "test_crash.py" in told
    assert "in fail" in told or " fail" in told
    printed = capfd.readouterr()
    for text in (sentence, told, printed.out, printed.err):
        assert SECRET not in text
        assert "words =" not in text
    assert "Traceback" not in printed.out + printed.err


def test_running_ends_with_the_sentence_and_code_1(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.journal()

    def run(app: LeaderApp) -> None:
        app.crash = ZeroDivisionError(SECRET)

    monkeypatch.setattr(LeaderApp, "run", run)
    assert start.run(desk.session) == 1
    assert "leadercli failed (ZeroDivisionError)." in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["en", "da"])
def test_a_trouble_with_a_sentence_of_its_own_is_told_as_it_is(
    make_desk: Callable[..., Desk],
    lang: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    desk = make_desk(lang=lang)
    desk.journal()
    trouble = OtherJournalError("There is no journal yet at {path}.", path="here\x1b[2J")

    def run(app: LeaderApp) -> None:
        app.crash = trouble

    monkeypatch.setattr(LeaderApp, "run", run)
    assert start.run(desk.session) == UNREADABLE
    told = capsys.readouterr().err
    assert told == plain(trouble.sentence(desk.session.texts)) + "\n"
    assert "\x1b" not in told
    assert told.startswith({"en": "There is no journal yet at", "da": "Logbogen here"}[lang])
    assert not (desk.session.places.state / "crash.txt").exists()


async def test_a_trouble_that_ends_the_app_ends_it_with_what_was_typed_kept(desk: Desk) -> None:
    def unreadable() -> None:
        raise JournalError("The journal has a record that cannot be read.")

    lay_monday(desk)
    app = desk.app()

    async def leave() -> None:
        async with app.run_test() as pilot:
            await open_note(pilot, "mads")
            await write(pilot, SECRET)
            app.call_later(unreadable)
            await until_ended(pilot)

    with pytest.raises(JournalError):
        await leave()
    assert isinstance(app.crash, JournalError)
    assert note(desk, "Mads").text == SECRET


def test_a_state_folder_that_cannot_be_written_still_gives_a_sentence(desk: Desk) -> None:
    desk.session.places.state.parent.mkdir(parents=True, exist_ok=True)
    desk.session.places.state.write_text("a file where the folder should be")
    assert "leadercli failed (ValueError)." in report(ValueError(SECRET), desk.session)


async def test_a_failure_while_drawing_ends_well_too(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_monday(desk)
    app = desk.app()

    async def draw() -> None:
        async with app.run_test() as pilot:
            await open_note(pilot, "mads")
            await write(pilot, SECRET)
            monkeypatch.setattr("leadercli.tui.widgets.bars.TopBar.render", fail)
            app.screen.query_one("TopBar").refresh()
            await until_ended(pilot)

    with pytest.raises(ZeroDivisionError):
        await draw()
    assert note(desk, "Mads").text == SECRET


async def test_the_sentence_is_true_of_what_is_kept(desk: Desk) -> None:
    lay_monday(desk)
    app = desk.app()
    with pytest.raises(ZeroDivisionError):
        await crashed(app)
    again = desk.app()
    async with again.run_test() as pilot:
        screen: NoteScreen = await open_note(pilot, "mads")
        await until(pilot, lambda: screen.editor.text.rstrip() == SECRET)
        await press(pilot, "escape")
