"""Rhythms as they are written and read aloud."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadercli.model.people.rhythm import CHOICES, cadence_words, read_cadence, step


@pytest.mark.parametrize(
    ("typed", "cadence"),
    [
        ("weekly", "1w"), ("hver uge", "1w"), ("ugentligt", "1w"), ("1u", "1w"), ("7 dage", "1w"),
        ("once a week", "1w"), ("en gang om ugen", "1w"),
        ("14 dage", "2w"), ("hver 14. dag", "2w"), ("every 2 weeks", "2w"), ("2u", "2w"), ("2 uger", "2w"),
        ("hver anden uge", "2w"), ("every other week", "2w"), ("Hver fjortende dag", "2w"),
        ("hver tredje uge", "3w"), ("6 weeks", "6w"),
        ("monthly", "1m"), ("månedlig", "1m"), ("1m", "1m"), ("  Hver   måned ", "1m"),
        ("2 mdr.", "2m"), ("hver 3. måned", "3m"), ("quarterly", "3m"),
        ("", ""), ("ingen", ""), ("none", ""), ("aldrig", ""),
    ],
)  # fmt: skip
def test_both_languages_are_understood(typed, cadence):
    assert read_cadence(typed) == cadence


@pytest.mark.parametrize(
    "typed",
    ["banan", "10 dage", "0w", "-1w", "53w", "13m", "hver", "2", "1x", "²w", "9" * 5000 + "w", "week 2"],
)
def test_what_is_no_rhythm_is_not_guessed(typed):
    assert read_cadence(typed) is None


@given(st.text())
def test_anything_may_be_typed(typed):
    cadence = read_cadence(typed)
    assert not cadence or read_cadence(cadence) == cadence


@given(st.one_of(st.sampled_from(CHOICES), st.integers(1, 52).map("{}w".format), st.integers(1, 12).map("{}m".format)))
def test_what_is_read_aloud_is_understood_again(cadence):
    for lang in ("da", "en"):
        assert read_cadence(cadence_words(cadence, lang)) == cadence


def test_words_are_plain():
    assert [cadence_words(it, "da") for it in ("1w", "2w", "1m", "")] == [
        "hver uge", "hver 2. uge", "hver måned", "ingen fast rytme",
    ]  # fmt: skip
    assert [cadence_words(it, "en") for it in ("1w", "2w", "1m", "")] == [
        "every week", "every 2 weeks", "every month", "no fixed rhythm",
    ]  # fmt: skip


def test_weeks_are_counted_in_days_and_months_by_the_calendar():
    assert step(date(2026, 1, 31), "2w") == date(2026, 2, 14)
    assert step(date(2026, 1, 31), "1m") == date(2026, 2, 28)
    assert step(date(2025, 12, 2), "3m") == date(2026, 3, 2)
