"""A phrase that is a date and nothing else, in both languages. Today is Monday 2 March 2026, week 10."""

from datetime import date

import pytest

from leadercli.model.dates.reader import read_date

TODAY = date(2026, 3, 2)

DAYS = {
    "2026-02-28": ["i forgårs", "iforgårs"],
    "2026-03-01": ["i går", "igår", "i gaar", "I GÅR", "i ga\u030ar", "yesterday", "1/3-2026", "2026-03-01"],
    "2026-03-02": ["i dag", "idag", "I dag", "today", "i aften", "tonight", "2/3", "om 0 dage", "2. marts"],
    "2026-03-03": ["i morgen", "imorgen", "tomorrow", "tir", "tirs", "tirsdag", "tue", "Tuesday", "om en dag"],
    "2026-03-04": ["i overmorgen", "overmorgen", "the day after tomorrow", "ons", "Wed", "wednesday"],
    "2026-03-05": ["tor", "tors", "torsdag", "thu", "thurs", "thursday", "in three days", "+3"],
    "2026-03-06": [
        "fre", "fre.", "fredag", "Fredag!", "fri", "friday", "senest på fredag", "this friday", "uge 10",
        "i løbet af ugen", "during the week", "fredag eftermiddag", "friday morning", "(fre)", "fre d.6/3",
    ],
    "2026-03-07": ["lør", "lørdag", "loerdag", "sat", "saturday"],
    "2026-03-08": ["søn", "søndag", "soendag", "sun", "sunday", "i weekenden", "denne weekend", "at the weekend"],
    "2026-03-09": [
        "man", "mandag", "mon", "monday", "om en uge", "in a week", "in one week", "næste mandag", "+1u",
    ],
    "2026-03-11": [
        "næste ons", "next wed", "onsdag i næste uge", "wednesday next week", "onsdag i uge 11", "ons u11",
    ],
    "2026-03-13": [
        "næste fre", "naeste fredag", "next Friday", "næste uge", "next week", "fredag om en uge",
        "end of next week", "næste uge fredag", "next week friday", "i løbet af næste uge",
    ],
    "2026-03-14": ["den 14.", "d. 14.", "d. 14", "den 14", "the 14th", "14th", "by the 14th", "om tolv dage"],
    "2026-03-16": [
        "om 14 dage", "om fjorten dage", "in two weeks", "om to uger", "inden for 14 dage", "+2w",
        "in a fortnight", "om 14 dages tid", "om et par ugers tid", "in two weeks' time",
        "om ca. 14 dage", "om cirka to uger", "om et par uger", "in a couple of weeks", "in about 2 weeks",
    ],
    "2026-03-15": ["medio marts", "mid March", "midt i marts", "middle of March", "medio måneden"],
    "2026-03-31": [
        "ultimo marts", "ultimo måneden", "end of month", "the end of the month", "månedens udgang",
        "sidst i marts", "slut marts", "end March", "sidst på måneden", "inden udgangen af måneden",
        "by the end of March", "denne måned", "this month", "den 31.",
    ],
    "2026-04-01": [
        "primo april", "beginning of April", "primo måneden", "start of next month", "1. april", "the 1st",
    ],
    "2026-04-02": ["om en måned", "om en måneds tid", "in a month's time", "om 1 md", "in a month", "+1m"],
    "2026-04-30": ["næste måned", "next month", "ultimo næste måned", "end of next month"],
    "2026-09-02": ["om 6 måneder", "om et halvt år", "in half a year"],
    "2026-11-14": [
        "14/11", "14/11.", "14.11", "14.11.", "14-11", "14/11-26", "14/11/26", "14/11/2026", "14.11.26",
        "14.11.2026", "14-11-2026", "14/11 2026", "2026-11-14", "2026/11/14", "lør 14/11",
        "saturday, 14 november", "14. november", "14 nov", "14. nov.", "14.nov", "den 14. november",
        "d. 14. nov 2026", "November 14", "Nov 14th", "the 14th of November", "14th of november 2026",
        "November 14, 2026", "senest d. 14/11", "Saturday the 14th of Nov",
    ],
    "2026-11-27": [
        "uge 48", "uge48", "u48", "U48", "week 48", "w48", "i uge 48", "in week 48", "fredag i uge 48",
    ],
    "2026-12-31": ["ultimo året", "årets udgang", "end of the year", "ultimo 2026", "dette år"],
    "2027-01-01": ["uge 53", "1/1", "1. jan"],
    "2027-03-01": ["primo marts", "1. marts", "1/3"],
    "2027-03-02": ["om et år", "in a year", "+1å", "+1y"],
    "2027-11-14": ["14. nov 2027", "14/11-27", "14 November 2027"],
    "2027-11-30": ["ultimo november 2027", "end of Nov 2027"],
    "2027-12-03": ["uge 48 2027", "week 48 2027"],
    "2028-02-29": ["29/2", "29. februar"],
    "2024-02-29": ["29/2-2024", "29.02.2024", "2024-02-29"],
    "1968-05-03": ["3/5-68"],
}  # fmt: skip


