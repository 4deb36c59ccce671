"""The date at the end, or the beginning, of a line of text. Today is Monday 2 March 2026, week 10."""

from datetime import date

import pytest

from leadercli.model.dates.reader import leading_date, trailing_date

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("line", "rest", "day", "phrase"),
    [
        ("ring til kunden fre", "ring til kunden", "2026-03-06", "fre"),
        ("ring til kunden  fre  ", "ring til kunden", "2026-03-06", "fre"),
        ("Ring til kunden på  fredag.", "Ring til kunden", "2026-03-06", "på  fredag."),
        ("send budget, senest 14/11", "send budget", "2026-11-14", "senest 14/11"),
        ("send budget 14.11.", "send budget", "2026-11-14", "14.11."),
        ("send budget 14.11", "send budget", "2026-11-14", "14.11"),
        ("send budget - fredag", "send budget", "2026-03-06", "fredag"),
        ("send budget – fredag", "send budget", "2026-03-06", "fredag"),
        ("send budget inden på fredag", "send budget", "2026-03-06", "inden på fredag"),
        ("send budget no later than Friday", "send budget", "2026-03-06", "no later than Friday"),
        ("send the budget by the end of March", "send the budget", "2026-03-31", "by the end of March"),
        ("send budget, frist: 3.5", "send budget", "2026-05-03", "frist: 3.5"),
        ("send budget deadline 14/11", "send budget", "2026-11-14", "deadline 14/11"),
        ("tal med Eva om uge 11 fre", "tal med Eva om uge 11", "2026-03-06", "fre"),
        ("tal med Eva fredag i uge 11", "tal med Eva", "2026-03-13", "fredag i uge 11"),
        ("planlæg ferie i uge 29", "planlæg ferie", "2026-07-17", "i uge 29"),
        ("call the customer fri", "call the customer", "2026-03-06", "fri"),
        ("call the customer on mon", "call the customer", "2026-03-09", "on mon"),
        ("call the customer next sat", "call the customer", "2026-03-14", "next sat"),
        ("ring til ham på man", "ring til ham", "2026-03-09", "på man"),
        ("ring til ham senest søn", "ring til ham", "2026-03-08", "senest søn"),
        ("ring til ham på fri", "ring til ham", "2026-03-06", "på fri"),
        ("send budget 3.5.", "send budget", "2026-05-03", "3.5."),
        ("ring til ham man 9/3", "ring til ham", "2026-03-09", "man 9/3"),
        ("ring til ham mandag 14/11", "ring til ham mandag", "2026-11-14", "14/11"),
        ("flyt mødet til fredag", "flyt mødet", "2026-03-06", "til fredag"),
        ("2/3 af teamet på kursus 2/4", "2/3 af teamet på kursus", "2026-04-02", "2/4"),
        ("support 24/7 senest 24/7", "support 24/7", "2026-07-24", "senest 24/7"),
        ("se på løn om 3 måneder", "se på løn", "2026-06-02", "om 3 måneder"),
        ("tal om løn om en uge", "tal om løn", "2026-03-09", "om en uge"),
        ("book lokale 14. august", "book lokale", "2026-08-14", "14. august"),
        ("husk referatet fra i går 1/2-2026", "husk referatet fra i går", "2026-02-01", "1/2-2026"),
        ("fre", "", "2026-03-06", "fre"),
        ("ring til HR fredag kl. 10", "ring til HR kl. 10", "2026-03-06", "fredag"),
        ("call HR on Friday at 10:30", "call HR at 10:30", "2026-03-06", "on Friday"),
        ("ring til HR (fre)", "ring til HR", "2026-03-06", "(fre)"),
        ("ring til HR (senest fredag) ", "ring til HR", "2026-03-06", "(senest fredag)"),
        ("ring til HR fredag eftermiddag", "ring til HR", "2026-03-06", "fredag eftermiddag"),
        ("tal med Eva næste uge fredag", "tal med Eva", "2026-03-13", "næste uge fredag"),
        ("check in by end of next week", "check in", "2026-03-13", "by end of next week"),
        ("status i løbet af næste uge", "status", "2026-03-13", "i løbet af næste uge"),
    ],
)
def test_the_last_phrase_is_the_date(line: str, rest: str, day: str, phrase: str) -> None:
    assert trailing_date(line, TODAY) == (rest, date.fromisoformat(day), phrase)


