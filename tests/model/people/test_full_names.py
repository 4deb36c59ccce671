"""Names of several words without quotes, where two are called Mette. Today is Monday 2 March 2026."""

from __future__ import annotations

from datetime import date

import pytest

from leadercli.model.entry.note_line import read_line
from leadercli.model.entry.quick_line import NotUnderstood, Understood, read_quick, resolve
from leadercli.model.people.names import words_of_name
from leadercli.model.records import ME, THEM, Person

TODAY = date(2026, 3, 2)
FRIDAY = date(2026, 3, 6)
JENSEN, SOERENSEN, LISE = Person("j", "Mette Jensen"), Person("s", "Mette Sørensen"), Person("l", "Lise Ring")
TEAM = (JENSEN, SOERENSEN, LISE)


@pytest.mark.parametrize(
    ("behind", "words", "rest"),
    [
        (" jensen afleverer", "jensen", " afleverer"),
        (" Jensen, afleverer", "Jensen", " afleverer"),
        (" j afleverer", "j", " afleverer"),
        (" J. afleverer", "J.", " afleverer"),
        ("  soerensen", "soerensen", ""),
        (" jens afleverer", "", " jens afleverer"),
        (" x afleverer", "", " x afleverer"),
        (" afleverer jensen", "", " afleverer jensen"),
        ("", "", ""),
    ],
)
def test_the_words_that_tell_who_is_meant_belong_to_the_name(behind: str, words: str, rest: str) -> None:
    found, length = words_of_name("mette", behind, TEAM)
    assert (found, behind[length:]) == (words, rest)


def test_a_name_that_tells_who_is_meant_takes_no_word() -> None:
    assert words_of_name("lise", " ring til HR", TEAM) == ("", 0)


def test_as_many_words_as_fit_are_taken() -> None:
    marie, bo = Person("m", "Mette Marie Holm"), Person("b", "Mette Bo Holm")
    behind = " marie holm sender"
    found, length = words_of_name("mette", behind, (marie, bo))
    assert (found, behind[length:]) == ("marie holm", " sender")


def test_a_small_word_of_the_sentence_is_no_initial() -> None:
    people = (Person("i", "Mette Ibsen"), Person("a", "Mette Andersen"), JENSEN)
    for word in ("i", "a"):
        assert words_of_name("mette", f" {word} morgen", people) == ("", 0)
    for word in ("A", "a.", "i."):
        assert words_of_name("mette", f" {word} ringer", people)[0] == word


@pytest.mark.parametrize(
    ("line", "owner", "text"),
    [
        ("! >mette afleverer nøglen fre", THEM, "afleverer nøglen"),
        ("! >mette jensen afleverer nøglen fre", THEM, "afleverer nøglen"),
        ("! >mette sørensen afleverer nøglen fre", "s", "afleverer nøglen"),
        ("! >mette s afleverer nøglen fre", "s", "afleverer nøglen"),
        ("! afleverer >mette s nøglen fre", "s", "afleverer nøglen"),
        ("! afleverer nøglen >mette s, fre", "s", "afleverer nøglen"),
    ],
)
def test_an_owner_in_a_note_about_mette_jensen(line: str, owner: str, text: str) -> None:
    found = read_line(line, JENSEN, TEAM, TODAY)
    assert found is not None
    assert (found.person_id, found.owner, found.text, found.due) == ("j", owner, text, FRIDAY)
    assert (found.unknown, found.is_owner_unknown) == ("", False)


def test_in_a_note_about_someone_else_it_stays_with_the_leader() -> None:
    found = read_line("! >mette afleverer nøglen", LISE, TEAM, TODAY)
    assert found is not None
    assert (found.owner, found.text, found.is_owner_unknown) == (ME, ">mette afleverer nøglen", True)
    assert found.candidates == (JENSEN, SOERENSEN)


@pytest.mark.parametrize(
    ("line", "person", "owner", "text"),
    [
        ("@mette jensen ring til HR", "j", ME, "ring til HR"),
        ("@mette s >mette j ring til HR", "s", "j", "ring til HR"),
        ("ring til @mette sørensen fre", "s", ME, "ring til mette sørensen"),
        ("@mette jensen ? ferie", "j", ME, "ferie"),
        ("@mette_jensen ring", "j", ME, "ring"),
        ("@lise ring til HR", "l", ME, "ring til HR"),
    ],
)
def test_quick_entry_takes_the_whole_name(line: str, person: str, owner: str, text: str) -> None:
    meant = resolve(read_quick(line, TODAY, TEAM), TEAM)
    assert isinstance(meant, Understood)
    assert (meant.person_id, meant.owner, meant.text) == (person, owner, text)


def test_what_stays_ambiguous_in_quick_entry_is_asked() -> None:
    for line in ("@mette ring", "@lise >mette ring", "@mette_jensen >mette ring"):
        assert resolve(read_quick(line, TODAY, TEAM), TEAM) == NotUnderstood("ambiguous", "mette", (JENSEN, SOERENSEN))
