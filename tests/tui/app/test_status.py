"""The word in the corner, as a person sees it."""

from __future__ import annotations

import os
import time
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from threading import Event

import pytest
from filelock import FileLock
from support.screens.desk import Desk
from support.screens.hands import open_note, press, seen, until, write
from support.screens.monday import lay_monday, monday
from support.screens.other_machine import OtherMachine
from support.screens.screen_text import screen_lines, screen_text
from textual.drivers.headless_driver import HeadlessDriver

from leadercli import atomic_write as files
from leadercli.tui.app import watch as saving


def corner(app: object) -> str:
    """The first line of the screen."""
    return screen_lines(app)[0]  # type: ignore[arg-type]


def full_disk(*_: object, **__: object) -> None:
    """Fail as a full disk does."""
    raise OSError(28, "No space left on device")


async def test_a_change_that_failed_is_not_saved_until_one_is(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async with monday(desk) as (app, pilot):
        monkeypatch.setattr(files, "_write_all", full_disk)
        await press(pilot, "x")
        await seen(pilot, "No space left on device")
        assert corner(app).endswith("not saved")
        await press(pilot, "3")
        await seen(pilot, "[3 Next steps]")
        assert corner(app).endswith("not saved")
        monkeypatch.undo()
        await press(pilot, "1")
        await seen(pilot, "[1 Today]")
        assert corner(app).endswith("not saved")
        await press(pilot, "x")
        await seen(pilot, "Done:")
        assert corner(app).endswith(" saved")
        assert "not saved" not in corner(app)


async def test_a_note_that_failed_is_not_saved_until_it_is_whatever_else_is(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await open_note(pilot, "mads")
        await write(pilot, "precious")
        assert corner(app).endswith("draft")
        monkeypatch.setattr(files, "_write_all", full_disk)
        await press(pilot, "escape", "escape")
        await seen(pilot, "[1 Today]")
        monkeypatch.undo()
        await press(pilot, "end", "x")
        await write(pilot, "")
        assert corner(app).endswith("not saved")
        await open_note(pilot, "mads")
        await seen(pilot, "precious")
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
        assert not corner(app).endswith("not saved")


async def test_what_comes_in_while_a_note_is_written_is_told_when_it_is_left(desk: Desk) -> None:
    lay_monday(desk)
    other = OtherMachine(desk)
    async with desk.at_work() as (app, pilot):
        await open_note(pilot, "mads")
        await write(pilot, "hello")
        other.journal.agreements.agree("Written elsewhere", due=date(2026, 3, 2))
        other.replace()
        await until(pilot, lambda: app.journal.arrived)
        assert corner(app).endswith("draft")
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]", "1 change came in · o", "Written elsewhere")


async def test_what_came_in_stays_in_the_corner_of_every_view_until_a_change(desk: Desk) -> None:
    lay_monday(desk)
    other = OtherMachine(desk)
    async with desk.at_work() as (app, pilot):
        other.journal.agreements.agree("Written elsewhere", due=date(2026, 3, 2))
        other.replace()
        await seen(pilot, "1 change came in · o")
        await press(pilot, "3")
        await seen(pilot, "[3 Next steps]", "1 change came in · o")
        await press(pilot, "x")
        await seen(pilot, "Done:")
        assert corner(app).endswith("saved")


async def test_the_key_that_is_named_is_the_one_that_works(desk: Desk) -> None:
    lay_monday(desk)
    desk.keys = {"app.arrived": "f6"}
    other = OtherMachine(desk)
    async with desk.at_work() as (_app, pilot):
        other.journal.agreements.agree("Written elsewhere", due=date(2026, 3, 2))
        other.replace()
        await seen(pilot, "1 change came in · f6")
        await press(pilot, "f6")
        await seen(pilot, "What came in", "Written elsewhere")


class Painted:
    """What is written to the terminal past Textual's own drawing."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.text = ""
        self.seen = Event()
        monkeypatch.setattr(HeadlessDriver, "write", lambda _, data: self._write(data))

    def _write(self, data: str) -> None:
        self.text += data
        if "saving" in data:
            self.seen.set()


async def test_saving_is_painted_while_a_slow_disk_keeps_everything_else_waiting(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with monday(desk) as (app, pilot):
        await seen(pilot, "[1 Today]")
        painted = Painted(monkeypatch)
        honest, waited = os.fsync, []

        def slow(handle: int) -> None:
            # The disk does not answer before the word stands on the screen.
            waited.append(painted.seen.wait(20))
            honest(handle)

        monkeypatch.setattr(os, "fsync", slow)
        await press(pilot, "x")
        await seen(pilot, "Done:")
        assert all(waited)
        assert corner(app).endswith(" saved")
        assert painted.text.count("saving") == 1


async def test_saving_is_painted_while_another_program_is_waited_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_monday(desk)
    app = desk.app()
    lock = FileLock(desk.session.places.journal_state / "lock", thread_local=False)
    async with app.run_test() as pilot:
        await seen(pilot, "[1 Today]")
        painted = Painted(monkeypatch)
        lock.acquire()
        honest = time.sleep

        def waiting(seconds: float) -> None:
            # The other program is done once the word stands on the screen.
            if painted.seen.is_set():
                lock.release()
            honest(seconds)

        monkeypatch.setattr(time, "sleep", waiting)
        await press(pilot, "x")
        await seen(pilot, "Done:")
        assert painted.seen.is_set()


async def test_a_quick_save_paints_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_monday(desk)
    monkeypatch.setattr(saving, "AFTER", 60.0)
    async with desk.at_work() as (_app, pilot):
        await seen(pilot, "[1 Today]")
        painted = Painted(monkeypatch)
        await press(pilot, "x")
        await seen(pilot, "Done:")
        assert painted.text == ""


async def test_a_word_that_comes_too_late_is_not_painted_over_what_is_true(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_monday(desk)
    shown: list[object] = []

    class Never:
        """A timer that rings when it is cancelled, as one that was already on its way does."""

        def __init__(self, _: float, ring: object) -> None:
            self.ring = ring
            self.daemon = False

        def start(self) -> None:
            """Wait."""

        def cancel(self) -> None:
            """Be late."""
            shown.append(self.ring)

    monkeypatch.setattr(saving, "Timer", Never)
    async with desk.at_work() as (_app, pilot):
        await seen(pilot, "[1 Today]")
        painted = Painted(monkeypatch)
        await press(pilot, "x")
        await seen(pilot, "Done:")
        for ring in shown:
            ring()  # type: ignore[operator]
        assert shown
        assert painted.text == ""


async def test_it_says_nothing_of_saving_where_no_screen_of_ours_is_in_front(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await press(pilot, "question_mark")
        context: AbstractContextManager[None] = app.journal.store.while_writing() or nullcontext()
        with context:
            pass
        assert app.is_running
        assert "saving" not in screen_text(app)
