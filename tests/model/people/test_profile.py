"""What somebody is to the leader, in both languages."""

import pytest

from leadercli.model.people.profile import RELATIONS, read_relation, relation_words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("medarbejder", "employee"),
        ("Med", "employee"),
        ("leder", "manager"),
        ("my manager", "manager"),
        ("TR", "representative"),
        ("rep", "representative"),
        ("andet", "other"),
        ("e", None),
        ("", None),
        ("ven", None),
    ],
)
def test_reads_a_word_or_the_beginning_of_one(typed: str, meant: str | None) -> None:
    assert read_relation(typed) == meant


@pytest.mark.parametrize("lang", ["da", "en"])
def test_what_is_said_is_read_again(lang: str) -> None:
    for relation in RELATIONS:
        assert read_relation(relation_words(relation, lang)) == relation
