"""Which programs run: told by a lock that the system frees when one dies, and never by what was left lying."""

from __future__ import annotations

from pathlib import Path

from support.journals.saving_programs import said, started

from leadercli.journal.local.run_files import Presence


def test_one_that_shows_itself_lives_until_it_leaves(tmp_path: Path) -> None:
    one, other = Presence(tmp_path, "one"), Presence(tmp_path, "other")
    assert not other.is_alive("one")
    one.show()
    one.show()
    assert other.is_alive("one")
    assert other.is_alive("one"), "looking changes nothing"
    one.leave()
    assert not other.is_alive("one")
    assert list(one.folder.iterdir()) == []
    one.show()
    assert other.is_alive("one")


def test_one_that_is_forgotten_lives_no_more(tmp_path: Path) -> None:
    other = Presence(tmp_path, "other")
    one = Presence(tmp_path, "one")
    one.show()
    del one
    assert not other.is_alive("one")


def test_a_program_that_is_killed_lives_no_more_and_what_it_left_goes(tmp_path: Path) -> None:
    other = Presence(tmp_path / "state", "other")
    with started("show", tmp_path, "one") as process:
        assert said(process) == "shown"
        assert other.is_alive("one")
        process.kill()
        process.wait()
        assert (other.folder / "one.lock").exists()
        other.show()
        assert [path.stem for path in other.folder.iterdir()] == ["other"]
    assert not other.is_alive("one")


def test_a_lock_file_that_nobody_holds_is_nobody(tmp_path: Path) -> None:
    one = Presence(tmp_path, "one")
    one.folder.mkdir()
    (one.folder / "stale.lock").touch()
    (one.folder / "one.lock").touch()
    assert not one.is_alive("stale")
    one.show()
    assert Presence(tmp_path, "other").is_alive("one"), "not even one with its own name stands in its way"


def test_a_state_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "running").write_text("a file where the folder should be")
    one = Presence(tmp_path, "one")
    one.show()
    assert not one.is_alive("other")
    one.leave()
