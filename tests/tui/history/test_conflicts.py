"""The screen of two versions: every question in plain words, chosen with one key, and undone."""

from __future__ import annotations

from datetime import date

import pytest
from support.screens.desk import Desk
from support.screens.hands import press, seen, stand_on
from support.screens.other_machine import OtherMachine
from support.screens.person_desk import gone, harmless, line
from support.screens.screen_text import line_with, screen_text

from leadercli.journal.journal import Journal
from leadercli.journal.store.change import Change

WEEK = "2026-W09"


def lay(desk: Desk) -> tuple[OtherMachine, str]:
    """Let both machines have Lise, her agreement, and a week; each then writes on its own."""
    journal = desk.journal()
    lise = journal.people.add("Lise Holm", role="Team lead").id
    agreement = journal.agreements.agree("Call the bank", person_id=lise, due=date(2026, 3, 2)).id
    journal.inbox.put(lise, "The summer")
    journal.scale.weigh_in(WEEK, {"pace": 2}, note="Much")
    return OtherMachine(desk), agreement


def bring_together(desk: Desk, here: Journal, other: OtherMachine) -> None:
    """Let the sync client put the other machine's file here, where a program has its own in hand."""
    other.replace()
    here.refresh()
    here.people.edit(here.people.all()[0].id, {"email": "lise@work.dk"})
    assert desk.journal().people.all()[0].email


def moved_on_both(desk: Desk) -> str:
    """Move the deadline on both machines and bring them together."""
    other, id_ = lay(desk)
    here = desk.journal()
    here.agreements.adjust(id_, date(2026, 3, 5))
    other.journal.agreements.adjust(id_, date(2026, 3, 6))
    bring_together(desk, here, other)
    return id_


def shown_first(desk: Desk, id_: str) -> tuple[str, str]:
    """Give what is shown now and what is not, as days."""
    due = desk.journal().agreements.named(id_).due
    assert due is not None
    return ("Thu 5 Mar", "Fri 6 Mar") if due.day == 5 else ("Fri 6 Mar", "Thu 5 Mar")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_question_says_what_it_is_about_and_both_versions(desk: Desk, size: tuple[int, int]) -> None:
    id_ = moved_on_both(desk)
    first, second = shown_first(desk, id_)
    async with desk.at_work(size=size) as (app, pilot):
        await press(pilot, "V")
        await seen(pilot, "1 thing to choose")
        row = line_with(app, "agreement ")
        assert row.strip().startswith("▸")
        assert all(word in row for word in ("Lise", "Call the bank", "Deadline"))
        assert "Deadline · 1 is shown now" in screen_text(app)
        assert f"1  {first}" in screen_text(app)
        assert f"2  {second}" in screen_text(app)
        assert "Both together" not in screen_text(app)


@pytest.mark.parametrize("number", [1, 2])
async def test_a_key_chooses_and_undo_brings_the_question_back(desk: Desk, number: int) -> None:
    id_ = moved_on_both(desk)
    chosen = shown_first(desk, id_)[number - 1]
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "V", str(number))
        await seen(pilot, f"Kept: {chosen} · u brings the question back")
        await seen(pilot, "Nothing stands in two versions.")
        assert shown_first(desk, id_)[0] == chosen
        await press(pilot, "u")
        await seen(pilot, "Undone: two versions settled: Call the bank")
        await seen(pilot, "1 thing to choose")


async def test_two_texts_are_kept_both(desk: Desk) -> None:
    other, id_ = lay(desk)
    here = desk.journal()
    here.agreements.edit(id_, {"text": "Call Bo at the bank"})
    other.journal.agreements.edit(id_, {"text": "Write to the bank"})
    bring_together(desk, here, other)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "V")
        await seen(pilot, "Both together:")
        await press(pilot, "b")
        await seen(pilot, "Both are kept · u brings the question back")
        text = desk.journal().agreements.named(id_).text
        assert sorted(text.split(" / ")) == ["Call Bo at the bank", "Write to the bank"]


async def test_what_cannot_both_hold_says_so_and_a_version_that_is_not_there_too(desk: Desk) -> None:
    moved_on_both(desk)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "V", "b")
        await seen(pilot, "These two cannot both hold. Choose one of them.")
        await press(pilot, "3")
        await seen(pilot, "There are only 2 versions.")
        await seen(pilot, "1 thing to choose")


