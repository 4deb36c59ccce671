"""All open agreements in one list."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadercli.model.overview.next_steps import (
    WHEN,
    belongs,
    by_due,
    grouped,
    haystacks,
    is_open,
    narrow,
    when,
)
from leadercli.model.records import Agreement

TODAY = date(2026, 3, 4)  # a Wednesday
NAMES = {"ase": "Åse Bjørn", "mads": "Mads Holm"}


def step(id, due=None, text="Ring", **more):
    return Agreement(id, text, due=due, **more)


@pytest.mark.parametrize(
    ("due", "place"),
    [
        (None, "undated"),
        (date(2026, 3, 3), "overdue"),
        (TODAY, "today"),
        (date(2026, 3, 5), "this_week"),
        (date(2026, 3, 8), "this_week"),
        (date(2026, 3, 9), "later"),
    ],
)
def test_deadlines_are_placed(due, place):
    assert when(due, TODAY) == place


def test_at_the_weekend_this_week_still_ends_on_sunday():
    saturday, sunday = date(2026, 3, 7), date(2026, 3, 8)
    assert when(sunday, saturday) == "this_week"
    assert when(date(2026, 3, 9), saturday) == "later"
    assert when(date(2026, 3, 9), sunday) == "later"


def test_only_open_agreements_are_next_steps():
    closed = [
        step("d", TODAY, state="done"),
        step("b", TODAY, state="dropped"),
        step("x", deleted=datetime(2026, 3, 1)),
    ]
    assert not any(map(is_open, closed))
    found = grouped([*closed, step("o", TODAY)], TODAY)
    assert [it.id for it in found["today"]] == ["o"]
    assert list(found) == list(WHEN)
    assert sum(map(len, found.values())) == 1


def test_a_group_is_ordered_by_deadline_then_oldest_first():
    late, early = date(2026, 3, 3), date(2026, 3, 1)
    given = [
        step("1", late, created=datetime(2026, 2, 2)),
        step("2", late, created=datetime(2026, 2, 1)),
        step("3", early),
        step("4", late),
    ]
    assert [it.id for it in grouped(given, TODAY)["overdue"]] == ["3", "2", "1", "4"]


@given(st.lists(st.none() | st.dates(date(2025, 1, 1), date(2027, 1, 1)), max_size=20))
def test_every_open_agreement_stands_in_one_group_and_groups_follow_each_other(dues):
    given_ = [step(str(place), due) for place, due in enumerate(dues)]
    found = [it for group in grouped(given_, TODAY).values() for it in group]
    assert sorted(it.id for it in found) == sorted(it.id for it in given_)
    assert found == sorted(given_, key=by_due)


STEPS = [
    step("1", text="Ring til HR om orlov", person_id="ase"),
    step("2", text="Send budget", person_id="mads", owner="mads"),
    step("3", text="Afklar vagter", person_id="mads", owner="ase"),
    step("4", text="Læs oplæg", person_id="mads", owner="us"),
]


def found(words="", person_id="", whose="all"):
    return [it.id for it in narrow(STEPS, haystacks(STEPS, NAMES), words, person_id, whose)]


def test_nothing_typed_leaves_nothing_out():
    assert found() == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("budget", ["2"]),
        ("BUD send", ["2"]),
        ("budget orlov", []),
        ("aase", ["1", "3"]),
        ("mads vagt", ["3"]),
        ("laes", ["4"]),
        ("  ", ["1", "2", "3", "4"]),
    ],
)
def test_every_typed_word_must_be_in_the_text_or_the_names(words, ids):
    assert found(words) == ids


def test_words_do_not_run_from_the_text_into_a_name():
    assert found("orlovaase") == []


def test_a_person_has_what_is_about_them_and_what_they_own():
    assert found(person_id="ase") == ["1", "3"]
    assert found(person_id="mads") == ["2", "3", "4"]


def test_mine_and_theirs():
    assert found(whose="mine") == ["1", "4"]
    assert found(whose="theirs") == ["2", "3", "4"]
    assert found(whose="theirs", words="send", person_id="mads") == ["2"]
    assert belongs(step("x", owner="them"), "theirs")
    assert not belongs(step("x", owner="them"), "mine")


def test_what_one_note_made_at_once_stands_as_it_was_written():
    made = datetime(2026, 3, 2, 9)
    lines = ["w:9.2", "w:9.10", "w:10.0", "w:10.1"]
    found = [step(id, TODAY, line=line, created=made) for id, line in zip("dacb", lines, strict=True)]
    older = step("z", TODAY, line="w:99.0", created=datetime(2026, 3, 1, 9))
    odd = step("e", TODAY, line="by hand", created=datetime(2026, 3, 3, 9))
    assert sorted([odd, *reversed(found), older], key=by_due) == [older, *found, odd]
