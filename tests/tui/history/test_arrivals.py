"""What came in from another machine: listed, told field by field, opened where it lives."""

from __future__ import annotations

from datetime import date

from support.screens.desk import Desk
from support.screens.hands import cursor_line, press, seen, stand_on
from support.screens.monday import lay_monday, monday
from support.screens.other_machine import OtherMachine
from support.screens.screen_text import screen_lines, screen_text

from leadercli.journal.journal import Journal

COPY = "journal (Lises modstridende kopi 2026-03-01).json"


def agreement_id(journal: Journal, text: str) -> str:
    """The id of the one agreement with a text."""
    return next(one.id for one in journal.agreements.all() if one.text == text)


async def test_it_lists_by_moment_and_source_what_came_in(desk: Desk) -> None:
    lay_monday(desk)
    other = OtherMachine(desk)
    lise = other.journal.people.named("Lise").id
    app = desk.app()
    async with app.run_test(size=(80, 30)) as pilot:
        other.journal.inbox.put(lise, "Holidays in May")
        other.replace()
        await seen(pilot, "1 change came in · o")
        other.journal.agreements.complete(agreement_id(other.journal, "Clear the archive"))
        other.conflict(COPY)
        await seen(pilot, "2 changes came in · o")
        await press(pilot, "o")
        await seen(pilot, "What came in", "2 changes in 30 days", "today 8:00 · from another machine or program")
        lines = screen_lines(app)
        copied = next(at for at, line in enumerate(lines) if COPY in line)
        direct = next(at for at, line in enumerate(lines) if "from another machine" in line)
        assert copied < direct
        assert "agreement" in lines[copied + 1]
        assert "changed" in lines[copied + 1]
        assert "Clear the archive · State: done" in lines[copied + 1]
        for word in ("next time", "Lise", "new", "Holidays in May"):
            assert word in lines[direct + 1]
        assert lines[0].endswith("saved")
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
        assert screen_lines(app)[0].endswith("saved")
    await shown_at_the_next_start(desk)


async def shown_at_the_next_start(desk: Desk) -> None:
    """Who has looked is not told again, but finds the list."""
    app = desk.app()
    async with app.run_test(size=(80, 30)) as pilot:
        await seen(pilot, "[1 Today]")
        await press(pilot, "o")
        await seen(pilot, "2 changes in 30 days")
        assert screen_lines(app)[0].endswith("saved")


async def test_what_came_in_before_the_start_is_told_at_the_start(desk: Desk) -> None:
    lay_monday(desk)
    other = OtherMachine(desk)
    other.journal.agreements.agree("Written elsewhere", due=date(2026, 3, 2))
    other.replace()
    desk.journal(desk.now)  # a command that ran before
    async with desk.at_work() as (_app, pilot):
        await seen(pilot, "1 change came in · o", "Written elsewhere")


async def test_old_and_new_values_stand_below_in_words(desk: Desk) -> None:
    lay_monday(desk)
    other = OtherMachine(desk)
    other.journal.agreements.adjust(agreement_id(other.journal, "Draft the plan"), date(2026, 3, 20), "HR asked")
    other.journal.people.edit(other.journal.people.named("Eva").id, {"role": "Head of section"})
    app = desk.app()
    async with app.run_test(size=(80, 30)) as pilot:
        other.replace()
        await seen(pilot, "2 changes came in")
        await press(pilot, "o")
        await stand_on(pilot, "Head of section")
        await seen(pilot, "person · Eva Sørensen · changed", "Role", "before: Team lead", "now: Head of section")
        await stand_on(pilot, "Draft the plan")
        await seen(pilot, "Deadline", "before: Fri 6 Mar", "now: Fri 20 Mar", "because: HR asked")


async def test_a_note_is_told_line_by_line_with_signs_and_words(desk: Desk) -> None:
    lay_monday(desk)
    other = OtherMachine(desk)
    mads = other.journal.people.named("Mads").id
    other.journal.meetings.write(mads, date(2026, 2, 16), "- the week plan\n% between us: tired\n- the [bold]rota")
    app = desk.app()
    async with app.run_test(size=(120, 30)) as pilot:
        other.replace()
        await seen(pilot, "1 change came in")
        await press(pilot, "o")
        await seen(pilot, "+ added", "+ - the [bold]rota", "− removed", "− - the course")
        assert "+ - the [bold]rota" in cursor_line(app)


