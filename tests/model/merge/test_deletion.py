"""Deletes cover only what the deleter had seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.merging.bin_replicas import LINES, Office, Read, Step, has_unseen_edit, lived, must_be_binned, office_days
from support.merging.lives import controls, some
from support.merging.replicas import check_one_result

from leadercli.model.merge.deletion import DELETED, SEEN, deleted_at, is_deleted
from leadercli.model.merge.law import merged
from leadercli.model.merge.registers import same
from leadercli.model.merge.write import write_fields, write_record
from leadercli.model.schema import Raw

MONDAY, TUESDAY = "2026-03-02T08:00:00", "2026-03-03T08:00:00"


def record(**fields: object) -> Raw:
    return write_record(None, {"text": "Send the budget", "due": "2026-03-13", **fields}, "k:1")


def deleted(raw: Raw, dot: str, at: str = MONDAY) -> Raw:
    return write_record(raw, {DELETED: at}, dot)


def check_no_word_is_lost_in_the_bin(office: Office, read: Read = is_deleted) -> None:
    for machine in office.machines:
        if has_unseen_edit(machine.known):
            assert not read(machine.raw)


def check_what_was_seen_stays_in_the_bin(office: Office) -> None:
    for machine in office.machines:
        if must_be_binned(machine.known):
            assert is_deleted(machine.raw)


@pytest.mark.proof("merge")
@some
@given(office_days(), st.integers(2, 5), st.booleans())
def test_an_edit_that_no_deleter_had_seen_is_visible(steps: list[Step], count: int, same_second: bool) -> None:
    check_no_word_is_lost_in_the_bin(lived(steps, count, same_second=same_second))


@pytest.mark.proof("merge")
@some
@given(office_days(), st.integers(2, 5))
def test_what_deleters_had_seen_and_nobody_restored_is_in_the_bin(steps: list[Step], count: int) -> None:
    check_what_was_seen_stays_in_the_bin(lived(steps, count))


@pytest.mark.proof("merge")
@some
@given(office_days())
def test_records_with_deletions_merge_in_any_order(steps: list[Step]) -> None:
    check_one_result([machine.raw for machine in lived(steps).machines])


@pytest.mark.proof("merge")
@some
@given(office_days(), st.integers(0, 2))
def test_one_who_deletes_or_restores_gets_what_they_asked_for(steps: list[Step], who: int) -> None:
    office = lived(steps)
    was = is_deleted(office.machines[who].raw)
    office.do("restore" if was else "delete", who, 0)
    assert is_deleted(office.machines[who].raw) is not was
    office.do("field", who, 0)
    assert is_deleted(office.machines[who].raw) is not was


@pytest.mark.control("merge")
def test_reading_the_field_alone_loses_words() -> None:
    @controls
    @given(office_days())
    def broken(steps: list[Step]) -> None:
        check_no_word_is_lost_in_the_bin(lived(steps), lambda raw: bool(raw.get(DELETED)))

    with pytest.raises(AssertionError):
        broken()


def test_an_edit_made_elsewhere_at_the_same_time_takes_a_record_out() -> None:
    both = merged(deleted(record(), "a:1"), write_record(record(), {"due": "2026-03-20"}, "b:1"))
    assert both[DELETED] == MONDAY
    assert not is_deleted(both)
    assert deleted_at(both) is None
    assert deleted_at(deleted(both, "c:1", TUESDAY)) == TUESDAY


def test_the_next_edit_settles_that_it_came_out() -> None:
    both = merged(deleted(record(), "a:1"), write_record(record(), {"due": "2026-03-20"}, "b:1"))
    settled = write_record(both, {"owner": "me"}, "c:1")
    assert settled[DELETED] is None
    assert settled[SEEN] is None
    assert write_record(both, {"due": "2026-03-20"}, "c:1") is both


def test_a_line_written_elsewhere_takes_a_note_out() -> None:
    note = write_record(None, {"text": "one\ntwo"}, "k:1", lines=LINES)
    here = write_record(note, {DELETED: MONDAY}, "a:1", lines=LINES)
    there = write_record(note, {"text": "one\ntwo\nthree"}, "b:1", lines=LINES)
    assert not is_deleted(merged(here, there, lines=LINES))


def test_one_who_writes_in_the_bin_leaves_it_there() -> None:
    binned = write_record(deleted(record(), "a:1"), {"due": "2026-03-20"}, "b:1")
    assert is_deleted(binned)
    assert binned[SEEN] == {"a": 1, "b": 1, "k": 1}
    assert is_deleted(merged(binned, deleted(record(), "a:1")))


def test_two_deletes_at_once_are_one() -> None:
    both = merged(deleted(record(), "a:1"), deleted(record(), "b:1", TUESDAY))
    assert is_deleted(both)
    seen_apart = merged(
        deleted(write_record(record(), {"due": None}, "a:1"), "a:2"),
        deleted(write_record(record(), {"owner": "us"}, "b:1"), "b:2", TUESDAY),
    )
    assert is_deleted(seen_apart)
    assert not is_deleted(merged(seen_apart, write_record(record(), {"text": "x"}, "c:1")))


def test_a_restore_that_another_deleter_had_not_seen_holds() -> None:
    binned = deleted(record(), "a:1")
    restored = write_record(binned, {DELETED: None}, "a:2")
    again = deleted(write_record(binned, {DELETED: None}, "b:1"), "b:2", TUESDAY)
    for both in (merged(restored, again), merged(again, restored)):
        assert not is_deleted(both)


@pytest.mark.parametrize("seen", [None, {}, "k:1", [1], {"a": "much"}])
def test_a_deletion_that_does_not_say_what_it_had_seen_holds(seen: object) -> None:
    older = write_fields(write_fields(record(), {"due": None}, "b:1"), {DELETED: MONDAY, SEEN: seen}, "a:1")
    assert is_deleted(older)


def test_an_older_program_that_deletes_again_is_believed() -> None:
    restored = write_record(write_fields(deleted(record(), "a:1"), {DELETED: None}, "b:1"), {"due": None}, "b:2")
    assert is_deleted(write_fields(restored, {DELETED: TUESDAY}, "c:1"))


@pytest.mark.parametrize("mark", [None, "k:1", 7, [], {}, {"d": 5}, {"f": []}, {"d": "k:1", "s": {"due": [3]}}])
def test_a_record_whose_mark_is_broken_is_read_by_its_field(mark: object) -> None:
    assert is_deleted({"text": "x", DELETED: MONDAY, SEEN: {"a": 1}, "~": mark})
    assert not is_deleted({"text": "x", DELETED: None, "~": mark})


def test_the_removal_of_a_line_is_forgotten_by_the_next_deletion() -> None:
    gone = write_record(record(), {DELETED: MONDAY, "unmarked": True}, "a:1")
    both = merged(gone, write_record(record(), {"due": "2026-03-20"}, "b:1"))
    assert not is_deleted(both)
    assert deleted(both, "c:1", TUESDAY)["unmarked"] is None
    assert deleted(gone, "c:1", TUESDAY)["unmarked"] is True


def test_nothing_is_written_beside_a_record_that_was_never_deleted() -> None:
    raw = record()
    assert same(write_record(raw, {"due": None, SEEN: {"x": 1}}, "a:1"), write_fields(raw, {"due": None}, "a:1"))
    assert write_record(raw, {"due": "2026-03-13"}, "a:1") is raw
