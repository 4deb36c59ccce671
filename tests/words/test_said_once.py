"""No sentence about a record stands in both the command line and the screens: what both say stands in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from leadercli.locale.collect import PACKAGE, Found, messages_in

ALLOWED = {
    "The scale": "the name of a screen on its tab, which no command prints",
    "now": "the name of a column of ratings, not what is said of a version",
    "draft": "a word of the app's status, not what is said of a note",
    "another journal": "a word of the app's status, not what is said of a backup",
}
"""Messages that both front ends may have, and why."""


def messages(folder: Path) -> set[Found]:
    """Find the messages in the code of a folder that are not allowed to stand twice."""
    found = (message for path in folder.rglob("*.py") for message in messages_in(path.read_text("utf-8")))
    return {(context, message) for context, message in found if message not in ALLOWED}


def test_no_message_stands_in_both_front_ends() -> None:
    assert messages(PACKAGE / "cli") & messages(PACKAGE / "tui") == set()


def test_what_both_front_ends_say_does_not_stand_in_one_of_them_too() -> None:
    front_ends = messages(PACKAGE / "cli") | messages(PACKAGE / "tui")
    assert sorted(map(str, messages(PACKAGE / "words") & front_ends)) == []


@pytest.mark.parametrize("message", ALLOWED)
def test_what_is_allowed_to_stand_twice_is_still_said(message: str) -> None:
    assert any(message == found for _, found in _everything())


def test_a_sentence_in_both_is_found(tmp_path: Path) -> None:
    for name in ("cli", "tui"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "lines.py").write_text('texts.n("moved {count} time", "moved {count} times", 2)\n')
    assert messages(tmp_path / "cli") & messages(tmp_path / "tui") == {
        (None, ("moved {count} time", "moved {count} times"))
    }


def _everything() -> Iterator[Found]:
    for folder in ("cli", "tui"):
        for path in (PACKAGE / folder).rglob("*.py"):
            yield from messages_in(path.read_text("utf-8"))
