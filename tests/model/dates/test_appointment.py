"""A day, a time and minutes in one line, in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadercli.model.dates.appointment import Appointment, read_appointment, read_length
from leadercli.model.dates.format import format_time

TODAY = date(2026, 3, 2)
FRIDAY = date(2026, 3, 6)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fre 10.00", Appointment(FRIDAY, "10:00")),
        ("fre 10", Appointment(FRIDAY, "10:00")),
        ("fre 10.10", Appointment(FRIDAY, "10:10")),
        ("fri 3pm for an hour", Appointment(FRIDAY, "15:00", 60)),
        ("fri at 12am", Appointment(FRIDAY, "00:00")),
        ("10.00 fredag", Appointment(FRIDAY, "10:00")),
        ("45 min fre 9", Appointment(FRIDAY, "09:00", 45)),
        ("fre 10-10.45", Appointment(FRIDAY, "10:00", 45)),
        ("fre, kl 10, en halv time", Appointment(FRIDAY, "10:00", 30)),
        ("14/11 kl 9.30 45 min", Appointment(date(2026, 11, 14), "09:30", 45)),
        ("14.11 9.30", Appointment(date(2026, 11, 14), "09:30")),
        ("tor uge 12 kl. 13", Appointment(date(2026, 3, 19), "13:00")),
        ("man 13.00 Mads er syg", Appointment(date(2026, 3, 9), "13:00", 0, "Mads er syg")),
        ("om 2 uger", Appointment(date(2026, 3, 16))),
        ("fre 10 syg", Appointment(FRIDAY, "10:00", 0, "syg")),
        ("fre 10.00: Mads er syg", Appointment(FRIDAY, "10:00", 0, "Mads er syg")),
        ("i morgen, ferie", Appointment(date(2026, 3, 3), "", 0, "ferie")),
    ],
)
def test_reads_what_a_leader_types(typed: str, meant: Appointment) -> None:
    assert read_appointment(typed, TODAY) == meant


@pytest.mark.parametrize("typed", ["", "   ", "blah", "10.00", "syg fre", "kl", "45 min"])
def test_a_line_without_a_day_is_none(typed: str) -> None:
    assert read_appointment(typed, TODAY) is None


def test_only_a_time_means_the_day_that_is_given() -> None:
    assert read_appointment("kl 11", TODAY, FRIDAY) == Appointment(FRIDAY, "11:00")
    assert read_appointment("11.30 45 min", TODAY, FRIDAY) == Appointment(FRIDAY, "11:30", 45)
    assert read_appointment("syg", TODAY, FRIDAY) is None


@pytest.mark.parametrize("typed", ["fre 2 er syge", "fre 25.00", "fre 10.75", "fre 9-8"])
def test_what_no_clock_shows_stays_words(typed: str) -> None:
    found = read_appointment(typed, TODAY)
    assert found is not None
    assert (found.day, found.time, found.minutes) == (FRIDAY, "", 0)
    assert found.rest == typed.removeprefix("fre ")


@pytest.mark.parametrize(
    ("typed", "minutes"), [("45", 45), ("45 min", 45), ("1 time", 60), ("half an hour", 30), ("2 hours", 120)]
)
def test_reads_lengths(typed: str, minutes: int) -> None:
    assert read_length(typed) == minutes


@pytest.mark.parametrize("typed", ["", "0", "900", "long", "45 min x", "-5"])
def test_what_is_no_length_is_none(typed: str) -> None:
    assert read_length(typed) is None


def test_says_a_time_as_each_language_does() -> None:
    assert format_time("09:30", "da") == "9.30"
    assert format_time("09:30", "en") == "9:30"
    assert format_time("", "da") == ""
    assert format_time("noon", "en") == "noon"


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(["da", "en"]))
def test_a_time_that_is_said_is_read_again(hour: int, minute: int, lang: str) -> None:
    time = f"{hour:02}:{minute:02}"
    said = format_time(time, lang)
    assert read_appointment(f"fre kl {said}", TODAY) == Appointment(FRIDAY, time)
    assert read_appointment(f"{said} 45 min", TODAY, FRIDAY, time_first=True) == Appointment(FRIDAY, time, 45)


def test_a_date_that_could_be_a_time_is_a_date_unless_a_time_is_asked_for() -> None:
    assert read_appointment("10.10", TODAY, FRIDAY) == Appointment(date(2026, 10, 10))
    assert read_appointment("10.10", TODAY, FRIDAY, time_first=True) == Appointment(FRIDAY, "10:10")
    assert read_appointment("fre 10.04", TODAY) == Appointment(date(2026, 4, 10)), "10 April is a Friday"
    assert read_appointment("45 min", TODAY, FRIDAY, time_first=True) == Appointment(FRIDAY, "", 45)
    assert read_appointment("tor 11", TODAY, FRIDAY, time_first=True) == Appointment(date(2026, 3, 5), "11:00")


@given(st.text(max_size=40))
def test_never_fails_and_what_is_left_stands_in_the_line(rest: str) -> None:
    found = read_appointment(f"fre {rest}", TODAY)
    assert found is None or found.rest in rest
