"""Backups: plain files with a checksum, rotated by their own names, and never lost to a wrong clock."""

from __future__ import annotations

import stat
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.journals.worlds import StandingClock, patient

from leadercli.errors import AppError, JournalError
from leadercli.journal.journal import Journal
from leadercli.journal.local.backups import KINDS, Backup, Backups, spare
from leadercli.locale.texts import Texts

MONDAY = datetime(2026, 3, 2, 8, 0)


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    """A folder that does not exist yet."""
    return Backups(tmp_path / "state" / "backups")


def _at(hours: float) -> datetime:
    return MONDAY + timedelta(hours=hours)


def test_what_is_kept_is_read_again(backups: Backups) -> None:
    kept = backups.keep(b"{}\n", MONDAY, "copy", "journal (Lises modstridende kopi 2026-03-10).json")
    assert backups.all() == [kept]
    assert (kept.at, kept.kind, kept.size) == (MONDAY, "copy", 3)
    assert kept.label == "journal (Lises modstridende kopi 2026-03-10).json"
    assert backups.read(kept) == b"{}\n"
    assert kept.path.read_bytes() == b"{}\n", "a person in trouble can open the file itself"
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(backups.folder.stat().st_mode) == 0o700


def test_the_latest_stands_first_whatever_order_they_were_kept_in(backups: Backups) -> None:
    for hours in (5, -3, 1):
        backups.keep(f"{hours}".encode(), _at(hours), "regular")
    assert [one.at for one in backups.all()] == [_at(5), _at(1), _at(-3)]


def test_the_same_again_is_kept_once(backups: Backups) -> None:
    first = backups.keep(b"a", MONDAY, "regular")
    assert backups.keep(b"a", _at(1), "regular") == first
    assert backups.keep(b"a", _at(1), "copy") != first, "another kind"
    assert backups.keep(b"a", _at(1), "copy", "journal 2.json").label == "journal 2.json"
    backups.keep(b"b", _at(2), "regular")
    assert backups.keep(b"a", _at(3), "regular") != first, "no longer the newest"
    assert len(backups.all()) == 5


def test_a_damaged_backup_is_not_taken_for_the_same(backups: Backups) -> None:
    first = backups.keep(b"aaa", MONDAY, "regular")
    first.path.write_bytes(b"aab")
    again = backups.keep(b"aaa", _at(1), "regular")
    assert backups.read(again) == b"aaa"
    with pytest.raises(JournalError, match="is damaged") as trouble:
        backups.read(first)
    assert str(first.path) in trouble.value.sentence(Texts("en"))
    assert [backups.is_whole(one) for one in backups.all()] == [True, False]


@pytest.mark.parametrize("label", ["../../etc/x", 'a:b*?"<>|\\', "x\ny\0z", "é" * 300, "   ", "a.json", "\udcff.json"])
def test_any_file_name_can_be_a_label(backups: Backups, label: str) -> None:
    kept = backups.keep(b"a", MONDAY, "copy", label)
    assert kept.path.parent == backups.folder
    assert backups.all() == [kept]
    assert backups.read(kept) == b"a"


def test_other_files_are_neither_listed_nor_removed(backups: Backups) -> None:
    backups.folder.mkdir(parents=True)
    names = ["notes.txt", "20260302-080000-regular-short.json", "99999999-999999-regular-0123456789abcdef.json"]
    for name in names:
        (backups.folder / name).write_text("mine")
    for day in range(60):
        backups.keep(f"{day}".encode(), _at(-24 * day), "regular")
    assert all((backups.folder / name).read_text() == "mine" for name in names)
    assert all(one.kind == "regular" and one.size < 3 for one in backups.all())


