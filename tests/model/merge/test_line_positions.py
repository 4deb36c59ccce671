"""Places of lines: always one more between two, and never long without reason."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support.merging.replicas import CASES

from leadercli.model.merge.line_positions import fraction_between, line_path, place_between

fractions = st.from_regex("[0-9a-z]{0,3}[1-9a-z]", fullmatch=True)


@settings(max_examples=CASES, deadline=None)
@given(st.just("") | fractions, st.just("") | fractions)
def test_there_is_always_a_fraction_between(one: str, other: str) -> None:
    assume(not one or one != other)
    low, high = sorted((one, other)) if one and other else (one, other)
    found = fraction_between(low, high)
    assert low < found
    assert not high or found < high
    assert not found.endswith("0")


@settings(max_examples=CASES, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 20), st.sampled_from("abc")), max_size=30))
def test_there_is_always_a_place_between(inserts: list[tuple[int, str]]) -> None:
    lines: list[tuple[str, str]] = []
    for number, (at_, writer) in enumerate(inserts, 1):
        at, id_ = at_ % (len(lines) + 1), f"{writer}:{number}.0"
        left = line_path(*lines[at - 1]) if at else ()
        right = line_path(*lines[at]) if at < len(lines) else ()
        lines.insert(at, (place_between(left, right, id_), id_))
        paths = [line_path(*line) for line in lines]
        assert paths == sorted(paths)
        assert len(set(paths)) == len(paths)


@pytest.mark.parametrize("at_the_end", [True, False])
def test_a_note_that_every_day_of_a_year_adds_to_has_short_places(at_the_end: bool) -> None:
    place, id_ = "a", "a:1.0"
    for day in range(365):
        edge, new = line_path(place, id_), f"w{day}:1.0"
        place, id_ = place_between(edge, (), new) if at_the_end else place_between((), edge, new), new
    assert len(place) < 20


def test_a_writer_goes_on_in_its_own_block() -> None:
    place = place_between(line_path("a", "a:1.0"), line_path("a", "a:1.1"), "b:1.0")
    assert place == "a/a:1.0/a"
    assert place_between(line_path(place, "b:1.0"), line_path("a", "a:1.1"), "b:2.0") == place


@pytest.mark.parametrize("place", ["", "a/", "A", "a0", "a/x/a", "a/a:1.0", "/a:1.0/a"])
def test_what_is_no_place_is_refused(place: str) -> None:
    with pytest.raises(ValueError, match=r"place|values|invalid"):
        line_path(place, "a:1.0")
