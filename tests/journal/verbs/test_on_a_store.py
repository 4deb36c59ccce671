"""Each group of verbs works on a store alone, without a journal, and writes one commit a verb."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support.journals.worlds import StandingClock, new_random

from leadercli.errors import AppError
from leadercli.journal.file.storage import SCHEMA, JournalStorage
from leadercli.journal.store.store import Store
from leadercli.journal.store.table import NotFoundError
from leadercli.journal.verbs.agreements import Agreements
from leadercli.journal.verbs.base import Group
from leadercli.journal.verbs.feedback import FeedbackNotes
from leadercli.journal.verbs.inbox import Inbox
from leadercli.journal.verbs.meetings import Meetings
from leadercli.journal.verbs.people import People
from leadercli.journal.verbs.scale import Scale
from leadercli.model.schema import FIRST
from leadercli.places import Places

MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)
WEEK = "2026-W09"


@pytest.fixture
def store(places: Places, clock: StandingClock) -> Store:
    """The store of a new journal."""
    storage = JournalStorage(places.journal)
    storage.tables = {FIRST: {"meta": {"schema": SCHEMA, "journal_id": "a-journal", "created": "2026-03-02"}}}
    places.journal.parent.mkdir(parents=True)
    storage.save()
    return Store(places, storage, clock, new_random())


def _commits(store: Store) -> list[tuple[str, str]]:
    return [(entry.command, entry.what) for entry in store.log.entries()]


def _meetings(store: Store) -> Meetings:
    return Meetings(store, People(store))


@pytest.mark.parametrize(
    ("group", "make"),
    [
        (People, lambda group: group.add("Lise")),
        (Agreements, lambda group: group.agree("ring")),
        (Inbox, lambda group: group.put("lise", "løn")),
        (FeedbackNotes, lambda group: group.note("lise", "praise", "godt klaret")),
        (_meetings, lambda group: group.plan("lise", FRIDAY)),
    ],
)
def test_a_group_makes_finds_and_bins_its_records(
    store: Store, group: Callable[[Store], Group[Any]], make: Callable[[Any], Any]
) -> None:
    verbs = group(store)
    made = make(verbs)
    assert verbs.all() == (made,)
    assert verbs.get(made.id) == made
    assert len(_commits(store)) == 1
    verbs.remove(made.id)
    assert verbs.all() == ()
    assert [command for command, _ in _commits(store)][1:] == [verbs.REMOVE]
    with pytest.raises(AppError) as gone:
        verbs.remove("nothing")
    assert gone.value.message == verbs.GONE


def test_an_id_is_found_by_its_beginning(store: Store) -> None:
    inbox = Inbox(store)
    made = inbox.put("lise", "løn")
    assert inbox.named(made.id[:8]) == made
    with pytest.raises(NotFoundError):
        inbox.named("zzzzzzzz")


def test_lines_added_to_a_note_tell_what_they_made(store: Store) -> None:
    people = People(store)
    meetings = Meetings(store, people)
    lise = people.add("Lise")
    first = meetings.add_lines(lise.id, MONDAY, "! ring til kunden fre")
    (agreed,) = Agreements(store).all()
    assert (agreed.text, agreed.due) == ("ring til kunden", FRIDAY)
    assert first.made == {"agreements": [agreed.id]}
    more = meetings.add_lines(lise.id, MONDAY, "? løn\nhej")
    assert more.made == {"inbox": [one.id for one in Inbox(store).all()]}
    assert [command for command, _ in _commits(store)] == ["add_person", "write_note", "write_note"]


def test_several_agreements_are_closed_in_one_commit_and_closed_ones_stay_as_they_are(
    store: Store, clock: StandingClock
) -> None:
    agreements = Agreements(store)
    ring, mail, done = (agreements.agree(text).id for text in ("ring", "mail", "færdig"))
    agreements.complete(done)
    was = agreements.get(done)
    clock.go(hours=1)
    agreements.bring_to([ring, done, mail], "done")
    assert agreements.open() == []
    assert agreements.get(done) == was
    assert _commits(store)[4:] == [("complete", "ring, mail")]
    agreements.bring_to([ring, mail], "done")
    assert len(_commits(store)) == 5


def test_several_agreements_are_closed_all_or_none(store: Store) -> None:
    agreements = Agreements(store)
    ring = agreements.agree("ring")
    with pytest.raises(AppError) as gone:
        agreements.bring_to([ring.id, "nothing"], "dropped")
    assert gone.value.message == agreements.GONE
    assert agreements.open() == [ring]


def test_a_step_is_agreed_and_named_in_its_week_in_one_commit(store: Store) -> None:
    agreements = Agreements(store)
    scale = Scale(store, agreements)
    step = scale.agree_step(WEEK, "turn_down", "sig nej", due=FRIDAY)
    assert agreements.open() == [step]
    assert scale.week(WEEK).steps == {"turn_down": step.id}
    assert _commits(store) == [("agree", "sig nej")]


def test_a_step_that_cannot_be_written_is_neither_agreed_nor_named(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(storage: JournalStorage) -> None:
        raise OSError(28, "No space left on device")

    agreements = Agreements(store)
    scale = Scale(store, agreements)
    monkeypatch.setattr(JournalStorage, "save", full)
    with pytest.raises(AppError):
        scale.agree_step(WEEK, "turn_up", "gå en tur")
    assert agreements.all() == ()
    assert scale.week(WEEK).steps == {}


def test_the_ids_and_the_raw_record_are_there_in_the_bin_too(store: Store) -> None:
    inbox = Inbox(store)
    made = inbox.put("lise", "løn")
    inbox.remove(made.id)
    assert list(inbox.ids()) == [made.id]
    assert store.raw("inbox", made.id)["text"] == "løn"
    assert store.raw("inbox", "nothing") == store.raw("no table", made.id) == {}


@pytest.mark.parametrize("front_end", ["cli", "tui"])
def test_no_front_end_opens_a_batch(front_end: str) -> None:
    files = [*(Path(__file__).parents[3] / "leadercli" / front_end).rglob("*.py")]
    assert files
    assert [file.name for file in files if ".batch(" in file.read_text("utf-8")] == []
