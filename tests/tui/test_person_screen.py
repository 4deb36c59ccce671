"""A person's page: what to raise, what is agreed, what is planned, and the years of conversations."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from screen_text import line_with, screen_lines, screen_text
from textual.pilot import Pilot
from typing_keys import type_text

from leadercli.journal.journal import Journal
from leadercli.model.records import THEM, US

if TYPE_CHECKING:
    from conftest import Desk

SIZE = (80, 24)
NOTE = "Mads' points first\n- the rota presses\n! call HR 5/3\n? a course\n+ a good grip\n% tired, only mine"


def _mads(journal: Journal) -> str:
    """Mads with a year behind him: a talk on 2 February, one moved, one cancelled, one in 2025, one planned."""
    people, meetings = journal.people, journal.meetings
    mads = people.add("Mads Holm", role="project lead", start=date(2022, 3, 20), birthday=date(1988, 3, 14)).id
    meetings.plan(mads, date(2026, 1, 12))
    meetings.move(meetings.on(mads, date(2026, 1, 12)).id, date(2026, 1, 19), "leaders' seminar")
    meetings.write(mads, date(2026, 1, 19), "the new rota")
    meetings.plan(mads, date(2025, 12, 1))
    meetings.cancel(meetings.on(mads, date(2025, 12, 1)).id, "job interviews")
    meetings.write(mads, date(2025, 11, 3), "the year's goals")
    meetings.write(mads, date(2026, 2, 2), NOTE)
    meetings.plan(mads, date(2026, 3, 6), time="10:00", minutes=45)
    journal.agreements.agree("send a draft", person_id=mads, owner=THEM, due=date(2026, 3, 6))
    journal.agreements.agree("tidy the wiki", person_id=mads, owner=US)
    return mads


async def _page(pilot: Pilot[None]) -> None:
    await pilot.press("2", "enter")
    await pilot.pause()


def _groups(text: list[str]) -> list[str]:
    titles = ("Next time", "Agreements", "Planned", "Feedback", "Timeline")
    return [line.strip() for line in text if line.startswith(" ") and line.strip().startswith(titles)]


async def test_one_screen_says_how_it_stands(desk: Desk) -> None:
    _mads(desk.journal())
    app = desk.app()
    async with app.run_test(size=(80, 40)) as pilot:
        await _page(pilot)
        top, rhythm, days = screen_lines(app)[:3]
        assert top.startswith(" Mads Holm · project lead · since March 2022")
        assert rhythm == " last Mon 2 Feb, 4 weeks ago · every month, 30 min · next: Fri 6 Mar 10:00"
        assert days == " 12 months: ·······●×→●· · birthday Sat 14 Mar · 4 years here Fri 20 Mar"
        assert _groups(screen_lines(app)) == [
            "Next time · 1",
            "Agreements, mine · 2",
            "Agreements, theirs · 1",
            "Planned · 1",
            "Feedback · 1",
            "Timeline · 2026 · 2",
            "Timeline · 2025 · 2",
        ]
        assert line_with(app, "a course").endswith("? a course")
        assert line_with(app, "call HR").split() == ["Thu", "5", "Mar", "call", "HR", "me"]
        assert line_with(app, "tidy the wiki").split()[-1] == "us"
        assert line_with(app, "send a draft").split()[-1] == "Mads"
        assert "10:00 · 45 min" in line_with(app, "Fri 6 Mar    10:00")
        assert "+ a good grip" in line_with(app, "praise")
        assert "● Mads' points first · the rota presses" in line_with(app, "points first")
        assert "→ moved from Mon 12 Jan: leaders' seminar · the new rota" in line_with(app, "Mon 19 Jan")
        assert "× cancelled: job interviews" in line_with(app, "Mon 1 Dec")


async def test_it_reads_at_80_by_24(desk: Desk) -> None:
    _mads(desk.journal())
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _page(pilot)
        assert "Timeline · 2025" not in screen_text(app)
        await pilot.press(*["tab"] * 6)
        await pilot.pause()
        assert "▸ Mon 1 Dec" in screen_text(app), "tab goes from group to group, year by year"


async def test_the_second_column_shows_the_whole_note_but_not_the_private_line(desk: Desk) -> None:
    _mads(desk.journal())
    app = desk.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await _page(pilot)
        assert "Monday 2 February 2026" in screen_text(app)
        assert "? a course" in screen_text(app)
        assert "tired, only mine" not in screen_text(app)
        assert "1 line is only for you: ⏎ opens the note" in screen_text(app)
        await pilot.press("G")
        await pilot.pause()
        assert "Monday 3 November 2025" in screen_text(app)
        assert "1 line is only" not in screen_text(app)


async def test_something_for_next_time_is_on_the_page_and_in_the_note(desk: Desk) -> None:
    mads = _mads(desk.journal())
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _page(pilot)
        await type_text(pilot, "ithe pay talk\n")
        assert "Next time · 2" in screen_text(app)
        await type_text(pilot, "i% his health\n")
        await type_text(pilot, "n\n")
        assert "the pay talk" in screen_text(app), "the note with this person shows it"
    assert [(one.text, one.private) for one in desk.journal().inbox.waiting(mads)] == [
        ("a course", False),
        ("the pay talk", False),
        ("his health", True),
    ]


async def test_an_agreement_written_here_is_about_this_person(desk: Desk) -> None:
    mads = _mads(desk.journal())
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _page(pilot)
        await type_text(pilot, "a>mads send minutes fri")
        assert "agreement · Mads Holm · owner: Mads Holm · Fri 6 Mar" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Agreements, theirs · 2" in screen_text(app)
    kept = desk.journal().agreements.of(mads)
    assert ("send minutes", THEM, date(2026, 3, 6)) in [(one.text, one.owner, one.due) for one in kept]


@pytest.mark.parametrize(
    ("typed", "understood", "time"),
    [
        ("20/3 kl 9.30 45 min", "Fri 20 Mar 9:30 · 45 min", "09:30"),
        ("tomorrow 3pm", "tomorrow 15:00", "15:00"),
        ("om 3 uger", "Mon 23 Mar", ""),
    ],
)
async def test_planning_shows_what_was_understood(desk: Desk, typed: str, understood: str, time: str) -> None:
    mads = _mads(desk.journal())
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _page(pilot)
        await type_text(pilot, f"c{typed}")
        assert understood in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert f"Planned with Mads Holm: {understood} · u takes it back" in screen_text(app)
        assert "Planned · 2" in screen_text(app)
    planned = [one for one in desk.journal().meetings.of(mads) if one.state == "planned"]
    assert sorted(one.time for one in planned) == sorted([time, "10:00"])


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("blah", "“blah” is not a day I know. Try fri 10.00"),
        ("fri 10 at the café", "“at the café” is neither a time nor minutes."),
    ],
)
async def test_what_cannot_be_planned_is_said_and_stays(desk: Desk, typed: str, said: str) -> None:
    _mads(desk.journal())
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _page(pilot)
        await type_text(pilot, f"c{typed}\n")
        assert said in screen_text(app)
        assert typed in line_with(app, "Plan with Mads Holm:")
        assert "Planned · 1" in screen_text(app)


async def test_a_day_with_a_note_cannot_be_planned(desk: Desk) -> None:
    journal = desk.journal()
    eva = journal.people.add("Eva").id
    journal.meetings.write(eva, desk.now.date(), "this morning")
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _page(pilot)
        await type_text(pilot, "ci dag\n")
        assert "You have already talked on today" in screen_text(app)


async def test_enter_takes_the_day_that_the_rhythm_wants(desk: Desk) -> None:
    journal = desk.journal()
    eva = journal.people.add("Eva", cadence="2w").id
    journal.meetings.write(eva, date(2026, 2, 21), "on a Saturday")
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _page(pilot)
        await pilot.press("c")
        await pilot.pause()
        assert "⏎ Mon 9 Mar – or a day" in screen_text(app), "two weeks later is a Saturday, so the Monday after"
        await pilot.press("enter")
        await pilot.pause()
        assert "▸ Mon 9 Mar" in screen_text(app) or "Mon 9 Mar    conversation" in screen_text(app)
    assert desk.journal().meetings.on(eva, date(2026, 3, 9)).state == "planned"


async def test_a_day_that_has_passed_opens_its_note(desk: Desk) -> None:
    _mads(desk.journal())
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _page(pilot)
        await type_text(pilot, "ci går")
        assert "yesterday has passed: ⏎ opens its note" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Mads Holm · Sunday 1 March 2026" in screen_lines(app)[0]


async def _on_planned(pilot: Pilot[None]) -> None:
    await _page(pilot)
    await pilot.press("tab", "tab", "tab")
    await pilot.pause()
    assert "▸ Fri 6 Mar" in screen_text(pilot.app)


async def test_moving_keeps_the_first_day_and_the_reason(desk: Desk) -> None:
    mads = _mads(desk.journal())
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _on_planned(pilot)
        await type_text(pilot, "mman 13.00 Mads er syg")
        assert "Mon 9 Mar 13:00, because: Mads er syg" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "13:00 · 45 min · moved from Fri 6 Mar: Mads er syg" in line_with(app, "Mon 9 Mar    ")
        await pilot.press("u")
        await pilot.pause()
        assert "10:00 · 45 min" in line_with(app, "Fri 6 Mar    10:00"), "one change, one undo"
    assert [one.day for one in desk.journal().meetings.of(mads) if one.state == "planned"] == [date(2026, 3, 6)]


@pytest.mark.parametrize(("key", "day"), [("space", date(2026, 3, 7)), ("plus", date(2026, 3, 13))])
async def test_a_day_or_a_week_on_is_two_keys(desk: Desk, key: str, day: date) -> None:
    mads = _mads(desk.journal())
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _on_planned(pilot)
        await pilot.press("m", key)
        await pilot.pause()
    moved = desk.journal().meetings.on(mads, day)
    assert (moved.time, moved.minutes, moved.moved_from) == ("10:00", 45, date(2026, 3, 6))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("blah", "“blah” is not a day I know."),
        ("i går", "yesterday has passed. Choose a day to come."),
        ("kl 11 syg", "“syg” is neither a time nor minutes."),
        ("6/3", "It is on Fri 6 Mar already."),
    ],
)
async def test_what_cannot_be_moved_to_is_said(desk: Desk, typed: str, said: str) -> None:
    mads = _mads(desk.journal())
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _on_planned(pilot)
        await type_text(pilot, f"m{typed}\n")
        assert said in screen_text(app)
        assert typed in line_with(app, "Move Fri 6 Mar to:")
    assert desk.journal().meetings.on(mads, date(2026, 3, 6)).state == "planned"


async def test_enter_on_what_is_planned_changes_time_and_length(desk: Desk) -> None:
    mads = _mads(desk.journal())
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _on_planned(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "10:00 45 min" in line_with(app, "Fri 6 Mar, time and length:")
        await pilot.press(*["backspace"] * 12)
        await type_text(pilot, "10.10 30 min\n")
        assert "10:10 · 30 min" in line_with(app, "▸ Fri 6 Mar")
    changed = desk.journal().meetings.on(mads, date(2026, 3, 6))
    assert (changed.time, changed.minutes, changed.moved_from) == ("10:10", 30, None)


async def test_cancelling_asks_why_and_stands_in_the_timeline(desk: Desk) -> None:
    _mads(desk.journal())
    app = desk.app()
    async with app.run_test(size=(80, 40)) as pilot:
        await _on_planned(pilot)
        await type_text(pilot, "dMads er syg\n")
        assert "Fri 6 Mar    × cancelled: Mads er syg" in screen_text(app)
        assert "Planned" not in screen_text(app)


async def test_a_planned_talk_without_a_note_asks_what_became_of_it(desk: Desk) -> None:
    journal = desk.journal()
    eva = journal.people.add("Eva").id
    journal.meetings.plan(eva, date(2026, 2, 26))
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _page(pilot)
        assert "4 days ago" in line_with(app, "planned, no note yet: ⏎ writes it, m moves, d cancels")
        await pilot.press("enter")
        await pilot.pause()
        assert "Eva · Thursday 26 February 2026" in screen_lines(app)[0]


async def test_done_closes_and_v_shows_it_again(desk: Desk) -> None:
    _mads(desk.journal())
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _page(pilot)
        await pilot.press("x", "tab", "x")
        await pilot.pause()
        assert "a course" not in screen_text(app).replace("Raised: a course", "")
        await pilot.press("v")
        await pilot.pause()
        assert "✓ a course" in screen_text(app)
        assert "Agreements, closed · 1" in screen_text(app)


async def test_enter_on_an_agreement_opens_the_talk_it_came_from_else_rewords(desk: Desk) -> None:
    _mads(desk.journal())
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _page(pilot)
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert "Mads Holm · Monday 2 February 2026" in screen_lines(app)[0]
        await pilot.press("escape", "down", "enter")
        await pilot.pause()
        assert "tidy the wiki" in line_with(app, "Agreement:")
        assert len(app.screen_stack) == 2, "the page is not opened upon itself"


async def test_a_click_does_what_enter_does(desk: Desk) -> None:
    _mads(desk.journal())
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _page(pilot)
        row = next(at for at, line in enumerate(screen_lines(app)) if "tidy the wiki" in line)
        await pilot.click(offset=(20, row))
        await pilot.click(offset=(20, row))
        await pilot.pause()
        assert "tidy the wiki" in line_with(app, "Agreement:")


async def test_feedback_is_few_until_all_is_asked_for(desk: Desk) -> None:
    journal = desk.journal()
    eva = journal.people.add("Eva").id
    for at in range(5):
        journal.feedback.note(eva, "praise", f"praise {at}")
    journal.feedback.note(eva, "better", "look at me again", date(2026, 2, 27))
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _page(pilot)
        assert "Feedback · 4 of 6, v shows all" in screen_text(app)
        assert "look again" in line_with(app, "= look at me again")
        await pilot.press("v")
        await pilot.pause()
        assert "Feedback · 6" in screen_text(app)


async def test_years_back_are_a_few_keys_and_the_list_stays_quick_to_draw(desk: Desk) -> None:
    journal = desk.journal()
    eva = journal.people.add("Eva", cadence="1w").id
    with journal.batch("import", ""):
        for week in range(220):
            journal.meetings.write(eva, date(2026, 2, 20) - timedelta(weeks=week), f"talk {week}")
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _page(pilot)
        await pilot.press("tab", "tab")
        await pilot.pause()
        assert "Timeline · 2024 · 52" in screen_text(app)
        await pilot.press("G", "enter")
        await pilot.pause()
        assert "Eva · Friday 10 December 2021" in screen_lines(app)[0]
        await pilot.press("escape")
        await pilot.pause()
        assert "▸ Fri 10 Dec" in screen_text(app), "back where one stood"


async def test_someone_who_is_taken_back_by_undo_is_said_to_be_gone(desk: Desk) -> None:
    desk.journal()
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await type_text(pilot, "2+Eva\n")
        await pilot.press("enter")
        await pilot.pause()
        assert "Nothing yet. Press n and ⏎" in screen_text(app)
        await pilot.press("u")
        await pilot.pause()
        assert "This person is no longer in the journal. esc goes back" in screen_text(app)
        await pilot.press("i", "c", "w", "A", "E", "e", "x", "m")
        await pilot.pause()
        assert app.is_running


async def test_a_birthday_without_a_year_and_a_pause_stand_in_the_header(desk: Desk) -> None:
    journal = desk.journal()
    eva = journal.people.add("Eva", birthday=date(1904, 3, 2), email="eva@work.dk").id
    journal.people.pause(eva)
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await _page(pilot)
        assert "paused until w resumes" in screen_lines(app)[1]
        assert "birthday today · eva@work.dk" in screen_lines(app)[2]


async def test_hostile_text_is_harmless_in_every_place(desk: Desk) -> None:
    bad = "[@click=app.quit]x[/] \x1b]52;c;aGk=\x07 \u202e"
    journal = desk.journal(datetime(2026, 2, 27, 16, 0))
    eva = journal.people.add(bad, role=bad, email=bad, start=date(2020, 1, 1)).id
    journal.meetings.write(eva, date(2026, 2, 2), f"{bad}\n! {bad}\n? {bad}\n+ {bad}")
    journal.meetings.plan(eva, date(2026, 3, 6), time=bad)
    journal.meetings.cancel(journal.meetings.plan(eva, date(2026, 2, 9)).id, bad)
    journal.agreements.agree(bad, person_id=eva, owner=THEM)
    app = desk.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await _page(pilot)
        page = app.screen
        for key in ("e", "m", "c", "i", "d", "j") * 7:
            await pilot.press(key)
            await pilot.pause()
            if app.screen is not page:
                await pilot.press("escape")
                continue
            shown = screen_text(app).replace("\n", "")
            harm = [letter for letter in shown if ord(letter) < 32 or letter in "\x7f\u202e"]
            assert not harm, f"{harm} after {key}"
            assert "[@click=app.quit]x[/]" in shown
            if page.prompt.asking:
                await pilot.press("escape")
        assert app.screen is page
        assert app.is_running
