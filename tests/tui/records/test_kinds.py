"""What keys do to a record, without a screen: the desk here is a plain object with a journal on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support.journals.worlds import StandingClock, new_random, places_in
from support.screens.desk import Desk
from support.screens.hands import press, seen, stand_on
from support.screens.screen_text import screen_lines

from leadercli.journal.history.undo import undo
from leadercli.journal.journal import Journal
from leadercli.journal.opening import begin_journal
from leadercli.locale.texts import Texts
from leadercli.tui.app.routes import record_kinds
from leadercli.tui.records.kinds import ACTIONS
from leadercli.tui.widgets.prompt import Question
from leadercli.tui.widgets.rows import Row, record_row

KINDS = record_kinds()


@dataclass
class PlainDesk:
    """All that an action may use, and what it did with it."""

    journal: Journal
    texts: Texts = field(default_factory=lambda: Texts("en"))
    said: list[str] = field(default_factory=list)
    asked: list[Question] = field(default_factory=list)
    went: list[tuple[str, ...]] = field(default_factory=list)
    let_gone: list[str] = field(default_factory=list)

    @property
    def today(self) -> date:
        return self.journal.clock().date()

    @property
    def ways(self) -> PlainDesk:
        return self

    def open(self, name: str, *about: Any) -> None:
        self.went.append((name, *map(str, about)))

    def open_note(self, person_id: str, day: str = "", line: str = "") -> None:
        self.went.append(("note", person_id, day, line))

    def open_person(self, person_id: str) -> None:
        self.went.append(("person", person_id))

    def go_to(self, view: str) -> None:
        self.went.append((view,))

    def ask(self, question: Question) -> None:
        self.asked.append(question)

    def notice(self, text: str) -> None:
        self.said.append(text)

    def let_go(self, row_id: str) -> None:
        self.let_gone.append(row_id)


@pytest.fixture
def desk(tmp_path: Path) -> PlainDesk:
    """A desk with Lise, whom the leader talked with today."""
    journal = begin_journal(places_in(tmp_path), StandingClock(), new_random())
    lise = journal.people.add("Lise")
    journal.meetings.write(lise.id, date(2026, 3, 2), "hello\n! send the budget fri\n? the course\n+ well done")
    return PlainDesk(journal)


def agreement_row(desk: PlainDesk) -> Row:
    return record_row("agreements", desk.journal.agreements.all()[0].id, ())


def test_done_and_done_again(desk: PlainDesk) -> None:
    row = agreement_row(desk)
    KINDS["agreement"].done(desk, row)
    assert [one.state for one in desk.journal.agreements.all()] == ["done"]
    KINDS["agreement"].done(desk, row)
    assert [one.state for one in desk.journal.agreements.all()] == ["open"]
    assert desk.said == ["Done: send the budget · u takes it back", "Open again: send the budget"]


def test_moving_asks_for_a_date_and_keeps_the_reason(desk: PlainDesk) -> None:
    KINDS["agreement"].move(desk, agreement_row(desk))
    desk.asked[0].submit("fri, waiting for HR", "")
    agreement = desk.journal.agreements.all()[0]
    assert (agreement.due, agreement.moves) == (date(2026, 3, 6), ())
    desk.asked[0].submit("13/3, waiting for HR", "")
    moved = desk.journal.agreements.all()[0]
    assert (moved.due, [move.reason for move in moved.moves]) == (date(2026, 3, 13), ["waiting for HR"])


def test_a_word_and_a_date_change_together_and_one_undo_takes_both_back(desk: PlainDesk) -> None:
    KINDS["agreement"].edit(desk, agreement_row(desk))
    desk.asked[0].submit("send the new budget 13/3", "")
    changed = desk.journal.agreements.all()[0]
    assert (changed.text, changed.due) == ("send the new budget", date(2026, 3, 13))
    undo(desk.journal)
    before = desk.journal.agreements.all()[0]
    assert (before.text, before.due) == ("send the budget", date(2026, 3, 6))


def test_opening_goes_to_the_line_of_the_conversation(desk: PlainDesk) -> None:
    agreement = desk.journal.agreements.all()[0]
    KINDS["agreement"].open(desk, agreement_row(desk))
    assert desk.went == [("note", agreement.person_id, "2026-03-02", agreement.line)]


def test_a_point_is_raised_and_feedback_followed(desk: PlainDesk) -> None:
    point, feedback = desk.journal.inbox.all()[0], desk.journal.feedback.all()[0]
    KINDS["inbox"].done(desk, record_row("inbox", point.id, ()))
    KINDS["feedback"].done(desk, record_row("feedback", feedback.id, ()))
    assert desk.journal.inbox.waiting() == []
    assert desk.journal.feedback.all()[0].followed


@pytest.mark.parametrize(
    ("kind", "offered"),
    [
        ("agreement", "open done move drop edit delete"),
        ("meeting", "open move drop edit delete"),
        ("inbox", "open done drop edit delete"),
        ("feedback", "open done move drop delete"),
        ("person", "open edit delete"),
        ("talk", "open move"),
        ("draft", "open"),
        ("unread", "open"),
        ("scale", "open"),
    ],
)
def test_what_a_kind_offers(desk: PlainDesk, kind: str, offered: str) -> None:
    row = Row("x", (), kind)
    assert [action for action in ACTIONS if KINDS[kind].offers(action, desk.journal, row)] == offered.split()


async def test_the_keys_that_a_row_does_not_offer_are_hidden(tmp_path: Path) -> None:
    at = Desk(tmp_path)
    at.journal().agreements.agree("call HR", due=date(2026, 3, 2))
    app = at.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot, "call HR")
        assert "x Done" in screen_lines(app)[-1]
        await stand_on(pilot, "The scale waits")
        assert "x Done" not in screen_lines(app)[-1]
        await press(pilot, "x")
        assert at.journal().agreements.all()[0].state == "open"


def test_feedback_is_edited_where_its_words_stand_and_nowhere_without_a_note(desk: PlainDesk) -> None:
    feedback, kind = desk.journal.feedback.all()[0], KINDS["feedback"]
    row = record_row("feedback", feedback.id, ())
    assert kind.offers("edit", desk.journal, row)
    kind.edit(desk, row)
    assert desk.went == [("note", feedback.person_id, "2026-03-02", feedback.line)]
    alone = desk.journal.feedback.note(feedback.person_id, "praise", "well said")
    assert not kind.offers("edit", desk.journal, record_row("feedback", alone.id, ()))


def test_of_a_conversation_that_took_place_the_note_is_edited(desk: PlainDesk) -> None:
    meeting = desk.journal.meetings.all()[0]
    KINDS["meeting"].edit(desk, record_row("meetings", meeting.id, ()))
    assert desk.went == [("note", meeting.person_id, "2026-03-02", "")]
    assert (desk.asked, desk.said) == ([], [])
