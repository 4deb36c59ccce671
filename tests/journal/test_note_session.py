"""A note from opening to leaving, without a screen: what was typed and what stands in the journal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.screens.desk import Desk
from support.screens.on_disk import dies, drafts, note

from leadercli.errors import JournalError
from leadercli.journal.local.drafts import Drafts
from leadercli.journal.note_session import NoteSession

MONDAY = date(2026, 3, 2)


def opened(desk: Desk) -> NoteSession:
    """Open today's note about Lise in a program of its own."""
    journal = desk.journal(desk.now)
    return NoteSession(journal, journal.people.named("Lise").id, MONDAY)


@pytest.fixture
def laid(tmp_path: Path) -> Desk:
    """A desk with a note about Lise."""
    desk = Desk(tmp_path)
    journal = desk.journal()
    journal.meetings.write(journal.people.add("Lise").id, MONDAY, "top\nbottom")
    return desk


def test_a_draft_goes_on_from_where_it_was_merged_last(laid: Desk) -> None:
    session = opened(laid)
    session.text, session.place = "top\nmine\nbottom", (1, 4)
    session.draft()()
    laid.journal().meetings.add_lines(session.person_id, MONDAY, "shell")
    session.journal.refresh()
    assert session.take_in()
    assert not session.take_in(), "once"
    assert session.undrafted
    session.draft()()
    dies(session.journal)
    later = opened(laid)
    assert (later.text, later.place, later.recovered) == ("top\nmine\nbottom\nshell", (1, 4), True)
    assert later.unsaved
    assert not later.undrafted
    later.commit()
    assert note(laid, "Lise").text == "top\nmine\nbottom\nshell"
    assert drafts(laid) == []


def test_the_place_follows_what_came_in_above_it(laid: Desk) -> None:
    session = opened(laid)
    session.text, session.place = "top\nmine\nbottom", (1, 4)
    session.draft()()
    dies(session.journal)
    laid.journal().meetings.write(session.person_id, MONDAY, "first\ntop\nbottom")
    later = opened(laid)
    assert (later.text, later.place) == ("first\ntop\nmine\nbottom", (2, 4))


def test_what_was_typed_and_taken_back_leaves_no_draft(laid: Desk) -> None:
    session = opened(laid)
    session.text = "top\nbottom?"
    session.draft()()
    session.text = "top\nbottom"
    session.commit()
    assert drafts(laid) == []
    session.text = "top\nbottom?"
    session.draft()()
    session.text = "top\nbottom"
    assert session.undrafted, "the draft on disk says something else"
    session.draft()()
    dies(session.journal)
    later = opened(laid)
    assert not later.recovered
    assert drafts(laid) == []


def test_a_draft_of_what_the_journal_has_lost_is_whole(laid: Desk) -> None:
    places = laid.session.places
    before = places.journal.read_bytes()
    session = opened(laid)
    session.text = "top\nlong\nbottom"
    session.commit()
    session.draft()()
    dies(session.journal)
    assert not opened(laid).recovered, "nothing is missing"
    session.draft()()
    dies(session.journal)
    places.journal.write_bytes(before)
    for held in places.journal_state.glob("held*"):
        held.unlink()
    later = opened(laid)
    assert later.text == "top\nlong\nbottom"
    later.commit()
    assert note(laid, "Lise").text == "top\nlong\nbottom"


def test_a_commit_that_fails_keeps_the_draft_and_the_next_one_doubles_nothing(
    laid: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opened(laid)
    session.text = "top\nmine\nbottom"
    session.draft()()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("leadercli.journal.file.storage.JournalStorage.save", full)
    with pytest.raises(JournalError):
        session.commit()
    monkeypatch.undo()
    (left,) = Drafts(laid.session.places.journal_state, session.journal.presence).all()
    assert (left.text, left.dot) == ("top\nmine\nbottom", ""), "it names no commit, as there was none"
    session.text += "\nmore"
    session.commit()
    assert note(laid, "Lise").text == "top\nmine\nbottom\nmore"
