"""Hostile text in every field, on every screen: shown as text, never obeyed, and nothing of it steers the terminal."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import Desk
from hands import press, until
from screen_text import screen_text
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from leadercli.journal.journal import Journal
from leadercli.model.records import THEM
from leadercli.tui.screens.note import NoteScreen

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


def lay_hostile(desk: Desk, bad: str) -> Journal:
    """Lay a journal that has the text in every field that a screen can show, as a foreign program may have written it."""
    from leadercli.journal.changes import Change

    journal = desk.journal()
    today, past = "2026-03-02", "2026-02-25"
    fields = {
        "people": {"p1": {"name": bad, "role": bad, "email": bad, "cadence": "1w", "relation": "employee"}},
        "agreements": {
            "a1": {"text": bad, "person": "p1", "owner": THEM, "due": past, "state": "open"},
            "a2": {"text": f"two {bad}", "owner": "me", "due": today, "state": "open"},
            "a3": {"text": bad, "person": "p1", "owner": "me", "state": "done", "closed": "2026-02-27T08:00:00"},
        },
        "inbox": {"i1": {"text": bad, "person": "p1"}},
        "feedback": {"f1": {"text": bad, "person": "p1", "kind": "praise", "day": past, "follow_up": past}},
        "meetings": {
            "m1": {"person": "p1", "day": "2026-02-11", "state": "held", "text": f"{bad}\n! {bad}\n? {bad}"},
            "m2": {"person": "p1", "day": "2026-02-18", "state": "cancelled", "reason": bad},
            "m3": {"person": "p1", "day": today, "state": "planned", "time": bad[:40]},
        },
        "scale_items": {"s1": {"side": "load", "name": bad, "order": 5}},
        "weigh_ins": {"2026-W08": {"week": "2026-W08", "note": bad, "balance": bad, "r:workload": 4}},
    }
    changes = [Change(table, id_, given) for table, records in fields.items() for id_, given in records.items()]
    journal.commit("agree", bad[:100], *changes)
    moved = next(iter(journal.agreements.all()))
    journal.agreements.adjust(moved.id, date(2026, 2, 26), bad)
    journal.people.add("Bo")
    return journal


def check(pilot: Pilot[None], where: str) -> None:
    """Check that nothing on the screen steers a terminal, and that the program still runs."""
    assert pilot.app.is_running, where
    assert pilot.app._exception is None, where
    for letter in screen_text(pilot.app).replace("\n", ""):
        code = ord(letter)
        steers = (
            code < 0x20 or 0x7F <= code < 0xA0 or letter in "\u061c\u200e\u200f\u2028\u2029" or 0xD800 <= code < 0xE000
        )
        assert not steers and not 0x202A <= code <= 0x202E and not 0x2066 <= code <= 0x2069, f"{letter!r} on {where}"


WALK = [
    "down", "tab", "x", "x", "u", "m", "escape", "e", "escape", "a", "escape", "n", "escape", "p", "escape",
    "question_mark", "escape", "ctrl+p", "down", "down", "escape", "slash", "escape",
    "2", "down", "i", "escape", "c", "escape", "w", "escape", "enter", "v", "down", "down", "down", "x", "u",
    "m", "escape", "d", "escape", "tab", "tab", "enter", "escape", "E", "down", "escape", "escape", "1",
    "3", "f", "escape", "v", "v", "v", "x", "u", "4", "down", "v", "v", "left", "right", "e", "down", "escape", "1",
]  # fmt: skip
"""Keys that lead through every screen, prompt and list."""


@pytest.mark.parametrize("size", [(80, 24), (140, 45)], ids=["80", "140"])
@pytest.mark.parametrize("bad", HOSTILE.values(), ids=HOSTILE)
async def test_it_is_harmless_everywhere(desk: Desk, bad: str, size: tuple[int, int]) -> None:
    lay_hostile(desk, bad)
    app = desk.app()
    async with app.run_test(size=size, tooltips=True, notifications=True) as pilot:
        check(pilot, "Today")
        for number, key in enumerate(WALK):
            await press(pilot, key)
            check(pilot, f"{app.screen} after {WALK[: number + 1][-6:]}")
        person = app.journal.people.get("p1")
        assert person
        app.open_note("p1", "2026-02-11")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen))
        for key in ("down", "up", "f4", "f4", "f5", "alt+1", "alt+1", "f3", "f3", "f1", "escape"):
            await press(pilot, key)
            check(pilot, f"the note after {key}")
        await press(pilot, "escape")
        check(pilot, "Today")


@pytest.mark.parametrize("bad", HOSTILE.values(), ids=HOSTILE)
async def test_it_can_be_typed_into_every_field(desk: Desk, bad: str) -> None:
    desk.journal().people.add("Bo")
    app = desk.app()
    async with app.run_test() as pilot:
        for opening in (("n",), ("p",), ("a",), ("ctrl+p",), ("slash",), ("3", "f")):
            await press(pilot, *opening)
            app.post_message(Paste(bad))
            await until(pilot, lambda: app.keys_landed)
            await pilot.pause()
            check(pilot, f"typed after {opening}")
            if bad.strip() and bad.isprintable():
                assert isinstance(app.focused, Input)
                assert app.focused.value == bad
            await press(pilot, "escape")
        await press(pilot, "1", "n", "enter")
        await until(pilot, lambda: isinstance(app.focused, TextArea))
        for sign in ("", "! ", "? ", "+ ", "= ", "% ", "! >", "! @"):
            app.post_message(Paste(f"{sign}{bad}\n"))
            await until(pilot, lambda: app.keys_landed)
            await press(pilot, "up")
            check(pilot, f"a line that begins with {sign!r}")
            await press(pilot, "down")
        await press(pilot, "escape")
        await until(pilot, lambda: not isinstance(app.screen, NoteScreen))
        check(pilot, "Today")


async def test_a_name_that_is_markup_is_shown_as_it_is(desk: Desk) -> None:
    lay_hostile(desk, "[red]Åse[/]")
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
