"""What is written like a date and is none. Today is Monday 2 March 2026."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadercli.model.dates.reader import impossible_date, trailing_date

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("ring 31/2", "31/2"), ("ring 30/2.", "30/2"), ("ring senest 31/4", "31/4"), ("ring 32. marts", "32. marts"),
        ("ring den 31. april", "den 31. april"), ("ring inden 31. juni 2026", "31. juni 2026"), ("31/2", "31/2"),
        ("call the 31st of June", "the 31st of June"), ("call April 31", "April 31"), ("call 2026-02-30", "2026-02-30"),
        ("ring 29/2-2027", "29/2-2027"), ("ring 30.02.2027", "30.02.2027"), ("ring 32/1", "32/1"),
        # dates, numbers and what tells about something else
        ("ring 28/2", ""), ("ring 29/2", ""), ("ring 29/2-2028", ""), ("ring 36/4", ""), ("ring 5/20", ""),
        ("version 31.2", ""), ("pris 31.02", ""), ("tal om 31/2", ""), ("hver 31/4", ""), ("31/2 duer ikke", ""),
        ("ring", ""), ("", ""), ("ring 0/1", ""), ("ring 00/00", ""),
    ],
)  # fmt: skip
def test_what_is_no_day_of_its_month(text: str, phrase: str) -> None:
    assert impossible_date(text, TODAY) == phrase


PIECES = st.sampled_from(["31/2", "32.", "den", "april", "senest", "2026", "fre", "(", ")", "uge 54", "kl."])
TEXT = st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=8).map(" ".join))


@given(TEXT, st.dates())
def test_no_text_raises_and_what_ends_in_a_date_has_none(text: str, today: date) -> None:
    phrase = impossible_date(text, today)
    assert not (phrase and trailing_date(text, today)[1])
    assert phrase in " ".join(text.split())


@given(st.integers(1, 32), st.integers(1, 12), st.integers(1000, 9999))
def test_every_day_is_a_date_or_impossible(day: int, month: int, year: int) -> None:
    text = f"ring {day}/{month}-{year}"
    assert (trailing_date(text, TODAY)[1] is None) == (impossible_date(text, TODAY) == f"{day}/{month}-{year}")
