"""Restoring a backup writes its content anew: undo takes it back, and nothing that came since is lost for good."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.journals.worlds import StandingClock, new_random, on_disk, patient, places_in, put_on_disk, seen, sync

from leadercli.errors import AppError, JournalError
from leadercli.journal.history.restore_backup import restore
from leadercli.journal.history.undo import NothingToUndoError, redo, undo
from leadercli.journal.journal import Journal
from leadercli.journal.local.backups import Backup, Backups
from leadercli.journal.opening import begin_journal

Opener = Callable[[Journal], Journal]


def _keep(journal: Journal) -> tuple[Backups, Backup]:
    backups = Backups(journal.places.backups)
    return backups, backups.keep(journal.places.journal.read_bytes(), journal.clock(), "regular")


def test_all_is_as_it_was_and_undo_takes_it_back(journal: Journal, clock: StandingClock, open_again: Opener) -> None:
    lise = journal.people.add("Lise")
    journal.meetings.write(lise.id, clock().date(), "hej\n! ring til HR")
    dropped = journal.agreements.agree("send budget", person_id=lise.id)
    before = seen(journal)
    backups, backup = _keep(journal)

    clock.go(hours=2)
    journal.meetings.write(lise.id, clock().date(), "noget helt andet")
    journal.people.edit(lise.id, {"role": "Leder"})
    journal.agreements.remove(dropped.id)
    mads = journal.people.add("Mads")
    after = seen(journal)

    clock.go(hours=1)
    done = restore(journal, backups, backup)
    assert seen(journal) == before
    assert done.back == 2, "what was in the bin is out of it: one agreement, and the one of the line"
    assert done.binned == 1, "Mads"
    assert done.changed == 2, "Lise and the conversation"
    assert journal.people.get(mads.id) is not None, "he lies in the bin"
    assert seen(open_again(journal)) == before

    undo(journal)
    assert seen(journal) == after
    redo(journal)
    assert seen(journal) == before


def test_the_present_file_is_kept_before(journal: Journal, clock: StandingClock) -> None:
    backups, backup = _keep(journal)
    journal.people.add("Lise")
    present = journal.places.journal.read_bytes()
    kept = restore(journal, backups, backup).kept
    assert kept is not None
    assert kept.kind == "before_restore"
    assert backups.read(kept) == present


def test_nothing_is_written_when_all_is_so_already(journal: Journal) -> None:
    journal.people.add("Lise")
    backups, backup = _keep(journal)
    before, entries, kept = journal.places.journal.read_bytes(), len(journal.log.entries()), backups.all()
    assert restore(journal, backups, backup).nothing
    assert journal.places.journal.read_bytes() == before
    assert len(journal.log.entries()) == entries
    assert backups.all() == kept


def test_a_line_that_comes_back_still_has_its_agreement(journal: Journal, clock: StandingClock) -> None:
    lise = journal.people.add("Lise")
    journal.meetings.write(lise.id, clock().date(), "! ring til HR\nsnak")
    made = journal.agreements.open()[0]
    backups, backup = _keep(journal)
    journal.meetings.write(lise.id, clock().date(), "snak")
    assert not journal.agreements.open()
    restore(journal, backups, backup)
    assert [one.id for one in journal.agreements.open()] == [made.id]
    journal.meetings.write(lise.id, clock().date(), "! ring til chefen\nsnak")
    assert [(one.id, one.text) for one in journal.agreements.open()] == [(made.id, "ring til chefen")]


def test_a_backup_of_another_journal_is_refused(journal: Journal, tmp_path: Path, clock: StandingClock) -> None:
    other = begin_journal(places_in(tmp_path / "other"), clock, new_random())
    backups = Backups(journal.places.backups)
    backup = backups.keep(other.places.journal.read_bytes(), clock(), "regular")
    before = journal.places.journal.read_bytes()
    with pytest.raises(AppError, match="another journal"):
        restore(journal, backups, backup)
    assert journal.places.journal.read_bytes() == before


def test_a_damaged_backup_is_refused(journal: Journal, clock: StandingClock) -> None:
    backups, backup = _keep(journal)
    backup.path.write_bytes(b"{}")
    with pytest.raises(JournalError, match="damaged"):
        restore(journal, backups, backup)
    damaged = backups.keep(b'{"journal": ', clock(), "damaged")
    with pytest.raises(JournalError, match="damaged"):
        restore(journal, backups, damaged)


def test_a_newer_backup_is_refused(journal: Journal, clock: StandingClock) -> None:
    tables = on_disk(journal)
    tables["journal"]["meta"]["schema"] = 99
    backups = Backups(journal.places.backups)
    backup = backups.keep(json.dumps(tables).encode(), clock(), "regular")
    with pytest.raises(JournalError, match="newer"):
        restore(journal, backups, backup)


def test_nothing_is_changed_when_the_present_journal_cannot_be_kept(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups, backup = _keep(journal)
    journal.people.add("Lise")

    def full(*_: object) -> Backup:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Backups, "keep", full)
    with pytest.raises(JournalError, match="could not be kept as a backup first: No space left"):
        restore(journal, backups, backup)
    assert [one.name for one in journal.people.all()] == ["Lise"]


def test_what_another_machine_writes_meanwhile_is_not_lost(
    journal: Journal, elsewhere: Opener, clock: StandingClock
) -> None:
    lise = journal.people.add("Lise")
    backups, backup = _keep(journal)
    journal.people.edit(lise.id, {"role": "Leder"})
    other = elsewhere(journal)
    other.people.edit(lise.id, {"email": "lise@example.dk"})
    other.people.add("Mads")
    restore(journal, backups, backup)
    sync(journal, other)
    other.refresh()
    other.people.edit(lise.id, {"minutes": 45})
    found = next(one for one in other.people.all() if one.name == "Lise")
    assert (found.role, found.email) == ("", "lise@example.dk")
    assert {one.name for one in other.people.all()} == {"Lise", "Mads"}


def test_unknown_tables_and_fields_come_back_too(journal: Journal, open_again: Opener) -> None:
    lise = journal.people.add("Lise")
    tables = on_disk(journal)
    tables["people"][lise.id]["hologram"] = {"x": [1, 2]}
    tables["moods"] = {"260302-aaaaaaaaaa": {"mood": "glad"}}
    tables["odd"] = [1, 2]
    put_on_disk(journal, tables)
    again = open_again(journal)
    again.people.edit(lise.id, {"role": "x"})
    backups, backup = _keep(again)
    again.people.edit(lise.id, {"hologram": None, "role": "y"})
    restore(again, backups, backup)
    found = on_disk(again)
    assert found["people"][lise.id]["hologram"] == {"x": [1, 2]}
    assert found["moods"]["260302-aaaaaaaaaa"]["mood"] == "glad"
    assert found["odd"] == [1, 2]


deeds = st.lists(
    st.sampled_from(["person", "edit", "note", "more", "less", "agree", "bin", "done", "undo"]), max_size=8
)


@patient
@given(deeds, deeds)
def test_restoring_then_undoing_changes_nothing(before: list[str], since: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        clock = StandingClock()
        journal = begin_journal(places_in(Path(folder)), clock, new_random())
        for deed in before:
            _do(journal, deed, clock)
        wanted = seen(journal)
        backups, backup = _keep(journal)
        for deed in since:
            _do(journal, deed, clock)
        present = seen(journal)
        done = restore(journal, backups, backup)
        assert seen(journal) == wanted
        if not done.nothing:
            undo(journal)
            assert seen(journal) == present
        assert restore(journal, backups, backup).nothing == (present == wanted and done.nothing)


def _do(journal: Journal, deed: str, clock: StandingClock) -> None:
    clock.go(minutes=1)
    people, day = journal.people.all(), clock().date()
    lise = people[0] if people else journal.people.add("Lise")
    note = journal.meetings.on(lise.id, day)
    text = note.text if note else ""
    if deed == "person":
        journal.people.add(f"Mads {len(people)}")
    elif deed == "edit":
        journal.people.edit(lise.id, {"role": f"role {clock()}"})
    elif deed == "note":
        journal.meetings.write(lise.id, day, f"! ring {clock():%M}\nhej")
    elif deed == "more":
        journal.meetings.write(lise.id, day, text + f"\n? løn {clock():%M}")
    elif deed == "less":
        journal.meetings.write(lise.id, day, "\n".join(text.split("\n")[1:]))
    elif deed == "agree":
        journal.agreements.agree(f"send {clock():%M}", person_id=lise.id)
    elif deed in ("bin", "done") and journal.agreements.open():
        one = journal.agreements.open()[0].id
        (journal.agreements.remove if deed == "bin" else journal.agreements.complete)(one)
    elif deed == "undo" and journal.log.entries():
        with suppress(NothingToUndoError):
            undo(journal)