async def test_nothing_in_two_versions_is_told_kindly(desk: Desk) -> None:
    lay(desk)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "V")
        await seen(pilot, "Nothing stands in two versions.")
        await press(pilot, "1", "b", "x", "enter", "escape")
        await gone(pilot, "Nothing stands in two versions.")


async def test_enter_opens_the_record(desk: Desk) -> None:
    moved_on_both(desk)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "V", "enter")
        await seen(pilot, "Lise Holm · Team lead")


async def test_the_cursor_goes_on_to_the_next_question(desk: Desk) -> None:
    other, id_ = lay(desk)
    here = desk.journal()
    for journal, role, note, rating in ((here, "Boss", "Tired", 3), (other.journal, "Chief", "Calm", 0)):
        journal.people.edit(journal.people.all()[0].id, {"role": role})
        journal.agreements.edit(id_, {"owner": "us" if rating else "them"})
        journal.scale.weigh_in(WEEK, {"pace": rating or None}, note=note)
    bring_together(desk, here, other)
    app = desk.app()
    async with app.run_test(size=(80, 40)) as pilot:
        await press(pilot, "V")
        await seen(pilot, "4 things to choose")
        assert "Role" in line_with(app, "person ")
        assert "▸" in line_with(app, "person ")
        await press(pilot, "1")
        await line(pilot, "▸ agreement")
        assert "Owner" in line_with(app, "▸ agreement")
        await press(pilot, "down")
        await seen(pilot, "Pace of change")
        assert "week 9" in line_with(app, "▸ ").lower()
        await press(pilot, "2")
        await seen(pilot, "2 things to choose")


async def test_foreign_text_steers_nothing(desk: Desk) -> None:
    other, id_ = lay(desk)
    evil = "a\x1b]52;c;eA\x07 [bold]b[/] \u202ec\n[x] d"
    here = desk.journal()
    for number, journal in enumerate((here, other.journal)):
        journal.commit(
            "edit_agreement", "", Change("agreements", id_, {"text": f"{evil}{number}", "owner": f"[{number}"})
        )
    bring_together(desk, here, other)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "V")
        await seen(pilot, "2 things to choose")
        harmless(app)
        await press(pilot, "b")
        await seen(pilot, "1 thing to choose")
        harmless(app)


async def test_the_screen_follows_what_is_settled_elsewhere(desk: Desk) -> None:
    id_ = moved_on_both(desk)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "V")
        await seen(pilot, "1 thing to choose")
        desk.journal().agreements.adjust(id_, None)
        app.journal.refresh()
        await seen(pilot, "Nothing stands in two versions.")


async def test_lists_and_the_second_column_say_it(desk: Desk) -> None:
    id_ = moved_on_both(desk)
    first, second = shown_first(desk, id_)
    app = desk.app()
    async with app.run_test(size=(120, 40)) as pilot:
        for view in ("1", "3"):
            await press(pilot, view)
            await stand_on(pilot, "Call the bank")
            await line(pilot, "▸ ")
            assert "two versions" in line_with(app, "▸ ")
            await seen(pilot, "V chooses what holds")
            assert f"1  {first}" in screen_text(app)
            assert f"2  {second}" in screen_text(app)


async def test_people_pages_and_the_scale_say_it(desk: Desk) -> None:
    other, _ = lay(desk)
    here = desk.journal()
    item = here.inbox.all()[0].id
    for journal, role in ((here, "Boss"), (other.journal, "Chief")):
        journal.people.edit(journal.people.all()[0].id, {"role": role})
        journal.inbox.edit(item, f"The summer, {role}")
        journal.scale.weigh_in(WEEK, {}, note=role)
    bring_together(desk, here, other)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await line(pilot, "▸ Lise Holm")
        assert "two versions" in line_with(app, "▸ Lise Holm")
        await press(pilot, "enter")
        await line(pilot, " Lise Holm · two versions")
        await stand_on(pilot, "The summer")
        assert line_with(app, "The summer").rstrip().endswith("two versions")
        await press(pilot, "escape", "4", "left")
        await seen(pilot, "last week · two versions")
