"""Conflict copies are found under every provider's name, and files that only look like one are left alone."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from support.journals.worlds import StandingClock, new_random, places_in, sync
from support.proofs import tried
from support.torture.provider_names import ALL, NAMES

from leadercli.exchange.export import export_json
from leadercli.journal.journal import Journal
from leadercli.journal.local.backups import Backups
from leadercli.journal.opening import begin_journal, open_journal
from leadercli.places import Places

Finder = Callable[[Journal], list[Path]]


def _texts(journal: Journal) -> set[str]:
    return {one.text for one in journal.agreements.all()}


def _copied(journal: Journal, folder: Path, text: str) -> bytes:
    """Write something on another machine. Returns that machine's file."""
    places = places_in(folder)
    places.journal.parent.mkdir(parents=True)
    places.journal.write_bytes(journal.places.journal.read_bytes())
    other = open_journal(places, StandingClock(), new_random())
    other.agreements.agree(text)
    return places.journal.read_bytes()


def _put(places: Places, name: str, content: bytes) -> Path:
    path = places.journal.with_name(name)
    path.write_bytes(content)
    return path


def _names() -> list[str]:
    """All names, and those with letters beyond ASCII also as macOS writes them."""
    return sorted({form for name in ALL for form in (name, unicodedata.normalize("NFD", name))})


@pytest.mark.proof("copies")
@pytest.mark.parametrize("name", _names())
def test_a_copy_under_any_name_is_merged_and_moved_aside(journal: Journal, tmp_path: Path, name: str) -> None:
    journal.agreements.agree("her")
    path = _put(journal.places, name, _copied(journal, tmp_path / "there", "derovre"))
    again = open_journal(journal.places, journal.clock, new_random())
    assert _texts(again) == {"her", "derovre"}
    assert not path.exists()
    (kept,) = [one for one in Backups(journal.places.backups).all() if one.kind == "copy"]
    assert "derovre" in Backups(journal.places.backups).read(kept).decode()
    assert [unicodedata.normalize("NFC", one) for one in (kept.label,)] == [unicodedata.normalize("NFC", name)]
    tried("names")


@pytest.mark.proof("copies")
def test_all_of_them_at_once_into_a_program_that_is_open(journal: Journal, tmp_path: Path) -> None:
    wanted = set()
    for number, name in enumerate(_names()):
        wanted.add(f"copy {number}")
        _put(journal.places, name, _copied(journal, tmp_path / f"there{number}", f"copy {number}"))
    assert journal.refresh()
    assert _texts(journal) == wanted
    assert [path.name for path in journal.places.journal.parent.iterdir()] == ["journal.json"]
    tried("names", len(wanted))


