"""Copies of the journal that a sync client leaves beside it are merged and moved aside; other files are left alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from support.journals.worlds import StandingClock, new_random, on_disk, put_on_disk, sync

from leadercli.journal.journal import Journal
from leadercli.journal.local.backups import Backups
from leadercli.journal.local.change_log import ARRIVED
from leadercli.journal.opening import begin_journal, open_journal
from leadercli.journal.store.change import News
from leadercli.places import Places

Opener = Callable[[Journal], Journal]
COPY = "journal (Lises modstridende kopi 2026-03-10).json"


def _put_copy(source: Journal, beside: Journal, name: str = COPY) -> Path:
    path = beside.places.journal.with_name(name)
    shutil.copy(source.places.journal, path)
    return path


def _names(journal: Journal) -> list[str]:
    return sorted(one.name for one in journal.people.all())


def _folder(journal: Journal) -> list[str]:
    return sorted(path.name for path in journal.places.journal.parent.iterdir())


def _kept(journal: Journal, kind: str) -> list[bytes]:
    backups = Backups(journal.places.backups)
    return [backups.read(one) for one in backups.all() if one.kind == kind]


def test_a_copy_is_merged_at_the_next_start_and_moved_aside(
    journal: Journal, open_again: Opener, elsewhere: Opener
) -> None:
    other = elsewhere(journal)
    journal.people.add("Åse")
    other.people.add("Mads")
    content = _put_copy(other, journal).read_bytes()
    again = open_again(journal)
    assert _names(again) == ["Mads", "Åse"]
    assert _folder(again) == ["journal.json"]
    assert _kept(again, "copy") == [content]
    assert "Mads" in again.places.journal.read_text("utf-8")
    (said,) = again.take_notices()
    assert COPY in str(said)
    assert str(said).endswith("New or changed by it: 1")
    assert again.arrived == 1
    assert again.take_notices() == []


def test_a_copy_that_comes_while_the_program_runs_is_seen_by_looking(journal: Journal, elsewhere: Opener) -> None:
    other = elsewhere(journal)
    other.people.add("Mads")
    assert not journal.refresh()
    heard: list[News] = []
    journal.subscribe(heard.append)
    _put_copy(other, journal)
    assert journal.refresh()
    assert _names(journal) == ["Mads"]
    assert [(one.outside, one.arrived) for one in heard] == [(True, 1)]
    assert _folder(journal) == ["journal.json"]


def test_what_came_in_is_listed_with_what_stood_there(journal: Journal, elsewhere: Opener) -> None:
    lise = journal.people.add("Lise", role="Leder")
    other = elsewhere(journal)
    other.people.edit(lise.id, {"role": "Souschef"})
    _put_copy(other, journal)
    journal.refresh()
    (entry,) = (one for one in journal.log.entries() if one.command == ARRIVED)
    assert entry.what == COPY
    assert [(one.record, one.field, one.old, one.new) for one in entry.fields] == [
        (lise.id, "role", "Leder", "Souschef")
    ]


def test_what_another_program_here_wrote_has_not_come_in(journal: Journal, open_again: Opener) -> None:
    other = open_again(journal)
    other.people.add("Mads")
    assert journal.refresh()
    assert journal.arrived == 0
    assert all(one.command != ARRIVED for one in journal.log.entries())


def test_a_version_that_a_provider_dropped_comes_back_from_the_machine_that_wrote_it(
    journal: Journal, open_again: Opener, elsewhere: Opener
) -> None:
    other = elsewhere(journal)
    journal.people.add("Åse")
    other.people.add("Mads")
    sync(other, journal)  # the provider keeps the other version, and drops ours without a trace
    again = open_again(journal)
    assert _names(again) == ["Mads", "Åse"]
    assert "Åse" in again.places.journal.read_text("utf-8"), "and it is on disk again, for all machines"


def test_a_version_that_was_dropped_while_no_change_is_made_comes_back_in_an_open_program(
    journal: Journal, open_again: Opener, elsewhere: Opener
) -> None:
    other = elsewhere(journal)
    old = journal.places.journal.read_bytes()
    command = open_again(journal)
    command.people.add("Åse")
    journal.places.journal.write_bytes(old)
    other.people.add("Mads")
    sync(other, journal)
    journal.refresh()
    assert _names(journal) == ["Mads", "Åse"], "though this program itself has never seen the first"


def test_a_machine_with_a_restored_state_folder_loses_nothing(
    journal: Journal, open_again: Opener, tmp_path: Path
) -> None:
    journal.people.add("Lise")
    shutil.copytree(journal.places.state, tmp_path / "kept")
    journal.people.add("Mads")
    shutil.rmtree(journal.places.state)
    shutil.copytree(tmp_path / "kept", journal.places.state)
    again = open_again(journal)
    again.people.add("Åse")
    assert _names(open_again(journal)) == ["Lise", "Mads", "Åse"]


@pytest.mark.parametrize(
    "make",
    [
        lambda path, journal: path.write_text("{}", "utf-8"),
        lambda path, journal: path.write_text(f"my journal is {journal.id}", "utf-8"),
        lambda path, journal: path.write_text(f'{{"note": "{journal.id}"}}', "utf-8"),
        lambda path, journal: path.write_bytes(journal.places.journal.read_bytes()[:-20]),
        lambda path, journal: path.write_bytes(b""),
        lambda path, journal: path.symlink_to(journal.places.journal),
        lambda path, journal: path.hardlink_to(journal.places.journal),
        lambda path, journal: path.mkdir(),
    ],
    ids=["empty object", "text", "mention", "half", "empty", "link", "second name", "folder"],
)
def test_a_file_that_only_looks_alike_is_never_touched(
    journal: Journal, open_again: Opener, make: Callable[[Path, Journal], object]
) -> None:
    path = journal.places.journal.with_name(COPY)
    make(path, journal)
    before = path.lstat()
    for _ in range(2):
        again = open_again(journal)
        assert again.take_notices() == []
    after = path.lstat()
    assert (after.st_ino, after.st_mtime_ns, after.st_size) == (before.st_ino, before.st_mtime_ns, before.st_size)


def test_another_journal_beside_ours_is_not_touched(journal: Journal, clock: StandingClock) -> None:
    places = journal.places
    beside = Places(places.journal.with_name("journal (1).json"), places.config, places.state)
    begin_journal(beside, clock, new_random()).people.add("Fremmed")
    content = beside.journal.read_bytes()
    assert _names(open_journal(places, clock, new_random())) == []
    assert beside.journal.read_bytes() == content


def test_a_file_that_is_half_there_is_merged_when_the_rest_has_come(
    journal: Journal, open_again: Opener, elsewhere: Opener
) -> None:
    other = elsewhere(journal)
    other.people.add("Mads")
    path = journal.places.journal.with_name(COPY)
    path.write_bytes(other.places.journal.read_bytes()[:-20])
    assert _names(open_again(journal)) == []
    path.write_bytes(other.places.journal.read_bytes())
    assert _names(open_again(journal)) == ["Mads"]
    assert not path.exists()


def test_a_copy_that_cannot_be_moved_is_merged_once_and_told(
    journal: Journal, open_again: Opener, elsewhere: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = elsewhere(journal)
    other.people.add("Mads")
    path = _put_copy(other, journal)

    def refuse(source: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(source), None, str(target))

    monkeypatch.setattr(Path, "rename", refuse)
    first, second = open_again(journal), open_again(journal)
    (said,) = first.take_notices()
    assert "could not be moved aside: Permission denied" in str(said)
    assert second.take_notices() == []
    assert _names(second) == ["Mads"]
    assert path.exists()


def test_another_journal_in_the_place_of_ours_is_shown_and_ours_is_kept(
    journal: Journal, open_again: Opener, clock: StandingClock
) -> None:
    journal.people.add("Lise")
    ours = journal.places.journal.read_bytes()
    places = journal.places
    stranger = begin_journal(Places(places.journal.with_name("x"), places.config, places.state), clock, new_random())
    stranger.places.journal.replace(places.journal)
    again = open_again(journal)
    assert again.id == stranger.id
    assert _kept(again, "other") == [ours]
    (said,) = again.take_notices()
    assert "merge --other" in str(said)
    assert open_again(journal).take_notices() == []
    assert again.merge("ours.json", ours, of_another=True) == 1
    assert _names(again) == ["Lise"]


def test_a_change_by_hand_between_two_starts_replaces_what_stood_there(journal: Journal, open_again: Opener) -> None:
    lise = journal.people.add("Lise", role="Leder")
    journal.meetings.write(lise.id, date(2026, 3, 2), "hej")
    held = journal.places.journal.read_bytes()
    tables = on_disk(journal)
    tables["people"][lise.id]["role"] = "Bager"
    put_on_disk(journal, tables)
    again = open_again(journal)
    assert [one.role for one in again.people.all()] == ["Bager"]
    assert _kept(again, "by_hand") == [held], "what stood there before is kept"


def test_the_naive_way_loses_a_version(journal: Journal, open_again: Opener, elsewhere: Opener) -> None:
    """The negative control: without what this machine held, a version that a provider drops is gone."""
    other = elsewhere(journal)
    journal.people.add("Åse")
    other.people.add("Mads")
    sync(other, journal)
    (journal.places.journal_state / "held.json").unlink()
    assert _names(open_again(journal)) == ["Mads"]


def test_a_record_that_was_edited_elsewhere_comes_out_of_the_bin_and_the_list_says_so(
    journal: Journal, elsewhere: Opener
) -> None:
    made = journal.agreements.agree("ring")
    other = elsewhere(journal)
    journal.agreements.remove(made.id)
    other.agreements.edit(made.id, {"text": "ring i dag"})
    _put_copy(other, journal)
    journal.refresh()
    (entry,) = (one for one in journal.log.entries() if one.command == ARRIVED)
    said = {one.field: (one.old is None, one.new) for one in entry.fields}
    assert said == {"text": (False, "ring i dag"), "deleted": (False, None)}
    assert [one.text for one in journal.agreements.open()] == ["ring i dag"]
