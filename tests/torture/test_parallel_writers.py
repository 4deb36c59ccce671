"""Eight programs on one machine make fifty changes each, all at once: all four hundred are there."""

from __future__ import annotations

import json
from contextlib import ExitStack
from pathlib import Path

import pytest
from support.journals.saving_programs import go_on, said, started
from support.journals.worlds import StandingClock, new_random, places_in
from support.proofs import sized, tried
from support.torture import writing_process

from leadercli.journal.opening import begin_journal, open_journal

NAMES = [str(number) for number in range(8)]
WANTED = {f"{name}-{number}" for name in NAMES for number in range(50)}


def _all_at_once(kind: str, folder: Path) -> list[str]:
    """Let the programs write. Returns the last word of each."""
    script = Path(writing_process.__file__)
    with ExitStack() as stack:
        running = [stack.enter_context(started(kind, folder, name, script)) for name in NAMES]
        assert [said(process) for process in running] == ["ready"] * len(NAMES)
        for process in running:
            go_on(process)
        return [said(process) for process in running]


@pytest.mark.proof("writers")
def test_four_hundred_of_four_hundred_changes(tmp_path: Path) -> None:
    for number in range(sized(1, 10)):
        folder = tmp_path / str(number)
        begin_journal(places_in(folder), StandingClock(), new_random())
        assert _all_at_once("fifty", folder) == ["done"] * len(NAMES)
        journal = open_journal(places_in(folder), StandingClock(), new_random())
        texts = [one.text for one in journal.agreements.all()]
        assert sorted(texts) == sorted(WANTED)
        assert {entry.what for entry in journal.log.entries()} == WANTED
        tried("runs")
        tried("changes", len(texts))


@pytest.mark.control("writers")
def test_the_check_finds_what_stock_tinydb_loses(tmp_path: Path) -> None:
    """The negative control: the same programs on TinyDB's own storage, which takes no turns."""
    said_last = _all_at_once("fifty-stock", tmp_path)
    try:
        found = json.loads((tmp_path / "stock.json").read_text("utf-8"))
        kept = {one["text"] for one in found["agreements"].values()}
    except ValueError:
        kept = set()
    tried("of 400 changes kept", len(kept))
    assert said_last != ["done"] * len(NAMES) or kept != WANTED
