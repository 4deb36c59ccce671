"""The form about a person: read in both languages, told when it is wrong, and nothing typed is thrown away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from support.screens.hands import press, seen, until, write
from support.screens.person_desk import form, gone, harmless, line, page, people, top
from support.screens.screen_text import screen_text

from leadercli.tui.people.form import PersonFormScreen

if TYPE_CHECKING:
    from support.screens.desk import Desk

SIZE = (80, 24)
NAME, ROLE, RELATION, RHYTHM, MINUTES, START, BIRTHDAY, EMAIL = range(8)
CLEAR = ("end", "ctrl+u")


async def test_it_shows_what_is_saved_and_fits(desk: Desk) -> None:
    desk.journal().people.add(
        "Eva Kjær", role="union", cadence="2w", minutes=45, start=date(2021, 8, 1), birthday=date(1904, 3, 14)
    )
    async with desk.app().run_test(size=SIZE) as pilot:
        await form(pilot, "Eva Kjær")
        for label, text in (
            ("Name", "Eva Kjær"),
            ("Role", "union"),
            ("Relation", "employee"),
            ("Rhythm", "every 2 weeks"),
            ("Minutes", "45"),
            ("Start date", "1 August 2021"),
            ("Birthday", "14 March"),
            ("E-mail", ""),
        ):
            assert (await line(pilot, f"  {label}")).split(label)[1].strip() == text


async def test_enter_goes_on_and_at_the_end_saves_as_one_change(desk: Desk) -> None:
    desk.journal().people.add("Eva")
    async with desk.app().run_test(size=SIZE) as pilot:
        await form(pilot, "Eva")
        await write(pilot, " Kjær\nunion rep\n\n\n\n\n\neva@work.dk\n")
        await seen(pilot, "Saved: Eva Kjær · u takes it back", "▸ Eva Kjær, union rep")
        await press(pilot, "u")
        await gone(pilot, "union rep")
    assert desk.journal().people.named("Eva").name == "Eva"


@pytest.mark.parametrize(
    ("number", "typed", "understood", "field", "value"),
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
async def test_both_languages_are_read_and_what_was_understood_stands_below(
    desk: Desk, number: int, typed: str, understood: str, field: str, value: object
) -> None:
    desk.journal().people.add("Eva")
    async with desk.app().run_test(size=SIZE) as pilot:
        await form(pilot, "Eva", number)
        await press(pilot, *CLEAR)
        await write(pilot, typed)
        await until(pilot, lambda: _below(pilot.app, typed) == understood)
        await press(pilot, "ctrl+s")
        await seen(pilot, "Saved: Eva")
    assert getattr(desk.journal().people.named("Eva"), field) == value


def _below(app: object, text: str) -> str:
    """The line under the one that ends in a text."""
    lines = screen_text(app).splitlines()  # type: ignore[arg-type]
    return next((lines[at + 1].strip() for at, one in enumerate(lines) if one.endswith(f" {text}")), "")


@pytest.mark.parametrize(
    ("number", "typed", "said"),
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
    desk: Desk, number: int, typed: str, said: str
) -> None:
    journal = desk.journal()
    before = journal.people.add("Eva", start=date(2020, 1, 1))
    journal.meetings.write(journal.people.add("Bo").id, date(2026, 2, 27), "so that Eva, who is due, stands first")
    async with desk.at_work(size=SIZE) as (app, pilot):
        await form(pilot, "Eva", number)
        await press(pilot, *CLEAR)
        await write(pilot, typed)
        assert said not in " ".join(screen_text(app).split()), "not while it is being typed"
        await press(pilot, "up" if number else "down")
        await until(pilot, lambda: said in " ".join(screen_text(app).split()))
        await press(pilot, "ctrl+s")
        await seen(pilot, "Not saved yet: see the line that is marked.")
        assert isinstance(app.screen, PersonFormScreen)
        assert app.screen.fields[number].input.has_focus
    assert desk.journal().people.get(before.id) == before


async def test_escape_keeps_what_was_typed_for_the_next_time_also_after_a_restart(desk: Desk) -> None:
    desk.journal().people.add("Eva")
    async with desk.app().run_test(size=SIZE) as pilot:
        await form(pilot, "Eva", ROLE)
        await write(pilot, "union rep")
        await press(pilot, "escape")
        await seen(pilot, "Not saved. What you typed is here when you open the form again.")
        await gone(pilot, "union rep")
    async with desk.app().run_test(size=SIZE) as pilot:
        await form(pilot, "Eva")
        await seen(pilot, "What you typed last time is here: ctrl+s saves it, ctrl+r forgets it.")
        assert "union rep" in await line(pilot, "  Role")
        await press(pilot, "ctrl+s")
        await seen(pilot, "▸ Eva, union rep")
        await press(pilot, "e")
        await top(pilot, "Edit Eva")
        assert "last time" not in screen_text(pilot.app), "a saved form has no draft"


async def test_quitting_keeps_what_was_typed(desk: Desk) -> None:
    desk.journal().people.add("Eva")
    async with desk.at_work(size=SIZE) as (app, pilot):
        await form(pilot, "Eva", ROLE)
        await write(pilot, "union rep")
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not app.is_running)
    async with desk.app().run_test(size=SIZE) as pilot:
        await form(pilot, "Eva")
        assert "union rep" in await line(pilot, "  Role")


async def test_starting_over_shows_what_is_saved_and_a_line_gives_back_what_was_typed(desk: Desk) -> None:
    desk.journal().people.add("Eva", role="union")
    async with desk.app().run_test(size=SIZE) as pilot:
        await form(pilot, "Eva", ROLE)
        await write(pilot, " rep")
        await seen(pilot, "union rep")
        await press(pilot, "ctrl+r")
        await gone(pilot, "union rep")
        await press(pilot, "ctrl+z")
        await seen(pilot, "union rep")
        await press(pilot, "ctrl+z")
        await gone(pilot, "union rep")
        await press(pilot, "escape")
        await top(pilot, " 1 Today")
        assert "Not saved" not in screen_text(pilot.app), "nothing stands there that is not saved"
    assert desk.journal().people.named("Eva").role == "union"


async def test_only_what_was_changed_is_written(desk: Desk) -> None:
    eva = desk.journal().people.add("Eva", role="union").id
    async with desk.app().run_test(size=SIZE) as pilot:
        await form(pilot, "Eva", EMAIL)
        await write(pilot, "eva@work.dk")
        desk.journal().people.edit(eva, {"role": "written elsewhere meanwhile"})
        await press(pilot, "ctrl+s")
        await seen(pilot, "Saved: Eva")
    kept = desk.journal().people.named("Eva")
    assert (kept.role, kept.email) == ("written elsewhere meanwhile", "eva@work.dk")


async def test_saving_without_a_change_says_so(desk: Desk) -> None:
    desk.journal().people.add("Eva")
    async with desk.app().run_test(size=SIZE) as pilot:
        await form(pilot, "Eva")
        await press(pilot, "ctrl+s")
        await seen(pilot, "Nothing changed.")


async def test_letters_that_are_keys_elsewhere_are_text_here(desk: Desk) -> None:
    desk.journal().people.add("Eva")
    async with desk.app().run_test(size=SIZE) as pilot:
        await form(pilot, "Eva", ROLE)
        await write(pilot, "q?/:+ natuxdD1234")
        await seen(pilot, "q?/:+ natuxdD1234")
        assert "/ Search" not in screen_text(pilot.app), "a key that would be typed is not offered"


async def test_the_help_names_the_keys_of_the_form(desk: Desk) -> None:
    desk.journal().people.add("Eva")
    async with desk.app().run_test(size=SIZE) as pilot:
        await form(pilot, "Eva")
        await press(pilot, "f1")
        await seen(pilot, "ctrl+s", "Start over")
        await press(pilot, "escape")
        await top(pilot, "Edit Eva")


async def test_leaving_goes_back_to_the_page_it_was_opened_from(desk: Desk) -> None:
    desk.journal().people.add("Eva")
    async with desk.app().run_test(size=SIZE) as pilot:
        await page(pilot, "Eva")
        await press(pilot, "E")
        await top(pilot, "Edit Eva")
        await write(pilot, " Kjær")
        await press(pilot, "ctrl+s")
        await top(pilot, "Eva Kjær")


async def test_a_form_on_a_small_terminal_scrolls_to_its_last_line(desk: Desk) -> None:
    desk.journal().people.add("Eva")
    async with desk.app().run_test(size=(40, 12)) as pilot:
        await form(pilot, "Eva")
        await press(pilot, *["down"] * EMAIL)
        await seen(pilot, "E-mail")


async def test_hostile_text_is_shown_harmlessly_and_kept_as_it_is(desk: Desk) -> None:
    bad = "[@click=app.quit]x[/]\x1b]52;c;aGk=\x07\u202e"
    desk.journal().people.add(bad, role=bad)
    async with desk.at_work(size=SIZE) as (app, pilot):
        await people(pilot)
        await press(pilot, "e", *["down"] * EMAIL)
        await write(pilot, "[red]a@b.dk")
        await seen(pilot, "Role           [@click=app.quit]x[/]", "[red]a@b.dk")
        harmless(app)
        await press(pilot, "ctrl+s")
        await seen(pilot, "Saved: ")
        harmless(app)
    assert desk.journal().people.all()[0].role == bad
