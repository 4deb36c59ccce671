"""Laws of undo: whatever was done, undoing all of it gives what was, and redoing all of it gives what had become."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from support.journals.worlds import StandingClock, new_random, patient, places_in, seen

from leadercli.journal.history.undo import NothingToUndoError, redo, undo
from leadercli.journal.journal import Journal
from leadercli.journal.opening import begin_journal, open_journal

MONDAY = date(2026, 3, 2)
LINES = ["hej", "! ring fre", "! ring tor", "? løn", "+ flot", "% kun mig", "", "! @lise skriv om 14 dage"]
Deed = Callable[[Journal], object]


def _pick(found: Sequence[Any], number: int) -> Any:
    return found[number % len(found)] if found else None


def _on(found: Callable[[Journal], Sequence[Any]], number: int, verb: Callable[[Journal, Any], object]) -> Deed:
    def deed(journal: Journal) -> object:
        one = _pick(found(journal), number)
        return one and verb(journal, one)

    return deed


def _write(lines: list[str], later: int) -> Deed:
    day = MONDAY + timedelta(later)
    return lambda j: j.meetings.write(j.people.all()[0].id, day, "\n".join(lines))


numbers = st.integers(0, 5)
deeds = st.one_of(
    st.builds(lambda text: lambda j: j.agreements.agree(text), st.sampled_from(["a", "b"])),
    st.builds(lambda n: _on(lambda j: j.agreements.all(), n, lambda j, one: j.agreements.complete(one.id)), numbers),
    st.builds(lambda n: _on(lambda j: j.agreements.all(), n, lambda j, one: j.agreements.reopen(one.id)), numbers),
    st.builds(lambda n: _on(lambda j: j.agreements.all(), n, lambda j, one: j.agreements.remove(one.id)), numbers),
    st.builds(
        lambda n, days: _on(
            lambda j: j.agreements.all(), n, lambda j, one: j.agreements.adjust(one.id, MONDAY + timedelta(days))
        ),
        numbers,
        numbers,
    ),
    st.builds(lambda n: _on(lambda j: j.inbox.all(), n, lambda j, one: j.inbox.tick(one.id)), numbers),
    st.builds(lambda n: _on(lambda j: j.meetings.all(), n, lambda j, one: j.meetings.remove(one.id)), numbers),
    st.builds(lambda n: lambda j: j.scale.weigh_in("2026-W10", {"pace": n or None} if n < 5 else {}), numbers),
    st.builds(_write, st.lists(st.sampled_from(LINES), max_size=5), st.integers(0, 1)),
)


def _undo_all(journal: Journal) -> int:
    for count in range(1000):
        try:
            undo(journal)
        except NothingToUndoError:
            return count
    raise AssertionError("it never ends")


@settings(patient, max_examples=60)
@given(st.lists(deeds, max_size=8))
def test_undo_all_gives_what_was_and_redo_all_what_had_become(done: list[Deed]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        clock = StandingClock()
        journal = begin_journal(places_in(Path(folder)), clock, new_random())
        journal.people.add("Lise")
        journal.log.path.unlink()
        states = [seen(journal)]
        for deed in done:
            clock.go(minutes=1)
            deed(journal)
            if len(journal.log.entries()) == len(states):
                states.append(seen(journal))
        for state in reversed(states[:-1]):
            assert not undo(journal).changed_since
            assert seen(journal) == state
        assert _undo_all(journal) == 0
        again = open_journal(journal.places, clock, new_random())
        for state in states[1:]:
            assert not redo(again).changed_since
            assert seen(again) == state


@settings(patient, max_examples=60)
@given(st.lists(st.tuples(deeds, st.sampled_from(["do", "do", "undo", "redo"])), max_size=10))
def test_any_mix_of_doing_undoing_and_redoing_can_be_undone(steps: list[tuple[Deed, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        clock = StandingClock()
        journal = begin_journal(places_in(Path(folder)), clock, new_random())
        journal.people.add("Lise")
        journal.log.path.unlink()
        first = seen(journal)
        for deed, step in steps:
            clock.go(minutes=1)
            try:
                {"do": deed, "undo": undo, "redo": redo}[step](journal)
            except NothingToUndoError:
                continue
        _undo_all(journal)
        assert seen(journal) == first
