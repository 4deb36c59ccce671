"""The sample journal lies by itself and is the same each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadercli.demo.make import demo_session
from leadercli.journal.history.undo import NothingToUndoError, undo
from leadercli.journal.opening import open_journal
from leadercli.session import Session, begin


def session(home: Path, **more: str) -> Session:
    env = {"HOME": str(home), "LEADERCLI_LANG": "da", "LEADERCLI_NOW": "2026-03-02T08:00", **more}
    return begin(env)


def test_nothing_but_the_temporary_folder_is_touched(home: Path) -> None:
    mine = home.parent / "mine.json"
    made = demo_session(session(home, LEADERCLI_JOURNAL=str(mine)))
    assert made.places.journal.exists()
    for place in (made.places.journal, made.places.config, made.places.state):
        assert place.is_relative_to(home.parent / "temporary")
    assert not home.exists()
    assert not mine.exists()
    assert "LEADERCLI_JOURNAL" not in made.env


def test_language_theme_and_keys_are_kept_but_not_the_journal(home: Path) -> None:
    config = home / ".config" / "leadercli" / "config.yaml"
    config.parent.mkdir(parents=True)
    written = "language: da\ntheme: harbour\njournal: /nowhere/mine.json\nkeys: {steps.done: space}\n"
    config.write_text(written, "utf-8")
    made = demo_session(session(home))
    assert (made.texts.lang, made.config.language, made.config.theme) == ("da", "da", "harbour")
    assert made.config.keys == {"steps.done": "space"}
    assert made.config.journal == ""
    assert config.read_text("utf-8") == written


def test_every_demo_has_a_folder_of_its_own_and_the_same_content(home: Path) -> None:
    one, other = demo_session(session(home)), demo_session(session(home))
    assert one.places.journal != other.places.journal
    assert one.places.journal.read_bytes() == other.places.journal.read_bytes()


def test_journals_of_different_days_are_different_journals(home: Path) -> None:
    one = demo_session(session(home))
    other = demo_session(session(home, LEADERCLI_NOW="2026-03-03T08:00"))
    ids = {open_journal(made.places, made.clock).id for made in (one, other)}
    assert len(ids) == 2


def test_there_is_nothing_to_undo_at_first(home: Path) -> None:
    made = demo_session(session(home))
    with pytest.raises(NothingToUndoError):
        undo(open_journal(made.places, made.clock))
