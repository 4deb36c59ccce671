"""Days and spans said in words. Today is Monday 2 March 2026, week 10."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadercli.model.dates.format import (
    format_day,
    format_due,
    format_long,
    format_month,
    format_since,
    format_span,
    format_week,
    format_weekday,
    short_month,
)
from leadercli.model.dates.reader import read_date

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("day", "danish", "english"),
    [
        ("2026-03-02", "i dag", "today"),
        ("2026-03-03", "i morgen", "tomorrow"),
        ("2026-03-01", "i går", "yesterday"),
        ("2026-03-06", "fre 6. mar", "Fri 6 Mar"),
        ("2026-05-14", "tor 14. maj", "Thu 14 May"),
        ("2025-12-31", "ons 31. dec 2025", "Wed 31 Dec 2025"),
        ("2027-10-02", "lør 2. okt 2027", "Sat 2 Oct 2027"),
    ],
)
def test_a_day_is_short(day: str, danish: str, english: str) -> None:
    assert format_day(date.fromisoformat(day), TODAY, "da") == danish
    assert format_day(date.fromisoformat(day), TODAY, "en") == english


def test_the_year_is_not_said_when_new_year_is_near() -> None:
    assert format_day(date(2027, 1, 8), date(2026, 12, 20), "da") == "fre 8. jan"


@pytest.mark.parametrize(
    ("days_ago", "danish", "english", "short"),
    [
        (-4, "fre 6. mar", "Fri 6 Mar", "fre 6. mar"),
        (-1, "i morgen", "tomorrow", "i morgen"),
        (0, "i dag", "today", "i dag"),
        (1, "i går", "yesterday", "i går"),
        (3, "3 dage siden", "3 days ago", "3 dage"),
        (13, "13 dage siden", "13 days ago", "13 dage"),
        (14, "2 uger siden", "2 weeks ago", "2 uger"),
        (35, "5 uger siden", "5 weeks ago", "5 uger"),
        (62, "8 uger siden", "8 weeks ago", "8 uger"),
        (63, "2 måneder siden", "2 months ago", "2 måneder"),
        (365, "12 måneder siden", "12 months ago", "12 måneder"),
        (730, "2 år siden", "2 years ago", "2 år"),
    ],
)
def test_what_is_overdue_says_by_how_much(days_ago: int, danish: str, english: str, short: str) -> None:
    day = TODAY - timedelta(days_ago)
    assert format_due(day, TODAY, "da") == format_since(day, TODAY, "da") == danish
    assert format_due(day, TODAY, "en") == english
    assert format_due(day, TODAY, "da", short=True) == short


@pytest.mark.parametrize(("days", "danish", "english"), [(1, "1 dag", "1 day"), (0, "0 dage", "0 days")])
def test_one_is_not_many(days: int, danish: str, english: str) -> None:
    assert (format_span(days, "da"), format_span(days, "en")) == (danish, english)


def test_a_day_in_full() -> None:
    assert format_long(TODAY, "da") == "mandag 2. marts 2026"
    assert format_long(TODAY, "en") == "Monday 2 March 2026"
    assert format_long(TODAY, "da", year=False) == "mandag 2. marts"
    assert format_long(date(2026, 8, 16), "en", year=False) == "Sunday 16 August"


def test_months_weeks_and_weekdays() -> None:
    assert (format_month(TODAY, "da"), format_month(TODAY, "en")) == ("marts 2026", "March 2026")
    assert (short_month(date(2026, 5, 1), "da"), short_month(date(2026, 5, 1), "en")) == ("maj", "May")
    assert (format_week(TODAY, "da"), format_week(date(2027, 1, 1), "en")) == ("uge 10", "week 53")
    assert (format_weekday(date(2026, 3, 7), "da"), format_weekday(TODAY, "en")) == ("lør", "Mon")


def test_an_unknown_language_is_english() -> None:
    assert format_day(TODAY, TODAY, "xx") == "today"


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)), st.integers(-60, 300), st.sampled_from(["da", "en"]))
def test_what_is_said_of_a_day_reads_back_as_that_day(today: date, days: int, lang: str) -> None:
    day = today + timedelta(days)
    assert read_date(format_long(day, lang), today) == day
    if days >= -1:
        assert read_date(format_day(day, today, lang), today) == day
