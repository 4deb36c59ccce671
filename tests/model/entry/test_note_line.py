"""Lines of a note about Lise. Today is Monday 2 March 2026."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadercli.model.entry.note_line import Captured, read_line
from leadercli.model.entry.tokens import OWNERS, is_private_line
from leadercli.model.people.names import match_people
from leadercli.model.privacy import summary, without_private
from leadercli.model.records import THEM, US, Person

TODAY = date(2026, 3, 2)
FRIDAY = date(2026, 3, 6)
LISE, MADS, EVA = Person("l", "Lise Holm"), Person("m", "Mads Holm"), Person("e", "Eva")
TEAM = (LISE, MADS, EVA)


def read(line: str) -> Captured | None:
    return read_line(line, LISE, TEAM, TODAY)


@pytest.mark.parametrize(
    ("line", "captured"),
    [
        ("! ring til HR", Captured("agreement", "ring til HR", "l")),
        ("!ring til HR", Captured("agreement", "ring til HR", "l")),
        ("  !  ring til HR  ", Captured("agreement", "ring til HR", "l")),
        ("! ring til HR fre", Captured("agreement", "ring til HR", "l", due=FRIDAY, due_phrase="fre")),
        (
            "! ring til HR, senest fredag.",
            Captured("agreement", "ring til HR", "l", due=FRIDAY, due_phrase="senest fredag."),
        ),
        ("! >lise ringer til HR", Captured("agreement", "ringer til HR", "l", THEM)),
        ("!>lise ringer til HR", Captured("agreement", "ringer til HR", "l", THEM)),
        ("! > ringer til HR", Captured("agreement", "ringer til HR", "l", THEM)),
        ("! >dem ringer til HR", Captured("agreement", "ringer til HR", "l", THEM)),
        ("! ringer til HR >os", Captured("agreement", "ringer til HR", "l", US)),
        ("! >mads ringer til HR", Captured("agreement", "ringer til HR", "l", "m")),
        ("! @mads ring til HR", Captured("agreement", "ring til HR", "m")),
        ("! @mads > ringer til HR", Captured("agreement", "ringer til HR", "m", THEM)),
        ("! @mads >lise hjælper", Captured("agreement", "hjælper", "m", "l")),
        ("! ring til @mads", Captured("agreement", "ring til @mads", "l")),
        ("! skriv til a@b.dk", Captured("agreement", "skriv til a@b.dk", "l")),
        ("! fre", Captured("agreement", "fre", "l")),
        ("! ! ring", Captured("agreement", "! ring", "l")),
        ("! kan man", Captured("agreement", "kan man", "l")),
        ("? lønforhandling", Captured("inbox", "lønforhandling", "l")),
        ("?lønforhandling", Captured("inbox", "lønforhandling", "l")),
        ("? ferie i uge 29", Captured("inbox", "ferie i uge 29", "l")),
        ("? @mads ferie >eva", Captured("inbox", "ferie >eva", "m")),
        ("+ flot kundemøde", Captured("praise", "flot kundemøde", "l")),
        ("+ 5 nye kunder", Captured("praise", "5 nye kunder", "l")),
        ("+ flot møde på fredag", Captured("praise", "flot møde", "l", due=FRIDAY, due_phrase="på fredag")),
        ("+ flot møde fredag", Captured("praise", "flot møde fredag", "l")),
        ("= manglede dagsorden", Captured("better", "manglede dagsorden", "l")),
        ("% tænker på at skifte job", Captured("private", "tænker på at skifte job", "l", private=True)),
        ("%løn 41.000", Captured("private", "løn 41.000", "l", private=True)),
        ("% 41.000", Captured("private", "41.000", "l", private=True)),
        ("- % tænker på at skifte job", Captured("private", "tænker på at skifte job", "l", private=True)),
        ("% ! ring til HR fre", Captured("agreement", "ring til HR", "l", due=FRIDAY, due_phrase="fre", private=True)),
        ("%? barsel", Captured("inbox", "barsel", "l", private=True)),
        ("% + stærk", Captured("praise", "stærk", "l", private=True)),
    ],
)
def test_a_line_means(line: str, captured: Captured) -> None:
    assert read(line) == captured


@pytest.mark.parametrize(
    ("line", "text", "unknown", "candidates"),
    [
        ("! >ole sender budget", ">ole sender budget", "ole", ()),
        ("! sender budget >ole", "sender budget >ole", "ole", ()),
        ("! @eva >holm sender budget", ">holm sender budget", "holm", (LISE, MADS)),
        ("! @ole sender budget", "@ole sender budget", "ole", ()),
        ("! @ole >bent sender budget", "@ole >bent sender budget", "ole", ()),
        ("? @holm ferie", "@holm ferie", "holm", (LISE, MADS)),
    ],
)
def test_an_unknown_name_stays_text_and_is_told(
    line: str, text: str, unknown: str, candidates: tuple[Person, ...]
) -> None:
    captured = read(line)
    assert captured is not None
    assert (captured.text, captured.unknown, captured.candidates) == (text, unknown, candidates)
    assert (captured.person_id, captured.owner) == ("e" if line.startswith("! @eva") else "l", "me")
    assert captured.is_owner_unknown == (f">{unknown}" in text)


def test_one_unknown_name_does_not_hide_what_is_known() -> None:
    captured = read("! @mads >ole sender budget fre")
    assert captured is not None
    assert (captured.person_id, captured.owner, captured.text) == ("m", "me", ">ole sender budget")
    assert (captured.due, captured.unknown) == (FRIDAY, "ole")


def test_of_several_with_a_name_the_person_the_line_is_about_is_the_owner() -> None:
    assert read("! >holm sender budget") == Captured("agreement", "sender budget", "l", THEM)
    assert read("! @mads >holm sender budget") == Captured("agreement", "sender budget", "m", THEM)


ONLY_TEXT = [
    "", " ", "ring til HR", "- ring til HR", "- ! ring til HR", "* ! ring", "• ring", "1. ring", "> citat",
    "@mads ring", "!", "?", "+", "=", "%", "! ", "? ", "!!!", "???", "!?", "====", "+++", "%%%", "= = =",
    "- %", "+1", "+45 12 34 56 78", "=5", "= 5", "? 2", "=> konklusion", "+/- lidt", "!= det samme", "?>mads",
    "!) nå", "! @mads", "! >lise", "! >", "# ! overskrift",
]  # fmt: skip


@pytest.mark.parametrize("line", ONLY_TEXT)
def test_a_line_that_is_only_text(line: str) -> None:
    assert read(line) is None


PRIVATE = [
    "% løn", "%løn", "  % løn", "%", "%%%", "- % løn", "* %løn", "\ufeff% løn", "\u00a0% løn", "% ! ring",
]  # fmt: skip


@pytest.mark.parametrize("line", PRIVATE)
def test_private_lines(line: str) -> None:
    assert is_private_line(line)
    assert without_private(f"før\n{line}\nefter") == "før\nefter"


@pytest.mark.parametrize("line", ["", "løn", "50 % løn", "! 5 % løn", "-% løn", "100%"])
def test_lines_that_are_not_private(line: str) -> None:
    assert not is_private_line(line)
    assert without_private(f"før\n{line}\nefter") == f"før\n{line}\nefter"


def test_private_lines_go_whatever_ends_them() -> None:
    assert without_private("a\r\n% b\r\nc") == "a\nc"
    assert without_private("a\r% b\rc") == "a\nc"
    assert without_private("a\u2028% b") == ""
    assert without_private("% a\x0bb\nc") == "c"
    assert without_private("a\r\nc %\r\n") == "a\r\nc %\r\n"


NOTE = """# 1:1

