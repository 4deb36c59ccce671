"""One line of quick entry. Today is Monday 2 March 2026."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadercli.model.entry.quick_line import NotUnderstood, Quick, Understood, read_quick, resolve
from leadercli.model.records import ME, THEM, US, Person

TODAY = date(2026, 3, 2)
FRIDAY = date(2026, 3, 6)
LISE, MADS, EVA = Person("l", "Lise Holm"), Person("m", "Mads Holm"), Person("e", "Eva")
TEAM = (LISE, MADS, EVA)


@pytest.mark.parametrize(
    ("line", "quick"),
    [
        ("@lise ring til kunden fre", Quick("ring til kunden", "lise", None, FRIDAY, "fre")),
        ("@lise >lise sender budget 14/11", Quick("sender budget", "lise", "lise", date(2026, 11, 14), "14/11")),
        (">lise @mads sender budget", Quick("sender budget", "mads", "lise")),
        ("ring til kunden fre @lise", Quick("ring til kunden", "lise", None, FRIDAY, "fre")),
        ("ring til kunden @lise fre", Quick("ring til kunden", "lise", None, FRIDAY, "fre")),
        ("ring til @lise_holm, fre", Quick("ring til lise holm", "lise_holm", None, FRIDAY, "fre")),
        ('ring til @"lise holm" fre', Quick("ring til lise holm", "lise holm", None, FRIDAY, "fre")),
        ("call @lise about pay fri", Quick("call lise about pay", "lise", None, FRIDAY, "fri")),
        ('@"lise holm" ring', Quick("ring", "lise holm")),
        ("@lise_holm ring", Quick("ring", "lise_holm")),
        ("@lise: ring", Quick("ring", "lise")),
        ("@Åse ring", Quick("ring", "Åse")),
        ("@anne-marie ring", Quick("ring", "anne-marie")),
        ("@lise > sender budget", Quick("sender budget", "lise", "them")),
        ("> sender budget", Quick("sender budget", None, "them")),
        ("> @lise sender budget", Quick("sender budget", "lise", "them")),
        ("@lise >os finder en dag", Quick("finder en dag", "lise", "os")),
        ("@lise sender budget >mig fre", Quick("sender budget", "lise", "mig", FRIDAY, "fre")),
        ("  ring   til\tHR  ", Quick("ring til HR")),
        ("ring til\nHR fre", Quick("ring til HR", due=FRIDAY, due_phrase="fre")),
        ("skriv til lise@firma.dk fre", Quick("skriv til lise@firma.dk", due=FRIDAY, due_phrase="fre")),
        ("@lise@firma.dk skal have svar", Quick("@lise@firma.dk skal have svar")),
        ("ring @ kunden", Quick("ring @ kunden")),
        ("@ ring", Quick("@ ring")),
        ("@2 ring", Quick("@2 ring")),
        ('@"lise ring', Quick('@"lise ring')),
        ("fra 3 -> 5", Quick("fra 3 -> 5")),
        ("løn > 5", Quick("løn > 5")),
        ("løn >5", Quick("løn >5")),
        ("@lise @mads mødes", Quick("@mads mødes", "lise")),
        ("! ring til HR", Quick("ring til HR")),
        ("? ferie i uge 29", Quick("ferie i uge 29", kind="inbox")),
        ("@lise ? lønsamtale fre", Quick("lønsamtale fre", "lise", kind="inbox")),
        ("? @lise lønsamtale >mads", Quick("lønsamtale >mads", "lise", kind="inbox")),
        ("+ @lise flot møde", Quick("flot møde", "lise", kind="praise")),
        ("@lise =manglede dagsorden", Quick("manglede dagsorden", "lise", kind="better")),
        ("% @lise ring til HR", Quick("ring til HR", "lise", private=True)),
        ("@lise % ring til HR", Quick("ring til HR", "lise", private=True)),
        ("% ? @lise barsel", Quick("barsel", "lise", kind="inbox", private=True)),
        ("!!!", Quick("!!!")),
        ("+1", Quick("+1")),
        ("fre", Quick("fre")),
        ("@lise fre", Quick("fre", "lise")),
        ("@lise", Quick("", "lise")),
        ("", Quick("")),
        ("@lise ring i uge 99", Quick("ring i uge 99", "lise")),
    ],
)
def test_a_line_is_taken_apart(line: str, quick: Quick) -> None:
    assert read_quick(line, TODAY) == quick


@pytest.mark.parametrize(
    ("line", "person_id", "owner"),
    [
        ("@lise ring", "l", ME),
        ("@lise >lise ring", "l", THEM),
        ("@lise >mads ring", "l", "m"),
        ("@lise > ring", "l", THEM),
        ("@lise >dem ring", "l", THEM),
        ("@lise >THEM ring", "l", THEM),
        ("@lise >os ring", "l", US),
        ("@lise >us ring", "l", US),
        ("@lise >mig ring", "l", ME),
        (">lise ring", "l", THEM),
        ("ring til HR", "", ME),
        (">os ring", "", US),
        ("@lise >begge ring", "l", US),
        ("@lise ring >both", "l", US),
    ],
)
def test_who_is_meant(line: str, person_id: str, owner: str) -> None:
    read = resolve(read_quick(line, TODAY), TEAM)
    assert isinstance(read, Understood)
    assert (read.person_id, read.owner) == (person_id, owner)


def test_a_line_is_about_the_person_at_hand_unless_it_says_so() -> None:
    here = resolve(read_quick("> ring fre", TODAY), TEAM, about=MADS)
    assert here == Understood("m", THEM, "ring", FRIDAY, "fre", "agreement", False)
    other = resolve(read_quick("@eva > ring", TODAY), TEAM, about=MADS)
    assert isinstance(other, Understood)
    assert other.person_id == "e"
    third = resolve(read_quick(">eva ring", TODAY), TEAM, about=MADS)
    assert isinstance(third, Understood)
    assert (third.person_id, third.owner) == ("m", "e")


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("@ole ring", NotUnderstood("unknown", "ole")),
        ("@lise >ole ring", NotUnderstood("unknown", "ole")),
        ("@holm ring", NotUnderstood("ambiguous", "holm", (LISE, MADS))),
        ("@lise >holm ring", NotUnderstood("ambiguous", "holm", (LISE, MADS))),
        ("@lise", NotUnderstood("empty")),
        ("@lise >mads", NotUnderstood("empty")),
        ("", NotUnderstood("empty")),
        ("> ring", NotUnderstood("nobody")),
        (">dem ring", NotUnderstood("nobody")),
        ("? lønsamtale", NotUnderstood("nobody")),
        ("+ flot møde", NotUnderstood("nobody")),
    ],
)
def test_why_a_line_is_not_saved(line: str, trouble: NotUnderstood) -> None:
    assert resolve(read_quick(line, TODAY), TEAM) == trouble


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("flot møde om 14 dage", date(2026, 3, 16)),
        ("flot møde, tal om det på fredag", FRIDAY),
        ("nice meeting in two weeks", date(2026, 3, 16)),
        ("flot møde næste fredag", date(2026, 3, 13)),
        ("flot møde senest uge 12", date(2026, 3, 20)),
        ("flot møde 16/3", date(2026, 3, 16)),
        ("flot møde fredag", None),
        ("flot møde i dag", None),
        ("flot møde i går", None),
        ("flot møde 2/3", None),
        ("flot møde 27/2", None),
        ("flot møde 27/2-2026", None),
        ("flot indsats i uge 10", None),
        ("great work this week", None),
        ("great work in week 10", None),
        ("flot indsats u10", None),
        ("flot møde 16. marts", date(2026, 3, 16)),
        ("flot møde den 14. november", None),  # further off than the last one
    ],
)
def test_feedback_is_followed_up_only_on_a_day_ahead(text: str, due: date | None) -> None:
    for sign in "+=":
        quick = read_quick(f"@lise {sign} {text}", TODAY)
        assert quick.due == due
        assert quick.text == (text if due is None else text.removesuffix(quick.due_phrase).rstrip(" ,"))


PIECES = [
    "@lise",
    ">mads",
    ">",
    "@",
    "fre",
    "14/11",
    "!",
    "?",
    "%",
    "+",
    "=",
    '@"lise holm"',
    "om",
    "14",
    "dage",
    "a@b.dk",
    "til",
]
LINE = st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=8).map(" ".join))


@given(LINE, st.dates())
def test_no_line_raises_and_no_word_is_swallowed(line: str, today: date) -> None:
    quick = read_quick(line, today)
    kept = " ".join(filter(None, (quick.text, quick.person, quick.owner, quick.due_phrase)))
    for word in re.findall(r"\w+", line):
        assert word in kept
    resolve(quick, TEAM)
    resolve(quick, TEAM, LISE)
