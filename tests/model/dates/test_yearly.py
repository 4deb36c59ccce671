"""Birthdays and anniversaries come every year."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from leadercli.model.dates.calendar import NO_YEAR, next_anniversary


def test_today_counts_and_yesterday_is_next_year() -> None:
    today = date(2026, 3, 2)
    assert next_anniversary(date(1985, 3, 2), today) == today
    assert next_anniversary(date(1985, 3, 1), today) == date(2027, 3, 1)
    assert next_anniversary(date(NO_YEAR, 3, 14), today) == date(2026, 3, 14)


def test_a_leap_day_is_the_28th_in_a_common_year() -> None:
    assert next_anniversary(date(NO_YEAR, 2, 29), date(2026, 1, 1)) == date(2026, 2, 28)
    assert next_anniversary(date(NO_YEAR, 2, 29), date(2028, 1, 1)) == date(2028, 2, 29)


@given(st.dates(date(1904, 1, 1), date(2030, 1, 1)), st.dates(date(2020, 1, 1), date(2060, 1, 1)))
def test_it_is_never_past_and_never_more_than_a_year_off(day: date, today: date) -> None:
    assert today <= next_anniversary(day, today) <= today + timedelta(days=366)
