"""The law of capture: after any editing, what a note has made is what its lines say, each line once."""

from __future__ import annotations

import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from support.journals.worlds import StandingClock, new_random, patient, places_in

from leadercli.journal.history.undo import NothingToUndoError, redo, undo
from leadercli.journal.journal import Journal
from leadercli.journal.opening import begin_journal, open_journal
from leadercli.model.entry.note_line import read_line
from leadercli.model.records import Person

MONDAY = date(2026, 3, 2)
LINES = [
    *("! ring til kunden fre", "! ring til kunden tor", "! ring til Jens", "? løn", "? løn og pension", "+ flot"),
    *("= flot", "% ! ring til kunden fre", "ring til kunden fre", "", "hej", "! >lise skriver om 14 dage"),
]
notes = st.lists(st.sampled_from(LINES), max_size=7)
steps = st.lists(st.tuples(st.sampled_from(["write", "write", "write", "undo", "redo"]), notes), max_size=7)


def _said(lise: Person, text: str) -> Counter[tuple[object, ...]]:
    captured = (read_line(line, lise, [lise], MONDAY) for line in text.split("\n"))
    return Counter((one.kind, one.text, one.due, one.private) for one in captured if one and one.kind != "private")


def _held(journal: Journal) -> Counter[tuple[object, ...]]:
    held: Counter[tuple[object, ...]] = Counter()
    held.update(("agreement", one.text, one.due, one.private) for one in journal.agreements.all())
    held.update(("inbox", one.text, None, one.private) for one in journal.inbox.all())
    held.update((one.kind, one.text, one.follow_up, one.private) for one in journal.feedback.all())
    return held


@settings(patient, max_examples=150)
@given(steps, notes)
def test_what_a_note_has_made_is_what_its_lines_say(done: list[tuple[str, list[str]]], last: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        journal = begin_journal(places_in(Path(folder)), StandingClock(), new_random())
        lise = journal.people.add("Lise")
        journal.log.path.unlink()
        for step, lines in [*done, ("write", last)]:
            try:
                if step == "write":
                    journal.meetings.write(lise.id, MONDAY, "\n".join(lines))
                else:
                    {"undo": undo, "redo": redo}[step](journal)
            except NothingToUndoError:
                continue
            note = journal.meetings.on(lise.id, MONDAY).text
            assert _held(journal) == _said(lise, note), (step, note)
        assert _held(open_journal(journal.places, StandingClock(), new_random())) == _held(journal)


@settings(patient, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 1), notes), max_size=6), notes)
def test_two_programs_on_one_note_capture_as_one_would(done: list[tuple[int, list[str]]], last: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        places = places_in(Path(folder))
        first = begin_journal(places, StandingClock(), new_random())
        lise = first.people.add("Lise")
        programs = [first, open_journal(places, StandingClock(), new_random())]
        for number, lines in [*done, (0, last)]:
            programs[number].meetings.write(lise.id, MONDAY, "\n".join(lines))
            note = programs[number].meetings.on(lise.id, MONDAY).text
            assert _held(programs[number]) == _said(lise, note)
