"""ISO weeks as text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadercli.model.dates.calendar import week_end, week_of, week_start, weeks_between, weeks_up_to

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def test_the_turn_of_the_year_follows_iso():
    assert week_of(date(2024, 12, 30)) == "2025-W01"
    assert week_of(date(2027, 1, 3)) == "2026-W53"
    assert week_start("2026-W09") == date(2026, 2, 23)


@given(DAYS)
def test_a_day_lies_between_the_ends_of_its_week(day):
    start = week_start(week_of(day))
    assert start.isoweekday() == 1
    assert week_end(day).isoweekday() == 7
    assert start <= day <= week_end(day)
    assert (week_end(day) - start).days == 6


@given(DAYS, DAYS)
def test_weeks_sort_as_text(one, other):
    apart = weeks_between(week_of(one), week_of(other))
    assert (apart > 0) == (week_of(one) < week_of(other))


@given(DAYS, st.integers(1, 60))
def test_weeks_up_to_are_one_apart_and_end_with_the_last(day, count):
    weeks = weeks_up_to(week_of(day), count)
    assert weeks[-1] == week_of(day)
    assert weeks_between(weeks[0], weeks[-1]) == count - 1 == len(set(weeks)) - 1


@pytest.mark.parametrize("text", ["", "2026", "2026-09", "2026-W54", "uge 9", "2026-W"])
def test_what_is_no_week_is_refused(text):
    with pytest.raises(ValueError, match=r"ISO|invalid|Invalid"):
        week_start(text)
