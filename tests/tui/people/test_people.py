"""People: who waits stands first, and everything about a person is a key away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from support.screens.hands import press, seen, write
from support.screens.person_desk import gone, harmless, line, people, top
from support.screens.screen_text import screen_lines, screen_text

from leadercli.journal.journal import Journal
from leadercli.model.records import THEM

if TYPE_CHECKING:
    from support.screens.desk import Desk

SIZE = (80, 24)


def _team(journal: Journal) -> dict[str, str]:
    """Eva waits, Mads is planned, Bo talked lately, Yusuf is away, Ida has left. Returns their ids by name."""
    verbs, meetings = journal.people, journal.meetings
    roles = {"Eva": "union", "Mads Holm": "lead", "Bo": "", "Yusuf": "", "Ida": ""}
    ids = {name: verbs.add(name, role=role, start=date(2020, 1, 1)).id for name, role in roles.items()}
    meetings.write(ids["Eva"], date(2026, 1, 26), "a long talk")
    meetings.write(ids["Mads Holm"], date(2026, 2, 2), "Mads' points first")
    meetings.plan(ids["Mads Holm"], date(2026, 3, 6), time="10:00")
    meetings.write(ids["Bo"], date(2026, 2, 20), "short")
    journal.agreements.agree("call HR", person_id=ids["Eva"])
    journal.agreements.agree("send budget", person_id=ids["Eva"], owner=THEM)
    verbs.pause(ids["Yusuf"], date(2026, 3, 20))
    verbs.leave(ids["Ida"], date(2026, 1, 31))
    return ids


async def test_one_line_a_person_those_who_wait_first(desk: Desk) -> None:
    _team(desk.journal())
    async with desk.at_work(size=SIZE) as (app, pilot):
        await people(pilot)
        await seen(pilot, "4 people · 1 due for a talk · 1 archived: v shows them")
        assert "5 weeks 1 month due 1 / 1 ·········●··" in " ".join((await line(pilot, "Eva, union")).split())
        assert "Fri 6 Mar" in await line(pilot, "Mads Holm, lead")
        assert "week 12" in await line(pilot, "Bo ")
        assert "back 20 Mar" in await line(pilot, "Yusuf")
        assert "AMJJASONDJFM" in await line(pilot, "Due for a talk · 1 ")
        order = ("Due for a talk · 1 ", "Eva", "The others · 2", "Bo ", "Mads Holm", "Paused · 1", "Yusuf")
        lines = screen_lines(app)
        places = [next(at for at, one in enumerate(lines) if word in one) for word in order]
        assert places == sorted(places)
        assert "Ida" not in screen_text(app)


async def test_the_archived_show_with_v_and_come_back_with_a(desk: Desk) -> None:
    _team(desk.journal())
    async with desk.app().run_test(size=SIZE) as pilot:
        await people(pilot)
        await press(pilot, "v")
        assert "left 31 Jan" in await line(pilot, "Ida")
        await press(pilot, "G", "A")
        await seen(pilot, "Ida is back · u takes it back")
    assert desk.journal().people.named("Ida").left is None


async def test_a_name_and_enter_adds_someone(desk: Desk) -> None:
    desk.journal()
    async with desk.app().run_test(size=SIZE) as pilot:
        await people(pilot)
        await seen(pilot, "Nobody here yet. Press +")
        await write(pilot, "+Åse Lund\n")
        assert "1 month" in await line(pilot, "▸ Åse Lund")
        await seen(pilot, "Åse Lund added, every month · e for more · u takes it back")
        await press(pilot, "u")
        await seen(pilot, "Nobody here yet")


async def test_role_and_rhythm_may_follow_and_are_shown_before_they_are_kept(desk: Desk) -> None:
    desk.journal()
    async with desk.app().run_test(size=SIZE) as pilot:
        await people(pilot)
        await write(pilot, "+Bo Berg, konsulent, hver 14. dag")
        await seen(pilot, "Bo Berg · konsulent · every 2 weeks")
        await press(pilot, "enter")
        assert "2 weeks" in await line(pilot, "▸ Bo Berg, konsulent")
    added = desk.journal().people.named("Bo")
    assert (added.name, added.role, added.cadence) == ("Bo Berg", "konsulent", "2w")


async def test_a_taken_name_is_said_and_what_was_typed_stays(desk: Desk) -> None:
    _team(desk.journal())
    async with desk.app().run_test(size=SIZE) as pilot:
        await people(pilot)
        await write(pilot, "+eva\n")
        await seen(pilot, "There is already someone called “eva”. Add a surname or an initial.", "New person: eva")
        await write(pilot, " L")
        await gone(pilot, "already someone")
        await press(pilot, "enter")
        await seen(pilot, "eva L added")


async def test_a_conversation_is_planned_where_the_cursor_stands(desk: Desk) -> None:
    ids = _team(desk.journal())
    async with desk.app().run_test(size=SIZE) as pilot:
        await people(pilot)
        await write(pilot, "cfre 13.30 45 min")
        await seen(pilot, "Plan with Eva:", "Fri 6 Mar 13:30 · 45 min")
        await press(pilot, "enter")
        assert "Fri 6 Mar" in await line(pilot, "▸ Eva, union")
        await gone(pilot, "Due for a talk")
    planned = desk.journal().meetings.on(ids["Eva"], date(2026, 3, 6))
    assert (planned.state, planned.time, planned.minutes) == ("planned", "13:30", 45)


async def test_pausing_asks_for_the_first_day_back_and_w_resumes(desk: Desk) -> None:
    _team(desk.journal())
    async with desk.app().run_test(size=SIZE) as pilot:
        await people(pilot)
        await write(pilot, "wom 3 uger\n")
        await seen(pilot, "Eva is paused, back Mon 23 Mar · u takes it back")
        assert "back 23 Mar" in await line(pilot, "▸ Eva, union")
        await press(pilot, "w")
        await seen(pilot, "Eva is back")
        assert "due" in await line(pilot, "▸ Eva, union")
        await write(pilot, "w\n")
        await seen(pilot, "Eva is paused until w resumes")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("blah", "“blah” is not a date I know. Try fri, 14/11"),
        ("1/1/2026", "The first day back has to be a day to come."),
    ],
)
async def test_a_wrong_day_is_said_in_full_and_asked_again(desk: Desk, typed: str, said: str) -> None:
    _team(desk.journal())
    async with desk.app().run_test(size=SIZE) as pilot:
        await people(pilot)
        await write(pilot, f"w{typed}\n")
        await seen(pilot, said, f"Pause Eva. First day back: {typed}")
    assert desk.journal().people.named("Eva").state == "active"


async def test_archiving_takes_today_for_the_last_day(desk: Desk) -> None:
    _team(desk.journal())
    async with desk.app().run_test(size=SIZE) as pilot:
        await people(pilot)
        await write(pilot, "A\n")
        await seen(pilot, "Eva is archived: v shows them · u takes it back", "3 people · 2 archived: v shows them")
    archived = desk.journal().people.named("Eva")
    assert (archived.state, archived.left) == ("archived", date(2026, 3, 2))


async def test_a_last_day_to_come_leaves_someone_here_until_then(desk: Desk) -> None:
    _team(desk.journal())
    async with desk.app().run_test(size=SIZE) as pilot:
        await people(pilot)
        await write(pilot, "A31/3\n")
        await seen(pilot, "Eva stays here until Tue 31 Mar", "Eva, union")
    async with replace(desk, now=desk.now.replace(month=4, day=1)).app().run_test(size=SIZE) as pilot:
        await people(pilot)
        await gone(pilot, "Eva, union")


async def test_something_for_next_time(desk: Desk) -> None:
    ids = _team(desk.journal())
    async with desk.app().run_test(size=SIZE) as pilot:
        await people(pilot)
        await write(pilot, "ithe pay talk\n")
        await seen(pilot, "For next time: the pay talk · u takes it back")
    assert [one.text for one in desk.journal().inbox.waiting(ids["Eva"])] == ["the pay talk"]


async def test_note_takes_the_cursors_person_first_and_enter_opens_the_page(desk: Desk) -> None:
    _team(desk.journal())
    async with desk.app().run_test(size=SIZE) as pilot:
        await people(pilot)
        await press(pilot, "n")
        await seen(pilot, "Note with:", "▸Eva")
        await press(pilot, "escape")
        await gone(pilot, "Note with:")
        await press(pilot, "enter")
        await top(pilot, "Eva · union")


async def test_the_second_column_tells_of_whom_the_cursor_stands_on(desk: Desk) -> None:
    _team(desk.journal())
    async with desk.app().run_test(size=(120, 40)) as pilot:
        await people(pilot)
        await seen(pilot, "a long talk")
        assert "·········●··" in await line(pilot, "▸ Eva, union"), "the year keeps its room beside it"
        await press(pilot, "j")
        await gone(pilot, "a long talk")


@pytest.mark.parametrize(("width", "hidden"), [(66, "AMJJ"), (60, "every"), (50, "me/them")])
async def test_columns_give_way_on_a_narrow_terminal(desk: Desk, width: int, hidden: str) -> None:
    _team(desk.journal())
    async with desk.app().run_test(size=(width, 24)) as pilot:
        await people(pilot)
        assert "due" in await line(pilot, "▸ Eva, union")
        assert hidden not in screen_text(pilot.app)


async def test_keys_that_mean_nothing_on_a_person_are_not_offered(desk: Desk) -> None:
    _team(desk.journal())
    async with desk.app().run_test(size=(120, 24)) as pilot:
        await people(pilot)
        keys = screen_lines(pilot.app)[-1]
        assert "c Plan" in keys
        assert "x Done" not in keys
        assert "d Drop" not in keys


async def test_help_leaves_out_the_keys_that_no_person_knows(desk: Desk) -> None:
    _team(desk.journal())
    async with desk.app().run_test(size=(100, 80)) as pilot:
        await people(pilot)
        await press(pilot, "question_mark")
        await seen(pilot, "esc closes the help", "Open what the cursor stands on")
        assert "followed up; on a done one" not in screen_text(pilot.app)


HOSTILE = ("[red]Åse[/]", "[@click=app.quit]x", "esc\x1b]52;c;aGk=\x07here", "rtl\u202etxt", "[/] tid", "a\tb")


async def test_hostile_names_are_shown_as_harmless_text(desk: Desk) -> None:
    journal = desk.journal()
    for at, name in enumerate(HOSTILE):
        person = journal.people.add(name, role=name, email=name)
        if at % 2:
            journal.people.pause(person.id)
    app = desk.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await people(pilot)
        await seen(pilot, "[red]Åse[/], [", "[@click=app.quit]x, ")
        folk = app.screen
        for key in "wAcienj" * len(HOSTILE):
            await press(pilot, key)
            harmless(app)
            if app.screen is not folk or folk.prompt.asking:
                await press(pilot, "escape")
        assert app.is_running
