"""The memory beside a conversation: what was, what is open, what to raise; ticked off without leaving the text."""

from __future__ import annotations

from datetime import date, timedelta

from support.screens.desk import Desk
from support.screens.hands import open_note, press, seen, write
from support.screens.monday import lay_monday, monday
from support.screens.on_disk import agreement, note
from support.screens.screen_text import line_with, screen_lines, screen_text


async def test_last_time_open_agreements_and_next_time_stand_at_the_left(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await open_note(pilot, "ma")
        text = screen_text(app)
        assert "Last, Mon 16 Feb" in text
        assert "the week plan" in text
        assert "tired" not in text, "a private line is not shown where the other may look along"
        assert "1 Read the paper before we " in text
        assert "\n   talk · me · today " in text, "what goes on stands below the words, not below the number"
        assert "2 Draft the plan " in text
        assert "\n   · Mads · Fri 6 Mar " in text, "who and when are not torn apart"
        assert "3 Salary talk" in text
        assert "4 Holidays in week 29" in text
        order = [text.index(words) for words in ("Last, ", "Open agreements", "1 Read", "Next time", "3 Salary")]
        assert order == sorted(order)


async def test_a_number_ticks_off_and_again_carries_over(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        screen = await open_note(pilot, "ma")
        await write(pilot, "words")
        await press(pilot, "alt+2", "alt+3")
        await seen(pilot, "2 ✓ Draft the plan", "3 ✓ Salary talk")
        assert screen.editor.has_focus
        assert agreement(desk, "Draft the plan").state == "done"
        assert [item.text for item in desk.journal().inbox.waiting()] == ["Holidays in week 29"]
        await press(pilot, "alt+2", "alt+3")
        await seen(pilot, "2 Draft the plan", "3 Salary talk")
        assert agreement(desk, "Draft the plan").state == "open"
        await write(pilot, " go on")
        await seen(pilot, "words go on")
        await press(pilot, "alt+9")
        assert app.screen is screen, "a number that no line has does nothing"


async def test_f4_hides_it_and_gives_the_room_to_the_text(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await open_note(pilot, "ma")
        await press(pilot, "f4")
        assert "Open agreements" not in screen_text(app)
        await press(pilot, "f4")
        assert "Open agreements" in screen_text(app)


async def test_a_first_conversation_says_what_the_signs_are(desk: Desk) -> None:
    desk.journal().people.add("Bo")
    async with desk.at_work() as (app, pilot):
        await open_note(pilot, "bo")
        assert "The first conversation." in screen_text(app)


async def test_a_long_last_time_leaves_room_for_what_is_open(desk: Desk) -> None:
    journal = lay_monday(desk)
    mads = journal.people.named("Mads")
    long = "\n".join(f"- point {number} of a long conversation about many different things" for number in range(30))
    journal.meetings.write(mads.id, date(2026, 2, 23), long)
    async with desk.at_work() as (app, pilot):
        await open_note(pilot, "ma")
        text = screen_text(app)
        assert "point 0 of a long" in text
        assert "Draft the plan" in text
        assert "4 Holidays" in text


async def test_many_open_agreements_can_be_read_without_a_mouse(desk: Desk) -> None:
    journal = lay_monday(desk)
    mads = journal.people.named("Mads")
    for number in range(40):
        due = date(2026, 4, 1) + timedelta(days=number)
        journal.agreements.agree(f"Item {number:02} to be done", person_id=mads.id, due=due)
    async with desk.at_work() as (app, pilot):
        screen = await open_note(pilot, "ma")
        assert "Item 39" not in screen_text(app)
        text = screen_text(app)
        shown = (
            sum(f"Item {number:02} to" in text for number in range(40)) + text.count("Read the") + text.count("Draft")
        )
        more = int(line_with(app, " more: f5").split("+")[1].split()[0])
        assert abs(shown + more - 44) <= 1, "a line of two rows may be seen by half"
        for _ in range(30):
            await press(pilot, "f5")
            if "Holidays in week 29" in screen_text(app):
                break
        assert "Holidays in week 29" in screen_text(app)
        assert " more: f5" not in screen_text(app)
        await press(pilot, "f5")
        assert "Last, Mon 16 Feb" in screen_text(app)
        assert screen.editor.has_focus


async def test_the_title_says_who_when_and_how_long(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        screen = await open_note(pilot, "ma")
        assert screen_lines(app)[0].startswith(" Mads Holm · Monday 2 March 2026 · 0 of 30 min")
        screen._opened -= 12 * 60
        screen._tell_title()
        await seen(pilot, "12 of 30 min")
        await write(pilot, "x")
        await press(pilot, "escape")
    assert note(desk, "Mads").used >= 12 * 60


async def test_nothing_is_said_of_more_when_all_is_shown(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await open_note(pilot, "ma")
        assert "4 Holidays" in screen_text(app)
        assert "more: f5" not in screen_text(app)


async def test_an_old_note_says_the_minutes_that_it_took(desk: Desk) -> None:
    lay_monday(desk)
    journal = desk.journal()
    lise = journal.people.named("Lise").id
    journal.meetings.write(lise, date(2026, 2, 17), "- words", used=25 * 60 + 5)
    async with desk.at_work() as (app, pilot):
        app.open_note(lise, "2026-02-17")
        await seen(pilot, "Lise Berg · Tuesday 17 February 2026 · 25 min")


async def test_reading_an_old_note_counts_no_minutes(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        app.open_note(desk.journal().people.named("Lise").id, "2026-02-16")
        await seen(pilot, "Lise Berg · Monday 16 February 2026", "between us: tired")
        app.screen._opened -= 12 * 60
        app.screen._tell_title()
        await pilot.pause()
        assert " min" not in line_with(app, "Lise Berg")
