"""What this machine keeps beside the journal goes through one vault, is its owner's alone, and can all be listed."""

from __future__ import annotations

import ast
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.journals.worlds import StandingClock, new_random, places_in

import leadercli.journal
from leadercli.errors import JournalError
from leadercli.journal.history.arrivals import arrivals, look
from leadercli.journal.history.restore_backup import restore
from leadercli.journal.journal import Journal
from leadercli.journal.local.backups import BEFORE_MIGRATION, Backups
from leadercli.journal.local.drafts import Draft
from leadercli.journal.local.vault import Vault
from leadercli.journal.opening import begin_journal
from leadercli.journal.repair.repair import repair
from leadercli.journal.sync.conflict_copies import Copies

SOURCES = Path(leadercli.journal.__file__).parent
READS = {"read_bytes", "read_text", "glob", "rglob", "iterdir", "walk"}
WRITES = {"write_bytes", "write_text", "touch", "mkdir", "chmod", "symlink_to", "hardlink_to"}
REMOVES = {"unlink", "rename", "rmdir"}
OF_PATHS = READS | WRITES | REMOVES | {"joinpath"}
"""Methods of a path that read, write, list or remove, or that lead below a folder."""
OF_OS = {
    *("open", "scandir", "listdir", "walk", "unlink", "remove", "removedirs", "rmdir", "rename", "renames", "replace"),
    *("mkdir", "makedirs", "truncate", "link", "symlink", "chmod"),
}
OF_ATOMIC_WRITE = {
    *("save_whole", "swap_whole", "keep_for_now", "append_line"),
    *("private_folder", "sync_file", "sync_folder"),
}

THE_JOURNAL = "reads the journal's own file"
ITS_FOLDER = "the folder that a sync client fills too"
ALLOWED: dict[str, tuple[str, frozenset[str]]] = {
    "file/storage.py": (
        "reads and saves the journal's own file, and removes what a save has displaced",
        frozenset({"read_bytes", "unlink", "swap_whole"}),
    ),
    "history/restore_backup.py": (THE_JOURNAL, frozenset({"read_bytes"})),
    "opening.py": ("makes the journal's own folder", frozenset({"mkdir"})),
    "repair/check.py": (THE_JOURNAL, frozenset({"read_bytes"})),
    "repair/check_files.py": (ITS_FOLDER, frozenset({"read_bytes"})),
    "repair/repair.py": (
        "puts the journal in its place, and looks at the copies beside it",
        frozenset({"read_bytes", "mkdir", "unlink", "swap_whole"}),
    ),
    "repair/sources.py": (ITS_FOLDER, frozenset({"read_bytes", "os.scandir"})),
    "sync/conflict_copies.py": (ITS_FOLDER, frozenset({"read_bytes", "os.scandir", "rename", "unlink"})),
    "sync/engine.py": ("removes what a save of the journal has displaced", frozenset({"unlink"})),
    "watch.py": ("reads the beginning of the journal's own file", frozenset({"open"})),
}
"""Who else in leadercli/journal touches files: why, and with what. None of it lies in the state folder."""