NO_DATE_AT_THE_END = [
    "", "   ", "ring til kunden", "fre ring til kunden", "send 14/11 til Lise", "2/3 af teamet", "frist",
    "senest",
    # about something else
    "hver fredag", "every Friday", "som aftalt sidste fredag", "since Monday", "ikke siden uge 7",
    "tal om uge 11", "talk about Friday", "ferie fra mandag", "møde mandag og onsdag", "Monday or Tuesday",
    "resultatet af 14/11",
    # spans
    "ferie fra 3/4 til 14/4", "ferie 3/4 - 14/4", "kursus mandag til onsdag", "14 til 16. november",
    "ferie 14.-16. november", "Monday to Friday", "åbent kl 10-12", "ring kl. 10", "ring (fre eller man)",
    "f(fre)", "look at 10", "læs side 3 til 5",
    # words that are words
    "det kan man", "det må man.", "they may", "where he sat", "in the sun", "hans søn",
    "hun vil gerne holde fri", "giv Mads fri", "hold en fri aften", "hvem ved det mon", "ring til Tor",
    "tal med Maj", "mål for august", "i marts", "den nye uge",
    # numbers that are numbers
    "pris 3.5", "prisen er 3.5", "pris 14.11", "kl. 10.12", "klokken 12.10", "python 3.11", "version 3.12.",
    "support 24/7", "vælg den 3", "the 2nd", "he came 14th", "10-12", "12 dage", "14", "uge 99", "31/2",
    "30.02.2026",
]  # fmt: skip


@pytest.mark.parametrize("line", NO_DATE_AT_THE_END)
def test_what_is_not_the_date_stays(line: str) -> None:
    assert trailing_date(line, TODAY) == (line, None, "")


def test_a_long_line_without_a_space_is_text() -> None:
    line = "1" * 200_000
    assert trailing_date(line, TODAY) == (line, None, "")


@pytest.mark.parametrize(
    ("line", "day", "rest"),
    [
        ("fre", "2026-03-06", ""),
        ("man", "2026-03-09", ""),
        ("fre fordi Eva er syg", "2026-03-06", "fordi Eva er syg"),
        ("fre: Eva er syg", "2026-03-06", "Eva er syg"),
        ("på fredag, Eva er syg", "2026-03-06", "Eva er syg"),
        ("senest på man fordi …", "2026-03-09", "fordi …"),
        ("i morgen. Husk papirer", "2026-03-03", "Husk papirer"),
        ("om 14 dage - Eva er syg", "2026-03-16", "Eva er syg"),
        ("inden for en uge og så videre", "2026-03-09", "og så videre"),
        ("14/11 2027 budget", "2027-11-14", "budget"),
        ("2026-11-14  to  blanke", "2026-11-14", "to  blanke"),
        ("friday the 6th of march we meet", "2026-03-06", "we meet"),
    ],
)
def test_a_date_begins_the_line(line: str, day: str, rest: str) -> None:
    assert leading_date(line, TODAY) == (date.fromisoformat(day), rest)


NO_DATE_AT_THE_START = [
    "", "ring fre", "man skal huske", "sat på plads", "søn af en præst", "2/3 af teamet", "2/3 of the team",
    "fri på tirsdag?", "Tor ringede", "3.5 er for meget", "14 dage", "den nye mand", "may we",
]  # fmt: skip


@pytest.mark.parametrize("line", NO_DATE_AT_THE_START)
def test_no_date_begins_the_line(line: str) -> None:
    assert leading_date(line, TODAY) == (None, line)
