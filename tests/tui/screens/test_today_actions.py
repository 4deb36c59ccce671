"""Today: one key decides, what came of it stands on disk, and u takes each decision back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from support.screens.desk import Desk
from support.screens.hands import cursor_line, press, seen, stand_on, until, write
from support.screens.monday import lay_monday, monday
from support.screens.on_disk import agreement
from support.screens.screen_text import line_with, screen_lines, screen_text

from leadercli.model.records import THEM


@pytest.mark.parametrize(
    ("key", "state", "said"), [("x", "done", "Done"), ("space", "done", "Done"), ("d", "dropped", "Dropped")]
)
async def test_one_key_closes_and_u_takes_it_back(desk: Desk, key: str, state: str, said: str) -> None:
    async with monday(desk) as (app, pilot):
        await press(pilot, key)
        await seen(pilot, f"{said}: Call HR about leave · u takes it back", "Overdue · 1")
        assert agreement(desk, "Call HR").state == state
        assert "Send budget" in cursor_line(app), "the cursor goes on to the next"
        await press(pilot, "u")
        await seen(pilot, "Undone:", "Overdue · 2")
        assert agreement(desk, "Call HR").state == "open"
        assert "Call HR" in cursor_line(app), "the cursor stands on what came back"
        await press(pilot, "U")
        await seen(pilot, "Made again:", "Overdue · 1")
    assert agreement(desk, "Call HR").state == state


async def test_the_cursor_goes_up_from_the_last_line(desk: Desk) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(80, 30)) as pilot:
        await press(pilot, "G")
        assert "Draft the plan" in cursor_line(app)
        await press(pilot, "x")
        assert "The scale is missing" in cursor_line(app)


async def test_the_last_overdue_line_hands_the_cursor_to_the_next_group(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await press(pilot, "x", "x")
        assert "Overdue" not in screen_text(app)
        assert "Read the paper" in cursor_line(app)


async def test_space_moves_a_day_on_and_plus_a_week(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        await press(pilot, "m")
        await seen(pilot, "New date:", "space: tomorrow · +: Mon 9 Mar")
        await press(pilot, "space")
        await seen(pilot, "Moved to tomorrow · u takes it back")
        assert agreement(desk, "Call HR").due == date(2026, 3, 3)
        await press(pilot, "u", "m", "+")
        await seen(pilot, "Moved to Mon 9 Mar")
    moved = agreement(desk, "Call HR")
    assert moved.due == date(2026, 3, 9)
    assert moved.moves[-1].old == date(2026, 2, 27)


async def test_a_typed_date_keeps_the_old_one_and_the_reason(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await stand_on(pilot, "Send budget")
        await press(pilot, "m")
        await write(pilot, "fri waits for HR")
        await seen(pilot, "Fri 6 Mar, because: waits for HR")
        await press(pilot, "enter")
        await seen(pilot, "Moved to Fri 6 Mar")
        assert line_with(app, "Send budget").endswith("moved 3×")
    kept = agreement(desk, "Send budget")
    assert [(move.old, move.new, move.reason) for move in kept.moves] == [
        (date(2026, 2, 20), date(2026, 2, 24), "waits for the numbers"),
        (date(2026, 2, 24), date(2026, 3, 1), ""),
        (date(2026, 3, 1), date(2026, 3, 6), "waits for HR"),
    ]


async def test_a_wrong_date_is_told_and_the_text_stays(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await press(pilot, "m")
        await write(pilot, "someday\n")
        await seen(pilot, "“someday” is not a date I know. Try fri, 14/11, in 2 weeks, week 48")
        assert "someday" in line_with(app, "New date:")
        assert agreement(desk, "Call HR").due == date(2026, 2, 27)
        await press(pilot, "ctrl+u")
        await write(pilot, "5/3\n")
        await seen(pilot, "Moved to Thu 5 Mar")
    assert agreement(desk, "Call HR").due == date(2026, 3, 5)


async def test_a_dash_takes_the_date_away(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await press(pilot, "m", "-", "enter")
        await seen(pilot, "Now without a date")
        assert "Call HR" not in "\n".join(screen_lines(app)[2:-3])
    assert agreement(desk, "Call HR").due is None


async def test_edit_rewords_and_changes_owner_and_date_only_where_it_says_so(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await stand_on(pilot, "Send budget")
        await press(pilot, "e")
        await seen(pilot, "agreement · Lise Berg · owner: Lise Berg · yesterday")
        assert "Send budget" in line_with(app, "Agreement:")
        await write(pilot, " to finance\n")
        await seen(pilot, "Edited: Send budget to finance")
        reworded = agreement(desk, "Send budget to finance")
        assert (reworded.owner, reworded.due, len(reworded.moves)) == (THEM, date(2026, 3, 1), 2)
        await press(pilot, "e")
        await write(pilot, " >me fri")
        await seen(pilot, "owner: me · Fri 6 Mar")
        await press(pilot, "enter")
        await seen(pilot, "Edited")
        mine = agreement(desk, "Send budget to finance")
        assert (mine.text, mine.owner, mine.due) == ("Send budget to finance", "me", date(2026, 3, 6))
        assert mine.moves[-1].old == date(2026, 3, 1)
        await press(pilot, "u", "u")
    assert agreement(desk, "Send budget").text == "Send budget"


async def test_edit_without_a_change_changes_nothing(desk: Desk) -> None:
    journal = desk.journal()
    journal.agreements.agree("Talk about Friday", due=date(2026, 2, 27))
    async with desk.at_work() as (_app, pilot):
        before = desk.journal().store.digest
        await press(pilot, "e", "enter")
        await seen(pilot, "Edited: Talk about Friday")
    assert desk.journal().store.digest == before


async def test_edit_of_an_unknown_owner_keeps_asking(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await press(pilot, "e")
        await write(pilot, " >zoe\n")
        await seen(pilot, "There is nobody called “zoe”")
        assert ">zoe" in line_with(app, "Agreement:")
    assert agreement(desk, "Call HR").text == "Call HR about leave"


async def test_enter_opens_the_conversation_it_came_from(desk: Desk) -> None:
    journal = lay_monday(desk)
    lise = journal.people.named("Lise")
    journal.meetings.write(lise.id, date(2026, 2, 18), "words of that day\n! write to the union 27/2")
    async with desk.at_work() as (_app, pilot):
        await stand_on(pilot, "write to the union")
        await press(pilot, "enter")
        await seen(pilot, "Wednesday 18 February 2026", "words of that day")
        await press(pilot, "escape")
        await seen(pilot, "[1 Today]")
        await stand_on(pilot, "Call HR")
        await press(pilot, "enter")
        await seen(pilot, "Åse Lund")


async def test_the_person_of_the_line_is_offered_first(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        await stand_on(pilot, "Send budget")
        await press(pilot, "n")
        await seen(pilot, "▸Lise Berg")
        await press(pilot, "enter")
        await seen(pilot, "Lise Berg · Monday 2 March 2026")


async def test_a_due_conversation_is_planned_with_m(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await stand_on(pilot, "5 weeks since")
        await press(pilot, "m")
        await write(pilot, "thu 10.00\n")
        await seen(pilot, "Planned with Eva Sørensen: Thu 5 Mar")
        assert "5 weeks since" not in screen_text(app)
    journal = desk.journal()
    planned = journal.meetings.on(journal.people.named("Eva").id, date(2026, 3, 5))
    assert (planned.state, planned.time) == ("planned", "10:00")


async def test_todays_conversation_is_moved_and_cancelled_with_a_reason(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        await stand_on(pilot, "2 things to raise")
        await press(pilot, "m", "space")
        await seen(pilot, "Moved to tomorrow · u takes it back")
        await press(pilot, "u")
        await seen(pilot, "2 things to raise")
        await stand_on(pilot, "2 things to raise")
        await press(pilot, "d")
        await write(pilot, "ill\n")
        await seen(pilot, "Cancelled · u takes it back")
    journal = desk.journal()
    talk = journal.meetings.on(journal.people.named("Mads").id, date(2026, 3, 2))
    assert (talk.state, talk.reason) == ("cancelled", "ill")


async def test_a_follow_up_is_done_moved_and_let_go(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        await stand_on(pilot, "good with the customer")
        await press(pilot, "x")
        await seen(pilot, "Followed up · u takes it back")
        await press(pilot, "u")
        await seen(pilot, "+ good with the customer")
        await press(pilot, "d")
        await seen(pilot, "No longer to be followed up")
        await press(pilot, "u", "m", "+")
        await seen(pilot, "Moved to Mon 9 Mar")
    assert next(iter(desk.journal().feedback.all())).follow_up == date(2026, 3, 9)


async def test_a_key_that_a_line_does_not_know_is_hidden_and_does_nothing(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await stand_on(pilot, "The scale is missing")
        before = desk.journal().store.digest
        for key in ("x", "d", "m", "e", "D"):
            await press(pilot, key)
        bar = screen_lines(app)[-1]
        assert [word for word in ("Done", "Drop", "Move") if word in bar] == []
        assert desk.journal().store.digest == before
        await press(pilot, "enter")
        await seen(pilot, "[4 The scale]")


async def test_an_empty_list_offers_no_key_for_a_line(desk: Desk) -> None:
    async with desk.at_work() as (app, pilot):
        await press(pilot, "3")
        await seen(pilot, "No open agreements.")
        assert [word for word in ("Open", "Done", "Move", "Drop") if word in screen_lines(app)[-1]] == []


async def test_deleting_puts_it_in_the_bin(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        await press(pilot, "D")
        await seen(pilot, "Put in the bin · u takes it back", "Overdue · 1")
        assert agreement(desk, "Call HR").deleted
        await press(pilot, "u")
        await seen(pilot, "Overdue · 2")
    assert not agreement(desk, "Call HR").deleted


async def test_undo_stops_at_what_was_written_before_this_sitting(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        before = desk.journal().store.digest
        await press(pilot, "u")
        await seen(pilot, "There is nothing to undo.")
    assert desk.journal().store.digest == before


async def test_an_agreement_in_one_line_about_whom_it_says(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        await press(pilot, "a")
        await seen(pilot, "@name what >owner when")
        await write(pilot, "@eva >eva sends the plan fri")
        await seen(pilot, "agreement · Eva Sørensen · owner: Eva Sørensen · Fri 6 Mar")
        await press(pilot, "enter")
        await seen(pilot, "Agreed: sends the plan · u takes it back")
    made = agreement(desk, "sends the plan")
    assert (desk.journal().people.name(made.person_id), made.owner, made.due) == (
        "Eva Sørensen",
        THEM,
        date(2026, 3, 6),
    )


async def test_an_agreement_that_names_nobody_is_about_nobody(desk: Desk) -> None:
    async with monday(desk) as (_app, pilot):
        await press(pilot, "a")
        await write(pilot, "water the plants\n")
        await seen(pilot, "Agreed: water the plants")
    assert agreement(desk, "water the plants").person_id == ""


async def test_what_another_program_writes_appears_and_the_cursor_stays(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await stand_on(pilot, "Send budget")
        other = desk.journal(desk.now)
        other.agreements.agree("Written elsewhere", due=date(2026, 2, 1))
        await seen(pilot, "Written elsewhere", "1 change came in", "Overdue · 3")
        assert "Send budget" in cursor_line(app)


@pytest.mark.parametrize("lang", ["en", "da"])
async def test_a_planned_conversation_whose_day_has_passed_still_stands_there(
    make_desk: Callable[..., Desk], lang: str
) -> None:
    desk = make_desk(lang=lang)
    journal = desk.journal()
    mette = journal.people.add("Mette Jensen", cadence="")
    for day in (date(2026, 2, 27), date(2026, 2, 17)):
        journal.meetings.plan(mette.id, day)
    async with desk.at_work() as (app, pilot):
        wanted = {"en": ("13 days ago", "3 days ago"), "da": ("tir 17. feb", "3 dage siden")}[lang]
        shown = screen_lines(app)
        first, second = (line.strip("▸ ") for line in shown if "Mette Jensen" in line)
        said = {"en": "Mette Jensen · planned, no note yet", "da": "Mette Jensen · planlagt, ingen note endnu"}[lang]
        assert (first.split(" Mette")[0].strip(), second.split(" Mette")[0].strip()) == wanted
        assert first.endswith(said)
        assert second.endswith(said)
        await press(pilot, "j", "m", "space")
        await until(pilot, lambda: desk.journal().meetings.on(mette.id, date(2026, 3, 3)).moved_from)
        await press(pilot, "k", "d")
        await write(pilot, "ill\n")
        await until(pilot, lambda: desk.journal().meetings.on(mette.id, date(2026, 2, 17)).reason == "ill")
        assert "Mette Jensen" not in screen_text(app)


async def test_enter_on_it_opens_the_note_of_its_day(desk: Desk) -> None:
    journal = desk.journal()
    mette = journal.people.add("Mette Jensen", cadence="")
    journal.meetings.plan(mette.id, date(2026, 2, 27))
    async with desk.at_work() as (app, pilot):
        await press(pilot, "enter")
        await seen(pilot, "Friday 27 February 2026")
        await write(pilot, "we did talk")
        await press(pilot, "escape")
        await until(pilot, lambda: desk.journal().meetings.on(mette.id, date(2026, 2, 27)).text == "we did talk")
        assert "no note yet" not in screen_text(app)


async def test_what_was_said_of_the_last_command_does_not_come_back_with_the_view(desk: Desk) -> None:
    async with monday(desk) as (app, pilot):
        await press(pilot, "x")
        await seen(pilot, "u takes it back")
        await press(pilot, "2", "1")
        await seen(pilot, "[1 Today]")
        assert "u takes it back" not in screen_text(app)
