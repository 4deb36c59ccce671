"""Programs on one machine take turns: all that each wrote is there, and one that dies holds nobody up."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest
from support.journals.saving_programs import go_on, said, started
from support.journals.worlds import StandingClock, new_random, places_in

from leadercli.errors import JournalError
from leadercli.journal.journal import Journal
from leadercli.journal.local.lock import turn
from leadercli.journal.opening import begin_journal, open_journal


def _opened(folder: Path) -> Journal:
    return open_journal(places_in(folder), StandingClock(), new_random())


def _all_at_once(kind: str, folder: Path, names: list[str]) -> None:
    """Start programs, let them go when all are ready, and wait until all are done."""
    with ExitStack() as stack:
        running = [stack.enter_context(started(kind, folder, name)) for name in names]
        assert [said(process) for process in running] == ["ready"] * len(names)
        for process in running:
            go_on(process)
        assert [said(process) for process in running] == ["done"] * len(names)


def test_eight_programs_with_twenty_changes_each(tmp_path: Path) -> None:
    begin_journal(places_in(tmp_path), StandingClock(), new_random()).agreements.agree("shared")
    names = [str(number) for number in range(8)]
    _all_at_once("twenty", tmp_path, names)
    journal = _opened(tmp_path)
    wanted = {f"{name}-{number}" for name in names for number in range(10)}
    assert {one.text for one in journal.agreements.all()} == wanted | {"shared"}
    (shared,) = (one for one in journal.agreements.all() if one.text == "shared")
    assert {move.reason for move in shared.moves} == wanted
    assert len(shared.moves) == 80
    dues = [None, *(move.new for move in shared.moves)]
    assert [move.old for move in shared.moves] == dues[:-1], "each moved what the one before had set"
    assert shared.due == dues[-1]
    assert len(journal.log.entries()) == 161


def test_programs_that_begin_the_journal_at_the_same_moment(tmp_path: Path) -> None:
    names = ["Lise", "Mads", "Åse", "Jens"]
    _all_at_once("begin", tmp_path, names)
    assert {one.name for one in _opened(tmp_path).people.all()} == set(names)


def test_a_program_killed_while_it_holds_the_lock_locks_nobody_out(tmp_path: Path) -> None:
    journal = begin_journal(places_in(tmp_path), StandingClock(), new_random())
    with started("lock", tmp_path, "half") as process:
        assert said(process) == "holding"
        with (
            pytest.raises(JournalError, match="kept the journal busy for 0 seconds"),
            turn(journal.places.journal_state, patience=0.01),
        ):
            pass
        process.kill()
        process.wait()
    journal.agreements.agree("whole")
    assert [one.text for one in _opened(tmp_path).agreements.all()] == ["whole"]


def test_the_app_and_the_command_line_at_once(tmp_path: Path) -> None:
    app = begin_journal(places_in(tmp_path), StandingClock(), new_random())
    app.agreements.agree("shared")
    with started("twenty", tmp_path, "1") as command:
        assert said(command) == "ready"
        app.agreements.agree("before")
        go_on(command)
        for number in range(10):
            app.refresh()
            app.agreements.agree(f"app-{number}")
        assert said(command) == "done"
    app.refresh()
    wanted = {"shared", "before", *(f"{who}-{number}" for who in ("app", "1") for number in range(10))}
    assert {one.text for one in app.agreements.all()} == wanted
    assert {one.text for one in _opened(tmp_path).agreements.all()} == wanted


def test_two_journals_do_not_wait_for_each_other(tmp_path: Path) -> None:
    one, other = (begin_journal(places_in(tmp_path / name), StandingClock(), new_random()) for name in ("a", "b"))
    with turn(one.places.journal_state):
        other.agreements.agree("ring")
    assert [each.text for each in other.agreements.all()] == ["ring"]
