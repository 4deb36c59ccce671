"""Today: what stands there on a Monday morning, on an empty day, and in a new journal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from support.screens.desk import Desk
from support.screens.hands import press, seen
from support.screens.monday import lay_monday, monday
from support.screens.screen_text import line_with, screen_lines, screen_text

from leadercli.journal.local.drafts import Draft
from leadercli.journal.verbs.meetings import meeting_id


def headings(lines: list[str]) -> list[str]:
    """The headings of the groups: they begin one blank in, and follow a blank line or the headline."""
    body = lines[2:-2]
    return [line.strip() for line in body if line.startswith(" ") and not line.startswith("  ") and line.strip()]


async def test_groups_stand_in_the_order_of_the_morning(desk: Desk) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(80, 30)):
        assert headings(screen_lines(app)) == [
            "Overdue · 2",
            "Due today · 1",
            "Conversations",
            "Follow up",
            "Myself",
            "Coming · 1",
        ]
        assert "Monday 2 March 2026 · week 10" in screen_lines(app)[1]
        assert screen_lines(app)[0].endswith("saved")


async def test_a_line_says_when_what_who_owner_and_trouble(desk: Desk) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test():
        assert line_with(app, "Call HR").split() == ["▸", "3", "days", "Call", "HR", "about", "leave", "Åse", "me"]
        assert line_with(app, "Send budget").split()[:4] == ["yesterday", "Send", "budget", "Lise"]
        assert line_with(app, "Send budget").endswith("moved 2×")
        assert line_with(app, "Read the paper").split()[0] == "today"
        assert line_with(app, "Draft the plan").split()[:3] == ["Fri", "6", "Mar"]
        assert "Clear the archive" not in screen_text(app)


async def test_conversations_say_what_waits_and_who_is_due(desk: Desk) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test():
        talk = line_with(app, "10:00")
        assert "Mads Holm · 2 open agreements · 2 things to raise" in talk
        due = line_with(app, "Eva Sørensen")
        assert due.split()[0] == "due"
        assert "5 weeks since the last, agreed: every month" in due
        assert "Lise Berg" not in screen_text(app)


async def test_follow_ups_and_the_scale_have_a_line(desk: Desk) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test():
        assert line_with(app, "good with the customer").split() == [
            "3",
            "days",
            "ago",
            "+",
            "good",
            "with",
            "the",
            "customer",
            "Mads",
            "praise",
        ]
        assert "The scale is missing" in line_with(app, "week 9")


async def test_a_long_wait_is_said_in_words_that_fit(desk: Desk) -> None:
    journal = desk.journal()
    journal.agreements.agree("Old promise", due=date(2025, 2, 3))
    journal.agreements.agree("Next year", due=date(2026, 3, 8))
    app = desk.app()
    async with app.run_test():
        assert "…" not in line_with(app, "Old promise")
        assert line_with(app, "Old promise").split()[1:3] == ["12", "months"]
        assert "…" not in line_with(app, "Next year")


async def test_danish_says_it_in_danish(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(lang="da")
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(80, 30)):
        text = screen_text(app)
        for words in ("mandag 2. marts 2026 · uge 10", "3 dage", "i går", "5 uger", "hver måned", "uge 9"):
            assert words in text, text


async def test_a_draft_that_was_left_behind_stands_first(desk: Desk) -> None:
    journal = lay_monday(desk)
    lise = journal.people.named("Lise")
    day = date(2026, 3, 2)
    id_ = meeting_id(lise.id, day)
    journal.drafts.keep(Draft(id_, lise.id, day.isoformat(), "half a sen", "2026-03-01"))
    journal.presence.leave()
    app = desk.app()
    async with app.run_test(size=(80, 30)) as pilot:
        assert headings(screen_lines(app))[0] == "Not finished"
        assert "Lise Berg" in line_with(app, "draft ")
        await press(pilot, "enter")
        await seen(pilot, "half a sen", "Your draft is back")


async def test_an_empty_day_says_which_key_to_press(desk: Desk) -> None:
    journal = desk.journal()
    journal.people.add("Mads Holm", cadence="")
    journal.scale.weigh_in("2026-W09", {"workload": 3})
    app = desk.app()
    async with app.run_test():
        assert "Nothing is due today. Press n and a name" in screen_text(app)


async def test_a_new_journal_says_which_key_to_press(desk: Desk) -> None:
    desk.journal()
    async with desk.at_work() as (app, pilot):
        assert "A new journal. Press n and type a name" in screen_text(app)
        await press(pilot, "n", *"Bo", "enter")
        await seen(pilot, "Bo ·", "esc Save and close")
    assert [person.name for person in desk.journal().people.all()] == ["Bo"]


async def test_the_second_column_opens_at_120(desk: Desk) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await seen(pilot, "Due: Friday 27 February 2026")
        await press(pilot, "down")
        await seen(pilot, "Moved from Fri 20 Feb", "Moved from Tue 24 Feb")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "Moved from" not in screen_text(app)


async def test_the_next_morning_is_shown_without_a_key(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        app.clock = lambda: datetime(2026, 3, 3, 7, 0)
        app.look_around()
        await seen(pilot, "Tuesday 3 March 2026", "Overdue · 3")
