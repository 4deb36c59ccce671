"""While one types, another program writes in the same note: it appears, nobody is disturbed, nothing is lost."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from support.screens.desk import Desk
from support.screens.hands import open_note, press, seen, until, write
from support.screens.monday import lay_monday, monday
from support.screens.on_disk import drafts, note
from support.screens.screen_text import screen_lines, screen_text

from leadercli.journal.journal import Journal
from leadercli.journal.note_session import NoteSession
from leadercli.tui.note import autosave as note_saving

MONDAY = date(2026, 3, 2)


@pytest.fixture
def mads(desk: Desk) -> str:
    """Mads, with three lines in today's note. Returns his id."""
    journal = lay_monday(desk)
    id_ = journal.people.named("Mads").id
    journal.meetings.write(id_, MONDAY, "one\ntwo\nthree")
    return id_


def rewrite(journal: Journal, person_id: str, old: str, new: str) -> None:
    """Change words in today's note as another program does."""
    text = journal.meetings.on(person_id, MONDAY).text
    assert old in text
    journal.meetings.write(person_id, MONDAY, text.replace(old, new))


async def test_what_comes_in_does_not_make_a_half_typed_line_an_agreement(desk: Desk, mads: str) -> None:
    async with desk.at_work() as (_app, pilot):
        screen = await open_note(pilot, "mads")
        await write(pilot, "! call the un")
        desk.journal(desk.now).meetings.add_lines(mads, MONDAY, "from the phone")
        await until(pilot, lambda: "from the phone" in screen.editor.text)
        assert "! call the un" not in note(desk, "Mads").text, "what is half typed is not written for others yet"
        assert not [one for one in desk.journal().agreements.all() if one.text.startswith("call")]
        await write(pilot, "ion fri")
        assert sorted(screen.editor.text.split("\n")) == sorted(
            ["one", "two", "three", "! call the union fri", "from the phone"]
        )
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert sorted(note(desk, "Mads").text.split("\n")) == sorted(
        ["one", "two", "three", "! call the union fri", "from the phone"]
    )
    assert [one.text for one in desk.journal().agreements.all() if one.text.startswith("call")] == ["call the union"]


async def test_the_line_under_the_cursor_changed_elsewhere_stands_in_both_versions(desk: Desk, mads: str) -> None:
    async with desk.at_work() as (_app, pilot):
        screen = await open_note(pilot, "mads")
        screen.editor.move_cursor((1, 3))
        await write(pilot, " mine")
        rewrite(desk.journal(desk.now), mads, "two", "two theirs")
        await until(pilot, lambda: "two theirs" in screen.editor.text)
        row, column = screen.editor.cursor_location
        assert screen.editor.document.get_line(row) == "two mine"
        assert column == len("two mine")
        lines = screen.editor.text.split("\n")
        assert abs(lines.index("two mine") - lines.index("two theirs")) == 1, "one below the other"
        await write(pilot, "!")
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert Counter(note(desk, "Mads").text.split("\n")) == Counter(["one", "two mine!", "two theirs", "three"])


async def test_a_line_that_is_being_changed_and_is_removed_elsewhere_stays(desk: Desk, mads: str) -> None:
    async with desk.at_work() as (_app, pilot):
        screen = await open_note(pilot, "mads")
        screen.editor.move_cursor((1, 3))
        await write(pilot, " mine")
        rewrite(desk.journal(desk.now), mads, "two\n", "")
        rewrite(desk.journal(desk.now), mads, "three", "three\nfour")
        await until(pilot, lambda: "four" in screen.editor.text)
        assert screen.editor.text == "one\ntwo mine\nthree\nfour\n"
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert note(desk, "Mads").text == "one\ntwo mine\nthree\nfour"


async def test_what_was_removed_here_and_changed_elsewhere_comes_back(desk: Desk, mads: str) -> None:
    async with desk.at_work() as (_app, pilot):
        screen = await open_note(pilot, "mads")
        screen.editor.delete((1, 0), (2, 0))
        await until(pilot, lambda: screen.note.text == "one\nthree")
        rewrite(desk.journal(desk.now), mads, "two", "two, and more")
        await until(pilot, lambda: screen.editor.text == "one\ntwo, and more\nthree\n")
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert note(desk, "Mads").text == "one\ntwo, and more\nthree"


