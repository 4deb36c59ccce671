"""Short names for narrow columns: nobody looks like somebody else."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadercli.model.people.names import short_names
from leadercli.model.records import Person


def people(*names: str, gone: Sequence[str] = ()) -> list[Person]:
    return [Person(name, name, state="archived" if name in gone else "active") for name in names]


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (("Mads Holm", "Eva Kjær"), {"Mads Holm": "Mads", "Eva Kjær": "Eva"}),
        (("Mads Holm", "Mads Juul"), {"Mads Holm": "Mads H.", "Mads Juul": "Mads J."}),
        (("Mads", "Mads Juul"), {"Mads": "Mads", "Mads Juul": "Mads J."}),
        (("mads holm", "Mads Juul"), {"mads holm": "mads h.", "Mads Juul": "Mads J."}),
        (("Mads Holm", "Mads Hansen"), {"Mads Holm": "Mads Ho.", "Mads Hansen": "Mads Ha."}),
        (("Mads Holm", "Mads Holmberg"), {"Mads Holm": "Mads Holm", "Mads Holmberg": "Mads Holmb."}),
        (
            ("Mads Peter Holm", "Mads Ole Holm"),
            {"Mads Peter Holm": "Mads Peter Holm", "Mads Ole Holm": "Mads Ole Holm"},
        ),
        (("The trio",), {"The trio": "The"}),
    ],
)
def test_a_first_name_and_as_much_more_as_tells_people_apart(names: Sequence[str], short: dict[str, str]) -> None:
    assert short_names(people(*names)) == short


def test_who_is_archived_takes_no_short_name_from_who_is_here() -> None:
    found = short_names(people("Mads Holm", "Mads Juul", gone=["Mads Juul"]))
    assert found == {"Mads Holm": "Mads", "Mads Juul": "Mads J."}


words = st.text(st.sampled_from("ABab"), min_size=1, max_size=4)


@given(st.lists(st.builds(" ".join, st.lists(words, min_size=1, max_size=3)), unique_by=str.casefold, max_size=8))
def test_no_two_people_here_are_called_alike(names: list[str]) -> None:
    found = short_names(people(*names))
    assert len({short.casefold() for short in found.values()}) == len(names)
