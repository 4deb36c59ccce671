"""Drafts: what is being typed is kept at once, comes back as it was, and never stands in the way."""

from __future__ import annotations

import json
import os
import stat
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.journals.worlds import patient

from leadercli.journal.journal import Journal
from leadercli.journal.local.drafts import Draft, Drafts
from leadercli.journal.verbs.meetings import meeting_id

Opener = Callable[[Journal], Journal]
MONDAY = date(2026, 3, 2)
DRAFT = Draft("260302-note", "260302-lise", "2026-03-02", "hej\n! ring", "2026-03-02T08:00:00", {"text": "hej"}, 90)


def bare(draft: Draft | None) -> Draft | None:
    """A draft without whose it is."""
    return replace(draft, run="") if draft else None


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    """Drafts of a journal that has none."""
    return Drafts(tmp_path / "state")


def test_a_draft_comes_back_as_it_was(drafts: Drafts) -> None:
    assert drafts.of(DRAFT.meeting_id) is None
    assert drafts.all() == []
    drafts.keep(DRAFT)()
    assert bare(drafts.of(DRAFT.meeting_id)) == DRAFT
    assert DRAFT.date == MONDAY
    drafts.keep(replace(DRAFT, text="hej igen"))()
    assert [draft.text for draft in drafts.all()] == ["hej igen"]
    drafts.drop(DRAFT.meeting_id)
    drafts.drop(DRAFT.meeting_id)
    assert drafts.all() == []


@patient
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        drafts = Drafts(Path(folder))
        drafts.keep(replace(DRAFT, text=text))
        found = drafts.of(DRAFT.meeting_id)
        assert found
        assert found.text == text


def test_halves_of_letters_do_not_stop_it(drafts: Drafts) -> None:
    drafts.keep(replace(DRAFT, text="a\ud83db", base={"text": "\udcff"}))()
    found = drafts.of(DRAFT.meeting_id)
    assert found
    assert found.text == "a?b"


def test_only_the_owner_can_read_it(drafts: Drafts) -> None:
    drafts.keep(DRAFT)()
    drafts.keep(DRAFT)
    (path, newer) = sorted(drafts.folder.iterdir(), key=lambda one: one.suffix)
    assert newer.suffix == ".new"
    assert stat.S_IMODE(newer.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(drafts.folder.stat().st_mode) == 0o700


def test_the_oldest_stands_first(drafts: Drafts) -> None:
    for number, at in enumerate(("2026-03-02T10:00:00", "2026-03-02T08:00:00", "2026-03-02T09:00:00")):
        drafts.keep(replace(DRAFT, meeting_id=f"m{number}", at=at))
    assert [draft.meeting_id for draft in drafts.all()] == ["m1", "m2", "m0"]


def test_dropping_it_between_keeping_it_and_making_it_last_is_no_error(drafts: Drafts) -> None:
    finish = drafts.keep(DRAFT)
    drafts.drop(DRAFT.meeting_id)
    finish()
    assert drafts.all() == []


def test_making_it_last_syncs_the_file_and_its_name(drafts: Drafts, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    real = os.fsync

    def noting(handle: int) -> None:
        synced.append(os.fstat(handle).st_ino)
        real(handle)

    finish = drafts.keep(DRAFT)
    monkeypatch.setattr(os, "fsync", noting)
    finish()
    (path,) = drafts.folder.iterdir()
    assert path.suffix == ".json"
    assert synced == [path.stat().st_ino, drafts.folder.stat().st_ino]


def test_what_was_confirmed_stays_until_the_next_is(drafts: Drafts) -> None:
    drafts.keep(DRAFT)()
    (confirmed,) = drafts.folder.iterdir()
    finish = drafts.keep(replace(DRAFT, text="nyt"))
    assert json.loads(confirmed.read_bytes())["text"] == DRAFT.text, "a power cut now finds it"
    assert [draft.text for draft in drafts.all()] == ["nyt"], "a kill now loses nothing"
    finish()
    assert list(drafts.folder.iterdir()) == [confirmed]
    assert json.loads(confirmed.read_bytes())["text"] == "nyt"


def test_a_slow_disk_never_brings_an_older_text_back(drafts: Drafts) -> None:
    slow = drafts.keep(DRAFT)
    drafts.keep(replace(DRAFT, text="nyt"))()
    slow()
    assert [draft.text for draft in drafts.all()] == ["nyt"]
    (left,) = drafts.folder.iterdir()
    assert left.suffix == ".json"


@pytest.mark.parametrize("torn", [b"", b"\0\0\0", b'{"meeting_id": "2603'])
def test_what_a_power_cut_has_torn_leaves_what_was_confirmed_before(drafts: Drafts, torn: bytes) -> None:
    drafts.keep(DRAFT)()
    drafts.keep(replace(DRAFT, text="nyt"))
    (unconfirmed,) = drafts.folder.glob("*.new")
    unconfirmed.write_bytes(torn)
    assert list(map(bare, drafts.all())) == [DRAFT]
    assert [path.read_bytes() for path in drafts.unread()] == ([torn] if torn.strip(b"\0") else [])


def test_a_draft_that_cannot_be_kept_leaves_the_one_before(drafts: Drafts, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts.keep(DRAFT)
    real = os.open

    def full(path: object, flags: int, *mode: int) -> int:
        if flags & os.O_CREAT:
            raise OSError(28, "No space left on device")
        return real(path, flags, *mode)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", full)
    with pytest.raises(OSError, match="No space left"):
        drafts.keep(replace(DRAFT, text="nyt"))
    monkeypatch.undo()
    assert list(map(bare, drafts.all())) == [DRAFT]
    assert len(list(drafts.folder.iterdir())) == 1, "nothing half written is left"


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"meeting_id": "m"}',
        json.dumps({**dict.fromkeys(Draft.__slots__, ""), "day": "i dag"}).encode(),
        json.dumps({"meeting_id": "m", "person_id": "p", "day": "2026-03-02", "at": "", "text": 5}).encode(),
        json.dumps(
            {"meeting_id": "m", "person_id": "p", "day": "2026-03-02", "at": "", "text": "", "base": 5}
        ).encode(),
    ],
)
def test_one_that_is_not_as_it_should_be_is_set_aside_for_a_person(drafts: Drafts, content: bytes) -> None:
    drafts.keep(DRAFT)
    bad = drafts.folder / "260302-bad.json"
    bad.write_bytes(content)
    assert list(map(bare, drafts.all())) == [DRAFT]
    assert drafts.of("260302-bad") is None
    assert (drafts.folder / "260302-bad.unreadable").read_bytes() == content
    assert drafts.unread() == [drafts.folder / "260302-bad.unreadable"]


