"""Journals, settings and folders that cannot be used: a sentence, the right exit code, nothing lost, no traceback."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

READERS = (["today"], ["next"], ["people"], ["search", "x"], ["export"], ["scale"], ["person", "show", "lise"])
WRITERS = (
    ["add", "ring"],
    ["person", "add", "Eva"],
    ["note", "lise", "hej"],
    ["inbox", "lise", "hej"],
    ["done", "a"],
    ["undo"],
    ["scale", "log", "3"],
    ["import", "--format", "jsonl", "-"],
)
EVERY = [*READERS, *WRITERS]
BROKEN = {
    "zero-length": (b"", "is empty"),
    "only zeros": (b"\x00" * 300, "is empty"),
    "truncated": (b'{\n"journal": {\n"meta": {"schema":1', "is damaged"),
    "another file": (b'{"shopping": ["milk"]}', "is not a leadercli journal"),
    "no JSON": (b"Dear diary", "is damaged"),
    "no text": (b"\xff\xfe\x00\x01binary", "is damaged"),
}


def _sentence(err: str) -> None:
    assert "Traceback" not in err
    assert err.endswith("\n")
    assert err.strip()


@pytest.mark.parametrize("kind", BROKEN)
@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_a_broken_journal_is_told_and_left_alone(cli: Any, kind: str, words: list[str]) -> None:
    content, part = BROKEN[kind]
    cli.path.write_bytes(content)
    said = cli(*words)
    assert (said.code, said.out) == (3, "")
    assert str(cli.path) in said.err
    assert part in said.err
    _sentence(said.err)
    assert cli.path.read_bytes() == content


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_a_known_journal_that_is_missing_is_not_begun_anew(cli: Any, words: list[str]) -> None:
    cli.path.unlink()
    said = cli(*words)
    assert (said.code, said.out) == (3, "")
    assert "is missing, but there was one here" in said.err
    assert not cli.path.exists()


@pytest.mark.parametrize("words", READERS, ids=" ".join)
def test_where_there_has_never_been_one_readers_are_empty_and_begin_nothing(bare: Any, words: list[str]) -> None:
    said = bare(*words)
    assert said.code == (1 if words[0] == "person" else 0)
    assert "There is no journal yet at" in said.err
    assert not bare.path.exists()


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_a_journal_of_a_newer_version_is_shown_and_not_written(cli: Any, words: list[str]) -> None:
    cli.path.write_bytes(cli.path.read_bytes().replace(b'"schema":1', b'"schema":99'))
    before = cli.path.read_bytes()
    said = cli(*words)
    if words in READERS:
        assert said.code == 0
    else:
        assert said.code in (1, 3)
        _sentence(said.err)
    assert cli.path.read_bytes() == before


def test_a_writer_on_a_newer_journal_says_so(cli: Any) -> None:
    cli.path.write_bytes(cli.path.read_bytes().replace(b'"schema":1', b'"schema":99'))
    said = cli("add", "@lise ring")
    assert said.code == 3
    assert "newer" in said.err


def test_a_file_where_the_folder_should_be(bare: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("hello")
    said = bare("--journal", str(tmp_path / "file" / "journal.json"), "add", "ring")
    assert (said.code, said.out) == (3, "")
    assert re.search(r"could not be made: (File exists|Not a directory)\.", said.err)


def test_a_folder_where_the_journal_should_be(bare: Any, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for words in (["next"], ["add", "ring"]):
        said = bare("--journal", str(tmp_path / "folder"), *words)
        assert (said.code, said.out) == (3, "")
        assert "could not be read: Is a directory." in said.err


def test_a_state_folder_that_cannot_be_made(cli: Any, tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("")
    said = cli("add", "@lise ring", XDG_STATE_HOME=str(tmp_path / "blocked"))
    assert (said.code, said.out) == (3, "")
    assert "cannot be written: Not a directory." in said.err
    assert cli.ok("next", "--json", XDG_STATE_HOME=str(tmp_path / "blocked")).json == []


@pytest.mark.parametrize("content", [b"language: [", b"colour: blue", b"- a\n- b", b"\xff\xfe", b"keys: x"])
def test_settings_that_cannot_be_used(bare: Any, home: dict[str, str], content: bytes) -> None:
    config = Path(home["XDG_CONFIG_HOME"]) / "leadercli" / "config.yaml"
    config.parent.mkdir(parents=True)
    config.write_bytes(content)
    refused = bare("add", "ring")
    assert (refused.code, refused.out) == (1, "")
    assert str(config) in refused.err.splitlines()[0]
    assert "name the journal with --journal" in refused.err.splitlines()[1]
    assert not bare.path.exists(), "the settings may name another place"
    journal = str(config.parent / "here.json")
    assert bare.ok("--journal", journal, "add", "ring").out.startswith("Agreed: ring")
    _sentence(bare.ok("--journal", journal, "next").err)


def test_settings_that_break_later_do_not_stop_a_journal_that_is_there(cli: Any, home: dict[str, str]) -> None:
    config = Path(home["XDG_CONFIG_HOME"]) / "leadercli" / "config.yaml"
    config.parent.mkdir(parents=True)
    config.write_text("language: [")
    said = cli.ok("add", "@lise ring")
    assert said.out.startswith("Agreed: ring")
    assert str(config) in said.err


def test_a_full_disk_keeps_the_journal_and_says_why(cli: Any, home: dict[str, str], tmp_path: Path) -> None:
    cli.ok("note", "lise", "-", stdin="lang tekst " * 2_000)
    before = cli.path.read_bytes()
    found = subprocess.run(
        [sys.executable, "-m", "leadercli", "add", "@lise ring"],
        env={**home, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        preexec_fn=_small_files,
        check=False,
    )
    assert (found.returncode, found.stdout) == (3, "")
    assert "File too large" in found.stderr
    assert "Traceback" not in found.stderr
    assert cli.path.read_bytes() == before
    assert [path.name for path in cli.path.parent.iterdir()] == [cli.path.name]
    assert cli.ok("next", "--json").json == []
    assert cli.ok("undo").out.startswith("Undone: note")


def _small_files() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_an_output_that_is_full(cli: Any, home: dict[str, str], tmp_path: Path) -> None:
    cli.ok("add", "@lise ring")
    with Path("/dev/full").open("w") as full:
        found = subprocess.run(
            [sys.executable, "-m", "leadercli", "next"],
            env={**home, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"},
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert found.returncode == 3
    assert found.stderr == "The system said: No space left on device. Nothing more was done.\n"


def test_exit_codes_reach_the_shell(run: Callable[..., Any]) -> None:
    assert run("add", "ring").returncode == 0
    assert run("add", "@niels ring").returncode == 1
    assert run("nxt").returncode == 2
    assert run().returncode == 2


def test_two_processes_at_once_both_keep_their_change(run: Callable[..., Any], home: dict[str, str], cli: Any) -> None:
    command = [sys.executable, "-m", "leadercli", "add"]
    env = {**home, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"}
    started = [
        subprocess.Popen([*command, f"@lise ring {number}"], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for number in range(4)
    ]
    for one in started:
        assert one.communicate()[1] == b"To undo: leadercli undo\n"
    assert sorted(one["text"] for one in cli.ok("next", "--json").json) == [f"ring {number}" for number in range(4)]
