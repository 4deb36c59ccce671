"""How the file stands while a program is open: told after two looks, with what the program holds untouched."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from leadercli.journal.journal import Journal
from leadercli.journal.opening import begin_journal, open_journal
from leadercli.journal.watch import FileWatch
from leadercli.places import Places

NOW = datetime(2026, 3, 2, 8, 0)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Where everything lies."""
    return Places(tmp_path / "cloud" / "journal.json", tmp_path / "config", tmp_path / "state")


@pytest.fixture
def journal(places: Places) -> Journal:
    """A journal with one agreement."""
    journal = begin_journal(places, lambda: NOW)
    journal.agreements.agree("Send budget")
    return journal


def stranger(folder: Path) -> bytes:
    """The bytes of somebody else's journal."""
    other = Places(folder / "x" / "journal.json", folder / "x", folder / "x")
    begin_journal(other, lambda: NOW).agreements.agree("Somebody else's")
    return other.journal.read_bytes()


def spoil(path: Path, state: str) -> None:
    """Do to the file what a sync client or an accident does."""
    if state == "missing":
        path.unlink()
        return
    whole = path.read_bytes()
    contents = {"empty": b"", "damaged": whole[: len(whole) // 2], "other": stranger(path.parents[1])}
    path.write_bytes(contents[state])


STATES = ("missing", "empty", "damaged", "other")


@pytest.mark.parametrize("state", STATES)
def test_it_is_told_at_the_second_look_and_stands_until_the_file_is_well(
    journal: Journal, places: Places, state: str
) -> None:
    watch = FileWatch(journal)
    whole = places.journal.read_bytes()
    assert watch.look() == ""
    spoil(places.journal, state)
    assert [watch.look() for _ in range(4)] == ["", state, state, state]
    places.journal.write_bytes(whole)
    assert watch.look() == ""
    assert [one.text for one in journal.agreements.all()] == ["Send budget"]


@pytest.mark.parametrize("state", STATES)
def test_what_lasts_for_one_look_only_is_not_told(journal: Journal, places: Places, state: str) -> None:
    watch = FileWatch(journal)
    whole = places.journal.read_bytes()
    for _ in range(3):
        spoil(places.journal, state)
        assert watch.look() == ""
        places.journal.write_bytes(whole)
        assert watch.look() == ""


@pytest.mark.parametrize("state", ["missing", "empty", "damaged"])
def test_the_next_change_writes_the_whole_file_again(journal: Journal, places: Places, state: str) -> None:
    watch = FileWatch(journal)
    spoil(places.journal, state)
    watch.look()
    watch.look()
    journal.agreements.agree("And this")
    assert watch.look() == ""
    shutil.rmtree(places.state)
    there = open_journal(places, lambda: NOW)
    assert sorted(one.text for one in there.agreements.all()) == ["And this", "Send budget"]


def test_zeros_of_a_download_that_has_begun_count_as_empty(journal: Journal, places: Places) -> None:
    watch = FileWatch(journal)
    places.journal.write_bytes(b"\0" * 4096)
    assert [watch.look(), watch.look()] == ["", "empty"]


def test_a_folder_in_its_place_cannot_be_read(journal: Journal, places: Places) -> None:
    watch = FileWatch(journal)
    places.journal.unlink()
    places.journal.mkdir()
    assert [watch.look(), watch.look()] == ["", "unreadable"]
