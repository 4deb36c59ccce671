"""`leadercli where`, `keys` and `demo`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leadercli.cli.main import run
from leadercli.keys.table import KEYS


def test_where_json(cli: Any, home: dict[str, str]) -> None:
    found = cli.ok("where", "--json").json
    assert list(found) == ["journal", "config", "state", "backups"]
    assert found["journal"] == str(Path(home["XDG_DATA_HOME"]) / "leadercli" / "journal.json") == str(cli.path)
    assert found["config"] == str(Path(home["XDG_CONFIG_HOME"]) / "leadercli" / "config.yaml")
    assert Path(found["state"]).is_dir()
    assert found["backups"].startswith(found["state"])


def test_where_in_words_tells_when_there_is_no_journal_yet(bare: Any) -> None:
    assert f"journal             {bare.path} (not there yet)\n" in bare.ok("where").out
    bare.ok("add", "køb kaffe")
    assert f"journal             {bare.path}\n" in bare.ok("where").out


@pytest.mark.parametrize("way", ["option", "option=", "variable", "setting"])
def test_the_journal_can_be_named(bare: Any, tmp_path: Path, home: dict[str, str], way: str) -> None:
    named = str(tmp_path / "min sky" / "logbog.json")
    words, more = [], {}
    if way == "option":
        words = ["--journal", named]
    elif way == "option=":
        words = [f"--journal={named}"]
    elif way == "variable":
        more = {"LEADERCLI_JOURNAL": named}
    else:
        config = Path(home["XDG_CONFIG_HOME"]) / "leadercli"
        config.mkdir(parents=True)
        (config / "config.yaml").write_text(f"journal: {named}")
    bare.ok(*words, "add", "køb kaffe", **more)
    assert bare.ok(*words, "where", "--json", **more).json["journal"] == named
    assert Path(named).exists()


def test_keys_lists_every_binding(bare: Any) -> None:
    found = bare.ok("keys", "--json").json
    assert [one["id"] for one in found] == [key.id for key in KEYS]
    assert all(one["keys"] and one["where"] and one["description"] for one in found)
    lines = bare.ok("keys").out.splitlines()
    assert sum(line.startswith("  ") for line in lines) == len(KEYS)


def test_keys_shows_those_that_were_remapped(bare: Any, home: dict[str, str]) -> None:
    config = Path(home["XDG_CONFIG_HOME"]) / "leadercli" / "config.yaml"
    config.parent.mkdir(parents=True)
    config.write_text("keys: {list.done: ctrl+d}")
    found = {one["id"]: one["keys"] for one in bare.ok("keys", "--json").json}
    assert found["list.done"] == ["ctrl+d"]
    config.write_text("keys: {list.nothing: x}")
    said = bare.ok("keys")
    assert "list.nothing" in said.err
    assert "list.done" in said.out


def test_demo_keep_makes_a_journal_elsewhere(bare: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(elsewhere))
    made = bare.ok("demo", "--keep").out.strip()
    assert Path(made).is_relative_to(elsewhere)
    assert len(bare.ok("--journal", made, "people", "--json").json) >= 8
    assert not bare.path.exists()


def test_demo_opens_the_app_and_takes_its_folder_away(
    home: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Path] = []

    def app(session: Any, person_id: str) -> int:
        assert person_id == ""
        assert session.places.journal.exists()
        seen.append(session.places.journal)
        return 7

    monkeypatch.setattr("leadercli.cli.commands.admin.program.need_terminal", lambda: None)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert run(["demo"], home, app) == 7
    assert not seen[0].parent.exists()


def test_note_without_text_opens_the_app_on_the_person(cli: Any) -> None:
    seen: list[str] = []

    def app(_session: Any, person_id: str) -> int:
        seen.append(person_id)
        return 0

    assert run(["note", "lise"], cli.env, app) == 0
    assert seen == [cli.ok("person", "show", "lise", "--json").json["id"]]


def test_a_journal_without_a_command_opens_the_app_on_it(bare: Any, tmp_path: Path) -> None:
    seen: list[Path] = []

    def app(session: Any, _person_id: str) -> int:
        seen.append(session.places.journal)
        return 0

    assert run(["--journal", str(tmp_path / "a.json")], bare.env, app) == 0
    assert seen == [tmp_path / "a.json"]
