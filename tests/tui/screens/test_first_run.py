"""The first run: three questions, each answered by Enter alone, then Today."""

from __future__ import annotations

from pathlib import Path

from support.screens.desk import Desk
from support.screens.hands import press, seen, until, write
from support.screens.screen_text import screen_lines, screen_text

from leadercli.journal.opening import open_journal
from leadercli.session import begin
from leadercli.tui.screens.first_run import FirstRunScreen


async def test_enter_alone_leads_to_today(desk: Desk) -> None:
    app = desk.first_run()
    async with app.run_test() as pilot:
        await seen(pilot, "Welcome to leadercli", "▸English   Dansk")
        await press(pilot, "enter")
        await seen(pilot, "Where shall the journal live?", "▸/")
        await press(pilot, "enter")
        await seen(pilot, "Whom do you talk with first?")
        await press(pilot, "enter")
        await seen(pilot, "[1 Today]", "A new journal. Press n and type a name")
    assert desk.session.places.journal.exists()
    assert desk.session.config.language == "en"


async def test_everything_after_the_language_is_in_it(desk: Desk) -> None:
    app = desk.first_run()
    async with app.run_test() as pilot:
        await seen(pilot, "▸English   Dansk")
        await press(pilot, "down", "enter")
        await until(pilot, lambda: app.texts.lang == "da")
        english = ("Where shall", "Folder:", "Cancel", "OK Do", "Help", "Name:", "Whom")
        await until(pilot, lambda: not [word for word in english if word in screen_text(app)])
        await press(pilot, "enter")
        await until(pilot, lambda: desk.session.places.journal.exists())
        await write(pilot, "Åse Lund\n")
        await seen(pilot, "[1 I dag]", "mandag 2. marts 2026")
        assert "A new journal" not in screen_text(app)
    assert [person.name for person in desk.journal().people.all()] == ["Åse Lund"]
    assert begin(desk.env | {"LEADERCLI_LANG": ""}).texts.lang == "da"


async def test_a_role_and_a_rhythm_are_read_behind_the_name(desk: Desk) -> None:
    app = desk.first_run()
    async with app.run_test() as pilot:
        await seen(pilot, "Welcome")
        await press(pilot, "enter", "enter")
        await seen(pilot, "Whom do you talk with first?")
        await write(pilot, "Bo Lund, nurse, every 2 weeks")
        await seen(pilot, "Bo Lund · nurse · every 2 weeks")
        await press(pilot, "enter")
        await seen(pilot, "[1 Today]")
    made = desk.journal().people.named("bo")
    assert (made.name, made.role, made.cadence) == ("Bo Lund", "nurse", "2w")


async def test_the_keys_of_a_first_note_work_at_once(desk: Desk) -> None:
    app = desk.first_run()
    async with app.run_test() as pilot:
        await seen(pilot, "Welcome")
        await press(pilot, "enter", "enter")
        await seen(pilot, "Whom do you talk with first?")
        await write(pilot, "Bo\n")
        await seen(pilot, "[1 Today]")
        await press(pilot, "n", "enter")
        await seen(pilot, "Bo · Monday")
        await write(pilot, "! ask fri")
        await press(pilot, "escape")
        await seen(pilot, "Coming · 1")


async def test_a_cloud_folder_that_exists_is_offered(desk: Desk) -> None:
    (desk.folder / "Nextcloud").mkdir()
    app = desk.first_run()
    async with app.run_test(size=(200, 30)) as pilot:
        await seen(pilot, "Welcome")
        await press(pilot, "enter")
        await seen(pilot, str(desk.folder / "Nextcloud" / "leadercli"))
        await press(pilot, "down", "enter", "enter")
        await seen(pilot, "[1 Today]")
    chosen = desk.folder / "Nextcloud" / "leadercli" / "journal.json"
    assert chosen.exists()
    assert chosen.stat().st_mode & 0o777 == 0o600
    without = {name: value for name, value in desk.env.items() if name != "LEADERCLI_JOURNAL"}
    assert begin(without).places.journal == chosen


