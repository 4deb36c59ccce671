"""What someone else has put on disk is taken in before anything is written, whatever it is."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from support.journals.worlds import StandingClock, new_random, on_disk, put_on_disk, seen, sync

from leadercli.errors import JournalError
from leadercli.journal.file.storage import Found, JournalStorage
from leadercli.journal.journal import Journal
from leadercli.journal.local.backups import Backups
from leadercli.journal.opening import begin_journal
from leadercli.journal.store.change import News
from leadercli.model.merge.record import siblings
from leadercli.places import Places

Opener = Callable[[Journal], Journal]
MONDAY = date(2026, 3, 2)


def _fail_after(journal: Journal, verb: Callable[[], object]) -> None:
    with journal.batch("agree", ""):
        verb()
        _ = 1 / 0


def test_a_commit_keeps_what_another_program_wrote_meanwhile(journal: Journal, open_again: Opener) -> None:
    other = open_again(journal)
    journal.people.add("Lise")
    other.people.add("Mads")
    journal.people.add("Åse")
    assert {one.name for one in journal.people.all()} == {"Lise", "Mads", "Åse"}
    assert {one.name for one in open_again(journal).people.all()} == {"Lise", "Mads", "Åse"}


def test_two_changes_of_one_record_are_both_there(journal: Journal, open_again: Opener) -> None:
    lise = journal.people.add("Lise")
    other = open_again(journal)
    journal.people.edit(lise.id, {"role": "Leder"})
    other.people.edit(lise.id, {"email": "lise@firma.dk"})
    (found,) = open_again(journal).people.all()
    assert (found.role, found.email) == ("Leder", "lise@firma.dk")


def test_one_field_changed_on_two_machines_keeps_both_values_and_shows_one(
    journal: Journal, open_again: Opener, elsewhere: Opener
) -> None:
    lise = journal.people.add("Lise")
    other = elsewhere(journal)
    journal.people.edit(lise.id, {"role": "Leder"})
    other.people.edit(lise.id, {"role": "Souschef"})
    sync(other, journal)
    journal.people.add("Mads")
    raw = on_disk(journal)["people"][lise.id]
    assert set(siblings(raw)["role"]) == {"Leder", "Souschef"}
    journal.people.edit(lise.id, {"role": raw["role"]})
    assert siblings(on_disk(journal)["people"][lise.id]) == {}, "the next edit settles it, though the word is the same"


def test_a_program_that_was_open_all_along_sees_the_change_by_itself(journal: Journal, open_again: Opener) -> None:
    lise = journal.people.add("Lise")
    heard: list[News] = []
    stop = journal.subscribe(heard.append)
    assert not journal.refresh()
    open_again(journal).people.edit(lise.id, {"role": "Leder"})
    assert journal.refresh()
    assert journal.people.all()[0].role == "Leder"
    assert heard == [News({"people": frozenset({lise.id})}, outside=True)]
    assert not journal.refresh()
    stop()
    journal.people.add("Mads")
    assert len(heard) == 1


def test_a_file_that_was_only_touched_is_read_once(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []
    real = JournalStorage.found_on_disk

    def counting(storage: JournalStorage) -> Found | None:
        read.append(storage.path)
        return real(storage)

    monkeypatch.setattr(JournalStorage, "found_on_disk", counting)
    journal.places.journal.touch()
    assert [journal.refresh() for _ in range(3)] == [False] * 3
    assert len(read) == 1


def test_listeners_hear_of_both_when_a_commit_finds_a_change(journal: Journal, open_again: Opener) -> None:
    lise = journal.people.add("Lise")
    other = open_again(journal)
    heard: list[News] = []
    journal.subscribe(heard.append)
    mads = other.people.add("Mads")
    journal.people.edit(lise.id, {"role": "Leder"})
    assert heard == [
        News({"people": frozenset({mads.id})}, outside=True),
        News({"people": frozenset({lise.id})}),
    ]


def test_what_came_in_is_told_even_when_the_command_then_fails(journal: Journal, open_again: Opener) -> None:
    other = open_again(journal)
    heard: list[News] = []
    journal.subscribe(heard.append)
    mads = other.people.add("Mads")
    with pytest.raises(ZeroDivisionError):
        _fail_after(journal, lambda: journal.agreements.agree("ring"))
    assert heard == [News({"people": frozenset({mads.id})}, outside=True)]
    assert [one.name for one in journal.people.all()] == ["Mads"]
    assert journal.agreements.all() == ()


def test_looking_in_the_middle_of_a_batch_changes_nothing(journal: Journal, open_again: Opener) -> None:
    def look() -> None:
        put_on_disk(journal, on_disk(journal) | {"people": {"260302-x": {"name": "Mads"}}})
        assert not journal.refresh()

    with pytest.raises(ZeroDivisionError):
        _fail_after(journal, look)
    journal.agreements.agree("ring")
    assert [one.name for one in open_again(journal).people.all()] == ["Mads"]


def test_other_bytes_of_the_same_size_and_time_are_found_at_the_commit(journal: Journal, open_again: Opener) -> None:
    lise = journal.people.add("Lise")
    path = journal.places.journal
    before = path.stat()
    content = path.read_bytes()
    with path.open("r+b") as file:
        file.write(content.replace(b'"Lise"', b'"Sine"'))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = path.stat()
    assert (after.st_size, after.st_mtime_ns, after.st_ino) == (before.st_size, before.st_mtime_ns, before.st_ino)
    journal.people.edit(lise.id, {"role": "Leder"})
    (found,) = open_again(journal).people.all()
    assert (found.name, found.role) == ("Sine", "Leder")


def test_a_change_by_hand_replaces_what_stood_there(journal: Journal, open_again: Opener, elsewhere: Opener) -> None:
    lise = journal.people.add("Lise", role="Leder")
    note = journal.meetings.write(lise.id, MONDAY, "hej\nmed dig")
    other = elsewhere(journal)
    tables = on_disk(journal)
    tables["people"][lise.id]["role"] = "Bager"
    tables["meetings"][note.id]["text"] = "hej\nmed jer\nalle"
    put_on_disk(journal, tables)
    journal.people.add("Mads")
    assert siblings(on_disk(journal)["people"][lise.id]) == {}
    sync(journal, other)
    other.people.add("Åse")
    for one in (journal, open_again(journal), other):
        assert (one.people.get(lise.id) or lise).role == "Bager"
        assert [each.text for each in one.meetings.all()] == ["hej\nmed jer\nalle"]


def test_a_file_that_vanished_is_put_back_with_all_that_was_in_it(journal: Journal, open_again: Opener) -> None:
    journal.people.add("Lise")
    journal.places.journal.unlink()
    assert not journal.refresh()
    journal.people.add("Mads")
    assert {one.name for one in open_again(journal).people.all()} == {"Lise", "Mads"}


@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b"\n"])
def test_a_file_that_was_emptied_is_put_back(journal: Journal, open_again: Opener, content: bytes) -> None:
    journal.people.add("Lise")
    journal.places.journal.write_bytes(content)
    assert not journal.refresh()
    journal.people.add("Mads")
    assert {one.name for one in open_again(journal).people.all()} == {"Lise", "Mads"}


@pytest.mark.parametrize("content", [b"{", b'{"journal": {"meta": {"journal_id": "x"}}, "people": 5}'])
def test_a_file_that_was_damaged_is_set_aside_and_put_back(
    journal: Journal, open_again: Opener, content: bytes
) -> None:
    lise = journal.people.add("Lise")
    journal.places.journal.write_bytes(content)
    with pytest.raises(JournalError, match="is damaged"):
        journal.refresh()
    assert journal.places.journal.read_bytes() == content, "looking changes nothing: it may be a download"
    journal.people.edit(lise.id, {"role": "Leder"})
    assert [one.role for one in open_again(journal).people.all()] == ["Leder"]
    (damaged,) = (one for one in Backups(journal.places.backups).all() if one.kind == "damaged")
    assert Backups(journal.places.backups).read(damaged) == content
    (said,) = journal.take_notices()
    assert "was damaged on disk" in str(said)


def test_a_file_that_is_no_journal_is_not_written_over(journal: Journal) -> None:
    lise = journal.people.add("Lise")
    journal.places.journal.write_bytes(b"[]")
    for _ in range(2):
        with pytest.raises(JournalError, match="not a leadercli journal"):
            journal.people.edit(lise.id, {"role": "Leder"})
    assert journal.places.journal.read_bytes() == b"[]"
    assert journal.people.all() == (lise,)


def test_another_journal_in_its_place_is_not_mixed_with_ours(
    journal: Journal, tmp_path: object, clock: StandingClock
) -> None:
    journal.people.add("Lise")
    stranger = begin_journal(
        Places(journal.places.journal.with_name("other.json"), journal.places.config, journal.places.state),
        clock,
        new_random(),
    )
    stranger.people.add("Fremmed")
    stranger.places.journal.replace(journal.places.journal)
    before = journal.places.journal.read_bytes()
    with pytest.raises(JournalError, match="is now another journal"):
        journal.refresh()
    with pytest.raises(JournalError, match="is now another journal"):
        journal.people.add("Mads")
    assert journal.places.journal.read_bytes() == before
    assert [one.name for one in journal.people.all()] == ["Lise"]


def test_a_newer_version_on_another_machine_makes_this_one_a_reader(journal: Journal, open_again: Opener) -> None:
    lise = journal.people.add("Lise")
    tables = on_disk(journal)
    tables["journal"]["meta"]["schema"] = 2
    tables["people"][lise.id]["role"] = "Leder"
    put_on_disk(journal, tables)
    before = journal.places.journal.read_bytes()
    assert not journal.read_only
    with pytest.raises(JournalError, match="newer leadercli"):
        journal.people.add("Mads")
    assert journal.read_only
    assert journal.people.all()[0].role == "Leder", "it is shown all the same"
    assert journal.table("journal")["meta"] == tables["journal"]["meta"]
    assert journal.places.journal.read_bytes() == before


def test_a_copy_of_an_older_version_does_not_make_a_newer_one_older(journal: Journal, open_again: Opener) -> None:
    tables = on_disk(journal)
    tables["journal"]["meta"]["schema"] = 2
    put_on_disk(journal, tables)
    newer = open_again(journal)
    tables["journal"]["meta"]["schema"] = 1
    tables["people"] = {"260302-x": {"name": "Lise"}}
    put_on_disk(journal, tables)
    assert newer.refresh()
    assert newer.read_only
    assert newer.table("journal")["meta"] == {**tables["journal"]["meta"], "schema": 2}
    assert [one.name for one in newer.people.all()] == ["Lise"]


def test_a_verb_decides_on_what_is_true_and_not_on_what_was(journal: Journal, open_again: Opener) -> None:
    made = journal.agreements.agree("ring", due=MONDAY)
    other = open_again(journal)
    journal.agreements.adjust(made.id, date(2026, 3, 5), "ferie")
    other.agreements.adjust(made.id, date(2026, 3, 9), "syg")
    other.agreements.complete(made.id)
    journal.clock.go(days=1)  # type: ignore[attr-defined]
    journal.agreements.complete(made.id)
    (found,) = open_again(journal).agreements.all()
    assert [(move.old, move.new, move.reason) for move in found.moves] == [
        (MONDAY, date(2026, 3, 5), "ferie"),
        (date(2026, 3, 5), date(2026, 3, 9), "syg"),
    ]
    assert found.closed == journal.clock().replace(day=2), "it was done yesterday, and stays so"


def test_a_deadline_moved_on_two_machines_has_moved_twice(
    journal: Journal, open_again: Opener, elsewhere: Opener
) -> None:
    made = journal.agreements.agree("ring", due=MONDAY)
    other = elsewhere(journal)
    journal.agreements.adjust(made.id, date(2026, 3, 5))
    other.agreements.adjust(made.id, date(2026, 3, 9))
    sync(other, journal)
    assert journal.refresh()
    (found,) = journal.agreements.all()
    assert {move.new for move in found.moves} == {date(2026, 3, 5), date(2026, 3, 9)}


def test_two_programs_cannot_add_one_name_twice(journal: Journal, open_again: Opener) -> None:
    other = open_again(journal)
    other.people.add("Lise Holm")
    with pytest.raises(Exception, match="already someone called “lise holm”"):
        journal.people.add("lise holm")


def test_machines_that_exchange_their_files_come_to_hold_the_same(
    journal: Journal, elsewhere: Opener, open_again: Opener
) -> None:
    lise = journal.people.add("Lise")
    other = elsewhere(journal)
    journal.agreements.agree("ring", person_id=lise.id)
    other.inbox.put(lise.id, "løn")
    other.meetings.write(lise.id, MONDAY, "hej\n! skriv fre")
    sync(journal, other)
    other.people.add("Mads")
    sync(other, journal)
    journal.refresh()
    assert seen(journal) == seen(other)
    assert len(journal.agreements.all()) == 2
    journal.people.add("Åse")
    sync(journal, other)
    other.refresh()
    other.people.edit(lise.id, {"role": "Leder"})
    assert on_disk(other)["inbox"] == on_disk(journal)["inbox"]