def test_one_of_a_newer_version_is_read(drafts: Drafts) -> None:
    drafts.keep(DRAFT)()
    (path,) = drafts.folder.iterdir()
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"mood": [1, 2], "place": "here"}), "utf-8")
    assert list(map(bare, drafts.all())) == [DRAFT]


def test_one_of_an_older_version_is_found(drafts: Drafts) -> None:
    drafts.folder.mkdir(parents=True)
    older = {name: getattr(DRAFT, name) for name in ("meeting_id", "person_id", "day", "text", "at", "base", "used")}
    (drafts.folder / "260302-note.json").write_text(json.dumps(older), "utf-8")
    assert drafts.all() == [DRAFT]
    (taken,) = drafts.take("260302-note")
    assert bare(taken) == DRAFT
    drafts.drop("260302-note", taken.run)
    assert list(drafts.folder.iterdir()) == []


def test_one_that_the_system_does_not_let_read_is_told(drafts: Drafts) -> None:
    drafts.keep(DRAFT)
    (drafts.folder / "260302-bad.json").mkdir()
    assert list(map(bare, drafts.all())) == [DRAFT]
    assert drafts.take("260302-bad") == []
    assert drafts.unread() == [drafts.folder / "260302-bad.json"]


def test_a_draft_that_was_left_behind_is_merged_with_what_others_wrote_meanwhile(
    journal: Journal, open_again: Opener
) -> None:
    lise = journal.people.add("Lise")
    id_ = meeting_id(lise.id, MONDAY)
    journal.meetings.write(lise.id, MONDAY, "fælles")
    left = Draft(id_, lise.id, "2026-03-02", "fælles\n! ring fre", "2026-03-02T08:00:00", journal.meetings.base(id_))
    journal.drafts.keep(left)()
    journal.presence.leave()
    open_again(journal).meetings.write(lise.id, MONDAY, "fra kommandolinjen\nfælles")
    later = open_again(journal)
    (draft,) = later.drafts.all()
    later.meetings.write(draft.person_id, draft.date, draft.text, base=draft.base, used=draft.used)
    assert later.meetings.on(lise.id, MONDAY).text == "fra kommandolinjen\nfælles\n! ring fre"
    assert [one.text for one in later.agreements.all()] == ["ring"]


def test_a_draft_of_a_note_that_was_never_saved(journal: Journal, open_again: Opener) -> None:
    lise = journal.people.add("Lise")
    id_ = meeting_id(lise.id, MONDAY)
    left = Draft(id_, lise.id, "2026-03-02", "mit", "2026-03-02T08:00:00", journal.meetings.base(id_))
    journal.drafts.keep(left)()
    journal.presence.leave()
    other = open_again(journal)
    other.meetings.write(lise.id, MONDAY, "deres")
    (draft,) = other.drafts.all()
    other.meetings.write(draft.person_id, draft.date, draft.text, base=draft.base)
    assert sorted(other.meetings.on(lise.id, MONDAY).text.split("\n")) == ["deres", "mit"]