async def test_a_typed_folder_or_file_is_taken(desk: Desk) -> None:
    for typed, path in (("my folder", "my folder/journal.json"), ("lead.json", "lead.json")):
        app = desk.first_run()
        async with app.run_test(size=(200, 30)) as pilot:
            await seen(pilot, "Welcome")
            await press(pilot, "enter")
            await seen(pilot, "Folder:")
            await write(pilot, f"{desk.folder}/{typed}\n")
            await seen(pilot, "Whom do you talk with first?", str(desk.folder / path))
        assert (desk.folder / path).exists()


async def test_a_folder_that_cannot_be_written_asks_again(desk: Desk) -> None:
    (desk.folder / "file").write_text("not a folder")
    app = desk.first_run()
    async with app.run_test(size=(200, 30)) as pilot:
        await seen(pilot, "Welcome")
        await press(pilot, "enter")
        await seen(pilot, "Folder:")
        await write(pilot, f"{desk.folder}/file/here\n")
        await seen(pilot, "could not be made: Not a directory")
        assert "file/here" in screen_lines(app)[-2]
        await press(pilot, "ctrl+u", "enter")
        await seen(pilot, "Whom do you talk with first?")


async def test_a_journal_that_lies_there_already_is_opened(desk: Desk) -> None:
    synced = desk.folder / "Dropbox" / "leadercli"
    desk.journal().people.add("Eva")
    synced.mkdir(parents=True)
    desk.session.places.journal.rename(synced / "journal.json")
    app = desk.first_run()
    async with app.run_test(size=(200, 30)) as pilot:
        await seen(pilot, "Welcome")
        await press(pilot, "enter", "down", "enter")
        await seen(pilot, "[1 Today]", "Eva")
    places = begin(desk.env, journal=str(synced / "journal.json")).places
    assert len(open_journal(places, lambda: desk.now).people.all()) == 1


async def test_a_name_that_is_empty_is_for_later_and_a_taken_one_is_told(desk: Desk) -> None:
    app = desk.first_run()
    async with app.run_test() as pilot:
        await seen(pilot, "Welcome")
        await press(pilot, "enter", "enter")
        await seen(pilot, "Whom do you talk with first?")
        await write(pilot, "   \n")
        await seen(pilot, "[1 Today]")
    assert desk.journal().people.all() == ()


async def test_escape_asks_again_and_keys_of_the_journal_do_nothing_yet(desk: Desk) -> None:
    app = desk.first_run()
    async with app.run_test() as pilot:
        await seen(pilot, "Welcome")
        await press(pilot, "escape")
        await seen(pilot, "Welcome", "Language:", "▸English   Dansk")
        await press(pilot, "n", "a", "1", "3", "u", "slash", "ctrl+p", "x", "escape")
        assert isinstance(app.screen, FirstRunScreen)
        await seen(pilot, "Language:", "▸English   Dansk")
        await press(pilot, "ctrl+q")
        await until(pilot, lambda: not app.is_running)
    assert not Path(desk.env["LEADERCLI_JOURNAL"]).exists(), "nothing is made before it is asked for"


async def test_escape_goes_back_a_question_and_asks_the_last_again(desk: Desk) -> None:
    app = desk.first_run()
    async with app.run_test() as pilot:
        await seen(pilot, "Welcome")
        await press(pilot, "enter")
        await seen(pilot, "Folder:")
        await press(pilot, "escape")
        await seen(pilot, "Welcome", "Language:")
        await press(pilot, "enter", "enter")
        await seen(pilot, "Whom do you talk with first?")
        await press(pilot, "escape")
        await seen(pilot, "Whom do you talk with first?", "Name:")
        await write(pilot, "Bo\n")
        await seen(pilot, "[1 Today]")
    assert [person.name for person in desk.journal().people.all()] == ["Bo"]
