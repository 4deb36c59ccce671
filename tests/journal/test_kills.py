"""Real programs that save constantly are killed at random moments: nothing is torn, nothing acknowledged is lost."""

from __future__ import annotations

import json
import random
import subprocess
from contextlib import ExitStack, suppress
from pathlib import Path

from journal_worlds import StandingClock, new_random, places_in
from saving_programs import started

from leadercli.journal.drafts import Drafts
from leadercli.journal.opening import begin_journal, open_journal
from leadercli.journal.undoing import undo

ROUNDS = 25
"""Of two programs each: 50 kills."""


def _killed(kind: str, folder: Path, number: int, programs: int = 1) -> list[list[str]]:
    """Let programs save at once and kill each at some moment. Returns what each had acknowledged."""
    chance = random.Random(number)
    acknowledged = []
    with ExitStack() as stack:
        for process in [stack.enter_context(started(kind, folder, f"{number}{name}")) for name in "ab"[:programs]]:
            assert process.stdout
            seen = [process.stdout.readline().strip() for _ in range(chance.randint(1, 3))]
            with suppress(subprocess.TimeoutExpired):
                process.wait(chance.uniform(0, 0.01))
            process.kill()
            acknowledged.append([*seen, *process.stdout.read().split()])
    return acknowledged


def test_a_journal_that_is_saved_by_programs_that_are_killed(tmp_path: Path) -> None:
    begin_journal(places_in(tmp_path), StandingClock(), new_random())
    expected: set[str] = set()
    for number in range(ROUNDS):
        for acknowledged in _killed("agreements", tmp_path, number, programs=2):
            assert all(acknowledged), "each had saved before it was killed"
            expected |= set(acknowledged)
        journal = open_journal(places_in(tmp_path), StandingClock(), new_random())
        texts = [one.text for one in journal.agreements.all()]
        assert expected <= set(texts)
        assert len(texts) == len(set(texts))
    latest = undo(journal).entry.what
    assert latest in texts
    assert latest not in [one.text for one in journal.agreements.all()], "what is undone last was there"


def test_a_draft_that_is_kept_by_programs_that_are_killed(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    for number in range(ROUNDS):
        (acknowledged,) = _killed("drafts", tmp_path, number)
        draft = Drafts(places.journal_state).of("260302-note")
        assert draft
        lines = draft.text.split()
        assert lines[: len(acknowledged)] == acknowledged
        assert len(lines) <= len(acknowledged) + 1
        assert Drafts(places.journal_state).all() == [draft]
    Drafts(places.journal_state).drop("260302-note")
    assert list((places.journal_state / "drafts").iterdir()) == []


def test_the_check_finds_what_stock_tinydb_loses(tmp_path: Path) -> None:
    """The negative control: the same kills, and a file that is written in place."""
    assert any(_is_lost(tmp_path, number) for number in range(60))


def _is_lost(folder: Path, number: int) -> bool:
    (folder / "stock.json").unlink(missing_ok=True)
    (acknowledged,) = _killed("stock", folder, number)
    try:
        tables = json.loads((folder / "stock.json").read_text("utf-8"))
    except ValueError:
        return True
    return not set(acknowledged) <= {one["text"] for one in tables["agreements"].values()}
