"""When a conversation is due, and how the rhythm was kept."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadercli.model.people.rhythm import Due, due_for_talk, last_held, next_due, next_planned, rhythm_strip
from leadercli.model.records import Meeting, Person

TODAY = date(2026, 3, 2)
EVA = Person("eva", "Eva", cadence="1m", start=date(2020, 1, 1))


def talk(day, state="held", **more):
    return Meeting(f"{day}-{state}", "eva", day, state=state, **more)


def test_a_month_after_the_last_conversation_it_is_time():
    found = due_for_talk(EVA, [talk(date(2026, 1, 26))], TODAY)
    assert found == Due("eva", date(2026, 1, 26), date(2026, 2, 26), weeks_since=5, overdue_days=4, never=False)


def test_it_is_due_on_the_day_and_not_the_day_before():
    assert due_for_talk(EVA, [talk(date(2026, 2, 2))], TODAY).overdue_days == 0
    assert due_for_talk(EVA, [talk(date(2026, 2, 3))], TODAY) is None


def test_only_a_conversation_that_took_place_counts():
    meetings = [
        talk(date(2026, 1, 2)),
        talk(date(2026, 2, 20), "cancelled"),
        talk(date(2026, 2, 25), "planned"),
        talk(date(2026, 2, 26), deleted=datetime(2026, 2, 27)),
    ]
    assert last_held(meetings, TODAY) == date(2026, 1, 2)
    assert due_for_talk(EVA, meetings, TODAY).last == date(2026, 1, 2)
    assert last_held([*meetings, talk(date(2026, 3, 3))], TODAY) == date(2026, 1, 2)


def test_a_planned_conversation_silences_until_its_day_has_passed():
    planned = [talk(date(2026, 1, 2)), talk(date(2026, 3, 4), "planned")]
    assert due_for_talk(EVA, planned, date(2026, 3, 2)) is None
    assert due_for_talk(EVA, planned, date(2026, 3, 4)) is None
    assert due_for_talk(EVA, planned, date(2026, 3, 5)).last == date(2026, 1, 2)


def test_a_cancelled_or_binned_plan_does_not_silence():
    ahead = date(2026, 3, 9)
    gone = [talk(ahead, "cancelled"), talk(ahead, "planned", deleted=datetime(2026, 3, 1))]
    assert due_for_talk(EVA, [talk(date(2026, 1, 2)), *gone], TODAY) is not None


def test_with_someone_never_met_it_is_time_from_their_start():
    assert due_for_talk(EVA, [], TODAY) == Due("eva", None, date(2020, 1, 1), None, 2252, never=True)
    coming = Person("eva", "Eva", start=date(2026, 3, 16))
    assert due_for_talk(coming, [], TODAY) is None
    noted = Person("eva", "Eva", created=datetime(2026, 3, 1, 9))
    assert due_for_talk(noted, [], TODAY).overdue_days == 1


def test_without_a_rhythm_nothing_is_due():
    assert due_for_talk(Person("eva", "Eva", cadence=""), [], TODAY) is None
    assert next_due(TODAY, "", None) is None
    assert next_due(TODAY, "?", None) is None


@pytest.mark.parametrize(
    "person",
    [
        Person("eva", "Eva", state="archived"),
        Person("eva", "Eva", state="paused"),
        Person("eva", "Eva", state="paused", paused_until=date(2026, 3, 3)),
        Person("eva", "Eva", left=TODAY),
        Person("eva", "Eva", deleted=datetime(2026, 3, 1)),
    ],
)
def test_who_is_away_is_never_due(person):
    assert due_for_talk(person, [talk(date(2025, 1, 2))], TODAY) is None


def test_the_day_named_is_the_first_day_back():
    back = Person("eva", "Eva", state="paused", paused_until=TODAY)
    assert due_for_talk(back, [talk(date(2025, 1, 2))], TODAY).overdue_days == 0


def test_back_from_leave_the_days_away_are_not_overdue():
    back = Person("eva", "Eva", state="paused", paused_until=date(2026, 3, 1))
    found = due_for_talk(back, [talk(date(2025, 6, 2))], TODAY)
    assert (found.due, found.overdue_days, found.last) == (date(2026, 3, 1), 1, date(2025, 6, 2))


def test_after_a_conversation_the_leave_is_history():
    back = Person("eva", "Eva", paused_until=date(2025, 9, 1))
    assert due_for_talk(back, [talk(date(2025, 9, 10))], TODAY).due == date(2025, 10, 10)


def test_the_nearest_plan_is_the_next():
    plans = [
        talk(date(2026, 4, 2), "planned"),
        talk(TODAY, "planned", time="10:00"),
        talk(date(2026, 2, 2), "planned"),
    ]
    assert next_planned(plans, TODAY) == plans[1]
    assert next_planned([], TODAY) is None


@given(st.sampled_from(["1w", "2w", "1m", "3m"]), st.integers(0, 200))
def test_someone_is_due_exactly_from_the_next_due_day(cadence, ago):
    last = TODAY - timedelta(days=ago)
    person = Person("eva", "Eva", cadence=cadence)
    found = due_for_talk(person, [talk(last)], TODAY)
    assert (found is not None) == (next_due(last, cadence, None) <= TODAY)


def marks(*meetings, months=4):
    return [kept for _, kept in rhythm_strip(meetings, TODAY, months)]


def test_the_strip_has_twelve_months_and_ends_with_this_one():
    found = rhythm_strip([], TODAY)
    assert (len(found), found[0], found[-1]) == (12, (date(2025, 4, 1), "none"), (date(2026, 3, 1), "none"))


def test_the_strip_shows_held_moved_and_cancelled():
    assert marks(
        talk(date(2025, 12, 5)),
        talk(date(2026, 1, 20), moved_from=date(2026, 1, 9)),
        talk(date(2026, 2, 5), "cancelled"),
        talk(date(2026, 3, 20), "planned"),
    ) == ["held", "moved", "cancelled", "none"]


def test_a_conversation_moved_to_the_next_month_shows_in_both():
    assert marks(talk(date(2026, 2, 3), moved_from=date(2026, 1, 28))) == ["none", "moved", "held", "none"]


def test_a_plan_moved_ahead_leaves_its_mark_and_a_plan_that_passed_does_not():
    assert marks(talk(date(2026, 4, 3), "planned", moved_from=date(2026, 2, 28))) == [
        "none",
        "none",
        "moved",
        "none",
    ]
    assert marks(talk(date(2026, 2, 3), "planned")) == ["none"] * 4


def test_one_that_was_held_makes_up_for_one_that_was_not():
    both = talk(date(2026, 2, 5), "cancelled"), talk(date(2026, 2, 9))
    assert marks(*both) == marks(*reversed(both)) == ["none", "none", "held", "none"]


def test_one_that_was_moved_weighs_more_than_one_that_was_cancelled():
    both = talk(date(2026, 2, 5), "cancelled"), talk(date(2026, 2, 9), moved_from=date(2026, 2, 2))
    assert marks(*both) == marks(*reversed(both)) == ["none", "none", "moved", "none"]
    assert marks(talk(date(2026, 2, 9), "cancelled", moved_from=date(2026, 2, 2)))[2] == "cancelled"


def test_older_binned_and_future_meetings_do_not_show():
    assert (
        marks(
            talk(date(2025, 11, 30)),
            talk(date(2026, 2, 5), deleted=datetime(2026, 2, 6)),
            talk(date(2026, 3, 3)),
        )
        == ["none"] * 4
    )
