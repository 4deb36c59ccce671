"""Laws of history and bin: the first version is how it stands, and every one can be gone back to, whatever was done."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from support.journals.worlds import StandingClock, new_random, patient, places_in

from leadercli.journal.history.bin import binned, take_out
from leadercli.journal.history.undo import NothingToUndoError, redo, undo
from leadercli.journal.history.versions import content, differing, history, restore_version
from leadercli.journal.journal import Journal
from leadercli.journal.opening import begin_journal
from leadercli.model.schema import KIND_OF, RecordRef

MONDAY = date(2026, 3, 2)
LINES = ["hej", "! ring fre", "! ring tor", "? løn", "+ flot", "% kun mig", "", "farvel"]
WORDS = ["ring", "skriv", "mød"]
Deed = Callable[[Journal, str, str], object]


def _write(lines: list[str]) -> Deed:
    return lambda j, _, lise: j.meetings.write(lise, MONDAY, "\n".join(lines))


deeds: st.SearchStrategy[Deed] = st.one_of(
    st.builds(_write, st.lists(st.sampled_from(LINES), max_size=6)),
    st.builds(lambda text: lambda j, id_, _: j.agreements.edit(id_, {"text": text}), st.sampled_from(WORDS)),
    st.builds(lambda days: lambda j, id_, _: j.agreements.adjust(id_, MONDAY + timedelta(days)), st.integers(0, 3)),
    st.builds(lambda role: lambda j, _, lise: j.people.edit(lise, {"role": role}), st.sampled_from(["", "A", "B"])),
    st.sampled_from(
        [
            lambda j, id_, _: j.agreements.complete(id_),
            lambda j, id_, _: j.agreements.reopen(id_),
            lambda j, id_, _: j.agreements.remove(id_),
            lambda j, _, lise: j.meetings.on(lise, MONDAY).text and j.meetings.remove(j.meetings.on(lise, MONDAY).id),
            lambda j, *_: undo(j),
            lambda j, *_: redo(j),
        ]
    ),
)


def _lived(folder: str, done: list[Deed]) -> Journal:
    clock = StandingClock()
    journal = begin_journal(places_in(Path(folder)), clock, new_random())
    lise, ring = journal.people.add("Lise").id, journal.agreements.agree("ring").id
    for deed in done:
        clock.go(minutes=1)
        try:
            deed(journal, ring, lise)
        except NothingToUndoError:
            continue
        if not journal.people.all():
            redo(journal)  # a journal without anyone has no notes
    return journal


def _lying(journal: Journal) -> list[tuple[str, str, object, str]]:
    return [(one.table, one.id, one.at, one.what) for one in binned(journal, journal.clock())]


def _everything(journal: Journal) -> list[RecordRef]:
    return [RecordRef(table, id_) for table in KIND_OF for id_ in journal.table(table)]


@settings(patient, max_examples=60)
@given(st.lists(deeds, max_size=8), st.integers(0, 100), st.integers(0, 100))
def test_the_first_version_is_how_it_stands_and_every_version_can_be_gone_back_to(
    done: list[Deed], which: int, back: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        journal = _lived(folder, done)
        everything = _everything(journal)
        for table, id_ in everything:
            versions = history(journal, table, id_)
            assert versions[0].values == content(journal.table(table)[id_])
            assert "elsewhere" not in [one.command for one in versions]
        table, id_ = everything[which % len(everything)]
        versions = history(journal, table, id_)
        wanted = versions[back % len(versions)]
        before = content(journal.table(table)[id_])
        if restore_version(journal, wanted):
            assert differing(content(journal.table(table)[id_]), wanted.values) == {}
            undo(journal)
            assert differing(content(journal.table(table)[id_]), before) == {}


@settings(patient, max_examples=60)
@given(st.lists(deeds, max_size=8))
def test_all_that_lies_in_the_bin_can_be_taken_out_and_put_back(done: list[Deed]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        journal = _lived(folder, done)
        lying, taken = _lying(journal), 0
        for table, id_, *_ in lying:
            if (table, id_) in [(left[0], left[1]) for left in _lying(journal)]:  # a note takes its records with it
                take_out(journal, table, id_)
                taken += 1
        assert _lying(journal) == []
        for _ in range(taken):
            undo(journal)
        assert _lying(journal) == lying
