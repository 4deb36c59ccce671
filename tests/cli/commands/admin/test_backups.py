"""`leadercli backups` and `restore`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

LATER = {"LEADERCLI_NOW": "2026-03-02T11:30"}


@pytest.fixture
def old(cli: Any) -> Any:
    """A shell with a backup of three people and an agreement, and changes two hours after it."""
    cli.ok("add", "@lise ring til HR")
    cli.ok("person", "edit", "lise", "--role", "Leader", LEADERCLI_NOW="2026-03-02T09:30")
    cli.ok("person", "add", "Eva", **LATER)
    return cli


def _names(cli: Any) -> list[str]:
    return [one["name"] for one in cli.ok("people", "--json").json]


def test_the_backups_are_listed_the_latest_first(old: Any) -> None:
    found = old.ok("backups", "--json").json
    assert [one["at"] for one in found] == sorted((one["at"] for one in found), reverse=True)
    assert {one["kind"] for one in found} == {"regular"}
    assert all(one["whole"] and one["size"] and Path(one["path"]).exists() for one in found)
    lines = old.ok("backups").out.splitlines()
    assert len(lines) == len(found)
    assert all("kB" in line and "regular" in line for line in lines)
    assert "leadercli restore ID" in old.ok("backups").err


def test_a_damaged_backup_is_told(old: Any) -> None:
    newest = old.ok("backups", "--json").json[0]
    Path(newest["path"]).write_bytes(b"{}")
    assert [one["whole"] for one in old.ok("backups", "--json").json].count(False) == 1
    assert "damaged" in old.ok("backups").out.splitlines()[0]
    said = old("restore", newest["id"])
    assert said.code == 3
    assert "is damaged" in said.err


def test_where_there_are_none(bare: Any) -> None:
    said = bare.ok("backups")
    assert said.out == ""
    assert "no backups yet" in said.err
    assert bare.ok("backups", "--json").json == []


def test_restore_and_undo(old: Any) -> None:
    before = old.ok("export", "--private").json
    newest = old.ok("backups", "--json").json[0]
    said = old.ok("restore", newest["id"], **LATER)
    assert said.out == "Restored from today 11:30: 1 put in the bin\n"
    assert "To undo: leadercli undo" in said.err
    assert "before_restore" in said.err
    assert "Eva" not in _names(old)
    assert "Undone: backup restored: 2026-03-02 11:30" in old.ok("undo").out
    assert "Eva" in _names(old)
    after = old.ok("export", "--private").json
    assert {one["name"] for one in after["people"]} == {one["name"] for one in before["people"]}


def test_restore_brings_back_and_says_how_much(old: Any) -> None:
    oldest = old.ok("backups", "--json").json[-1]
    found = old.ok("restore", oldest["id"], "--json", **LATER).json
    assert found["id"] == oldest["id"]
    assert found["binned"] >= 1
    assert found["kept"] in [one["id"] for one in old.ok("backups", "--json").json]


def test_restoring_what_is_so_already(cli: Any) -> None:
    cli.ok("add", "køb kaffe", **LATER)
    cli.ok("undo", **LATER)
    newest = cli.ok("backups", "--json").json[0]
    cli.ok("restore", newest["id"], **LATER)
    said = cli.ok("restore", newest["id"], **LATER)
    assert said.out == "The journal is already as it was in that backup.\n"
    assert "undo" not in said.err


def test_a_backup_may_be_named_by_the_beginning_of_its_id(old: Any) -> None:
    short = old.ok("backups").out.split()[0]
    assert old("restore", short, **LATER).code == 0


@pytest.mark.parametrize(("typed", "part"), [("zzzzz", "no backup with the id"), ("2", "no backup with the id")])
def test_an_id_that_is_none(old: Any, typed: str, part: str) -> None:
    said = old("restore", typed)
    assert said.code == 1
    assert part in said.err


def test_ids_complete(old: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    short = old.ok("backups").out.split()[0]
    monkeypatch.setenv("COMP_WORDS", f"leadercli restore {short[:2]}")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert short in old(_LEADERCLI_COMPLETE="bash_complete").out
