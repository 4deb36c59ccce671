"""`leadercli merge`, and what every command says of copies that it found beside the journal."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

COPY = "journal (Lise's conflicted copy 2026-03-10).json"


@pytest.fixture
def other(cli: Any, tmp_path: Path) -> Path:
    """The journal as another machine has it: with an agreement that is not in ours."""
    path = tmp_path / "other" / "journal.json"
    path.parent.mkdir()
    shutil.copy(cli.path, path)
    cli.ok("--journal", str(path), "add", "@mads send the plan friday")
    return path


def _texts(cli: Any) -> list[str]:
    return sorted(one["text"] for one in cli.ok("next", "--json").json)


def test_a_named_copy_is_taken_in_and_stays(cli: Any, other: Path) -> None:
    cli.ok("add", "@lise call HR friday")
    before = other.read_bytes()
    said = cli.ok("merge", str(other))
    assert said.out == f"{other}: 1 change came in.\n"
    assert said.err == "Nothing was written over. The journal as it was before: leadercli backups\n"
    assert _texts(cli) == ["call HR", "send the plan"]
    assert other.read_bytes() == before


def test_what_is_held_already_is_no_error(cli: Any, other: Path) -> None:
    cli.ok("merge", str(other))
    said = cli.ok("merge", str(other), str(other))
    assert said.out == f"{other}: nothing new, all of it is in the journal.\n" * 2
    assert said.err == ""


def test_json(cli: Any, other: Path) -> None:
    assert cli.ok("merge", "--json", str(other), str(cli.path)).json == [
        {"file": str(other), "changes": 1},
        {"file": str(cli.path), "changes": 0},
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "No such file or directory"), ("{", "damaged at line"), ("{}", "not a leadercli journal"), ("", "empty")],
)
def test_a_file_that_cannot_be_merged(cli: Any, tmp_path: Path, content: str | None, said: str) -> None:
    path = tmp_path / "amiss.json"
    if content is not None:
        path.write_text(content, "utf-8")
    before = cli.path.read_bytes()
    answer = cli("merge", str(path))
    assert (answer.code, answer.out) == (1, "")
    assert said in answer.err
    assert str(path) in answer.err
    assert cli.path.read_bytes() == before


def test_another_journal_is_taken_in_only_when_asked(cli: Any, tmp_path: Path) -> None:
    stranger = tmp_path / "stranger.json"
    cli.ok("--journal", str(stranger), "person", "add", "Fremmed")
    said = cli("merge", str(stranger))
    assert said.code == 1
    assert f"leadercli merge --other {stranger}" in said.err
    assert cli.ok("merge", "--other", str(stranger)).out == f"{stranger}: 1 change came in.\n"
    assert "Fremmed" in cli.ok("people").out


def test_there_is_nothing_to_merge_into(bare: Any, tmp_path: Path) -> None:
    said = bare("merge", str(tmp_path))
    assert said.code == 1
    said = bare("--journal", str(tmp_path / "none.json"), "merge", __file__)
    assert (said.code, "There is no journal yet" in said.err) == (1, True)


@pytest.mark.parametrize("command", [("today",), ("next", "--json"), ("search", "plan"), ("people",), ("add", "x")])
def test_every_command_merges_a_copy_and_says_so_on_stderr(cli: Any, other: Path, command: tuple[str, ...]) -> None:
    beside = cli.path.with_name(COPY)
    shutil.copy(other, beside)
    said = cli.ok(*command)
    assert f"{COPY} was a copy of the journal" in said.err
    assert COPY not in said.out
    assert not beside.exists()
    assert "send the plan" in _texts(cli)
    assert COPY not in cli.ok(*command).err


def test_a_copy_that_came_while_nothing_can_be_written_is_shown_all_the_same(cli: Any, other: Path) -> None:
    beside = cli.path.with_name(COPY)
    shutil.copy(other, beside)
    blocked = cli.path.parent / "blocked"
    blocked.write_text("not a folder", "utf-8")
    said = cli.ok("next", XDG_STATE_HOME=str(blocked))
    assert "send the plan" in said.out
    assert beside.exists()
