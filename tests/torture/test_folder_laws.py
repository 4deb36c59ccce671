"""The merge law on real journals: whatever happens to folders, nothing that was not taken away is lost."""

from __future__ import annotations

import json
import tempfile
from functools import reduce
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from support.journals.worlds import patient
from support.proofs import sized, tried
from support.torture.machines import DEEDS, OFTEN, Step, World, words

from leadercli.journal.sync import merging as catching_up
from leadercli.model.merge.law import merged_tables
from leadercli.model.merge.registers import same
from leadercli.model.schema import LONG_TEXTS

small = st.integers(0, 4)
lives = st.lists(st.tuples(st.sampled_from([*DEEDS, *OFTEN]), small, st.integers(0, 9), small), min_size=5, max_size=25)
folders = settings(patient, max_examples=sized(40, 2000))


def _lived(steps: list[Step], count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        world.begin(count)
        for step in steps:
            world.do(step)
        ends = [json.loads(machine.path.read_bytes()) for machine in world.machines][:3]
        files = world.settle()
        for content in files:
            lost = world.written - world.gone - words(content)
            assert not lost, f"{lost} of {len(world.written)} words are lost"
            assert content == files[0], "all machines hold the same bytes"
        results = [reduce(_merged, order) for order in permutations(ends)]
        assert all(same(result, results[0]) for result in results)
        tried("lives")
        tried("words written", len(world.written))


def _merged(one: Any, other: Any) -> Any:
    return merged_tables(one, other, LONG_TEXTS)[0]


@pytest.mark.proof("folders")
def test_machines_lose_nothing_and_become_the_same() -> None:
    folders(given(lives, st.integers(3, 4))(_lived))()


@pytest.mark.control("folders")
def test_the_check_finds_a_journal_that_takes_the_file_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: the program reads the file again before each save, as careful ones do, but merges not."""
    monkeypatch.setattr(catching_up, "merged_tables", lambda ours, theirs, lines: (theirs, dict.fromkeys(theirs, ())))
    naive = settings(folders, phases=[Phase.generate], report_multiple_bugs=False, database=None)
    with pytest.raises(AssertionError, match="words are lost"):
        naive(given(lives, st.integers(3, 4))(_lived))()