async def test_a_long_note_is_read_on_with_the_arrows(desk: Desk) -> None:
    lay_monday(desk)
    other = OtherMachine(desk)
    mads = other.journal.people.named("Mads").id
    other.journal.meetings.write(mads, date(2026, 2, 16), "\n".join(f"line {number}" for number in range(1, 31)))
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        other.replace()
        await seen(pilot, "1 change came in")
        await press(pilot, "o")
        await seen(pilot, "note · Mads Holm · changed", "− - the week plan")
        assert "+ line 30" not in screen_text(app)
        await press(pilot, *["right"] * 5)
        await seen(pilot, "+ line 30")
        await press(pilot, *["left"] * 5)
        await seen(pilot, "note · Mads Holm · changed")


async def test_hostile_text_and_names_are_only_text(desk: Desk) -> None:
    lay_monday(desk)
    other = OtherMachine(desk)
    hostile = "[/] \x1b]52;c;x\x07 \u202e[@click=app.quit_now]press[/]"
    mads = other.journal.people.named("Mads").id
    other.journal.agreements.agree(hostile, person_id=mads)
    other.journal.meetings.write(mads, date(2026, 2, 16), f"- the week plan\n{hostile}")
    other.journal.people.edit(mads, {"role": hostile})
    app = desk.app()
    async with app.run_test(size=(120, 30)) as pilot:
        other.conflict("journal [bold] (\x1b]0;x\x07).json")
        await seen(pilot, "3 changes came in")
        await press(pilot, "o")
        await seen(pilot, "journal [bold] (")
        for _ in range(3):
            await seen(pilot, "[@click=app.quit_now]press[/]")
            assert not {"\x1b", "\x07", "\u202e"} & set(screen_text(app))
            await press(pilot, "down")
        assert app.is_running


async def test_enter_opens_it_where_it_lives_and_other_keys_act_on_it(desk: Desk) -> None:
    lay_monday(desk)
    other = OtherMachine(desk)
    mads = other.journal.people.named("Mads").id
    other.journal.meetings.write(mads, date(2026, 2, 16), "- the week plan\nwritten elsewhere")
    other.journal.agreements.agree("Written elsewhere", person_id=mads, due=date(2026, 3, 2))
    async with desk.at_work() as (_app, pilot):
        other.replace()
        await seen(pilot, "2 changes came in")
        await press(pilot, "o")
        await stand_on(pilot, "+ written elsewhere")
        await press(pilot, "enter")
        await seen(pilot, "Mads Holm · Monday 16 February", "written elsewhere")
        await press(pilot, "escape")
        await stand_on(pilot, "Written elsewhere")
        await press(pilot, "x")
        await seen(pilot, "Done: Written elsewhere")
        await press(pilot, "enter")
        await seen(pilot, "Mads Holm", "Timeline")


async def test_what_was_put_in_the_bin_elsewhere_says_so(desk: Desk) -> None:
    lay_monday(desk)
    other = OtherMachine(desk)
    other.journal.agreements.remove(agreement_id(other.journal, "Clear the archive"))
    async with desk.at_work() as (_app, pilot):
        other.replace()
        await seen(pilot, "1 change came in")
        await press(pilot, "o")
        await seen(pilot, "in the bin")
        await press(pilot, "enter")
        await seen(pilot, "This lies in the bin: b shows it.")


async def test_it_follows_while_one_looks(desk: Desk) -> None:
    lay_monday(desk)
    other = OtherMachine(desk)
    async with desk.at_work() as (app, pilot):
        await press(pilot, "o")
        await seen(pilot, "Nothing has come in from another machine")
        other.journal.agreements.agree("Written elsewhere")
        other.replace()
        await seen(pilot, "Written elsewhere")
        assert screen_lines(app)[0].endswith("saved")
        assert "Nothing has come in" not in screen_text(app)


async def test_it_is_found_in_the_palette(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        await press(pilot, "colon", *"came", "enter")
        await seen(pilot, "Nothing has come in from another machine")
