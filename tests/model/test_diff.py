"""What a difference between two texts shows, and that it tells the whole of both."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from leadercli.model.diff import DiffLine, text_diff

NOTE = "\n".join(f"line {number}" for number in range(1, 13))


def shown(old: str, new: str, around: int = 2) -> list[str]:
    return [f"{one.sign} {one.text or one.count}" for one in text_diff(old, new, around)]


def test_one_changed_line_in_a_long_note_stands_with_a_little_around_it() -> None:
    assert shown(NOTE, NOTE.replace("line 6", "line six")) == [
        "… 3",
        "  line 4",
        "  line 5",
        "− line 6",
        "+ line six",
        "  line 7",
        "  line 8",
        "… 4",
    ]


def test_a_single_line_is_not_left_out() -> None:
    assert shown("a\nb\nc\nd", "a\nb\nc\ne") == ["  a", "  b", "  c", "− d", "+ e"]


def test_a_line_that_went_and_lines_that_came() -> None:
    assert shown("a\nb", "a") == ["  a", "− b"]
    assert shown("a", "a\nb\nc") == ["  a", "+ b", "+ c"]


def test_two_changes_have_their_own_surroundings() -> None:
    new = NOTE.replace("line 2\n", "").replace("line 11", "line eleven")
    assert shown(NOTE, new, 1) == [
        "  line 1",
        "− line 2",
        "  line 3",
        "… 6",
        "  line 10",
        "− line 11",
        "+ line eleven",
        "  line 12",
    ]


@pytest.mark.parametrize(("old", "new", "lines"), [("", "", []), ("", "a", ["+ a"]), ("a", "", ["− a"])])
def test_nothing_is_no_line(old: str, new: str, lines: list[str]) -> None:
    assert shown(old, new) == lines


def test_equal_texts_have_nothing_but_what_is_left_out() -> None:
    assert shown(NOTE, NOTE) == ["… 12"]


texts = st.lists(st.sampled_from(["a", "b", "c", "", "long line"]), max_size=30).map("\n".join)


@given(texts, texts)
def test_the_whole_of_both_texts_can_be_read_from_it(old: str, new: str) -> None:
    assume(old != new)
    found = text_diff(old, new, around=100)
    assert _side(found, "−") == (old.split("\n") if old else [])
    assert _side(found, "+") == (new.split("\n") if new else [])


@given(texts, texts, st.integers(0, 4))
def test_nothing_but_unchanged_lines_is_left_out(old: str, new: str, around: int) -> None:
    assume(old != new)
    whole, folded = text_diff(old, new, around=100), text_diff(old, new, around)
    assert [one for one in folded if one.sign in "+−"] == [one for one in whole if one.sign in "+−"]
    assert sum(one.count for one in folded if one.sign in " …") == sum(one.count for one in whole if one.sign in " …")


def _side(found: list[DiffLine], sign: str) -> list[str]:
    return [one.text for one in found for _ in range(one.count) if one.sign in (" ", sign)]