def _alike(journal: Journal, folder: Path) -> dict[str, Path]:
    """Put everything beside the journal that looks like a copy and is none. Names are those of real copies."""
    own, names = journal.places.journal, iter(ALL)
    content = own.read_bytes()
    other = begin_journal(places_in(folder / "other"), StandingClock(), new_random())
    other.agreements.agree("en anden logbog")
    tables = json.loads(content)
    without_meta = {name: table for name, table in tables.items() if name != "journal"}
    moved_id = without_meta | {"journal": {"meta": {"journal_id": "another", "was": journal.id}}}
    found = {
        "another journal": _put(journal.places, next(names), other.places.journal.read_bytes()),
        "another journal that mentions the id": _put(journal.places, next(names), json.dumps(moved_id).encode()),
        "an export": _put(journal.places, next(names), export_json(journal, private=True).encode()),
        "broken JSON": _put(journal.places, next(names), content[:-40]),
        "half a download": _put(journal.places, next(names), content[: len(content) // 2] + bytes(900)),
        "an empty file": _put(journal.places, next(names), b""),
        "zeros": _put(journal.places, next(names), bytes(len(content))),
        "a text that mentions the id": _put(journal.places, next(names), f"see {journal.id}\n".encode()),
        "JSON that mentions the id": _put(journal.places, next(names), json.dumps({"id": journal.id}).encode()),
        "a list with the journal in it": _put(journal.places, next(names), b"[" + content + b"]"),
        "utf-16": _put(journal.places, next(names), content.decode().encode("utf-16")),
        "not JSON by name": _put(journal.places, "journal.json.bak", content),
        "an editor's backup": _put(journal.places, "journal.json~", content),
        "a placeholder": _put(journal.places, ".journal.json.icloud", b"bplist00"),
    }
    folder_like = own.with_name(next(names))
    folder_like.mkdir()
    (folder_like / "journal.json").write_bytes(content)
    symlink, dangling, hard = (own.with_name(next(names)) for _ in range(3))
    symlink.symlink_to(own)
    dangling.symlink_to(own.with_name("gone.json"))
    os.link(own, hard)
    fifo = own.with_name(next(names))
    os.mkfifo(fifo)
    deeper = own.parent / "deeper"
    deeper.mkdir()
    (deeper / "journal (1).json").write_bytes(content)
    return found | {
        "a folder": folder_like,
        "a link to the journal": symlink,
        "a link to nothing": dangling,
        "the journal under a second name": hard,
        "a pipe": fifo,
        "a folder with a copy in it": deeper,
    }


def _false_positives(alike: dict[str, Path], look: Callable[[], object]) -> list[str]:
    """Let a program look. Returns which of the files that only look like copies it has touched."""
    before = {what: _told(path) for what, path in alike.items()}
    look()
    return [what for what, path in alike.items() if _told(path) != before[what]]


def _told(path: Path) -> object:
    """Tell all that a person or another program could see of a file, but for when it was read."""
    if not os.path.lexists(path):
        return None
    found = path.lstat()
    content = path.read_bytes() if path.is_file() and not path.is_symlink() else sorted(map(str, path.glob("**/*")))
    return found.st_mode, found.st_mtime_ns, found.st_ino, content


@pytest.mark.proof("copies")
def test_files_that_only_look_alike_are_never_touched(journal: Journal, tmp_path: Path) -> None:
    journal.agreements.agree("her")
    alike = _alike(journal, tmp_path)
    before = journal.places.journal.read_bytes()

    def look() -> None:
        journal.refresh()
        again = open_journal(journal.places, journal.clock, new_random())
        assert _texts(again) == {"her"}

    assert _false_positives(alike, look) == []
    assert journal.places.journal.read_bytes() == before
    changed = open_journal(journal.places, journal.clock, new_random())
    hard = alike.pop("the journal under a second name")
    assert _false_positives(alike, lambda: changed.agreements.agree("mere")) == []
    assert _texts(open_journal(journal.places, journal.clock, new_random())) == {"her", "mere"}
    assert not hard.exists() or hard.read_bytes() == before, "once the journal is another file, it is an older copy"
    tried("look-alikes", len(alike) + 1)


@pytest.mark.control("copies")
def test_the_check_finds_a_program_that_goes_by_names(journal: Journal, tmp_path: Path) -> None:
    """The negative control: remove what has a conflict copy's name, as scripts for this do."""
    alike = _alike(journal, tmp_path)

    def by_name() -> None:
        for path in journal.places.journal.parent.iterdir():
            if "conflict" in path.name.lower() and not path.is_dir():
                path.unlink()

    touched = _false_positives(alike, by_name)
    missed = [name for name in ALL if "conflict" not in name.lower()]
    tried("false positives", len(touched))
    tried("names missed", len(missed))
    assert touched
    assert missed


@pytest.mark.proof("copies")
def test_a_copy_of_what_is_already_held_changes_nothing(journal: Journal) -> None:
    journal.agreements.agree("her")
    before = journal.places.journal.read_bytes()
    path = _put(journal.places, NAMES["Dropbox"][1], before)
    again = open_journal(journal.places, journal.clock, new_random())
    assert not path.exists()
    assert again.places.journal.read_bytes() == before


@pytest.mark.proof("copies")
def test_a_copy_that_comes_back_after_it_was_merged_is_merged_again(journal: Journal, tmp_path: Path) -> None:
    """Sync clients upload a copy a second time when they have not yet heard that it is gone."""
    content = _copied(journal, tmp_path / "there", "derovre")
    for _ in range(3):
        path = _put(journal.places, "journal (1).json", content)
        assert _texts(open_journal(journal.places, journal.clock, new_random())) == {"derovre"}
        assert not path.exists()


@pytest.mark.proof("copies")
def test_two_machines_that_merge_the_same_copy_agree(journal: Journal, tmp_path: Path) -> None:
    content = _copied(journal, tmp_path / "third", "derovre")
    places = places_in(tmp_path / "second")
    places.journal.parent.mkdir(parents=True)
    places.journal.write_bytes(journal.places.journal.read_bytes())
    ends = []
    for one in (journal.places, places):
        _put(one, "journal (1).json", content)
        open_journal(one, StandingClock(), new_random())
        ends.append(one.journal.read_bytes())
    assert ends[0] == ends[1]
    other = open_journal(places, StandingClock(), new_random())
    sync(other, journal)
    assert not journal.refresh() or _texts(journal) == {"derovre"}