def _touches(source: str) -> Iterator[str]:
    """Name the ways in which a module reads, writes, lists or removes files on its own, or leads below a folder."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == "leadercli.atomic_write":
            yield from {one.name for one in node.names} & OF_ATOMIC_WRITE
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from {one.name for one in node.names if one.name in ("shutil", "tempfile", "atomic_write")}
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            yield "/"
        elif isinstance(node, ast.Call):
            yield from _called(node)


def _called(call: ast.Call) -> Iterator[str]:
    if isinstance(call.func, ast.Name):
        if call.func.id == "open":
            yield "open"
    elif isinstance(call.func, ast.Attribute):
        name, owner = call.func.attr, call.func.value
        if isinstance(owner, ast.Name) and owner.id == "os":
            if name in OF_OS:
                yield f"os.{name}"
        elif (
            name in OF_PATHS
            # A path opens with a mode and is replaced by one other; texts and dates are replaced by more, or by name.
            or (name == "open" and call.args)
            or (name == "replace" and len(call.args) == 1 and not call.keywords)
        ):
            yield name


def test_only_the_vault_touches_what_is_kept_beside_the_journal() -> None:
    found = {path.relative_to(SOURCES).as_posix(): frozenset(_touches(path.read_text())) for path in _modules()}
    assert found.pop("local/vault.py") > {"/", "save_whole", "append_line", "os.scandir"}
    assert {name: ways for name, ways in found.items() if ways} == {name: ways for name, (_, ways) in ALLOWED.items()}


def _modules() -> list[Path]:
    return sorted(SOURCES.rglob("*.py"))


@pytest.mark.parametrize(
    "line",
    [
        "open(path)",
        "path.open('w')",
        "path.write_bytes(content)",
        "path.unlink()",
        "path.replace(other)",
        "path.mkdir()",
        "list(path.glob('*'))",
        "os.scandir(path)",
        "os.truncate(path, 0)",
        "folder / 'held.json'",
        "from leadercli.atomic_write import save_whole",
        "import shutil",
    ],
)
def test_the_walk_sees_each_way(line: str) -> None:
    assert list(_touches(line))


def _a_busy_day(here: Journal, there: Journal, clock: StandingClock) -> None:
    """Leave behind all that a machine can keep: changes, drafts, forms, answers, copies, damage, a repair."""
    lise = here.people.add("Lise")
    here.drafts.keep(Draft("260302-a", lise.id, "2026-03-02", "kept", here.clock().isoformat()))()
    here.drafts.keep(Draft("260302-b", lise.id, "2026-03-02", "not confirmed", here.clock().isoformat()))
    here.forms.keep("person-new", {"name": "Eva"})
    here.unsent.put("add", "half an answer")()
    Vault(here.drafts.folder).create("260302-bad.json", b"{")
    here.drafts.all()
    there.agreements.agree("elsewhere")
    path = here.places.journal
    path.with_name("journal (1).json").write_bytes(there.places.journal.read_bytes())
    path.with_name("another.json").write_bytes(b"{}")
    clock.go(hours=2)
    here.agreements.agree("here")
    look(here, arrivals(here)[0])
    copies = Copies(path, here.places.journal_state)
    assert copies.find(here.id, copies.unknown()) == []
    copies.remember()
    backups = Backups(here.places.backups)
    restore(here, backups, backups.all()[-1])
    backups.keep(b"{}", clock(), BEFORE_MIGRATION, "form 1")
    path.write_bytes(path.read_bytes()[:-20])
    repair(here.places, clock, new_random())


def test_after_a_busy_day_all_that_is_kept_is_its_owners_alone_and_is_listed(
    journal: Journal, elsewhere: Callable[[Journal], Journal], clock: StandingClock
) -> None:
    there = elsewhere(journal)
    before = os.umask(0)
    try:
        _a_busy_day(journal, there, clock)
    finally:
        os.umask(before)
    files = {path for path in journal.places.state.rglob("*") if not path.is_dir()}
    folders = {path for path in journal.places.state.rglob("*") if path.is_dir()}
    assert {path: oct(stat.S_IMODE(path.stat().st_mode)) for path in files} == dict.fromkeys(files, "0o600")
    assert {path: oct(stat.S_IMODE(path.stat().st_mode)) for path in folders} == dict.fromkeys(folders, "0o700")
    vault = Vault(journal.places.journal_state)
    assert vault.files() == sorted(files, key=lambda path: path.relative_to(vault.folder).parts)
    kept = {path.relative_to(vault.folder).parts[0] for path in files}
    kinds = {"backups", "beside.json", "changes.jsonl", "drafts", "forms", "held.json", "known.json", "lock", "looked"}
    assert kept == kinds | {"running", "unsent"}
    assert {path.suffix for path in files if path.parent == journal.drafts.folder} == {".json", ".new", ".unreadable"}


def test_a_folder_is_its_owners_alone_whatever_is_kept_first(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        Vault(tmp_path / "state" / "journals" / "one").below("backups").save("a", b"a")
    finally:
        os.umask(before)
    folders = [path for path in tmp_path.rglob("*") if path.is_dir()]
    assert len(folders) == 4
    assert {stat.S_IMODE(path.stat().st_mode) for path in folders} == {0o700}


def test_a_file_that_is_made_takes_no_others_place(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault")
    vault.create("a", b"one")
    with pytest.raises(FileExistsError):
        vault.create("a", b"other")
    assert vault.read("a") == b"one"
    vault.move("a", "b")
    vault.remove("a")
    assert (vault.names(), vault.has("a"), vault.read_start("b", 2)) == (["b"], False, b"on")


def test_a_vault_without_a_folder_is_empty_and_reading_makes_none(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault")
    assert (vault.names(), vault.files(), vault.below("drafts").files()) == ([], [], [])
    assert not vault.has("a")
    with pytest.raises(FileNotFoundError):
        vault.read("a")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_a_link_names_is_listed_as_the_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine").write_text("mine")
    vault = Vault(tmp_path / "vault")
    vault.save("a", b"a")
    (vault.folder / "link").symlink_to(elsewhere)
    assert [path.name for path in vault.files()] == ["a", "link"]


def test_a_state_folder_that_cannot_be_made_is_told_by_the_change(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    places.state.parent.mkdir(parents=True, exist_ok=True)
    places.state.write_text("a file where the folder should be")
    with pytest.raises(JournalError, match="state folder"):
        begin_journal(places, StandingClock(), new_random())
    assert not places.journal.exists()