async def test_selection_stays_and_undo_takes_back_only_what_was_typed_here(desk: Desk, mads: str) -> None:
    async with desk.at_work() as (_app, pilot):
        screen = await open_note(pilot, "mads")
        screen.editor.move_cursor((2, 5))
        await write(pilot, "!")
        await press(pilot, "shift+left", "shift+left")
        assert screen.editor.selected_text == "e!"
        rewrite(desk.journal(desk.now), mads, "one", "zero\none")
        await until(pilot, lambda: "zero" in screen.editor.text)
        assert screen.editor.selected_text == "e!"
        await press(pilot, "ctrl+z")
        assert screen.editor.text == "zero\none\ntwo\nthree\n"
        await press(pilot, "ctrl+z")
        assert screen.editor.text == "zero\none\ntwo\nthree\n"
        await press(pilot, "ctrl+y")
        assert screen.editor.text == "zero\none\ntwo\nthree!\n"
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert note(desk, "Mads").text == "zero\none\ntwo\nthree!"


async def test_a_conversation_binned_elsewhere_while_typing_comes_back_with_the_text(desk: Desk, mads: str) -> None:
    async with desk.at_work() as (_app, pilot):
        screen = await open_note(pilot, "mads")
        await write(pilot, "mine")
        other = desk.journal(desk.now)
        other.meetings.remove(other.meetings.on(mads, MONDAY).id)
        await seen(pilot, "This conversation was put in the bin elsewhere.")
        assert screen.editor.text == "one\ntwo\nthree\nmine"
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert note(desk, "Mads").text == "one\ntwo\nthree\nmine"
    assert note(desk, "Mads").deleted is None


async def test_one_binned_elsewhere_that_is_only_read_stays_in_the_bin(desk: Desk, mads: str) -> None:
    async with desk.at_work() as (_app, pilot):
        screen = await open_note(pilot, "mads")
        other = desk.journal(desk.now)
        id_ = other.meetings.on(mads, MONDAY).id
        other.meetings.remove(id_)
        await seen(pilot, "This conversation was put in the bin elsewhere.")
        assert screen.editor.text == "one\ntwo\nthree\n", "what one reads does not vanish under one's eyes"
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    found = desk.journal().meetings.get(id_)
    assert found
    assert found.deleted


async def test_nothing_is_lost_when_the_program_is_killed_after_something_came_in(desk: Desk, mads: str) -> None:
    async with desk.at_work() as (_app, pilot):
        screen = await open_note(pilot, "mads")
        screen.editor.move_cursor((0, 3))
        await write(pilot, " mine")
        rewrite(desk.journal(desk.now), mads, "two", "two theirs")
        await until(pilot, lambda: drafts(desk) == ["one mine\ntwo theirs\nthree"])
    assert note(desk, "Mads").text == "one\ntwo theirs\nthree", "the program ended without leaving the note"
    desk.journal().meetings.add_lines(mads, MONDAY, "later")
    again = desk.app()
    async with again.run_test() as pilot:
        screen = await open_note(pilot, "mads")
        assert sorted(screen.editor.text.split("\n")) == ["later", "one mine", "three", "two theirs"]
        row, column = screen.editor.cursor_location
        assert (screen.editor.document.get_line(row), column) == ("one mine", len("one mine"))
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert sorted(note(desk, "Mads").text.split("\n")) == ["later", "one mine", "three", "two theirs"]


