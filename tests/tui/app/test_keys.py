"""The keys in the program: each does something, each can be changed, and each is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.screens.desk import Desk
from support.screens.hands import open_note, press, seen, stand_on, until, write
from support.screens.monday import lay_monday, monday
from support.screens.on_disk import agreement, note
from support.screens.screen_text import screen_lines, screen_text
from textual.app import App
from textual.dom import DOMNode

from leadercli.keys.key import Key
from leadercli.keys.table import KEYS
from leadercli.tui.app.app import LeaderApp
from leadercli.tui.history.arrivals import ArrivedScreen
from leadercli.tui.history.backups import BackupsScreen
from leadercli.tui.history.bin import BinScreen
from leadercli.tui.history.conflicts import VersionsScreen
from leadercli.tui.history.history import HistoryScreen
from leadercli.tui.note.screen import NoteScreen
from leadercli.tui.people.form import PersonFormScreen
from leadercli.tui.people.people import PeopleScreen
from leadercli.tui.people.person import PersonScreen
from leadercli.tui.scale.items import ScaleItemsScreen
from leadercli.tui.scale.screen import ScaleScreen
from leadercli.tui.screens.help import HelpScreen
from leadercli.tui.screens.next_steps import FilterField, StepsScreen
from leadercli.tui.screens.palette import PaletteScreen
from leadercli.tui.screens.search import SearchScreen
from leadercli.tui.screens.today import TodayScreen
from leadercli.tui.widgets.bindings import CURSOR
from leadercli.tui.widgets.prompt_memory import PromptField
from leadercli.tui.widgets.row_list import RowList

WHERE: dict[str, tuple[type[DOMNode], ...]] = {
    "app": (LeaderApp,),
    "list": (TodayScreen, PeopleScreen, PersonScreen, StepsScreen, ScaleItemsScreen),
    "people": (PeopleScreen,),
    "person": (PersonScreen,),
    "form": (PersonFormScreen,),
    "steps": (StepsScreen,),
    "filter": (FilterField,),
    "note": (NoteScreen,),
    "scale": (ScaleScreen,),
    "scale_items": (ScaleItemsScreen,),
    "search": (SearchScreen, PaletteScreen),
    "versions": (VersionsScreen,),
    "arrived": (ArrivedScreen,),
    "bin": (BinScreen,),
    "backups": (BackupsScreen,),
    "history": (HistoryScreen,),
    "prompt": (PromptField,),
    "help": (HelpScreen,),
}
"""Whose bindings the places are."""


@pytest.mark.parametrize("key", KEYS, ids=[key.id for key in KEYS])
def test_every_binding_stands_where_its_action_is(key: Key) -> None:
    name = key.action.partition("(")[0]
    for owner in WHERE[key.where]:
        if name.startswith("app."):
            assert hasattr(LeaderApp, f"action_{name.removeprefix('app.')}")
            continue
        acts = RowList if key.where == "list" and name in CURSOR else owner
        assert hasattr(acts, f"action_{name}"), f"{owner.__name__} has no {name}"
        ids = {binding.id for node in (owner, acts) for bindings in _bindings(node) for binding in bindings}
        assert key.id in ids, f"{owner.__name__} does not bind it"


def _bindings(node: type[DOMNode]) -> list[list[object]]:
    return list(node._merge_bindings().key_to_bindings.values())  # type: ignore[arg-type]


async def test_ones_own_keys_work_and_the_old_ones_do_not(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(keys={"list.done": "ø", "app.note": "F8", "list.drop": "x"})
    async with monday(desk) as (_app, pilot):
        await seen(pilot, "ø Done", "x Drop", "f8 Note")
        await press(pilot, "ø")
        assert agreement(desk, "Call HR").state == "done"
        await press(pilot, "x")
        assert agreement(desk, "Send budget").state == "dropped"
        await press(pilot, "n", "d")
        assert agreement(desk, "Read the paper").state == "open"
        await press(pilot, "f8")
        await seen(pilot, "Note with:")


async def test_two_keys_may_change_places(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(keys={"list.done": "d", "list.drop": "x"})
    async with monday(desk) as (_app, pilot):
        await press(pilot, "x", "d")
        assert agreement(desk, "Call HR").state == "dropped"
        assert agreement(desk, "Send budget").state == "done"


async def test_another_key_for_quitting_leaves_no_way_out_that_does_not_save(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(keys={"app.quit_now": "f10"})
    async with monday(desk) as (app, pilot):
        await press(pilot, "ctrl+c")
        await seen(pilot, "f10 closes leadercli")
        await open_note(pilot, "mads")
        await write(pilot, "one")
        await press(pilot, "ctrl+q")
        await write(pilot, " two")
        await press(pilot, "f10")
        await until(pilot, lambda: not app.is_running)
    assert note(desk, "Mads").text == "one two"


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"list.nothing": "f8"}, "“list.nothing”, which is not a binding"),
        ({"list.done": "m"}, "The key “m” would be both"),
        ({"list.done": "ctl+x"}, "the key “ctl+x”, which is not one"),
    ],
)
async def test_keys_that_cannot_work_are_told_and_ours_stay(
    make_desk: Callable[..., Desk], keys: dict[str, str], said: str
) -> None:
    desk = make_desk(keys=keys)
    async with monday(desk) as (_app, pilot):
        await seen(pilot, said, "Overdue · 2")
        await press(pilot, "question_mark")
        await seen(pilot, "In every list")
        await press(pilot, "escape", "ctrl+p")
        await seen(pilot, "a command, a name, a theme")
        await press(pilot, "escape", "x")
        assert agreement(desk, "Call HR").state == "done"


async def test_settings_that_cannot_be_read_are_told(desk: Desk) -> None:
    lay_monday(desk)
    path = desk.session.places.config_file
    path.parent.mkdir(parents=True)
    path.write_text("keys: [\n")
    async with desk.at_work() as (_app, pilot):
        await seen(pilot, "are not valid YAML", "Overdue · 2")


async def test_the_footer_speaks_the_language(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(lang="da")
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(100, 24)) as pilot:
        english = {app.texts.t(key.description) for key in KEYS} & {key.description for key in KEYS}
        bar = screen_lines(app)[-1]
        assert "? Hjælp" in bar
        assert not [word for word in ("Open", "Done", "Move", "Help", "Search") if word in bar and word not in english]
        await press(pilot, "n")
        await seen(pilot, "f1 Hjælp")


async def test_the_footer_shows_no_key_that_would_be_typed(desk: Desk) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(200, 40)) as pilot:
        for opening in (("n",), ("a",), ("m",), ("escape", "3", "f")):
            await press(pilot, "escape", *opening)
            names = [part.split(" ")[0] for part in screen_lines(app)[-1].split("   ") if part.strip()]
            assert names
            assert not [name for name in names if len(name) == 1 and name != "⏎"], names
        await press(pilot, "escape", "escape", "1")
        await open_note(pilot, "mads")
        assert screen_lines(app)[-1].split() == [
            "esc",
            "Save",
            "and",
            "close",
            "f4",
            "Memory",
            "f3",
            "Only",
            "me",
            "alt+1–9",
            "Tick",
            "off",
            "f1",
            "Help",
        ]


async def test_help_is_never_left_out_of_the_footer(desk: Desk) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(30, 12)):
        assert screen_lines(app)[-1].rstrip().endswith("? Help")


async def test_the_footer_closes_up_before_it_leaves_a_key_out(desk: Desk) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(120, 24)) as pilot:
        whole = screen_lines(app)[-1].rstrip()
        assert "x Done   m Move   d Drop" in whole
        await pilot.resize_terminal(len(whole), 24)
        await seen(pilot, "x Done  m Move  d Drop")
        assert screen_lines(app)[-1].split() == whole.split()


async def test_help_lists_every_key_of_the_screen(desk: Desk) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(100, 200)) as pilot:
        for view, places in (("1", ("app", "list")), ("3", ("app", "list", "steps", "filter"))):
            await press(pilot, view, "question_mark")
            await seen(pilot, "Everywhere", "In every list")
            text = " ".join(screen_text(app).split())
            for key in KEYS:
                if key.where in places:
                    assert key.tooltip in text, key.id
            await press(pilot, "escape")


async def test_help_in_a_note_tells_the_signs(desk: Desk) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await open_note(pilot, "mads")
        await write(pilot, "half")
        await press(pilot, "f1")
        await seen(pilot, "! an agreement, with >name", "alt+1–9 ", "Save the note")
        assert screen_text(app).count("alt+") == 1
        await press(pilot, "f1")
        assert app.screen is screen
        await write(pilot, " a word")
        await seen(pilot, "half a word")


async def test_help_scrolls_with_keys_and_closes_with_each_of_its_own(desk: Desk) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(80, 12)) as pilot:
        for key in ("escape", "q", "question_mark", "f1"):
            await press(pilot, "question_mark")
            await seen(pilot, "What was promised, whom to meet")
            await press(pilot, "end")
            await seen(pilot, "esc closes the help")
            await press(pilot, key)
            await seen(pilot, "[1 Today]")
            assert app.is_running


async def test_textuals_own_palette_and_screenshot_are_off(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await press(pilot, "ctrl+p")
        assert isinstance(app.screen, PaletteScreen)
        await write(pilot, "screenshot")
        assert "screenshot" not in "\n".join(screen_lines(app)[1:]).lower()
        assert not App.ENABLE_COMMAND_PALETTE or not app.ENABLE_COMMAND_PALETTE
        assert list(app.get_system_commands(app.screen)) == []


async def test_ctrl_c_says_how_to_close_in_our_words(desk: Desk) -> None:
    async with monday(desk, notifications=True) as (app, pilot):
        await press(pilot, "ctrl+c")
        await seen(pilot, "ctrl+q closes leadercli; everything is saved.")
        assert not app._notifications


async def test_undo_while_typing_is_for_the_text(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        await press(pilot, "x")
        await seen(pilot, "Done: Call HR")
        await press(pilot, "n", "l", "ctrl+z", "ctrl+y", "escape")
        await open_note(pilot, "mads")
        await write(pilot, "ab")
        await press(pilot, "ctrl+z", "escape")
        await seen(pilot, "[1 Today]")
    assert agreement(desk, "Call HR").state == "done"


async def test_q_goes_back_and_quits_at_the_top(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await stand_on(pilot, "Call HR")
        await press(pilot, "enter")
        await seen(pilot, "Åse Lund")
        await press(pilot, "q")
        await seen(pilot, "[1 Today]")
        await press(pilot, "escape")
        assert app.is_running, "Escape never quits"
        await press(pilot, "q")
        await until(pilot, lambda: not app.is_running)
