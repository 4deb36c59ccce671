"""Long texts: what two machines write in one note, line by line."""

from __future__ import annotations

from functools import reduce
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.merging.replicas import CASES
from support.merging.year import a_year, plain, size

from leadercli.model.merge.law import merged
from leadercli.model.merge.record import doubled_lines, line_ids
from leadercli.model.merge.registers import same
from leadercli.model.merge.write import write_fields
from leadercli.model.schema import Raw

few_lines = st.lists(st.sampled_from(["", "a", "b", "ab", "call Bo", "call Bo on Friday"]), max_size=8)


def note(text: str, dot: str, old: Raw | None = None, base: Raw | None = None) -> Raw:
    return write_fields(old, {"text": text}, dot, lines=("text",), base=base)


def both(*copies: Raw) -> Raw:
    results = [reduce(lambda a, b: merged(a, b, lines=("text",)), order) for order in permutations(copies)]
    assert all(same(result, results[0]) for result in results)
    return results[0]


def text(*copies: Raw) -> list[str]:
    return both(*copies)["text"].split("\n")


OLD = note("one\ntwo\nthree", "a:1")


def test_an_unedited_text_costs_one_dot() -> None:
    assert OLD == {"text": "one\ntwo\nthree", "~": "a:1"}
    assert line_ids(OLD, "text") == ("a:1.0", "a:1.1", "a:1.2")


def test_lines_added_at_different_places_are_all_there() -> None:
    assert text(note("zero\none\ntwo\nthree", "b:1", OLD), note("one\ntwo\nand a half\nthree", "c:1", OLD)) == [
        "zero",
        "one",
        "two",
        "and a half",
        "three",
    ]


def test_lines_removed_stay_removed_and_lines_edited_at_once_stay() -> None:
    without = note("one\nthree", "b:1", OLD)
    assert text(without, OLD) == ["one", "three"]
    assert text(without, note("one\ntwo, but later\nthree", "c:1", OLD)) == ["one", "two, but later", "three"]


def test_an_edited_line_keeps_its_id() -> None:
    new = note("one\ntwo and more\nthree\nfour", "b:1", OLD)
    assert line_ids(new, "text") == ("a:1.0", "a:1.1", "a:1.2", "b:1.0")
    assert new["~"]["l"] == {"text": ["a:1.0 1", "a:1.1 1 a b:1", "a:1.2 1", "b:1.0 1 b"]}


def test_a_moved_line_keeps_its_id() -> None:
    new = note("three\none\ntwo", "b:1", OLD)
    assert line_ids(new, "text") == ("a:1.2", "a:1.0", "a:1.1")
    assert text(new, note("one\ntwo\nthree\nfour", "c:1", OLD)) == ["three", "one", "two", "four"]


def test_a_line_rewritten_altogether_is_a_new_line() -> None:
    assert line_ids(note("one\nsomething else\nthree", "b:1", OLD), "text") == ("a:1.0", "b:1.0", "a:1.2")
    assert line_ids(note("a\nb", "b:1", note("a\n", "a:1")), "text") == ("a:1.0", "b:1.0")


def doubled() -> Raw:
    return both(note("one\ntwo at ten\nthree", "b:1", OLD), note("one\ntwo at noon\nthree", "c:1", OLD))


def test_a_line_edited_at_once_stands_in_both_versions_as_neighbours() -> None:
    raw = doubled()
    assert raw["text"].split("\n") == ["one", "two at ten", "two at noon", "three"]
    assert doubled_lines(raw, "text") == ((1, 2),)
    assert len(set(line_ids(raw, "text"))) == 4
    assert line_ids(raw, "text")[1] == "a:1.1"


@pytest.mark.parametrize("value", [None, "one\ntwo at noon\nthree", "one\ntwo at ten\nthree", "one\ntwo at noon\nfour"])
def test_the_next_edit_settles_both_versions(value: str | None) -> None:
    raw = doubled()
    settled = note(value or raw["text"], "d:1", raw)
    assert doubled_lines(settled, "text") == ()
    assert both(settled, raw, OLD) == settled
    before = dict(zip(raw["text"].split("\n"), line_ids(raw, "text"), strict=True))
    after = dict(zip(settled["text"].split("\n"), line_ids(settled, "text"), strict=True))
    assert after == {line: before.get(line, "d:1.0") for line in after}


