"""What is said of the fields of records, their values, and what changed in them."""

from __future__ import annotations

from datetime import date

import pytest

from leadercli.demo.make import demo_session
from leadercli.journal.history.versions import content
from leadercli.journal.opening import open_journal
from leadercli.locale.texts import Texts
from leadercli.model.schema import KIND_OF
from leadercli.session import begin
from leadercli.words.fields import field_words, value_words
from leadercli.words.history import change_lines, record_words

MONDAY = date(2026, 3, 2)
EN, DA = Texts("en"), Texts("da")
NAMES = {"p1": "Lise", "i1": "Driving", "a1": "ring"}


def _name(id_: str) -> str:
    return NAMES.get(id_, "")


@pytest.mark.parametrize(
    ("field", "value", "english", "danish"),
    [
        ("due", "2026-03-06", "Fri 6 Mar", "fre 6. mar"),
        ("due", None, "–", "–"),
        ("raised", "2026-03-02T09:05:00", "today 9:05", "i dag 9.05"),
        ("raised", None, "no", "nej"),
        ("birthday", "1904-03-14", "14 March", "14. marts"),
        ("birthday", "1988-03-14", "Mon 14 Mar 1988", "man 14. mar 1988"),
        ("cadence", "1m", "every month", "hver måned"),
        ("relation", "manager", "my manager", "min leder"),
        ("owner", "me", "me", "mig"),
        ("owner", "p1", "Lise", "Lise"),
        ("owner", "gone", "gone", "gone"),
        ("state", "dropped", "dropped", "bortfaldet"),
        ("private", True, "yes", "ja"),
        ("minutes", 45, "45", "45"),
        ("rating.workload", 4, "4", "4"),
        ("rating.workload", 0, "not relevant", "ikke relevant"),
        ("turn_down", "pace", "Pace of change", "Forandringstempo"),
        ("turn_up", "i1", "Driving", "Driving"),
        ("step.turn_up", "a1", "ring", "ring"),
        ("moved.pace", "little", "a little", "lidt"),
        ("text", "2026-3", "2026-3", "2026-3"),
        ("text", "a\x1b[0m\nb", "a\ufffd[0m b", "a\ufffd[0m b"),
    ],
)
def test_values_are_said_in_words(field: str, value: object, english: str, danish: str) -> None:
    assert value_words(field, value, EN, MONDAY, _name) == english
    assert value_words(field, value, DA, MONDAY, _name).casefold() == danish.casefold()


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("rating.workload", "Workload and time"),
        ("rating.i1", "Driving"),
        ("rating.gone", "an item of your own"),
        ("moved.pace", "Did it move: Pace of change"),
        ("step.turn_up", "Next step"),
        ("from_the_future", "from_the_future"),
    ],
)
def test_fields_are_called_by_their_names(field: str, words: str) -> None:
    assert field_words(field, EN, _name) == words


def test_every_field_of_the_sample_journal_has_a_name(home: dict[str, str]) -> None:
    session = demo_session(begin(home))
    journal = open_journal(session.places, session.clock)
    fields = {name for table in KIND_OF for raw in journal.table(table).values() for name in content(raw)}
    assert len(fields) > 30
    assert [name for name in sorted(fields) if field_words(name, EN) == name and not name.startswith("move.")] == []


def _lines(*changes: tuple[str, object, object]) -> list[str]:
    return [f"{one.sign} {one.text}" for one in change_lines(changes, EN, MONDAY, _name)]


def test_texts_stand_first_line_by_line_and_the_rest_as_old_and_new() -> None:
    assert _lines(("due", "2026-03-06", "2026-03-10"), ("note", "", "too much"), ("text", "a\nb", "a\nc")) == [
        "  a",
        "− b",
        "+ c",
        "  What fills most:",
        "+ too much",
        "  Deadline: Fri 6 Mar → Tue 10 Mar",
    ]


def test_what_is_new_has_no_old_value_and_a_moved_deadline_its_reason() -> None:
    move = {"at": "2026-03-02T08:00:00", "old": "2026-03-06", "new": "2026-03-10", "reason": "ill"}
    assert _lines(("person", None, "p1"), ("owner", None, "p1"), ("move.001.x", None, move)) == [
        "  Owner: Lise",
        "  Reason: ill",
    ]
    assert _lines(("move.001.x", None, {**move, "reason": ""})) == []


@pytest.mark.parametrize(
    ("table", "what", "day", "said"),
    [
        ("meetings", "we talked", date(2026, 2, 27), "Fri 27 Feb · we talked"),
        ("meetings", "", date(2026, 2, 27), "conversation Fri 27 Feb"),
        ("weigh_ins", "too much", date(2026, 3, 2), "week 10 · too much"),
        ("agreements", "ring", None, "ring"),
        ("agreements", "", None, "(without words)"),
    ],
)
def test_a_record_is_told_in_a_line(table: str, what: str, day: date | None, said: str) -> None:
    assert record_words(table, what, day, EN, MONDAY) == said