async def test_a_recovered_draft_waits_for_the_person(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = lay_monday(desk)
    session = NoteSession(journal, journal.people.named("Mads").id, MONDAY)
    session.text = "! half a prom"
    session.draft()()
    journal.presence.leave()
    async with desk.at_work() as (_app, pilot):
        screen = await open_note(pilot, "mads")
        await seen(pilot, "! half a prom")
        screen._saving.commit_if_idle()
        assert note(desk, "Mads").text == "", "it is no older than the person's coming back to it"
        monkeypatch.setattr(note_saving, "COMMIT_AFTER", 0.0)
        await until(pilot, lambda: note(desk, "Mads").text == "! half a prom")


async def test_two_apps_on_one_note_keep_each_their_draft_and_end_with_both_texts(desk: Desk, mads: str) -> None:
    one, other = desk.app(), desk.app()
    async with one.run_test() as first:
        mine = await open_note(first, "mads")
        mine.editor.move_cursor((0, 3))
        await write(first, " from here")
        await until(first, lambda: drafts(desk) == ["one from here\ntwo\nthree"])
        async with other.run_test() as second:
            assert "Not finished" not in screen_text(other), "the first app still runs"
            theirs = await open_note(second, "mads")
            assert theirs.editor.text == "one\ntwo\nthree\n", "its draft is not taken"
            assert "Your draft is back" not in screen_text(other)
            await write(second, "from there")
            await until(second, lambda: len(drafts(desk)) == 2)
            await press(second, "escape")
            await seen(second, "[1 Today]")
        await until(first, lambda: mine.editor.text == "one from here\ntwo\nthree\nfrom there\n")
        assert mine.editor.cursor_location == (0, len("one from here"))
        assert screen_lines(one)[0].endswith("draft")
        await press(first, "escape")
        await seen(first, "[1 Today]")
    assert note(desk, "Mads").text == "one from here\ntwo\nthree\nfrom there"
    assert drafts(desk) == []


async def test_the_same_note_opened_over_itself_is_one_text(desk: Desk, mads: str) -> None:
    async with desk.at_work() as (app, pilot):
        screen = await open_note(pilot, "mads")
        await write(pilot, "mine")
        app.open_person(mads)
        await until(pilot, lambda: app.screen is not screen and app.screen.is_mounted)
        app.open_note(mads)
        await until(pilot, lambda: hasattr(app.screen, "editor") and app.screen.is_mounted)
        over = app.screen
        assert over.editor.text == "one\ntwo\nthree\nmine\n"  # type: ignore[attr-defined]
        await write(pilot, "more")
        await press(pilot, "escape", "escape")
        await until(pilot, lambda: app.screen is screen)
        assert screen.editor.text == "one\ntwo\nthree\nmine\nmore"
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
    assert note(desk, "Mads").text == "one\ntwo\nthree\nmine\nmore"


async def test_a_slow_disk_holds_up_neither_keys_nor_drafts(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import Event

    from leadercli.journal.local import vault

    lay_monday(desk)
    app, slow, asked, real = desk.app(), Event(), [0], vault.sync_file

    def sync(path: object) -> None:
        asked[0] += 1
        assert slow.wait(20)
        real(path)  # type: ignore[arg-type]

    monkeypatch.setattr(vault, "sync_file", sync)
    monkeypatch.setattr(note_saving, "DRAFT_AFTER", 0.001)
    async with app.run_test() as pilot:
        await open_note(pilot, "mads")
        for text in ("a", "b", "c"):
            await write(pilot, text)
        await until(pilot, lambda: drafts(desk) == ["abc"])
        assert asked == [1], "one waits for the disk, not one for each key"
        slow.set()
        folder = desk.session.places.journal_state / "drafts"
        await until(pilot, lambda: [path.suffix for path in folder.iterdir()] == [".json"])
        assert drafts(desk) == ["abc"]


async def test_keys_that_keep_coming_do_not_put_the_draft_off(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async with monday(desk) as (_app, pilot):
        screen = await open_note(pilot, "mads")
        timers: list[float] = []
        real = screen.set_timer
        monkeypatch.setattr(
            screen, "set_timer", lambda delay, *more, **named: timers.append(delay) or real(delay, *more)
        )
        typed = ""
        while not drafts(desk):
            await write(pilot, "x")
            typed += "x"
        assert timers[0] == note_saving.DRAFT_AFTER
        assert len(timers) <= 2, "the first key set the clock, and the next ones let it run"
        assert typed.startswith(drafts(desk)[0])


async def test_a_draft_that_cannot_be_read_is_told(desk: Desk) -> None:
    journal = lay_monday(desk)
    journal.drafts.folder.mkdir(parents=True)
    (journal.drafts.folder / "260302-note.deadbeef.json").write_text('{"text": "half')
    app = desk.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await seen(pilot, "Not finished", "Could not be read, and was set aside.")
        await press(pilot, "enter")
        await until(pilot, lambda: "260302-note.deadbeef.unreadable" in "".join(screen_text(app).split()))
