"""Where things lie: as the system has it, as was asked for, and one state for one file however it is named."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from leadercli.errors import UsageError
from leadercli.places import Places, cloud_folders, config_folder, data_folder, find_places, state_folder

linux = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems have folders of their own")


@linux
def test_xdg_folders() -> None:
    env = {"HOME": "/hjem", "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s", "XDG_DATA_HOME": "/d"}
    places = find_places(env)
    assert places == Places(Path("/d/leadercli/journal.json"), Path("/c/leadercli"), Path("/s/leadercli"))
    assert places.config_file == Path("/c/leadercli/config.yaml")
    assert places.themes == Path("/c/leadercli/themes")
    assert places.journal_state.is_relative_to("/s/leadercli/journals")
    assert places.backups.is_relative_to(places.journal_state)


@linux
@pytest.mark.parametrize("xdg", [{}, {"XDG_CONFIG_HOME": "", "XDG_STATE_HOME": "here", "XDG_DATA_HOME": "./there"}])
def test_the_home_folder_serves_where_xdg_says_nothing_that_counts(xdg: dict[str, str]) -> None:
    env = {"HOME": "/hjem", **xdg}
    assert config_folder(env) == Path("/hjem/.config/leadercli")
    assert state_folder(env) == Path("/hjem/.local/state/leadercli")
    assert data_folder(env) == Path("/hjem/.local/share/leadercli")


def test_what_was_named_counts_first() -> None:
    env = {"HOME": "/hjem", "LEADERCLI_JOURNAL": "/env.json"}
    assert find_places(env).journal == Path("/env.json")
    assert find_places(env, "/named.json").journal == Path("/named.json")
    assert find_places(env, "~/Dropbox/j.json").journal == Path("/hjem/Dropbox/j.json")
    assert find_places(env, "j.json").journal == Path.cwd() / "j.json"
    assert find_places(env, "~lise/j.json").journal == Path.cwd() / "~lise" / "j.json"


@linux
def test_without_home_the_system_is_asked() -> None:
    assert config_folder({}) == Path.home() / ".config" / "leadercli"


@linux
def test_without_any_home_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", nowhere)
    with pytest.raises(UsageError, match=r"home folder cannot be found.*Set HOME"):
        find_places({})
    folders = {"XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s"}
    assert find_places(folders, "/j.json").journal == Path("/j.json"), "nobody needs a home who has all the rest"


def test_one_file_has_one_state_however_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "a")
    named = ["a/j.json", "link/j.json", "a/../a/j.json"]
    states = {Places(tmp_path / one, tmp_path, tmp_path).journal_state for one in named}
    assert len(states) == 1
    assert Places(tmp_path / "a" / "k.json", tmp_path, tmp_path).journal_state not in states


def test_names_that_are_not_text_and_links_in_a_circle_have_a_state_too(tmp_path: Path) -> None:
    strange = tmp_path / os.fsdecode(b"\xff.json")
    circle = tmp_path / "circle.json"
    circle.symlink_to(circle)
    for path in (strange, circle):
        assert Places(path, tmp_path, tmp_path).journal_state.parent == tmp_path / "journals"


def test_cloud_folders_are_those_that_are_there(tmp_path: Path) -> None:
    for name in ("Dropbox", "OneDrive - Firmaet", "Nextcloud", "Andet"):
        (tmp_path / name).mkdir()
    (tmp_path / "OneDrive").write_text("ingen mappe")
    assert cloud_folders({"HOME": str(tmp_path)}) == [
        tmp_path / name for name in ("Dropbox", "Nextcloud", "OneDrive - Firmaet")
    ]
