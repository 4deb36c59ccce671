"""What was typed as an answer and not sent is there the next time the same is asked."""

from __future__ import annotations

from pathlib import Path
from stat import S_IMODE

from leadercli.journal.local.drafts import Unsent
from leadercli.journal.local.run_files import Presence


def test_it_is_there_until_it_is_sent(tmp_path: Path) -> None:
    run = Presence(tmp_path, "one")
    unsent = Unsent(tmp_path, run)
    assert unsent.latest("add") == ""
    unsent.put("add", "r")()
    unsent.put("add", "ring æ", "r")()
    unsent.put("edit", "x")()
    assert unsent.latest("add") == "ring æ"
    run.leave()
    later = Unsent(tmp_path, Presence(tmp_path, "two"))
    assert (later.latest("add"), later.latest("edit")) == ("ring æ", "x")
    later.put("add", "", "ring æ")()
    assert later.latest("add") == ""
    later.put("edit", "", "x")()
    assert list(later.folder.iterdir()) == []


def test_what_two_programs_left_is_offered_in_turn(tmp_path: Path) -> None:
    one, other = Presence(tmp_path, "one"), Presence(tmp_path, "other")
    Unsent(tmp_path, one).put("add", "first")()
    Unsent(tmp_path, other).put("add", "second")()
    one.leave()
    other.leave()
    for name in ("third", "fourth"):  # the third changes nothing and dies
        run = Presence(tmp_path, name)
        unsent = Unsent(tmp_path, run)
        assert unsent.latest("add") == "second"
        run.leave()
    run.show()
    unsent.put("add", "", "second")()
    assert unsent.latest("add") == "first"


def test_a_program_that_runs_keeps_its_own(tmp_path: Path) -> None:
    one = Presence(tmp_path, "one")
    unsent = Unsent(tmp_path, one)
    unsent.put("add", "mine")()
    assert Unsent(tmp_path, Presence(tmp_path, "other")).latest("add") == ""
    assert unsent.latest("add") == "mine"


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    unsent = Unsent(tmp_path)
    unsent.put("add", "secret")()
    (file,) = unsent.folder.iterdir()
    assert S_IMODE(file.stat().st_mode) == 0o600
    assert S_IMODE(unsent.folder.stat().st_mode) == 0o700


def test_what_cannot_be_read_is_set_aside(tmp_path: Path) -> None:
    unsent = Unsent(tmp_path)
    unsent.folder.mkdir(parents=True)
    for number, torn in enumerate((b"{", b"[]", b'{"add": "x"}')):
        (unsent.folder / f"answers.run{number}.json").write_bytes(torn)
    assert unsent.latest("add") == ""
    assert len(unsent.unread()) == 3
