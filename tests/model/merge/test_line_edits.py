"""Which line of a note is which after an edit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.merging.replicas import CASES

from leadercli.model.merge.line_edits import matched

few_lines = st.lists(st.sampled_from(["", "a", "b", "call Bo", "call Bo on Friday"]), max_size=12)


def matches(old: str, new: str) -> list[int | None]:
    """Give for each new line its old one, moved or not."""
    source, moved = matched(old.split("\n"), new.split("\n"))
    return [moved.get(number, came) for number, came in enumerate(source)]


@settings(max_examples=CASES, deadline=None)
@given(few_lines, few_lines)
def test_each_old_line_is_at_most_one_new_line(old: list[str], new: list[str]) -> None:
    source, moved = matched(old, new)
    stayed = [came for came in source if came is not None]
    assert stayed == sorted(stayed)
    assert len({*stayed, *moved.values()}) == len(stayed) + len(moved)
    assert all(source[number] is None and old[came] == new[number] for number, came in moved.items())
    assert matched(old, old) == (list(range(len(old))), {})


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("a\nb\nc", "a\nc", [0, 2]),
        ("a\n\nb\n\nc", "a\n\nc", [0, 1, 4]),
        ("call Bo", "call Bo on Friday about the budget", [0]),
        ("! call Bo on Friday\nyes", "! call Bo on Thursday\nyes", [0, 1]),
        ("call Bo\nwrite to Lise", "call Bo again\nwrite to Lise and Per", [0, 1]),
        ("write to Lise", "call Bo\nwrite to Lise and Per", [None, 0]),
        ("call Bo about the budget and the plan", "call Bo about the budget\nand the plan", [0, None]),
        ("a\nb\nc\nd", "d\na\nb\nc", [3, 0, 1, 2]),
        ("good talk", "send the minutes", [None]),
        ("good talk\n", "good talk\nmore", [0, None]),
        ("", "x", [None]),
    ],
)
def test_lines_are_known_again(old: str, new: str, found: list[int | None]) -> None:
    assert matches(old, new) == found


def test_a_large_rewrite_is_matched_line_by_line() -> None:
    old = [f"point {number} of the long list" for number in range(150)]
    new = [f"{line}, done" for line in old]
    assert matched(old, new) == (list(range(150)), {})
