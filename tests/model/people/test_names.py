"""Finding people by what is typed."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadercli.model.people.names import match_people
from leadercli.model.records import Person
from leadercli.model.text import fold


def people(*names: str) -> list[Person]:
    return [Person(str(number), name) for number, name in enumerate(names)]


TEAM = people(
    "Lise Holm", "Mads Holm", "Mads Peter Skov", "Åse Bruun", "Søren Kjær", "Anne-Marie Lund", "Zoë Holmgaard", "Bo",
    "Bodil Ærø", "Eva",
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lise", "Lise Holm"), ("LISE", "Lise Holm"), ("li", "Lise Holm"), ("lise holm", "Lise Holm"),
        ("lise_holm", "Lise Holm"), ("Lise  Holm ", "Lise Holm"), ("lise.holm", "Lise Holm"), ("l h", "Lise Holm"),
        ("lise h", "Lise Holm"), ("lh", "Lise Holm"),
        ("mads holm", "Mads Holm"), ("mads h", "Mads Holm"), ("mads_h", "Mads Holm"), ("mh", "Mads Holm"),
        ("mads p", "Mads Peter Skov"), ("mads skov", "Mads Peter Skov"), ("ms", "Mads Peter Skov"),
        ("mps", "Mads Peter Skov"), ("peter", "Mads Peter Skov"), ("sko", "Mads Peter Skov"),
        ("åse", "Åse Bruun"), ("Åse", "Åse Bruun"), ("aase", "Åse Bruun"), ("ase", "Åse Bruun"), ("ÅSE", "Åse Bruun"),
        ("A\u030ase", "Åse Bruun"), ("aa", "Åse Bruun"), ("as", "Åse Bruun"),
        ("søren", "Søren Kjær"), ("soren", "Søren Kjær"), ("soeren", "Søren Kjær"), ("kjær", "Søren Kjær"),
        ("kjaer", "Søren Kjær"), ("marie", "Anne-Marie Lund"), ("anne-marie", "Anne-Marie Lund"),
        ("anne_marie", "Anne-Marie Lund"), ("aml", "Anne-Marie Lund"),
        ("zoe", "Zoë Holmgaard"), ("zoë", "Zoë Holmgaard"),
        ("bo", "Bo"), ("bod", "Bodil Ærø"), ("ærø", "Bodil Ærø"), ("aeroe", "Bodil Ærø"), ("holmg", "Zoë Holmgaard"),
        ("eva", "Eva"), ("e", "Eva"),
    ],
)  # fmt: skip
def test_one_person_is_meant(typed: str, found: str) -> None:
    assert [one.name for one in match_people(typed, TEAM)] == [found]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mads", ["Mads Holm", "Mads Peter Skov"]),
        ("m", ["Mads Holm", "Mads Peter Skov"]),
        ("holm", ["Lise Holm", "Mads Holm"]),  # Holmgaard only begins so
        ("b", ["Bo", "Bodil Ærø"]),
    ],
)
def test_several_may_be_meant(typed: str, found: list[str]) -> None:
    assert [one.name for one in match_people(typed, TEAM)] == found


NOBODY = [
    "", " ", "_", "-", "ole", "isel", "lise skov", "holm lise", "hl", "evaa", "@lise", "*",
]  # fmt: skip


@pytest.mark.parametrize("typed", NOBODY)
def test_nobody_is_meant(typed: str) -> None:
    assert match_people(typed, TEAM) == ()


@pytest.mark.parametrize(
    ("typed", "names", "found"),
    [
        ("lise", ["Lise Holm", "Lise"], ["Lise"]),  # the whole name beats a first name
        ("lise", ["Lisette Lund", "Lise Holm"], ["Lise Holm"]),  # a first name beats a beginning
        ("lind", ["Lindy Lou", "Mads Lind"], ["Mads Lind"]),  # so does any part
        ("holm", ["Mads Holm", "Holm Berg"], ["Holm Berg"]),  # a first name beats other parts
        ("li", ["Mads Lind", "Lise Holm"], ["Lise Holm"]),  # the beginning of the name beats that of a part
        ("åse", ["Aase", "Åse"], ["Åse"]),  # as written beats folded
        ("aase", ["Aase", "Åse"], ["Aase"]),
        ("ase", ["Asger", "Åse"], ["Åse"]),
        ("as", ["Astrid", "Åse"], ["Astrid"]),
        ("joe", ["Jonas", "Joel"], ["Joel"]),
    ],
)
def test_the_better_match_wins(typed: str, names: list[str], found: list[str]) -> None:
    assert [one.name for one in match_people(typed, people(*names))] == found


def test_those_who_have_left_give_way() -> None:
    left = Person("1", "Lise Berg", state="archived")
    here = Person("2", "Lise Holm")
    assert match_people("lise", [left, here]) == (here,)
    assert match_people("lise", [left]) == (left,)
    assert match_people("lise berg", [left, here]) == (left,)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Åse", "aase"),
        ("Ærø", "aero"),
        ("SØREN", "soren"),
        ("Zoë", "zoe"),
        ("a\u030a", "aa"),
        ("ﬁn", "fin"),
        ("", ""),
        ("Straße", "strasse"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_and_case_does_not_matter(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(text.casefold()) == fold(text)


NAMES = st.lists(st.one_of(st.text(max_size=12), st.sampled_from([one.name for one in TEAM])), max_size=6)


@given(st.text(max_size=12), NAMES)
def test_whoever_is_found_is_one_of_them(typed: str, names: Sequence[str]) -> None:
    team = people(*names)
    assert set(match_people(typed, team)) <= set(team)


@given(st.sampled_from(TEAM))
def test_a_whole_name_finds_its_owner(person: Person) -> None:
    assert match_people(person.name, TEAM) == (person,)
    assert match_people(fold(person.name), TEAM) == (person,)