def test_two_machines_that_settle_alike_make_no_third_version() -> None:
    raw = doubled()
    both_settled = both(note(raw["text"], "d:1", raw), note(raw["text"] + "\nfour", "e:1", raw))
    assert both_settled["text"] == raw["text"] + "\nfour"
    shorter = both(note(raw["text"], "d:1", raw), note("one\ntwo at ten\ntwo at noon", "e:1", raw))
    assert shorter["text"] == "one\ntwo at ten\ntwo at noon"


def test_a_line_can_be_put_between_two_versions() -> None:
    settled = note("one\ntwo at ten\nor\ntwo at noon\nthree", "d:1", doubled())
    assert text(settled, doubled()) == ["one", "two at ten", "or", "two at noon", "three"]


def test_the_same_edit_made_twice_shows_once() -> None:
    one, other = (note("one\ntwo at ten\nthree", dot, OLD) for dot in ("b:1", "c:1"))
    assert text(one, other) == ["one", "two at ten", "three"]
    assert text(one, other, note("one\nthree", "b:2", one)) == ["one", "two at ten", "three"]


def test_two_notes_begun_at_once_stand_one_after_the_other() -> None:
    assert text(note("a1\na2", "a:1"), note("b1\nb2", "b:1")) == ["a1", "a2", "b1", "b2"]


def test_an_empty_text_leaves_no_blank_line() -> None:
    empty = note("", "a:1")
    assert text(note("x", "b:1", empty), note("y\nz", "c:1", empty)) == ["x", "y", "z"]
    assert line_ids(empty, "text") == ("",)
    assert note("", "b:2", note("x", "b:1", empty))["text"] == ""


def test_a_blank_line_that_is_left_alone_is_a_line() -> None:
    old = note("x\ny", "a:1")
    raw = both(note("\ny", "b:1", old), note("x", "c:1", old))
    assert raw["text"] == ""
    assert text(raw, note("x\ny\nz", "d:1", old)) == ["", "z"]
    first = note("\nx\ny", "a:1")
    edits = [note("\ny", "b:1", first), note("\nx", "c:1", first), note("\nx\ny\nz", "d:1", first)]
    assert text(*edits) == ["", "z"]


def test_lines_that_come_to_stand_together_keep_their_places() -> None:
    wide = note("one\nx\ntwo\ny\nthree", "b:1", OLD)
    close = note("one\nx\ny\nthree", "b:2", wide)
    assert text(wide, close) == ["one", "x", "y", "three"]
    assert text(close, note("one\nx\ntwo or so\ny\nthree", "c:1", wide)) == ["one", "x", "two or so", "y", "three"]


def typed(old: Raw, writer: str, at: int, chunks: list[int]) -> tuple[Raw, list[str]]:
    """Type chunks of lines one after the other at a place, saving after each."""
    lines, raw, mine, where = old["text"].split("\n"), old, [], at
    for number, count in enumerate(chunks, 1):
        new = [f"{writer}{number}.{n}" for n in range(count)]
        lines[where:where] = new
        where += count
        raw = note("\n".join(lines), f"{writer}:{number}", raw)
        mine += new
    return raw, mine


