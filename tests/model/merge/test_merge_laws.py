"""The merge law, tried on made-up lives of three to five machines."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from support.merging.lives import controls, laws, machines, some
from support.merging.replicas import (
    Merge,
    Step,
    World,
    check_nothing_lost,
    check_nothing_returns,
    check_one_result,
    law,
    lived,
    steps,
)

from leadercli.model.merge.record import line_ids, vector
from leadercli.model.merge.registers import same
from leadercli.model.schema import Raw


@pytest.mark.proof("merge")
@laws
@given(steps("move"), machines)
def test_any_copies_become_one_record_in_any_order(deeds: list[Step], count: int) -> None:
    world = lived(deeds, count)
    check_one_result([copy.raw for copy in (*world.copies[:2], *world.kept, *world.copies[2:])][:3])


@pytest.mark.proof("merge")
@some
@given(steps("move"))
def test_machines_that_write_the_same_words_agree_too(deeds: list[Step]) -> None:
    check_one_result([copy.raw for copy in lived(deeds, few=True).copies])


@pytest.mark.proof("merge")
@some
@given(steps("hand"))
def test_values_changed_by_hand_do_not_break_the_law(deeds: list[Step]) -> None:
    check_one_result([copy.raw for copy in lived(deeds).copies])


@pytest.mark.proof("merge")
@laws
@given(steps("move"), machines)
def test_nothing_that_was_written_is_lost(deeds: list[Step], count: int) -> None:
    world = lived(deeds, count)
    check_nothing_lost(world)
    for copy in world.copies:
        ids = line_ids(copy.raw, "text")
        assert len(ids) == len(set(ids)) == max(1, len(copy.lines()))


@pytest.mark.proof("merge")
@some
@given(steps(), machines)
def test_nothing_returns_that_was_seen_and_replaced(deeds: list[Step], count: int) -> None:
    world = lived(deeds, count, calm=True)
    check_nothing_lost(world)
    check_nothing_returns(world)


@pytest.mark.proof("merge")
@some
@given(steps())
def test_lines_keep_their_order(deeds: list[Step]) -> None:
    world = lived(deeds, calm=True)
    both = law(world.copies[0].raw, world.copies[1].raw).get("text", "").split("\n")
    for copy in world.copies[:2]:
        kept = [line for line in copy.lines() if line in both]
        assert [line for line in both if line in kept] == kept


@pytest.mark.proof("merge")
@some
@given(steps("move"))
def test_all_machines_converge(deeds: list[Step]) -> None:
    world = lived(deeds)
    for _ in range(2):
        for who in range(3):
            world.take(who, world.copies[(who + 1) % 3])
    for copy in world.copies[1:]:
        assert same(copy.raw, world.copies[0].raw)


def last_writer_wins(a: Raw, b: Raw) -> Raw:
    """What many programs do: keep the copy that has been written last."""
    return max(a, b, key=lambda raw: (sum(vector(raw).values()), str(raw)))


def keep_every_line(a: Raw, b: Raw) -> Raw:
    """What a careful program might do: put together all the lines it finds."""
    lines = list(dict.fromkeys(line for raw in (a, b) for line in raw.get("text", "").split("\n")))
    return {**law(a, b), "text": "\n".join(lines), "~": "control:1"}


@pytest.mark.control("merge")
@pytest.mark.parametrize(
    ("naive", "check"), [(last_writer_wins, check_nothing_lost), (keep_every_line, check_nothing_returns)]
)
def test_the_laws_can_fail(naive: Merge, check: Callable[[World], None]) -> None:
    @controls
    @given(steps())
    def broken(deeds: list[Step]) -> None:
        check(lived(deeds, merge=naive, calm=True))

    with pytest.raises(AssertionError):
        broken()
