"""Fields of a record: written, merged, kept in several versions, settled; and whole tables."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from leadercli.model.merge.law import merged, merged_tables
from leadercli.model.merge.record import changed_by_hand, siblings, vector
from leadercli.model.merge.registers import same
from leadercli.model.merge.write import write_fields
from leadercli.model.schema import Raw

OPEN = {"text": "Send the budget", "due": "2026-03-13", "state": "open"}


def test_a_record_written_once_carries_one_dot() -> None:
    assert write_fields(None, OPEN, "a:3") == {**OPEN, "~": "a:3"}
    assert vector(write_fields(None, OPEN, "a:3")) == {"a": 3}


def test_an_edit_names_only_what_differs() -> None:
    done = write_fields(write_fields(None, OPEN, "a:3"), {"state": "done", "due": "2026-03-13"}, "b:1")
    assert done == {**OPEN, "state": "done", "~": {"d": "a:3", "f": {"state": "b:1"}}}


def test_writing_the_same_again_writes_nothing() -> None:
    old = write_fields(None, OPEN, "a:3")
    assert write_fields(old, {"state": "open"}, "b:1") is old
    assert write_fields(old, {}, "b:1") is old


@pytest.mark.parametrize(("old", "new"), [(1, True), (0, False), (1, 1.0), ([0], [False]), ({"x": 1}, {"x": 1.0})])
def test_values_that_only_python_holds_for_equal_are_written(old: Any, new: Any) -> None:
    raw = write_fields(write_fields(None, {"v": old}, "a:1"), {"v": new}, "a:2")
    assert repr(raw["v"]) == repr(new)
    other = write_fields(None, {"v": old}, "b:1")
    assert repr(merged(other, raw)) == repr(merged(raw, other))


def test_a_write_replaces_what_it_had_seen() -> None:
    old = write_fields(None, OPEN, "a:3")
    new = write_fields(old, {"due": "2026-03-20"}, "b:1")
    assert merged(old, new) == new
    assert merged(new, old) is new
    assert siblings(new) == {}


def test_changes_of_different_fields_are_both_there() -> None:
    old = write_fields(None, OPEN, "a:3")
    both = merged(write_fields(old, {"state": "done"}, "b:1"), write_fields(old, {"due": None}, "c:1"))
    assert (both["state"], both["due"], siblings(both)) == ("done", None, {})


def concurrent() -> tuple[Raw, Raw, Raw]:
    old = write_fields(None, OPEN, "a:3")
    return old, write_fields(old, {"due": "2026-03-20"}, "b:1"), write_fields(old, {"due": "2026-03-27"}, "c:1")


def test_changes_of_one_field_at_once_are_both_kept_until_the_next_edit() -> None:
    old, one, other = concurrent()
    both = merged(one, other)
    assert siblings(both) == {"due": (both["due"], "2026-03-20")} == {"due": ("2026-03-27", "2026-03-20")}
    settled = write_fields(both, {"due": "2026-03-20"}, "d:1")
    assert siblings(settled) == {}
    for copy_ in (old, one, other, both):
        assert merged(settled, copy_) is settled


def test_choosing_the_shown_version_settles_too() -> None:
    _, one, other = concurrent()
    both = merged(one, other)
    settled = write_fields(both, {"due": both["due"]}, "d:1")
    assert siblings(settled) == {}
    assert merged(one, settled) == settled


def test_an_edit_of_another_field_settles_nothing() -> None:
    _, one, other = concurrent()
    assert "due" in siblings(write_fields(merged(one, other), {"state": "done"}, "d:1"))


def test_the_same_change_made_twice_is_no_question() -> None:
    old = write_fields(None, OPEN, "a:3")
    both = merged(write_fields(old, {"state": "done"}, "b:1"), write_fields(old, {"state": "done"}, "c:1"))
    assert (both["state"], siblings(both)) == ("done", {})
    reopened = write_fields(write_fields(old, {"state": "done"}, "b:1"), {"state": "open"}, "b:2")
    assert set(siblings(merged(both, reopened))["state"]) == {"open", "done"}


def test_all_fields_show_the_same_machine() -> None:
    old = write_fields(None, OPEN, "a:3")
    one = write_fields(write_fields(old, {"state": "done"}, "b:8"), {"closed": "Monday"}, "b:9")
    other = write_fields(write_fields(old, {"state": "dropped"}, "c:1"), {"closed": "Friday"}, "c:20")
    both = merged(one, other)
    assert (both["state"], both["closed"]) in {("done", "Monday"), ("dropped", "Friday")}


def test_what_came_in_while_someone_was_writing_is_merged() -> None:
    seen = write_fields(None, OPEN, "a:1")
    come = write_fields(seen, {"state": "done"}, "a:2")
    new = write_fields(come, {"due": "2026-04-01"}, "a:3", base=seen)
    assert (new["state"], new["due"], siblings(new)) == ("done", "2026-04-01", {})
    assert vector(new) == {"a": 3}
    asked = write_fields(come, {"state": "dropped"}, "a:3", base=seen)
    assert set(siblings(asked)["state"]) == {"done", "dropped"}
    assert write_fields(come, {"state": "open"}, "a:3", base=seen) is come
    begun = write_fields(seen, {"state": "open", "note": "mine"}, "b:1", base={})
    assert (begun["text"], begun["note"], siblings(begun)) == (OPEN["text"], "mine", {})
    assert set(siblings(write_fields(seen, {"state": "done"}, "b:1", base={}))["state"]) == {"open", "done"}


def test_dots_that_cannot_be_are_refused() -> None:
    old = write_fields(None, OPEN, "a:3")
    for dot in ("a:2", "a", "a:x", ":1", "a b:1", "a/b:1", "a:-1", "a:01"):
        with pytest.raises(ValueError, match=r"dot|invalid"):
            write_fields(old, {"state": "done"}, dot)
    with pytest.raises(ValueError, match="mark"):
        write_fields(old, {"~": "b:1"}, "b:1")


def test_a_record_made_by_hand_is_merged_and_can_be_edited() -> None:
    by_hand = {"text": "Call Bo", "state": "open"}
    other = write_fields(None, {"text": "Call Bo", "state": "done"}, "a:1")
    both = merged(by_hand, other)
    assert set(siblings(both)["state"]) == {"open", "done"}
    assert merged(other, by_hand) == both
    edited = write_fields(by_hand, {"state": "done"}, "b:1")
    assert merged(edited, by_hand) is edited
    assert merged(by_hand, {**by_hand}) is by_hand


@pytest.mark.parametrize(
    "mark",
    [
        None,
        5,
        [],
        {},
        "x",
        {"d": 5},
        {"v": {"a": "x"}},
        {"d": "a:1", "v": {"b": "5"}},
        {"d": "a:1", "v": {"b": True}},
        {"s": {"due": 3}},
        {"l": [1]},
    ],
)
def test_a_broken_mark_counts_as_none(mark: Any) -> None:
    raw = {**OPEN, "~": mark}
    both = merged(raw, write_fields(None, {**OPEN, "due": "never"}, "a:1"))
    assert set(siblings(both)["due"]) == {"never", OPEN["due"]}


def test_a_value_changed_by_hand_is_kept_beside_the_one_it_replaced() -> None:
    old = write_fields(None, OPEN, "a:3")
    found = {**old, "due": "2026-05-05"}
    assert set(siblings(merged(old, found))["due"]) == {"2026-03-13", "2026-05-05"}
    newer = write_fields(old, {"state": "done"}, "b:1")
    assert set(siblings(merged(newer, found))["due"]) == {"2026-03-13", "2026-05-05"}
    assert merged(found, newer) == merged(newer, found)
    assert changed_by_hand(old, found) == {"due": "2026-05-05"}
    assert changed_by_hand(old, write_fields(old, {"due": "x"}, "b:1")) == {}
    shown = {**merged(*concurrent()[1:]), "due": "by hand"}
    assert "by hand" in siblings(shown)["due"]


def test_a_field_added_or_taken_away_by_hand_is_there() -> None:
    old = write_fields(None, OPEN, "a:3")
    assert merged(old, {**old, "note": "new"})["note"] == "new"
    assert merged({"text": OPEN["text"], "~": "a:3"}, old)["due"] == OPEN["due"]


def test_a_value_survives_that_each_copy_takes_for_replaced() -> None:
    old = write_fields(None, OPEN, "a:3")
    new = write_fields(old, {"due": "2026-05-05"}, "b:1")
    bare = {name: value for name, value in new.items() if name != "due"} | {"~": {"d": "a:3", "v": {"b": 1, "c": 1}}}
    assert set(siblings(merged(merged(old, bare), new))["due"]) == {"2026-03-13", "2026-05-05"}


def test_what_a_newer_version_adds_to_the_mark_stays() -> None:
    raw = {**OPEN, "~": {"d": "a:3", "z": [1]}}
    assert write_fields(raw, {"state": "done"}, "b:1")["~"]["z"] == [1]
    assert merged(write_fields(None, OPEN, "b:1"), raw)["~"]["z"] == [1]
    newer = {**OPEN, "~": {"d": "a:3", "z": [2]}}
    assert merged(raw, newer) == merged(newer, raw)


def test_nothing_given_is_changed() -> None:
    old, one, other = concurrent()
    before = copy.deepcopy((old, one, other))
    both = merged(one, other)
    write_fields(both, {"due": None, "state": "done"}, "d:1")
    assert (old, one, other) == before
    assert both["text"] is one["text"]


def test_tables_merge_record_by_record() -> None:
    old, one, other = concurrent()
    mine = {"agreements": {"1": one, "2": old}, "people": {"p": {"name": "Lise", "~": "a:1"}}, "new table": {"x": {}}}
    theirs = {"agreements": {"1": other, "2": copy.deepcopy(old), "3": old}, "people": copy.deepcopy(mine["people"])}
    theirs["unknown"] = {"u": {"what": 1, "~": "q:1"}}
    tables, changed = merged_tables(mine, theirs, {})
    assert tables["agreements"] == {"1": merged(one, other), "2": old, "3": old}
    assert tables["people"] is mine["people"]
    assert tables["agreements"]["2"] is old
    assert tables["unknown"] == theirs["unknown"]
    assert changed == {"agreements": ("1", "3"), "unknown": ("u",)}
    assert same(merged_tables(theirs, mine, {})[0], tables)
    assert merged_tables(tables, mine, {}) == (tables, {})


def test_long_texts_merge_by_table() -> None:
    lines = {"meetings": ("text",)}
    old = write_fields(None, {"text": "one\ntwo"}, "a:1", lines=("text",))
    mine = {"meetings": {"m": write_fields(old, {"text": "one\ntwo\nthree"}, "b:1", lines=("text",))}}
    theirs = {"meetings": {"m": write_fields(old, {"text": "zero\none\ntwo"}, "c:1", lines=("text",))}}
    tables, _ = merged_tables(mine, theirs, lines)
    assert tables["meetings"]["m"]["text"] == "zero\none\ntwo\nthree"


@pytest.mark.parametrize(("one", "other", "kept"), [(1, 2, 2), ("a", {"r": {}}, {"r": {}}), (None, "x", None)])
def test_what_is_no_table_or_record_is_the_same_everywhere(one: Any, other: Any, kept: Any) -> None:
    for place in (lambda value: {"t": value}, lambda value: {"t": {"id": value}}):
        results = [merged_tables(place(a), place(b), {})[0] for a, b in ((one, other), (other, one))]
        assert results[0] == results[1] == place(kept)
