"""People: who waits stands first, and everything about a person is a key away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from screen_text import line_with, screen_lines, screen_text
from typing_keys import type_text

from leadercli.journal.journal import Journal
from leadercli.model.records import THEM

if TYPE_CHECKING:
    from conftest import Desk

SIZE = (80, 24)


def _team(journal: Journal) -> dict[str, str]:
    """Eva waits, Mads is planned, Bo talked lately, Yusuf is away, Ida has left. Returns their ids by name."""
    people, meetings = journal.people, journal.meetings
    ids = {
        name: people.add(name, role=role, start=date(2020, 1, 1)).id
        for name, role in (("Eva", "union"), ("Mads Holm", "lead"), ("Bo", ""), ("Yusuf", ""), ("Ida", ""))
    }
    meetings.write(ids["Eva"], date(2026, 1, 26), "a long talk")
    meetings.write(ids["Mads Holm"], date(2026, 2, 2), "Mads' points first")
    meetings.plan(ids["Mads Holm"], date(2026, 3, 6), time="10:00")
    meetings.write(ids["Bo"], date(2026, 2, 20), "short")
    journal.agreements.agree("call HR", person_id=ids["Eva"])
    journal.agreements.agree("send budget", person_id=ids["Eva"], owner=THEM)
    people.pause(ids["Yusuf"], date(2026, 3, 20))
    people.leave(ids["Ida"], date(2026, 1, 31))
    return ids


def _order(lines: list[str], *words: str) -> list[int]:
    return [next(at for at, line in enumerate(lines) if word in line) for word in words]


async def test_one_line_a_person_those_who_wait_first(desk: Desk) -> None:
    _team(desk.journal())
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("2")
        await pilot.pause()
        assert "4 people · 1 due for a talk · 1 archived: v shows them" in screen_text(app)
        assert "5 weeks    1 month   due          1 / 1   ·········●··" in line_with(app, "Eva, union")
        assert "Fri 6 Mar" in line_with(app, "Mads Holm, lead")
        assert "week 12" in line_with(app, "Bo ")
        assert "back 20 Mar" in line_with(app, "Yusuf")
        assert "AMJJASONDJFM" in line_with(app, "Due for a talk · 1")
        places = _order(screen_lines(app), "Due for a talk", "Eva", "The others", "Bo", "Mads Holm", "Paused", "Yusuf")
        assert places == sorted(places)
        assert "Ida" not in screen_text(app)


async def test_the_archived_show_with_v_and_come_back_with_a(desk: Desk) -> None:
    _team(desk.journal())
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("2", "v")
        await pilot.pause()
        assert "left 31 Jan" in line_with(app, "Ida")
        await pilot.press("G", "A")
        await pilot.pause()
        assert "Ida is back · u takes it back" in screen_text(app)
        assert desk.journal().people.named("Ida").left is None


async def test_a_name_and_enter_adds_someone(desk: Desk) -> None:
    desk.journal()
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("2")
        await pilot.pause()
        assert "Nobody here yet. Press +" in screen_text(app)
        await type_text(pilot, "+Åse Lund\n")
        assert "▸ Åse Lund" in line_with(app, "1 month")
        assert "Åse Lund added, every month · e for more · u takes it back" in screen_text(app)
        await pilot.press("u")
        await pilot.pause()
        assert "Nobody here yet" in screen_text(app)


async def test_role_and_rhythm_may_follow_and_are_shown_before_they_are_kept(desk: Desk) -> None:
    desk.journal()
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await type_text(pilot, "2+Bo Berg, konsulent, hver 14. dag")
        assert "Bo Berg · konsulent · every 2 weeks" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "2 weeks" in line_with(app, "▸ Bo Berg, konsulent")
    added = desk.journal().people.named("Bo")
    assert (added.name, added.role, added.cadence) == ("Bo Berg", "konsulent", "2w")


async def test_a_taken_name_is_said_and_what_was_typed_stays(desk: Desk) -> None:
    _team(desk.journal())
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await type_text(pilot, "2+eva\n")
        assert "There is already someone called “eva”. Add a surname or an initial." in screen_text(app)
        assert "New person: eva" in screen_text(app)
        await type_text(pilot, " L")
        assert "already someone" not in screen_text(app), "typing on takes the sentence away"
        await pilot.press("enter")
        await pilot.pause()
        assert "eva L added" in screen_text(app)


async def test_a_conversation_is_planned_where_the_cursor_stands(desk: Desk) -> None:
    ids = _team(desk.journal())
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await type_text(pilot, "2cfre 13.30 45 min")
        assert "Fri 6 Mar 13:30 · 45 min" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Fri 6 Mar" in line_with(app, "▸ Eva, union")
        assert "Due for a talk" not in screen_text(app)
    planned = desk.journal().meetings.on(ids["Eva"], date(2026, 3, 6))
    assert (planned.state, planned.time, planned.minutes) == ("planned", "13:30", 45)


async def test_pausing_asks_for_the_first_day_back_and_w_resumes(desk: Desk) -> None:
    _team(desk.journal())
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await type_text(pilot, "2wom 3 uger\n")
        assert "Eva is paused, back Mon 23 Mar · u takes it back" in screen_text(app)
        assert "back 23 Mar" in line_with(app, "▸ Eva")
        await pilot.press("w")
        await pilot.pause()
        assert "Eva is back" in screen_text(app)
        assert "due" in line_with(app, "▸ Eva")
        await type_text(pilot, "w\n")
        assert "Eva is paused until w resumes" in screen_text(app)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("blah", "“blah” is not a date I know. Try 1/4"), ("1/1/2026", "The first day back has to be a day to come.")],
)
async def test_a_wrong_day_is_said_in_full_and_asked_again(desk: Desk, typed: str, said: str) -> None:
    _team(desk.journal())
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await type_text(pilot, f"2w{typed}\n")
        assert said in screen_text(app)
        assert typed in line_with(app, "Pause Eva. First day back:")
    assert desk.journal().people.named("Eva").state == "active"


async def test_archiving_takes_today_for_the_last_day(desk: Desk) -> None:
    _team(desk.journal())
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await type_text(pilot, "2A\n")
        assert "Eva is archived: v shows them · u takes it back" in screen_text(app)
        assert "3 people · 2 archived: v shows them" in screen_text(app)
    archived = desk.journal().people.named("Eva")
    assert (archived.state, archived.left) == ("archived", date(2026, 3, 2))


async def test_a_last_day_to_come_leaves_someone_here_until_then(desk: Desk) -> None:
    _team(desk.journal())
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await type_text(pilot, "2A31/3\n")
        assert "Eva stays here until Tue 31 Mar" in screen_text(app)
        assert "Eva, union" in screen_text(app)
    later = replace(desk, now=desk.now.replace(month=4, day=1)).app()
    async with later.run_test(size=SIZE) as pilot:
        await pilot.press("2")
        await pilot.pause()
        assert "Eva" not in screen_text(later)


async def test_something_for_next_time(desk: Desk) -> None:
    ids = _team(desk.journal())
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await type_text(pilot, "2ithe pay talk\n")
        assert "For next time: the pay talk · u takes it back" in screen_text(app)
    assert [one.text for one in desk.journal().inbox.waiting(ids["Eva"])] == ["the pay talk"]


async def test_enter_opens_the_page_and_note_takes_the_cursors_person_first(desk: Desk) -> None:
    _team(desk.journal())
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("2", "n")
        await pilot.pause()
        assert "▸Eva" in screen_text(app)
        await pilot.press("escape", "enter")
        await pilot.pause()
        assert screen_lines(app)[0].startswith(" Eva · union")


async def test_the_second_column_tells_of_whom_the_cursor_stands_on(desk: Desk) -> None:
    _team(desk.journal())
    app = desk.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        assert "a long talk" in screen_text(app)
        assert "●" in line_with(app, "▸ Eva, union")
        await pilot.press("j")
        await pilot.pause()
        assert "a long talk" not in screen_text(app)


@pytest.mark.parametrize(("width", "gone"), [(66, "AMJJ"), (60, "every"), (50, "me/them")])
async def test_columns_give_way_on_a_narrow_terminal(desk: Desk, width: int, gone: str) -> None:
    _team(desk.journal())
    app = desk.app()
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        assert gone not in screen_text(app)
        assert "due" in line_with(app, "▸ Eva")


HOSTILE = ("[red]Åse[/]", "[@click=app.quit]x", "esc\x1b]52;c;aGk=\x07here", "rtl\u202etxt", "[/] tid", "a\tb")


async def test_hostile_names_are_shown_as_harmless_text(desk: Desk) -> None:
    journal = desk.journal()
    for at, name in enumerate(HOSTILE):
        person = journal.people.add(name, role=name, email=name, cadence="1m")
        if at % 2:
            journal.people.pause(person.id)
    app = desk.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2")
        for _ in HOSTILE:
            await pilot.press("j", "w", "escape", "A", "escape", "c", "escape", "i", "escape", "e", "escape")
            await pilot.pause()
            shown = screen_text(app)
            assert not any(ord(letter) < 32 or letter in "\x7f\x9b\u202e" for letter in shown.replace("\n", ""))
        assert "[red]Åse[/]" in shown
        assert "[@click=app.quit]x" in shown
        assert app.is_running
