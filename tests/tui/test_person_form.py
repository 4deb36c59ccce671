"""The form about a person: read in both languages, told when it is wrong, and nothing typed is thrown away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from screen_text import line_with, screen_lines, screen_text
from textual.pilot import Pilot
from typing_keys import type_text

if TYPE_CHECKING:
    from conftest import Desk

SIZE = (80, 24)
NAME, ROLE, RELATION, RHYTHM, MINUTES, START, BIRTHDAY, EMAIL = range(8)


async def _form(pilot: Pilot[None], line: int = NAME) -> None:
    """Open the form on the first person and go to a line of it."""
    await pilot.press("2", "e", *["down"] * line)
    await pilot.pause()


async def _retype(pilot: Pilot[None], text: str) -> None:
    await pilot.press("end", "ctrl+u")
    await type_text(pilot, text)


async def test_it_shows_what_is_saved_and_fits(desk: Desk) -> None:
    desk.journal().people.add(
        "Eva Kjær", role="union", cadence="2w", minutes=45, start=date(2021, 8, 1), birthday=date(1904, 3, 14)
    )
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _form(pilot)
        assert screen_lines(app)[0].startswith(" Edit Eva Kjær")
        for label, text in (
            ("Name", "Eva Kjær"),
            ("Role", "union"),
            ("Relation", "employee"),
            ("Rhythm", "every 2 weeks"),
            ("Minutes", "45"),
            ("Start date", "1 August 2021"),
            ("Birthday", "14 March"),
        ):
            assert line_with(app, f"  {label}  ").split(label)[1].strip() == text
        assert "E-mail" in screen_text(app)


async def test_enter_goes_on_and_at_the_end_saves(desk: Desk) -> None:
    desk.journal().people.add("Eva")
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _form(pilot)
        await type_text(pilot, " Kjær\nunion rep\n\n\n\n\n\neva@work.dk\n")
        assert "Saved: Eva Kjær · u takes it back" in screen_text(app)
        assert "▸ Eva Kjær, union rep" in screen_text(app)
        await pilot.press("u")
        await pilot.pause()
        assert "union rep" not in screen_text(app), "one save, one undo"
    assert desk.journal().people.named("Eva").name == "Eva"


@pytest.mark.parametrize(
    ("line", "typed", "understood", "field", "value"),
    [
        (RELATION, "leder", "my manager", "relation", "manager"),
        (RELATION, "rep", "representative", "relation", "representative"),
        (RHYTHM, "hver 14. dag", "every 2 weeks", "cadence", "2w"),
        (RHYTHM, "ingen", "no fixed rhythm", "cadence", ""),
        (MINUTES, "1 time", "60 minutes", "minutes", 60),
        (START, "august 2021", "1 August 2021", "start", date(2021, 8, 1)),
        (START, "1.8.2021", "1 August 2021", "start", date(2021, 8, 1)),
        (BIRTHDAY, "14/3", "14 March", "birthday", date(1904, 3, 14)),
        (BIRTHDAY, "14. marts 1985", "14 March 1985", "birthday", date(1985, 3, 14)),
    ],
)
async def test_both_languages_are_read_and_what_was_understood_is_shown(
    desk: Desk, line: int, typed: str, understood: str, field: str, value: object
) -> None:
    desk.journal().people.add("Eva")
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _form(pilot, line)
        await _retype(pilot, typed)
        assert understood in screen_text(app).split(typed, 1)[1]
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert getattr(desk.journal().people.named("Eva"), field) == value


@pytest.mark.parametrize(
    ("line", "typed", "said"),
    [
        (NAME, "", "A person needs a name."),
        (NAME, "bo", "There is already someone called “bo”. Add a surname or an initial."),
        (RELATION, "ven", "“ven” is none of: employee, my manager, representative, other."),
        (RHYTHM, "tit", "“tit” is not a rhythm I know."),
        (MINUTES, "long", "“long” is not a length. Try 30, 45 min or 1 hour."),
        (START, "engang", "“engang” is not a date I know. Try 1/8/2021"),
        (BIRTHDAY, "32/3", "“32/3” is not a date I know. Try 14/3"),
        (EMAIL, "eva", "“eva” is not an e-mail address"),
    ],
)
async def test_what_is_wrong_is_said_on_leaving_the_line_and_is_not_saved(
    desk: Desk, line: int, typed: str, said: str
) -> None:
    journal = desk.journal()
    before = journal.people.add("Eva")
    journal.people.add("Bo")
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("2")
        app.screen.list.stand_on(f"person:{before.id}")
        await pilot.press("e", *["down"] * line)
        await _retype(pilot, typed)
        assert said not in screen_text(app), "not while it is being typed"
        await pilot.press("up" if line else "down")
        await pilot.pause()
        assert said in " ".join(screen_text(app).split())
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Not saved yet: see the line that is marked." in screen_text(app)
        assert app.screen.fields[line].input.has_focus
    assert desk.journal().people.get(before.id) == before


async def test_escape_keeps_what_was_typed_for_the_next_time_also_after_a_restart(desk: Desk) -> None:
    desk.journal().people.add("Eva")
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _form(pilot, ROLE)
        await type_text(pilot, "union rep")
        await pilot.press("escape")
        await pilot.pause()
        assert "Not saved. What you typed is here when you open the form again." in screen_text(app)
        assert "union rep" not in screen_text(app)
    again = desk.app()
    async with again.run_test(size=SIZE) as pilot:
        await _form(pilot)
        assert "What you typed last time is here: ctrl+s saves it, ctrl+r forgets it." in screen_text(again)
        assert "union rep" in line_with(again, "  Role  ")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "▸ Eva, union rep" in screen_text(again)
        await pilot.press("e")
        await pilot.pause()
        assert "last time" not in screen_text(again), "a saved form has no draft"


async def test_quitting_keeps_what_was_typed(desk: Desk) -> None:
    desk.journal().people.add("Eva")
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _form(pilot, ROLE)
        await type_text(pilot, "union rep")
        await pilot.press("ctrl+q")
    again = desk.app()
    async with again.run_test(size=SIZE) as pilot:
        await _form(pilot)
        assert "union rep" in line_with(again, "  Role  ")


async def test_starting_over_shows_what_is_saved_and_each_line_gives_back_what_was_typed(desk: Desk) -> None:
    desk.journal().people.add("Eva", role="union")
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _form(pilot, ROLE)
        await type_text(pilot, " rep")
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert line_with(app, "  Role  ").endswith("union")
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert line_with(app, "  Role  ").endswith("union rep")
        await pilot.press("ctrl+z", "escape")
        await pilot.pause()
        assert "Not saved" not in screen_text(app), "nothing was typed that is not saved"
    assert desk.journal().people.named("Eva").role == "union"


async def test_only_what_was_changed_is_written(desk: Desk) -> None:
    journal = desk.journal()
    eva = journal.people.add("Eva", role="union").id
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _form(pilot, EMAIL)
        await type_text(pilot, "eva@work.dk")
        desk.journal().people.edit(eva, {"role": "written elsewhere meanwhile"})
        await pilot.press("ctrl+s")
        await pilot.pause()
    kept = desk.journal().people.named("Eva")
    assert (kept.role, kept.email) == ("written elsewhere meanwhile", "eva@work.dk")


async def test_saving_without_a_change_says_so(desk: Desk) -> None:
    desk.journal().people.add("Eva")
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _form(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Nothing changed." in screen_text(app)


async def test_letters_that_are_keys_elsewhere_are_text_here(desk: Desk) -> None:
    desk.journal().people.add("Eva")
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _form(pilot, ROLE)
        await type_text(pilot, "q?/:+ natuxdD1234")
        assert "q?/:+ natuxdD1234" in line_with(app, "  Role  ")
        assert "/ Search" not in screen_text(app), "a key that would be typed is not offered"


async def test_the_help_names_the_keys_of_the_form(desk: Desk) -> None:
    desk.journal().people.add("Eva")
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _form(pilot)
        await pilot.press("f1")
        await pilot.pause()
        assert "ctrl+s" in screen_text(app)
        assert "Start over" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert screen_lines(app)[0].startswith(" Edit Eva")


async def test_the_page_of_a_person_opens_it_with_a_capital_e(desk: Desk) -> None:
    desk.journal().people.add("Eva")
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("2", "enter", "E")
        await pilot.pause()
        assert screen_lines(app)[0].startswith(" Edit Eva")
        await pilot.press("escape")
        await pilot.pause()
        assert screen_lines(app)[0].startswith(" Eva")


async def test_hostile_text_is_shown_harmlessly_and_kept_as_it_is(desk: Desk) -> None:
    bad = "[@click=app.quit]x[/]\x1b]52;c;aGk=\x07\u202e"
    desk.journal().people.add(bad, role=bad)
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _form(pilot, EMAIL)
        await type_text(pilot, "[red]a@b.dk")
        shown = screen_text(app).replace("\n", "")
        assert "[@click=app.quit]x[/]" in shown
        assert "[red]a@b.dk" in shown
        assert not any(ord(letter) < 32 or letter in "\x7f\u202e" for letter in shown)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert app.is_running
    assert desk.journal().people.all()[0].role == bad
