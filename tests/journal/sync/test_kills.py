"""Real programs that save constantly are killed at random moments: nothing is torn, nothing acknowledged is lost."""

from __future__ import annotations

import json
import random
import subprocess
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from support.journals.saving_programs import started
from support.journals.worlds import StandingClock, new_random, places_in
from support.proofs import sized, tried

from leadercli.journal.history.undo import undo
from leadercli.journal.journal import Journal
from leadercli.journal.local.backups import Backups
from leadercli.journal.local.drafts import Drafts
from leadercli.journal.opening import begin_journal, open_journal

ROUNDS = sized(25, 500)
"""Of two programs each: 50 kills, or 1,000."""
IN_A_JOURNAL = 25
"""Rounds with one journal, before another is begun: it grows with each."""


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


def _put_a_copy(elsewhere: Journal, here: Path, number: int) -> str:
    """Let another machine write, and a sync client put its version beside the journal. Returns what it wrote."""
    text = f"copy-{number}"
    elsewhere.agreements.agree(text)
    name = ("journal (1).json", "journal-PC.json", "journal (Lises modstridende kopi 2026-03-10).json")[number % 3]
    beside = places_in(here).journal.with_name("part")
    beside.write_bytes(elsewhere.places.journal.read_bytes())
    beside.replace(beside.with_name(name))
    return text


def _check_nothing_torn(folder: Path) -> None:
    """Whatever a killed program was writing, all files that count are whole."""
    places = places_in(folder)
    for path in (places.journal, places.journal_state / "held.json"):
        assert json.loads(path.read_bytes())["journal"], path
    backups = Backups(places.backups)
    for backup in backups.all():
        assert backups.read(backup)


@pytest.mark.proof("kills")
def test_a_journal_that_is_saved_by_programs_that_are_killed(tmp_path: Path) -> None:
    for number in range(ROUNDS):
        folder = tmp_path / str(number // IN_A_JOURNAL)
        if number % IN_A_JOURNAL == 0:
            here = begin_journal(places_in(folder), StandingClock(), new_random())
            there = places_in(folder / "elsewhere")
            there.journal.parent.mkdir(parents=True)
            there.journal.write_bytes(here.places.journal.read_bytes())
            elsewhere = open_journal(there, StandingClock(), new_random())
            expected: set[str] = set()
        expected.add(_put_a_copy(elsewhere, folder, number))
        for acknowledged in _killed("agreements", folder, number, programs=2):
            assert all(acknowledged), "each had saved before it was killed"
            expected |= set(acknowledged)
            tried("kills")
            tried("acknowledged changes", len(acknowledged))
        _check_nothing_torn(folder)
        journal = open_journal(places_in(folder), StandingClock(), new_random())
        texts = [one.text for one in journal.agreements.all()]
        assert expected <= set(texts)
        assert len(texts) == len(set(texts))
    latest = undo(journal).entry.what
    assert latest in texts
    assert latest not in [one.text for one in journal.agreements.all()], "what is undone last was there"


@pytest.mark.proof("kills")
def test_a_draft_that_is_kept_by_programs_that_are_killed(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    for number in range(ROUNDS):
        (acknowledged,) = _killed("drafts", tmp_path, number)
        tried("kills")
        draft = Drafts(places.journal_state).of("260302-note")
        assert draft
        lines = draft.text.split()
        assert lines[: len(acknowledged)] == acknowledged
        assert len(lines) <= len(acknowledged) + 1
        assert Drafts(places.journal_state).all() == [draft]
    last = Drafts(places.journal_state)
    for draft in last.take("260302-note"):
        last.drop(draft.meeting_id, draft.run)
    assert list((places.journal_state / "drafts").iterdir()) == []


@pytest.mark.control("kills")
def test_the_check_finds_what_stock_tinydb_loses(tmp_path: Path) -> None:
    """The negative control: the same kills, and a file that is written in place."""
    for number in range(60):
        tried("kills until one lost something")
        if _is_lost(tmp_path, number):
            return
    raise AssertionError("nothing was lost")


def _is_lost(folder: Path, number: int) -> bool:
    (folder / "stock.json").unlink(missing_ok=True)
    (acknowledged,) = _killed("stock", folder, number)
    try:
        tables = json.loads((folder / "stock.json").read_text("utf-8"))
    except ValueError:
        return True
    return not set(acknowledged) <= {one["text"] for one in tables["agreements"].values()}