- vagtplanen presser i uge 11   og 12
% virker træt
! tal med Eva fre
====
Vil gerne på kurset
"""


@pytest.mark.parametrize(
    ("text", "limit", "said"),
    [
        (NOTE, 200, "1:1\nvagtplanen presser i uge 11 og 12\nVil gerne på kurset"),
        (NOTE, 20, "1:1\nvagtplanen pres…"),
        ("! tal med Eva fre\n% træt\n+ flot møde", 200, "tal med Eva fre\nflot møde"),
        ("% kun mig", 200, ""),
        ("- % kun mig", 200, ""),
        ("", 200, ""),
        ("noget", 0, ""),
        ("noget", 5, "noget"),
        ("noget", 1, "…"),
    ],
)
def test_last_time_in_short(text: str, limit: int, said: str) -> None:
    assert summary(text, limit) == said


PIECES = [
    "!",
    "?",
    "+",
    "=",
    "%",
    "-",
    "@mads",
    ">lise",
    ">ole",
    ">",
    "@",
    "fre",
    "14/11",
    "om",
    "14",
    "dage",
    "ring",
    "løn",
]
LINE = st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=8).map(" ".join))


@given(LINE, st.dates())
def test_no_line_raises_and_no_word_is_swallowed(line: str, today: date) -> None:
    captured = read_line(line, LISE, TEAM, today)
    if captured is None:
        return
    kept = f"{captured.text} {captured.due_phrase}"
    for word in re.findall(r"\w+", re.sub(r'[@>]\s*("[^"]*"|[\w.\'’-]+)', "", line)):
        assert word in kept
    for word in re.findall(r"[@>](\w+)", line):
        assert word in kept or len(match_people(word, TEAM)) == 1 or word.casefold() in OWNERS


@given(st.one_of(st.text(), st.lists(LINE, max_size=6).map("\n".join)), st.integers(0, 60))
def test_what_is_private_is_neither_shown_nor_summed_up(text: str, limit: int) -> None:
    shared = without_private(text)
    assert not any(is_private_line(line) for line in shared.splitlines())
    assert without_private(shared) == shared
    assert len(summary(text, limit)) <= limit
    assert summary(text, limit) == summary(shared, limit)


@given(LINE)
def test_every_private_record_comes_from_a_private_line(line: str) -> None:
    captured = read_line(line, LISE, TEAM, TODAY)
    assert captured is None or captured.private == is_private_line(line)
