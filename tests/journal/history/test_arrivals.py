"""What came in is listed from the change log, and remembered as seen; undo passes it over."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from leadercli.journal.history.arrivals import arrivals, look, unseen
from leadercli.journal.history.undo import NothingToUndoError, undo
from leadercli.journal.journal import Journal
from leadercli.journal.opening import begin_journal, open_journal
from leadercli.places import Places

NOW = datetime(2026, 3, 2, 8, 0)
COPY = "journal (Lises modstridende kopi 2026-03-01).json"


class Two:
    """Two machines: `here`, and another whose file is brought here by hand."""

    def __init__(self, folder: Path) -> None:
        self.places = Places(folder / "cloud" / "journal.json", folder / "config", folder / "state")
        self.here = begin_journal(self.places, lambda: NOW)
        self.lise = self.here.people.add("Lise Berg").id
        self.text = self.here.agreements.agree("Send budget", person_id=self.lise).id
        self.there_path = folder / "there.json"
        self.open_there(folder / "there")

    def open_there(self, state: Path) -> None:
        """Open the other machine's journal as it is here now."""
        shutil.copy(self.places.journal, self.there_path)
        places = replace(self.places, journal=self.there_path, state=state)
        self.there = open_journal(places, lambda: datetime(2026, 3, 1, 9, 0))

    def bring(self, name: str = "journal.json") -> None:
        """Put the other machine's file here, in the journal's place or beside it."""
        target = self.places.journal.with_name(name)
        coming = target.with_name("coming")
        shutil.copy(self.there_path, coming)
        coming.replace(target)

    def reopened(self) -> Journal:
        """Open the journal here once more, as another run does."""
        return open_journal(self.places, lambda: NOW)


@pytest.fixture
def two(tmp_path: Path) -> Two:
    """Two machines with one agreement."""
    return Two(tmp_path)


def test_it_tells_when_from_where_and_what_became_another(two: Two) -> None:
    two.there.agreements.edit(two.text, {"text": "Send the whole budget"})
    two.there.inbox.put(two.lise, "Holidays")
    two.bring(COPY)
    two.here.refresh()
    (arrival,) = arrivals(two.here)
    assert (arrival.at, arrival.source) == (NOW, COPY)
    changed = arrival.records()["agreements", two.text]
    assert [(one.field, one.old, one.new) for one in changed] == [("text", "Send budget", "Send the whole budget")]
    assert [table for table, _ in arrival.made] == ["inbox"]


def test_the_journal_itself_has_no_source_and_the_latest_stands_first(two: Two) -> None:
    two.there.inbox.put(two.lise, "first")
    two.bring()
    two.here.refresh()
    two.there.inbox.put(two.lise, "second")
    two.bring()
    two.here.refresh()
    found = arrivals(two.here)
    assert [arrival.source for arrival in found] == ["", ""]
    assert [one.new for arrival in found for one in arrival.fields if one.field == "text"] == ["second", "first"]


def test_what_this_machine_writes_is_no_arrival(two: Two) -> None:
    open_journal(two.places, lambda: NOW).inbox.put(two.lise, "from another program here")
    two.here.refresh()
    assert [item.text for item in two.here.inbox.all()] == ["from another program here"]
    assert arrivals(two.here) == []


def test_it_is_unseen_until_one_looks_also_at_the_next_start(two: Two) -> None:
    two.there.inbox.put(two.lise, "Holidays")
    two.bring()
    two.here.refresh()
    (arrival,) = unseen(two.reopened())
    look(two.here, arrival)
    assert unseen(two.here) == unseen(two.reopened()) == []
    assert arrivals(two.reopened()) == [arrival]
    two.there.inbox.put(two.lise, "Salary")
    two.bring()
    two.here.refresh()
    assert [one.new for arrival in unseen(two.here) for one in arrival.fields if one.field == "text"] == ["Salary"]


def test_a_change_of_ones_own_ends_it_too(two: Two) -> None:
    two.there.inbox.put(two.lise, "Holidays")
    two.bring()
    two.here.refresh()
    two.here.agreements.complete(two.text)
    assert unseen(two.here) == []
    assert len(arrivals(two.here)) == 1


def test_undo_passes_over_what_came_in(two: Two) -> None:
    two.here.agreements.complete(two.text)
    two.there.inbox.put(two.lise, "Holidays")
    two.bring()
    two.here.refresh()
    assert undo(two.here).entry.command == "complete"
    assert two.here.agreements.named(two.text).state == "open"
    assert [item.text for item in two.here.inbox.all()] == ["Holidays"]
    with pytest.raises(NothingToUndoError):
        undo(two.here, arrivals(two.here)[0].id)


def test_nothing_came_in_at_first(two: Two) -> None:
    assert arrivals(two.here) == unseen(two.here) == []
