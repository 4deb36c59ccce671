"""What waits on a morning."""

from datetime import date, datetime

import pytest

from leadercli.model.overview.today import todays_review
from leadercli.model.records import Agreement, Feedback, InboxItem, Meeting, Person, WeighIn
from leadercli.model.scale.due import Ask, ScaleDue
from leadercli.model.scale.items import items

MONDAY = date(2026, 3, 2)
DONE = datetime(2026, 3, 1, 12)
EVA, MADS = Person("eva", "Eva", start=date(2020, 1, 1)), Person("mads", "Mads", start=date(2020, 1, 1))
LAST_WEEK = WeighIn("9", "2026-W09", {"pace": 4})


def look(people=(), meetings=(), agreements=(), inbox=(), feedback=(), weigh_ins=(LAST_WEEK,), today=MONDAY):
    kinds = (people, meetings, agreements, inbox, feedback, weigh_ins)
    return todays_review(*(iter(kind) for kind in kinds), iter(items()), today)


def ids(records):
    return [it.id for it in records]


def test_a_day_on_which_nothing_waits_is_empty():
    assert look().empty
    assert look(agreements=[Agreement("1", "Ring", due=date(2026, 3, 4)), Agreement("2", "Ring")]).empty


def test_agreements_are_overdue_due_today_or_coming_within_a_week():
    dues = {
        "a": date(2026, 3, 1),
        "b": date(2026, 2, 1),
        "c": MONDAY,
        "d": date(2026, 3, 9),
        "e": date(2026, 3, 10),
    }
    found = look(agreements=[*(Agreement(it, "Ring", due=due) for it, due in dues.items()), Agreement("n", "Ring")])
    assert (ids(found.overdue), ids(found.due_today), ids(found.coming)) == (["b", "a"], ["c"], ["d"])
    assert not found.empty


def test_what_is_closed_does_not_wait():
    closed = {"state": "done"}, {"state": "dropped"}, {"deleted": DONE}
    assert look(agreements=[Agreement("1", "Ring", due=MONDAY, **how) for how in closed]).empty


def test_todays_talks_stand_by_the_clock_and_tell_what_there_is_to_take_up():
    found = look(
        people=[MADS, EVA],
        meetings=[
            Meeting("3", "eva", MONDAY),
            Meeting("2", "mads", MONDAY, "10:00", "planned"),
            Meeting("1", "eva", MONDAY, "9:00", "planned"),
            Meeting("x", "eva", MONDAY, "8:00", "cancelled"),
            Meeting("y", "eva", MONDAY, "8:00", "planned", deleted=DONE),
            Meeting("z", "eva", date(2026, 3, 3), "8:00", "planned"),
        ],
        agreements=[
            Agreement("1", "Ring", "mads"),
            Agreement("2", "Ring", "mads", due=date(2027, 1, 1)),
            Agreement("3", "Ring", "mads", state="done"),
        ],
        inbox=[
            InboxItem("1", "mads", "Løn"),
            InboxItem("2", "mads", "Ferie", raised=DONE),
            InboxItem("3", "mads", "Kursus", deleted=DONE),
        ],
    )
    assert [it.meeting.id for it in found.talks] == ["1", "2", "3"]
    assert [(it.agreements, it.inbox) for it in found.talks] == [(0, 0), (2, 1), (0, 0)]


def test_what_was_planned_and_has_no_note_is_asked_about_for_thirty_days():
    gone = Person("gone", "Gone", start=date(2020, 1, 1), state="archived")
    found = look(
        people=[MADS, EVA, gone],
        meetings=[
            Meeting("2", "mads", date(2026, 3, 1), state="planned"),
            Meeting("1", "eva", date(2026, 1, 31), state="planned"),
            Meeting("old", "eva", date(2026, 1, 30), state="planned"),
            Meeting("held", "eva", date(2026, 2, 20)),
            Meeting("off", "eva", date(2026, 2, 21), state="cancelled"),
            Meeting("bin", "eva", date(2026, 2, 22), state="planned", deleted=DONE),
            Meeting("left", "gone", date(2026, 2, 23), state="planned"),
            Meeting("today", "mads", MONDAY, state="planned"),
        ],
    )
    assert ids(found.missed) == ["1", "2"]


def test_who_waited_longest_comes_first_and_who_was_never_met_last():
    people = [Person("new", "Ny", start=date(2020, 1, 1)), EVA, MADS, Person("off", "Orlov", state="paused")]
    meetings = [
        Meeting("1", "eva", date(2026, 1, 26)),
        Meeting("2", "mads", date(2026, 1, 12)),
        Meeting("3", "mads", date(2026, 1, 11)),
    ]
    assert [(it.person_id, it.never) for it in look(people, meetings).to_meet] == [
        ("mads", False),
        ("eva", False),
        ("new", True),
    ]


def test_feedback_is_followed_up_from_its_day_until_it_is_followed():
    def given(id, **more):
        return Feedback(id, "eva", "better", "Dagsorden", date(2026, 2, 2), **more)

    found = look(
        feedback=[
            given("1", follow_up=MONDAY),
            given("2", follow_up=date(2026, 2, 20)),
            given("3", follow_up=date(2026, 3, 3)),
            given("4", follow_up=MONDAY, followed=DONE),
            given("5", follow_up=MONDAY, deleted=DONE),
            given("6"),
        ]
    )
    assert ids(found.follow_ups) == ["2", "1"]


def test_the_scale_that_is_due_brings_its_question_along():
    before = WeighIn("8", "2026-W08", {"pace": 4}, turn_down="pace")
    found = look(weigh_ins=[before])
    assert found.scale == ScaleDue("2026-W09")
    assert found.asks == (Ask("pace", "down", "2026-W08"),)
    assert not found.empty


def test_a_scale_that_is_not_due_asks_nothing():
    found = look(weigh_ins=[WeighIn("9", "2026-W09", {"pace": 4}, turn_down="pace")])
    assert (found.scale, found.asks) == (None, ())


@pytest.mark.parametrize("what", ["talks", "missed", "to_meet", "follow_ups"])
def test_each_thing_that_waits_makes_a_day_not_empty(what):
    found = {
        "talks": look(meetings=[Meeting("1", "eva", MONDAY, state="planned")]),
        "missed": look(meetings=[Meeting("1", "eva", date(2026, 3, 1), state="planned")]),
        "to_meet": look([EVA]),
        "follow_ups": look(feedback=[Feedback("1", "eva", "praise", "Flot", MONDAY, MONDAY)]),
    }[what]
    assert getattr(found, what)
    assert not found.empty
