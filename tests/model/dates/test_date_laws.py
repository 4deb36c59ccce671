"""What holds for any text and any day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadercli.model.dates.reader import leading_date, read_date, trailing_date
from leadercli.model.dates.vocabulary import LEADS, MONTHS, NUMBERS, UNITS, WEEKDAYS

OTHERS = ("i", "om", "næste", "denne", "ultimo", "the", "of", "end")
WORDS = sorted({*LEADS, *MONTHS, *NUMBERS, *UNITS, *WEEKDAYS, *OTHERS})
PIECES = ["uge 48", "i dag", "u48", "!", "kl. 10", "(fre)"]
NUMERALS = st.from_regex(r"\A[0-9]{1,4}([./-][0-9]{0,4}){0,3}(th|\.|,)?\Z")
WORD = st.one_of(st.sampled_from(WORDS), NUMERALS, st.text(max_size=6), st.sampled_from(PIECES))
TEXT = st.one_of(st.text(), st.lists(WORD, max_size=9).map(" ".join))
DAY = st.dates()
NEAR = st.dates(date(1990, 1, 1), date(2090, 12, 31))
DANISH = [
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
    "december",
]  # fmt: skip


def letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


@given(TEXT, DAY)
def test_no_text_on_no_day_raises(text: str, today: date) -> None:
    assert read_date(text, today) is None or text.strip()
    trailing_date(text, today)
    leading_date(text, today)


@given(TEXT, NEAR)
def test_nothing_is_swallowed_at_the_end(text: str, today: date) -> None:
    rest, found, phrase = trailing_date(text, today)
    assert sorted(letters(rest + phrase)) == sorted(letters(text))
    if found is None:
        assert (rest, phrase) == (text, "")


@given(TEXT, NEAR)
def test_the_phrase_alone_is_the_same_date(text: str, today: date) -> None:
    _, found, phrase = trailing_date(text, today)
    assert found is None or read_date(phrase, today) == found


@given(TEXT, NEAR)
def test_what_follows_a_leading_date_is_kept(text: str, today: date) -> None:
    found, rest = leading_date(text, today)
    assert letters(text).endswith(letters(rest))
    if found is None:
        assert rest == text


@given(NEAR, NEAR, st.sampled_from(["", "senest ", "ring til kunden "]))
def test_a_full_date_reads_back_however_it_is_written(day: date, today: date, before: str) -> None:
    month = DANISH[day.month - 1]
    for written in (
        day.isoformat(),
        f"{day.day}/{day.month}-{day.year}",
        f"{day:%d.%m.%Y}",
        f"{day.day}. {month} {day.year}",
        f"den {day.day}. {month[:3]}. {day.year}",
        f"{month} {day.day}, {day.year}",
    ):
        assert trailing_date(before + written, today)[1] == day


@given(NEAR, NEAR)
def test_a_date_without_a_year_is_the_next_one(day: date, today: date) -> None:
    found = read_date(f"{day.day}/{day.month}", today)
    assert found is not None
    assert (found.day, found.month) == (day.day, day.month)
    assert found >= today
    if (day.day, day.month) != (29, 2):
        assert found - today < timedelta(366)


@given(NEAR, st.integers(0, 6))
def test_a_weekday_is_within_the_week_to_come(today: date, weekday: int) -> None:
    name = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")[weekday]
    found = read_date(name, today)
    assert found is not None
    assert found.weekday() == weekday
    assert 1 <= (found - today).days <= 7
    upcoming = read_date(f"næste {name}", today)
    assert upcoming is not None
    assert upcoming.isocalendar()[:2] == (today + timedelta(7)).isocalendar()[:2]


@given(NEAR, st.integers(1, 53))
def test_a_week_is_its_friday(today: date, week: int) -> None:
    found = read_date(f"uge {week}", today)
    assert found is not None
    assert found >= today
    assert (found.isocalendar().week, found.isoweekday()) == (week, 5)


@pytest.mark.parametrize(
    ("danish", "english"),
    [
        ("i dag", "today"), ("i går", "yesterday"), ("i overmorgen", "the day after tomorrow"),
        ("næste fredag", "next friday"), ("næste uge", "next week"), ("om 3 uger", "in three weeks"),
        ("om 14 dage", "in 14 days"), ("om et år", "in a year"), ("uge 7", "week 7"), ("uge 7 2031", "week 7 2031"),
        ("ultimo maj", "end of May"), ("primo oktober", "beginning of October"), ("medio juni", "mid June"),
        ("den 3. december", "the 3rd of December"), ("ultimo måneden", "end of the month"),
        ("inden udgangen af året", "by the end of the year"), ("lørdag i uge 40", "saturday of week 40"),
    ],
)  # fmt: skip
@given(today=NEAR)
def test_both_languages_mean_the_same(danish: str, english: str, today: date) -> None:
    found = read_date(danish, today)
    assert found is not None
    assert read_date(english, today) == found
    assert read_date(english.upper(), today) == found