@pytest.mark.parametrize(("phrase", "day"), [(phrase, day) for day, phrases in DAYS.items() for phrase in phrases])
def test_a_phrase_is_a_date(phrase: str, day: str) -> None:
    assert read_date(phrase, TODAY) == date.fromisoformat(day)


NO_DATES = [
    "", " ", ".", "!", "den", "i", "om", "uge", "dag", "fredag fredag", "ring fredag", "fredag ring", "snart",
    "31/2", "31/2-2026", "29/2-2027", "32/1", "0/1", "1/13", "00/00", "31. april", "31. juni 2026", "uge 0",
    "uge 54", "uge 53 2027", "week x", "u", "u123", "10", "14", "14.", "2026", "12:30", "1/2/3/4", "may",
    "maj", "marts", "November", "november 2027", "next", "næste", "om dage", "om mange dage", "om 14",
    "in 5 minutes", "om 99999 dage", "om 9999 år", "+", "+3x", "+99999", "9999-99-99", "²/³", "14. nov. 20271",
    "mandag 14/11", "fredag den 14. november", "ultimo", "end of", "end of the", "medio 31", "the 14",
    "den 32.",
]  # fmt: skip


@pytest.mark.parametrize("phrase", NO_DATES)
def test_what_is_no_date(phrase: str) -> None:
    assert read_date(phrase, TODAY) is None


@pytest.mark.parametrize(
    ("today", "phrase", "day"),
    [
        ("2026-03-06", "fredag", "2026-03-13"),  # on a Friday, Friday is a week on
        ("2026-03-06", "næste fredag", "2026-03-13"),
        ("2026-03-08", "mandag", "2026-03-09"),
        ("2026-03-08", "næste mandag", "2026-03-09"),
        ("2026-03-08", "næste uge", "2026-03-13"),
        ("2026-03-07", "denne uge", "2026-03-07"),  # on a Saturday the working week has passed
        ("2026-03-06", "uge 10", "2026-03-06"),
        ("2026-03-07", "uge 10", "2027-03-12"),
        ("2026-12-29", "uge 1", "2027-01-08"),
        ("2027-01-02", "uge 53", "2032-12-31"),
        ("2026-12-31", "i morgen", "2027-01-01"),
        ("2026-12-31", "1. januar", "2027-01-01"),
        ("2026-01-31", "om en måned", "2026-02-28"),
        ("2028-02-29", "om et år", "2029-02-28"),
        ("2026-01-31", "den 31.", "2026-01-31"),
        ("2026-02-01", "den 31.", "2026-03-31"),
        ("2026-12-15", "næste måned", "2027-01-31"),
        ("2026-03-31", "ultimo marts", "2026-03-31"),
        ("2026-04-01", "ultimo marts", "2027-03-31"),
        ("2096-03-01", "29/2", "2104-02-29"),  # 2100 is no leap year
        ("2026-03-25", "i dag", "2026-03-25"),
        ("2026-03-28", "i morgen", "2026-03-29"),  # the night the clock is moved
    ],
)
def test_the_day_counts(today: str, phrase: str, day: str) -> None:
    assert read_date(phrase, date.fromisoformat(today)) == date.fromisoformat(day)


@pytest.mark.parametrize("today", [date.min, date.max, date(9999, 12, 1)])
@pytest.mark.parametrize(
    "phrase", ["fredag", "i går", "i morgen", "om 14 dage", "uge 48", "1/1", "næste måned", "ultimo maj"]
)
def test_the_ends_of_the_calendar_are_no_trouble(today: date, phrase: str) -> None:
    found = read_date(phrase, today)
    assert found is None or isinstance(found, date)


def test_at_the_weekend_the_week_ends_on_sunday() -> None:
    saturday, sunday = date(2026, 3, 7), date(2026, 3, 8)
    for today in (saturday, sunday):
        for phrase in ("i løbet af ugen", "i weekenden"):
            assert read_date(phrase, today) == sunday
    assert read_date("next weekend", saturday) == date(2026, 3, 15)
    assert read_date("i løbet af ugen", date(2026, 3, 6)) == date(2026, 3, 6)


def test_a_span_in_months_ends_with_it() -> None:
    assert read_date("i løbet af måneden", TODAY) == date(2026, 3, 31)
    assert read_date("i løbet af året", TODAY) == date(2026, 12, 31)