@settings(max_examples=CASES // 5, deadline=None)
@given(*[st.lists(st.integers(1, 3), min_size=1, max_size=5)] * 2, st.integers(0, 3))
def test_what_two_machines_type_at_one_place_does_not_interleave(one: list[int], other: list[int], at: int) -> None:
    (first, firsts), (second, seconds) = typed(OLD, "x", at, one), typed(OLD, "w", at, other)
    lines = OLD["text"].split("\n")
    lines[at:at] = seconds + firsts
    assert text(first, second) == lines


@settings(max_examples=CASES, deadline=None)
@given(st.lists(few_lines, min_size=1, max_size=8))
def test_any_text_can_become_any_other(texts: list[list[str]]) -> None:
    raw = None
    for number, lines in enumerate(texts, 1):
        value = "\n".join(lines)
        raw = note(value, f"a:{number}", raw)
        assert raw["text"] == value
        assert len(set(line_ids(raw, "text"))) == len(value.split("\n"))


@settings(max_examples=CASES, deadline=None)
@given(few_lines, few_lines, few_lines)
def test_what_came_in_while_someone_typed_is_merged(base: list[str], mine: list[str], come: list[str]) -> None:
    seen = note("\n".join(base), "a:1")
    other = note("\n".join([*come, "come"]), "b:1", seen)
    together = note("\n".join([*mine, "mine"]), "a:2", other, base=seen)
    assert same(together, both(other, note("\n".join([*mine, "mine"]), "a:2", seen)))
    own = note("\n".join([*come, "come"]), "a:2", seen)
    assert {"come", "mine"} <= set(note("\n".join([*mine, "mine"]), "a:3", own, base=seen)["text"].split("\n"))


def test_one_commit_can_write_a_text_twice() -> None:
    first = note("one\ntwo\nthree\nx", "b:1", OLD)
    twice = note("one\ntwo\nthree\nx\ny", "b:1", first)
    assert line_ids(twice, "text")[3:] == ("b:1.0", "b:1.1")
    beside = note("zero\none\ntwo\nthree", "b:1", first, base=OLD)
    assert beside["text"].split("\n") == ["zero", "one", "two", "three", "x"]
    assert doubled_lines(beside, "text") == ()


@pytest.mark.parametrize("runs", [["a:1.0 2"], ["nonsense"], [5], "x", ["a:1.0 3 A/"], ["a:1.0 3 a0"]])
def test_a_text_whose_lines_were_changed_by_hand_is_kept(runs: Any) -> None:
    raw = {"text": "one\ntwo\nthree\nby hand", "~": {"d": "a:1", "l": {"text": runs}}}
    newer = note("one\ntwo\nthree\nnew", "b:1", OLD)
    assert {"by hand", "new"} <= set(text(raw, newer))


def test_lines_added_by_hand_survive_beside_the_copy_they_were_added_to() -> None:
    found = {**OLD, "text": OLD["text"] + "\nby hand"}
    assert text(OLD, found) == ["one", "two", "three", "by hand"]


def test_lines_put_out_of_order_by_hand_come_into_order() -> None:
    found = {"text": "three\none\ntwo", "~": {"l": {"text": ["a:1.2 1", "a:1.0 2"]}}}
    assert text(found, note("one\nmore\ntwo\nthree", "b:1", OLD)) == ["one", "more", "two", "three"]


@pytest.mark.parametrize(("value", "lines"), [(None, ""), (5, "5"), (["x"], '["x"]')])
def test_what_is_no_text_is_read_as_one(value: Any, lines: str) -> None:
    assert write_fields(None, {"text": value}, "a:1", lines=("text",))["text"] == lines
    found = {"text": value, "~": "b:1"}
    assert text(found, note("more", "a:1")) == ["more", *([lines] if lines else [])]


def test_a_text_once_kept_whole_becomes_lines() -> None:
    old = write_fields(None, {"text": "x\ny"}, "a:1")
    raw = merged(write_fields(old, {"text": "x\ny\nb"}, "b:1"), write_fields(old, {"text": "x\ny\nc"}, "c:1"))
    assert set(text(raw, note("z", "e:1"))) == {"x", "y", "b", "c", "z"}
    assert note("x\ny\nb\nc", "d:1", raw)["text"] == "x\ny\nb\nc"


def test_a_year_of_two_machines_stays_small() -> None:
    tables = a_year(seed=7, weeks=10, people=3)
    assert size(tables) < 2 * size(plain(tables))
    assert max(size(raw) / size(plain({"t": {"i": raw}})["t"]["i"]) for raw in tables["meetings"].values()) < 3


def test_a_record_written_once_costs_little() -> None:
    fields = {"text": "Send the budget", "person": "260303-k3j5h7m2p9", "owner": "me", "state": "open", "due": None}
    assert size(write_fields(None, fields, "k3j5h7m2p9:12")) < 1.3 * size(fields)
