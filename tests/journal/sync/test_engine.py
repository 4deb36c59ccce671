"""A save puts a whole new file in the old one's place, for its owner only, and leaves nothing else behind."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from support.journals.worlds import sync

from leadercli import atomic_write as swapping
from leadercli.atomic_write import append_line, holds, save_whole
from leadercli.errors import JournalError
from leadercli.journal.journal import Journal
from leadercli.journal.opening import begin_journal, open_or_begin
from leadercli.journal.store.change import News
from leadercli.places import Places


def test_a_save_makes_a_new_file(journal: Journal) -> None:
    path = journal.places.journal
    held = path.open("rb")
    before = held.read()
    journal.people.add("Åse Bruun")
    held.seek(0)
    assert held.read() == before, "the file that others have open is not written in"
    assert os.fstat(held.fileno()).st_ino != path.stat().st_ino
    held.close()


def test_only_the_owner_can_read_it(journal: Journal) -> None:
    path = journal.places.journal
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    journal.people.add("Åse Bruun")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(journal.log.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(journal.places.journal_state.stat().st_mode) == 0o700


def test_nothing_is_left_beside_it(journal: Journal) -> None:
    journal.people.add("Åse Bruun")
    assert [path.name for path in journal.places.journal.parent.iterdir()] == ["journal.json"]


@pytest.mark.parametrize("in_one_step", [True, False])
def test_the_temporary_name_is_one_that_sync_clients_leave_alone(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, in_one_step: bool
) -> None:
    names: list[tuple[Path, Path]] = []
    put_in_place = swapping.put_in_place

    def noting(new: Path, target: Path) -> Path | None:
        names.append((new, target))
        return put_in_place(new, target)

    monkeypatch.setattr(swapping, "put_in_place", noting)
    if not in_one_step:
        monkeypatch.setattr(swapping, "exchange", lambda one, other: False)
    journal.people.add("Åse Bruun")
    ((source, target),) = names
    assert target == journal.places.journal
    assert source.parent == target.parent, "a rename to another disk is no rename"
    assert source.name.startswith(".~journal.json-")
    assert source.name.endswith(".tmp")
    assert [path.name for path in target.parent.iterdir()] == ["journal.json"]


@pytest.mark.parametrize("in_one_step", [True, False])
def test_what_is_put_there_while_we_save_is_merged(
    journal: Journal, elsewhere: Callable[[Journal], Journal], monkeypatch: pytest.MonkeyPatch, in_one_step: bool
) -> None:
    other = elsewhere(journal)
    other.people.add("Mads")
    put_in_place = swapping.put_in_place

    def late(new: Path, target: Path) -> Path | None:
        monkeypatch.setattr(swapping, "put_in_place", put_in_place)
        sync(other, journal)
        return put_in_place(new, target)

    monkeypatch.setattr(swapping, "put_in_place", late)
    if not in_one_step:
        monkeypatch.setattr(swapping, "exchange", lambda one, other: False)
    heard: list[News] = []
    journal.subscribe(heard.append)
    journal.people.add("Åse")
    assert {one.name for one in journal.people.all()} == {"Mads", "Åse"}
    assert '"Mads"' in journal.places.journal.read_text("utf-8")
    assert '"Åse"' in journal.places.journal.read_text("utf-8")
    assert [news.arrived for news in heard if news.outside] == [1]
    assert [path.name for path in journal.places.journal.parent.iterdir()] == ["journal.json"]


def test_a_symbolic_link_stays_and_its_target_is_replaced(places: Places, clock: object, tmp_path: Path) -> None:
    real = tmp_path / "dropbox" / "real.json"
    real.parent.mkdir()
    journal = begin_journal(Places(real, places.config, places.state), clock)  # type: ignore[arg-type]
    places.journal.parent.mkdir(parents=True)
    places.journal.symlink_to(real)
    linked = open_or_begin(places, clock)  # type: ignore[arg-type]
    linked.people.add("Åse Bruun")
    assert places.journal.is_symlink()
    assert "Åse Bruun" in real.read_text("utf-8")
    assert linked.places.journal_state == journal.places.journal_state, "one journal, one lock, one list of changes"


def test_a_verb_that_changes_nothing_writes_nothing(journal: Journal) -> None:
    lise = journal.people.add("Lise")
    before = journal.places.journal.stat().st_ino
    journal.people.edit(lise.id, {"role": ""})
    journal.people.edit(lise.id, {"role": ""})
    after = journal.places.journal.stat().st_ino
    journal.people.edit(lise.id, {"name": "Lise"})
    assert before != after == journal.places.journal.stat().st_ino


def test_what_a_killed_program_left_is_cleared_when_it_is_old(
    journal: Journal, open_again: Callable[[Journal], Journal]
) -> None:
    folder = journal.places.journal.parent
    old, new, other = (folder / name for name in (".~journal.json-1.tmp", ".~journal.json-2.tmp", ".~mine.tmp"))
    for path in (old, new, other):
        path.write_text("{")
    os.utime(old, (1_600_000_000, 1_600_000_000))
    os.utime(other, (1_600_000_000, 1_600_000_000))
    open_again(journal).people.add("Lise")
    assert not old.exists()
    assert new.exists(), "it may be a save that is going on, on another machine"
    assert other.exists()


def test_typed_text_that_no_file_can_hold_does_not_break_a_save(
    journal: Journal, open_again: Callable[[Journal], Journal]
) -> None:
    half = "ring \ud83d til kunden"
    lise = journal.people.add("Lise \udcff", role=half)
    made = journal.agreements.agree(half, person_id=lise.id)
    journal.agreements.adjust(made.id, journal.clock().date(), half)
    journal.meetings.write(lise.id, journal.clock().date(), f"! {half}\n{half}")
    again = open_again(journal)
    assert again.agreements.get(made.id) == journal.agreements.get(made.id)
    assert [one.text for one in again.agreements.all()] == ["ring ? til kunden"] * 2


@pytest.mark.parametrize("missing", ["folder", "file in the way"])
def test_a_folder_that_cannot_be_written(journal: Journal, missing: str) -> None:
    folder = journal.places.journal.parent
    journal.places.journal.unlink()
    folder.rmdir()
    if missing == "file in the way":
        folder.write_text("not a folder")
    with pytest.raises(JournalError) as trouble:
        journal.people.add("Lise")
    assert str(journal.places.journal) in str(trouble.value)
    assert trouble.value.code == 3
    assert journal.people.all() == ()
    assert journal.log.entries() == []


def test_a_state_folder_that_cannot_be_made(journal: Journal, places: Places) -> None:
    blocked = places.state.with_name("blocked")
    blocked.write_text("not a folder")
    other = Places(places.journal, places.config, blocked)
    reader = open_or_begin(other, journal.clock)
    assert reader.people.all() == (), "it can still be read"
    with pytest.raises(JournalError, match=r"state folder .* cannot be written"):
        reader.people.add("Lise")


def test_a_long_name_with_letters_of_four_bytes(tmp_path: Path) -> None:
    path = tmp_path / ("𝄞" * 60 + ".json")
    save_whole(path, b"1")
    save_whole(path, b"2")
    assert path.read_bytes() == b"2"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_line_after_one_that_was_cut_off_is_a_line_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "log"
    append_line(path, b"one")
    with path.open("ab") as file:
        file.write(b'{"half')
    append_line(path, b"two")
    assert path.read_bytes().split(b"\n") == [b"one", b'{"half', b"two", b""]


@pytest.mark.parametrize("size", [0, 1, (1 << 18) - 1, 1 << 18, (1 << 19) + 7])
def test_a_file_is_compared_to_its_last_byte(tmp_path: Path, size: int) -> None:
    path, content = tmp_path / "file", bytes(size)
    path.write_bytes(content)
    assert holds(path, content)
    assert not holds(path, content + b"1")
    assert not size or not holds(path, content[:-1])
    assert not size or not holds(path, content[:-1] + b"1")
