"""Every system call of a save fails in turn, or is the last: the journal is the old one or the new one, never torn."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from support.journals.failing_os import FailingOs, KilledError, ever_after, killed, once
from support.journals.worlds import StandingClock, new_random, places_in, seen

from leadercli import atomic_write as files
from leadercli.errors import JournalError
from leadercli.journal.file.storage import JournalStorage
from leadercli.journal.history.undo import NothingToUndoError, redo, undo
from leadercli.journal.journal import Journal
from leadercli.journal.opening import begin_journal, open_journal
from leadercli.locale.texts import Texts

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)
Fails = Callable[[int, str], BaseException | None]


def _before(folder: Path) -> Journal:
    journal = begin_journal(places_in(folder), StandingClock(), new_random())
    journal.people.add("Lise")
    journal.agreements.agree("det gamle")
    return journal


def _change(journal: Journal) -> None:
    journal.agreements.agree("det nye")


def _calls(folder: Path) -> list[str]:
    """Name the system calls of one change."""
    journal = _before(folder)
    with pytest.MonkeyPatch.context() as patch:
        counting = FailingOs(lambda made, name: None)
        patch.setattr(files, "os", counting)
        _change(journal)
    return counting.made


def _worlds(tmp_path: Path, count: int) -> Iterator[tuple[int, Journal]]:
    """Make the same journal anew for each call that shall fail."""
    for number in range(1, count + 1):
        folder = tmp_path / "world"
        shutil.rmtree(folder, ignore_errors=True)
        yield number, _before(folder)


def _with_failure(journal: Journal, fails: Fails) -> BaseException | None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "os", FailingOs(fails))
        try:
            _change(journal)
        except (JournalError, KilledError) as trouble:
            return trouble
    return None


def _texts(journal: Journal) -> list[str]:
    return sorted(one.text for one in journal.agreements.all())


@pytest.mark.proof("faults")
@pytest.mark.parametrize("how", [once, ever_after])
@pytest.mark.parametrize("error", ERRORS)
def test_every_call_that_fails_leaves_the_old_journal_or_the_new_one(
    tmp_path: Path, how: Callable[[int, int], Fails], error: int
) -> None:
    calls = _calls(tmp_path / "counted")
    outcomes = set()
    for number, journal in _worlds(tmp_path, len(calls)):
        old = journal.places.journal.read_bytes()
        looked, logged = seen(journal), journal.log.path.read_bytes()
        trouble = _with_failure(journal, how(number, error))
        again = open_journal(journal.places, journal.clock, new_random())
        assert _is_old_or_new(journal, old)
        kept = _texts(again) == ["det gamle", "det nye"]
        assert seen(again) == seen(journal), "what is shown is what is on disk"
        assert kept == (seen(journal) != looked)
        if trouble is None:
            assert kept, f"{calls[number - 1]} failed, nothing was said, and nothing was kept"
        else:
            assert isinstance(trouble, JournalError)
            sentence = trouble.sentence(Texts("en"))
            assert str(journal.places.journal) in sentence
            assert os.strerror(error) in sentence
            assert ("is as it was before" in sentence) == (not kept), sentence
            assert ("has not confirmed it" in sentence) == kept, sentence
        assert how is ever_after or _leftovers(journal) == []
        assert kept or journal.log.path.read_bytes() == logged, "nothing of it stands in the list of changes"
        assert undo(again).entry.what == ("det nye" if kept else "det gamle")
        _change(journal)
        assert "det nye" in _texts(open_journal(journal.places, journal.clock, new_random())), "it goes on after that"
        outcomes.add((trouble is None, kept))
    assert {(False, False), (False, True)} <= outcomes, "some failures come too early, one too late"


@pytest.mark.proof("faults")
def test_a_program_killed_before_any_call_leaves_the_old_journal_or_the_new_one(tmp_path: Path) -> None:
    calls = _calls(tmp_path / "counted")
    kept_after = []
    for number, journal in _worlds(tmp_path, len(calls)):
        old = journal.places.journal.read_bytes()
        trouble = _with_failure(journal, killed(number))
        assert isinstance(trouble, KilledError) or calls[number - 1] in ("close", "scandir")
        again = open_journal(journal.places, journal.clock, new_random())
        assert _is_old_or_new(journal, old)
        kept = _texts(again) == ["det gamle", "det nye"]
        kept_after.append(kept)
        assert undo(again).entry.what == ("det nye" if kept else "det gamle"), "a change cut off is not there to undo"
        assert undo(again).entry.what == ("det gamle" if kept else "Lise")
        assert redo(again).entry.what == ("det gamle" if kept else "Lise")
        again.agreements.agree("det næste")
        with pytest.raises(NothingToUndoError):
            redo(again)
        assert undo(open_journal(journal.places, journal.clock, new_random())).entry.what == "det næste"
    assert kept_after == sorted(kept_after)
    assert {True, False} == set(kept_after)


@pytest.mark.proof("faults")
def test_writes_that_take_only_a_part_at_a_time_are_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = _before(tmp_path)
    write = files.os.write

    class SlowOs(FailingOs):
        def __getattr__(self, name: str) -> Any:
            if name == "write":
                return lambda handle, content: write(handle, bytes(content)[:7])
            return super().__getattr__(name)

    monkeypatch.setattr(files, "os", SlowOs(lambda made, name: None))
    _change(journal)
    assert _texts(open_journal(journal.places, journal.clock, new_random())) == ["det gamle", "det nye"]
    assert [entry.what for entry in journal.log.entries()] == ["Lise", "det gamle", "det nye"]


def _is_old_or_new(journal: Journal, old: bytes) -> bool:
    try:
        texts = _texts(open_journal(journal.places, journal.clock, new_random()))
    except JournalError:
        return False
    return texts == ["det gamle", "det nye"] or journal.places.journal.read_bytes() == old


@pytest.mark.control("faults")
def test_the_check_finds_a_writer_that_writes_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: the same deaths, and a writer that does what most programs do."""
    monkeypatch.setattr(JournalStorage, "save", lambda self: _in_place(self.path, self._writer.write(self.tables)))
    calls = _calls(tmp_path / "counted")
    good = []
    for number, journal in _worlds(tmp_path, len(calls)):
        old = journal.places.journal.read_bytes()
        assert isinstance(_with_failure(journal, killed(number)), KilledError)
        good.append(_is_old_or_new(journal, old))
    assert False in good


def _in_place(path: Path, content: bytes) -> None:
    handle = files.os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    files.os.write(handle, content[: len(content) // 2])
    files.os.write(handle, content[len(content) // 2 :])
    files.os.close(handle)


def _leftovers(journal: Journal) -> list[str]:
    return [path.name for path in journal.places.journal.parent.iterdir() if path.name != "journal.json"]


def test_a_journal_that_cannot_be_read_any_more_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = _before(tmp_path)
    old = journal.places.journal.read_bytes()
    real = Path.open

    def failing(path: Path, *how: Any, **more: Any) -> Any:
        if path == journal.places.journal:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(path, *how, **more)

    monkeypatch.setattr(Path, "open", failing)
    with pytest.raises(JournalError, match="could not be read: Input/output error"):
        _change(journal)
    monkeypatch.undo()
    assert journal.places.journal.read_bytes() == old
    _change(journal)
    assert _texts(journal) == ["det gamle", "det nye"]