def test_the_first_change_of_an_hour_keeps_what_stood_there(
    journal: Journal, clock: StandingClock, open_again: Callable[[Journal], Journal]
) -> None:
    def kept() -> list[datetime]:
        return [one.at for one in Backups(journal.places.backups).all() if one.kind == "regular"]

    journal.people.add("Lise")
    clock.go(minutes=50)
    journal.people.add("Mads")
    open_again(journal).people.add("Åse")
    assert kept() == [datetime(2026, 3, 2, 8)]
    clock.go(minutes=20)
    before = journal.places.journal.read_bytes()
    open_again(journal).people.add("Eva")
    (latest, _) = Backups(journal.places.backups).all()
    assert Backups(journal.places.backups).read(latest) == before
    clock.go(days=-1)
    journal.people.add("Ida")
    assert datetime(2026, 3, 1, 9, 10) in kept(), "a clock that jumps back stops no backup"


def test_rotation_keeps_ten_then_a_day_each_then_a_month_each(backups: Backups) -> None:
    for hour in range(0, 24 * 100, 2):
        backups.keep(f"{hour}".encode(), _at(hour), "regular")
    kept = [one.at for one in backups.all()]
    last = _at(24 * 100 - 2)
    assert kept[:10] == [last - timedelta(hours=2 * back) for back in range(10)]
    days = sorted({one.date() for one in kept}, reverse=True)
    assert days[:30] == [last.date() - timedelta(days=back) for back in range(30)]
    assert {(one.year, one.month) for one in kept} == {(2026, 3), (2026, 4), (2026, 5), (2026, 6)}
    assert len(kept) <= 10 + 30 + 4


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"regular", "damaged"}))
def test_of_the_other_kinds_the_last_thirty_are_kept(backups: Backups, kind: str) -> None:
    for hour in range(35):
        backups.keep(f"{hour}".encode(), _at(hour), kind)
    assert [one.at for one in backups.all()] == [_at(hour) for hour in range(34, 4, -1)]


def test_damaged_ones_are_never_removed(backups: Backups) -> None:
    for hour in range(40):
        backups.keep(f"{hour}".encode(), _at(hour), "damaged")
    assert len(backups.all()) == 40


def test_a_clock_that_jumped_ahead_and_back_loses_nothing_of_today(backups: Backups) -> None:
    for year in range(12):
        backups.keep(f"wrong {year}".encode(), datetime(2090 + year, 1, 1), "regular")
    for hour in range(5):
        kept = backups.keep(f"right {hour}".encode(), _at(hour), "regular")
        assert kept in backups.all(), "what was just kept is there"
    assert len([one for one in backups.all() if one.at.year > 2080]) == 12


def test_a_backup_is_named_by_a_part_of_its_id(backups: Backups) -> None:
    one, other = backups.keep(b"a", MONDAY, "regular"), backups.keep(b"b", MONDAY, "regular")
    assert backups.named(one.id) == one
    assert backups.named(other.id.partition("-")[2][:5]) == other
    with pytest.raises(AppError, match="no backup with the id"):
        backups.named("zzzzz")
    with pytest.raises(AppError, match="can mean 2 backups"):
        backups.named("260302")


def test_a_folder_that_cannot_be_read_is_said_so(backups: Backups) -> None:
    backups.folder.parent.mkdir()
    backups.folder.write_text("a file")
    with pytest.raises(JournalError, match="could not be read: Not a directory"):
        backups.all()


times = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)).map(lambda at: at.replace(microsecond=0))


@patient
@given(st.lists(times, max_size=80))
def test_rotating_often_keeps_what_rotating_once_would(at: list[datetime]) -> None:
    ordered = sorted(set(at))
    all_at_once = _rotated([_backup(one) for one in reversed(ordered)])
    step_by_step: list[Backup] = []
    for one in ordered:
        step_by_step = _rotated([_backup(one), *step_by_step])
    assert step_by_step == all_at_once
    assert {f"{one.at:%Y%m}" for one in step_by_step} == {f"{one:%Y%m}" for one in ordered}, "each month has one"


def _backup(at: datetime) -> Backup:
    return Backup(f"{at}", Path(f"{at}"), at, "regular", "", 0, "")


def _rotated(latest_first: list[Backup]) -> list[Backup]:
    gone = set(spare(latest_first))
    return [one for one in latest_first if one.path not in gone]
