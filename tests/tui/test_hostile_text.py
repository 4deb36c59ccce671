"""Hostile text in every field, on every screen: shown as text, never obeyed, and nothing of it steers the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest
from support.screens.desk import Desk
from support.screens.hands import press, until
from support.screens.screen_text import screen_text
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from leadercli.journal.store.change import Change
from leadercli.model.records import THEM
from leadercli.tui.note.screen import NoteScreen
from leadercli.tui.widgets.row_list import RowList

HOSTILE = {
    "markup": "[red]Åse[/] [b]x[/b]",
    "an end without a beginning": "[/]",
    "a link that quits": "[@click=app.quit]x[/]",
    "a colour that is none": "[$nosuch on #zzz]x",
    "escape sequences": "\x1b]52;c;aGFjaw==\x07\x1b[2J\x1b[31m\x9b31mx",
    "marks of direction": "\u202eevil\u202c \u2066x\u2069 \u200f",
    "line breaks": "one\ntwo\r\nthree\rfour\u2028five\x0bsix",
    "braces": "{name} {0} {} %s %(x)s",
    "a very long line": "x" * 10_000,
    "only combining": "\u0301\u0308\u0301",
    "only blanks": " \t \u00a0 ",
    "halves of characters": "\udc80 \ud83d",
    "wide": "日本語👩‍👧" * 40,
}


def lay_hostile(desk: Desk, bads: Iterable[str]) -> list[str]:
    """Lay a journal that has each text in every field a screen can show, as a foreign program may have written it.

    Returns the ids of the people.
    """
    journal = desk.journal()
    today, past = "2026-03-02", "2026-02-25"
    changes = []
    for at, bad in enumerate(bads):
        who = f"p{at:02}"
        fields = {
            "people": {who: {"name": bad, "role": bad, "email": bad, "cadence": "1w", "relation": "employee"}},
            "agreements": {
                f"a{at:02}": {"text": bad, "person": who, "owner": THEM, "due": past, "state": "open"},
                f"b{at:02}": {"text": f"two {bad}", "owner": who, "due": today, "state": "open"},
                f"c{at:02}": {"text": bad, "person": who, "state": "done", "closed": "2026-02-27T08:00:00"},
            },
            "inbox": {f"i{at:02}": {"text": bad, "person": who}},
            "feedback": {f"f{at:02}": {"text": bad, "person": who, "kind": "praise", "day": past, "follow_up": past}},
            "meetings": {
                f"k{at:02}": {"person": who, "day": "2026-02-11", "state": "held", "text": f"{bad}\n! {bad}\n? {bad}"},
                f"l{at:02}": {"person": who, "day": "2026-02-18", "state": "cancelled", "reason": bad},
                f"m{at:02}": {"person": who, "day": today, "state": "planned", "time": bad[:40]},
            },
            "scale_items": {f"s{at:02}": {"side": "load", "name": bad, "order": 5 + at}},
            "weigh_ins": {f"2026-W{at + 1:02}": {"week": f"2026-W{at + 1:02}", "note": bad, "balance": bad}},
        }
        changes += [Change(table, id_, given) for table, records in fields.items() for id_, given in records.items()]
    journal.commit("agree", "".join(bads)[:100], *changes)
    for at, bad in enumerate(bads):
        journal.agreements.adjust(f"a{at:02}", date(2026, 2, 26), bad)
    return [f"p{at:02}" for at, _ in enumerate(bads)]


def check(pilot: Pilot[None], where: str) -> None:
    """Check that nothing on the screen steers a terminal, and that the program still runs."""
    assert pilot.app.is_running, where
    assert pilot.app._exception is None, where
    for letter in screen_text(pilot.app).replace("\n", ""):
        code = ord(letter)
        steers = (
            code < 0x20 or 0x7F <= code < 0xA0 or letter in "\u061c\u200e\u200f\u2028\u2029" or 0xD800 <= code < 0xE000
        )
        turns = 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
        assert not steers, f"{letter!r} on {where}"
        assert not turns, f"{letter!r} on {where}"


async def paste(pilot: Pilot[None], text: str) -> None:
    """Paste as a terminal does."""
    pilot.app.post_message(Paste(text))
    await pilot.pause()
    await until(pilot, lambda: pilot.app.keys_landed)
    await pilot.pause()


WALK = [
    "down", "tab", "x", "x", "u", "m", "escape", "e", "escape", "a", "escape", "n", "escape", "p", "escape",
    "question_mark", "escape", "ctrl+p", "down", "down", "escape", "slash", "escape",
    "2", "down", "i", "escape", "c", "escape", "w", "escape", "enter", "v", "down", "down", "down", "x", "u",
    "m", "escape", "d", "escape", "tab", "tab", "enter", "escape", "E", "down", "escape", "escape", "1",
    "3", "f", "escape", "v", "v", "v", "x", "u", "4", "down", "v", "v", "left", "right", "e", "down", "escape", "1",
]  # fmt: skip
"""Keys that lead through every screen, prompt and list."""


@pytest.mark.parametrize("size", [(80, 24), (140, 60)], ids=["80", "140"])
async def test_it_is_harmless_on_the_way_through_all_screens(desk: Desk, size: tuple[int, int]) -> None:
    lay_hostile(desk, HOSTILE.values())
    async with desk.at_work(size=size, tooltips=True, notifications=True) as (app, pilot):
        check(pilot, "Today")
        for number, key in enumerate(WALK):
            await press(pilot, key)
            check(pilot, f"{app.screen} after {WALK[: number + 1][-6:]}")


@pytest.mark.parametrize("key", ["1", "2", "3"])
async def test_it_is_harmless_under_the_cursor_beside_a_list(desk: Desk, key: str) -> None:
    lay_hostile(desk, HOSTILE.values())
    app = desk.app()
    async with app.run_test(size=(140, 60)) as pilot:
        await press(pilot, key, "g")
        rows = sum(bool(row.id) for row in app.screen.query_one(RowList).rows)
        for row in range(rows):
            check(pilot, f"row {row}")
            await press(pilot, "j")


async def test_it_is_harmless_on_each_page_and_in_each_note(desk: Desk) -> None:
    names = ["an end without a beginning", "a link that quits", "escape sequences", "marks of direction"]
    names += ["halves of characters", "a very long line"]
    people = lay_hostile(desk, [HOSTILE[name] for name in names])
    app = desk.app()
    async with app.run_test(size=(120, 40)) as pilot:
        for who, name in zip(people, names, strict=True):
            app.open_person(who)
            for key in ("v", "E", "escape"):
                await press(pilot, key)
                check(pilot, f"the page of {name} after {key}")
            app.open_note(who, "2026-02-11")
            await until(pilot, lambda: isinstance(app.screen, NoteScreen))
            for key in ("up", "f3", "f1", "escape"):
                await press(pilot, key)
                check(pilot, f"the note about {name} after {key}")
            await press(pilot, "escape")
            await until(pilot, lambda: not isinstance(app.screen, NoteScreen))
            await press(pilot, "1")


@pytest.mark.parametrize("opening", [["n"], ["p"], ["a"], ["ctrl+p"], ["slash"], ["3", "f"]], ids=" ".join)
async def test_it_can_be_typed_into_every_field(desk: Desk, opening: list[str]) -> None:
    desk.journal().people.add("Bo")
    async with desk.at_work() as (app, pilot):
        await press(pilot, *opening)
        for name, bad in HOSTILE.items():
            await paste(pilot, bad)
            check(pilot, f"{name} typed after {opening}")
            assert isinstance(app.focused, Input)
            if bad.strip() and bad.isprintable():
                assert app.focused.value == bad
            await press(pilot, "ctrl+u")
            assert app.focused.value == ""


async def test_it_can_be_typed_into_a_note(desk: Desk) -> None:
    desk.journal().people.add("Bo")
    async with desk.at_work() as (app, pilot):
        await press(pilot, "n", "enter")
        await until(pilot, lambda: isinstance(app.focused, TextArea))
        for name, bad in HOSTILE.items():
            for sign in ("", "% ", "! >", "! @"):
                await paste(pilot, f"\n{sign}{bad}")
                check(pilot, f"a line of {name} that begins with {sign!r}")
        await press(pilot, "escape")
        await until(pilot, lambda: not isinstance(app.screen, NoteScreen))
        check(pilot, "Today")
    assert [person.name for person in desk.journal().people.all()] == ["Bo"]


async def test_a_name_that_is_markup_is_shown_as_it_is(desk: Desk) -> None:
    lay_hostile(desk, ["[red]Åse[/]"])
    app = desk.app()
    async with app.run_test(size=(140, 45)) as pilot:
        assert screen_text(app).count("[red]Åse[/]") >= 5
        await press(pilot, "ctrl+p")
        assert "[red]Åse[/]" in screen_text(app)
        await press(pilot, "escape", "n")
        assert "[red]Åse[/]" in screen_text(app)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen))
        assert "[red]Åse[/]" in screen_text(app).splitlines()[0]
