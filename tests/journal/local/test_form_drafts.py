"""What was typed in a form is kept on this machine, for its owner only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from stat import S_IMODE

import pytest

from leadercli.journal.local.drafts import FormDrafts
from leadercli.journal.local.run_files import Presence


@pytest.fixture
def program(tmp_path: Path) -> Callable[[str], Presence]:
    """Start programs on one machine."""
    return lambda name: Presence(tmp_path, name)


def test_what_is_kept_is_found_and_what_is_emptied_is_gone(tmp_path: Path) -> None:
    drafts = FormDrafts(tmp_path)
    assert drafts.of("person-1") == {}
    drafts.keep("person-1", {"role": "[red]\x1b ærø"})
    assert drafts.of("person-1") == {"role": "[red]\x1b ærø"}
    assert drafts.of("person-2") == {}
    drafts.keep("person-1", {})
    assert drafts.of("person-1") == {}
    drafts.keep("person-1", {})


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    drafts = FormDrafts(tmp_path)
    drafts.keep("person-1", {"role": "secret"})
    (file,) = drafts.folder.iterdir()
    assert S_IMODE(file.stat().st_mode) == 0o600
    assert S_IMODE(drafts.folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("torn", ['{"role": "a', '["a"]'])
def test_a_torn_file_is_set_aside_and_told(tmp_path: Path, torn: str) -> None:
    drafts = FormDrafts(tmp_path)
    drafts.keep("person-1", {"role": "a"})
    (file,) = drafts.folder.iterdir()
    file.write_text(torn)
    assert drafts.of("person-1") == {}
    (aside,) = drafts.unread()
    assert aside.read_text() == torn
    drafts.keep("person-1", {"role": "b"})
    assert drafts.of("person-1") == {"role": "b"}


def test_one_of_an_older_version_is_found(tmp_path: Path) -> None:
    drafts = FormDrafts(tmp_path)
    drafts.folder.mkdir()
    (drafts.folder / "person-1.json").write_text('{"role": "a"}')
    assert drafts.of("person-1") == {"role": "a"}
    drafts.keep("person-1", {})
    assert FormDrafts(tmp_path).of("person-1") == {}


def test_two_programs_do_not_write_over_each_other(tmp_path: Path, program: Callable[[str], Presence]) -> None:
    one, other = program("one"), program("other")
    FormDrafts(tmp_path, one).keep("person-new", {"name": "Eva"})
    FormDrafts(tmp_path, other).keep("person-new", {"name": "Bo"})
    assert FormDrafts(tmp_path, one).of("person-new") == {"name": "Eva"}
    assert FormDrafts(tmp_path, program("third")).of("person-new") == {}, "both still run"
    one.leave()
    other.leave()
    last = FormDrafts(tmp_path, program("last"))
    assert last.of("person-new") == {"name": "Bo"}, "the latest first"
    last.keep("person-new", {})
    assert last.of("person-new") == {"name": "Eva"}, "and the next time the other"
    last.keep("person-new", {"name": "Eva B"})
    assert last.of("person-new") == {"name": "Eva B"}
    last.keep("person-new", {})
    assert last.of("person-new") == {}
