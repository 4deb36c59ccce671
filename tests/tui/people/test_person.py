"""A person's page: what to raise, what is agreed, what is planned, and the years of conversations."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from support.screens.hands import press, seen, stand_on, write
from support.screens.mads import lay_mads
from support.screens.person_desk import harmless, line, page, people, top
from support.screens.screen_text import screen_lines, screen_text

from leadercli.model.records import THEM

if TYPE_CHECKING:
    from support.screens.desk import Desk

SIZE = (80, 24)
TITLES = ("Next time", "Agreements", "Planned", "Feedback", "Timeline")


async def test_one_screen_says_how_it_stands(desk: Desk) -> None:
    lay_mads(desk.journal())
    app = desk.app()
    async with app.run_test(size=(80, 40)) as pilot:
        await page(pilot, "Mads Holm · project lead · since March 2022")
        await seen(pilot, "Timeline · 2025")
        lines = screen_lines(app)
        assert lines[1] == " last Mon 2 Feb, 4 weeks ago · next: Fri 6 Mar 10:00 · every month, 30 min"
        assert lines[2] == " 12 months: ·······●×→●· · birthday Sat 14 Mar · 4 years here Fri 20 Mar"
        assert [one.strip() for one in lines if one.strip().startswith(TITLES)] == [
            "Next time · 1",
            "Agreements, mine · 2",
            "Agreements, theirs · 1",
            "Planned · 1",
            "Feedback · 1",
            "Timeline · 2026 · 2",
            "Timeline · 2025 · 2",
        ]
        assert (await line(pilot, "a course")).endswith("? a course")
        assert (await line(pilot, "call HR")).split() == ["Thu", "5", "Mar", "call", "HR", "me"]
        assert (await line(pilot, "tidy the wiki")).split()[-1] == "us"
        assert (await line(pilot, "send a draft")).split()[-1] == "Mads"
        assert "Fri 6 Mar" in await line(pilot, "10:00 · 45 min")
        assert "+ a good grip" in await line(pilot, "praise")
        assert "● Mads' points first · the rota presses" in await line(pilot, "points first")
        assert "→ moved from Mon 12 Jan: leaders' seminar · the new rota" in await line(pilot, "Mon 19 Jan")
        assert "× cancelled: job interviews" in await line(pilot, "Mon 1 Dec")


async def test_it_reads_at_80_by_24_and_tab_goes_year_by_year(desk: Desk) -> None:
    lay_mads(desk.journal())
    async with desk.app().run_test(size=SIZE) as pilot:
        await page(pilot, "Mads Holm")
        await seen(pilot, "Planned · 1")
        assert "Timeline · 2025" not in screen_text(pilot.app)
        await press(pilot, *["tab"] * 6)
        await seen(pilot, "Timeline · 2025 · 2", "▸ Mon 1 Dec")


async def test_the_second_column_shows_the_whole_note_but_not_the_private_line(desk: Desk) -> None:
    lay_mads(desk.journal())
    async with desk.app().run_test(size=(120, 40)) as pilot:
        await page(pilot, "Mads Holm")
        await seen(pilot, "Monday 2 February 2026", "! call HR 5/3", "1 line is only for you: ⏎ opens the note")
        assert "tired, only mine" not in screen_text(pilot.app)
        await press(pilot, "G")
        await seen(pilot, "Monday 3 November 2025")
        assert "only for you" not in screen_text(pilot.app)


async def test_years_back_are_a_few_keys(desk: Desk) -> None:
    journal = desk.journal()
    eva = journal.people.add("Eva", cadence="1w").id
    with journal.batch("import"):
        for week in range(220):
            journal.meetings.write(eva, date(2026, 2, 20) - timedelta(weeks=week), f"talk {week}")
    async with desk.app().run_test(size=SIZE) as pilot:
        await page(pilot, "Eva")
        await press(pilot, "tab", "tab")
        await seen(pilot, "Timeline · 2024 · 52")
        await press(pilot, "G")
        await seen(pilot, "▸ Fri 10 Dec")
        await press(pilot, "enter")
        await top(pilot, "Eva · Friday 10 December 2021")
        await press(pilot, "escape")
        await seen(pilot, "▸ Fri 10 Dec")


async def test_an_agreement_of_theirs_about_somebody_else_says_about_whom(desk: Desk) -> None:
    journal = desk.journal()
    eva = journal.people.add("Eva").id
    lise = journal.people.add("Lise Berg").id
    journal.agreements.agree("teach the new case portal", person_id=lise, owner=eva)
    async with desk.app().run_test(size=SIZE) as pilot:
        await page(pilot, "Eva")
        assert (await line(pilot, "teach the new case portal (Lise)")).split()[-1] == "Eva"


async def test_feedback_is_few_until_all_is_asked_for(desk: Desk) -> None:
    journal = desk.journal()
    eva = journal.people.add("Eva").id
    for at in range(5):
        journal.feedback.note(eva, "praise", f"praise {at}")
    journal.feedback.note(eva, "better", "look at me again", date(2026, 2, 27))
    async with desk.app().run_test(size=SIZE) as pilot:
        await page(pilot, "Eva")
        await seen(pilot, "Feedback · 4 of 6, v shows all")
        assert "look again" in await line(pilot, "= look at me again")
        await press(pilot, "v")
        await seen(pilot, "Feedback · 6")


async def test_feedback_that_no_note_holds_has_nothing_to_open(desk: Desk) -> None:
    journal = desk.journal()
    eva = journal.people.add("Eva").id
    journal.feedback.note(eva, "praise", "well said")
    journal.inbox.put(eva, "a course")
    async with desk.app().run_test(size=SIZE) as pilot:
        await page(pilot, "Eva")
        await stand_on(pilot, "well said")
        assert "Open" not in screen_lines(pilot.app)[-1]
        await press(pilot, "enter", "e")
        await top(pilot, "Eva")
        await stand_on(pilot, "a course")
        assert "⏎ Open" in screen_lines(pilot.app)[-1]


async def test_a_birthday_without_a_year_and_a_pause_stand_in_the_header(desk: Desk) -> None:
    journal = desk.journal()
    eva = journal.people.add("Eva", birthday=date(1904, 3, 2), email="eva@work.dk").id
    journal.people.pause(eva)
    async with desk.app().run_test(size=SIZE) as pilot:
        await page(pilot, "Eva")
        await seen(pilot, "no conversation yet · paused until w resumes · every month, 30 min")
        await seen(pilot, "birthday today · eva@work.dk")


async def test_someone_who_is_taken_back_by_undo_is_said_to_be_gone_and_no_key_fails(desk: Desk) -> None:
    desk.journal()
    async with desk.at_work(size=SIZE) as (_app, pilot):
        await people(pilot)
        await write(pilot, "+Eva\n")
        await seen(pilot, "▸ Eva")
        await press(pilot, "enter")
        await seen(pilot, "Nothing yet. Press n and ⏎")
        await press(pilot, "u")
        await seen(pilot, "This person is no longer in the journal. esc goes back")
        await press(pilot, *"icwAEexmdvD")
        await seen(pilot, "This person is no longer in the journal. esc goes back")


async def test_hostile_text_is_harmless_in_every_place(desk: Desk) -> None:
    bad = "[@click=app.quit]x[/] \x1b]52;c;aGk=\x07 \u202e"
    journal = desk.journal()
    eva = journal.people.add(bad, role=bad, email=bad, start=date(2020, 1, 1)).id
    journal.meetings.write(eva, date(2026, 2, 2), f"{bad}\n! {bad}\n? {bad}\n+ {bad}")
    journal.meetings.plan(eva, date(2026, 3, 6), time=bad)
    journal.meetings.cancel(journal.meetings.plan(eva, date(2026, 2, 9)).id, bad)
    journal.agreements.agree(bad, person_id=eva, owner=THEM)
    app = desk.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await page(pilot, "[@click=app.quit]x[/]")
        here = app.screen
        for key in "emcidj" * 7:
            await press(pilot, key)
            if app.screen is here:
                harmless(app)
                assert "[@click=app.quit]x[/]" in screen_text(app)
            if app.screen is not here or here.prompt.asking:
                await press(pilot, "escape")
        assert app.is_running
