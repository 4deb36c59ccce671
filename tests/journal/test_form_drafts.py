"""What was typed in a form is kept on this machine, for its owner only."""

from __future__ import annotations

from pathlib import Path
from stat import S_IMODE

from leadercli.journal.form_drafts import FormDrafts


def test_what_is_kept_is_found_and_what_is_emptied_is_gone(tmp_path: Path) -> None:
    drafts = FormDrafts(tmp_path)
    assert drafts.of("person-1") == {}
    drafts.keep("person-1", {"role": "[red]\x1b ærø"})
    assert FormDrafts(tmp_path).of("person-1") == {"role": "[red]\x1b ærø"}
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


def test_a_torn_file_is_nothing_and_is_written_over(tmp_path: Path) -> None:
    drafts = FormDrafts(tmp_path)
    drafts.keep("person-1", {"role": "a"})
    (drafts.folder / "person-1.json").write_text('{"role": "a')
    assert drafts.of("person-1") == {}
    drafts.keep("person-1", {"role": "b"})
    assert drafts.of("person-1") == {"role": "b"}
