"""A made-up table, of which only its row and its dataclass are told, is shown like every other."""

from __future__ import annotations

from typing import Any

import pytest
from support.journals.made_up_table import LETTERS, ROW

from leadercli.journal.store.change import Change
from leadercli.model.schema import TABLES

ID = "260302-letter0000"


@pytest.fixture
def letter(cli: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A shell with a letter to Lise."""
    monkeypatch.setitem(TABLES, LETTERS, ROW)
    lise = cli.ok("people", "--json").json[0]
    fields = {"person": lise["id"], "subject": "Tak", "sent": "2026-03-02", "body": "Kære Lise\n% træt\nHilsen"}
    cli.journal().commit("write_letter", "Tak", Change(LETTERS, ID, fields))
    return cli


def test_search_lists_it(letter: Any) -> None:
    assert letter.ok("search", "hilsen").out.split() == ["2026-03-02", "letter", "Lise", "Thomsen", "Hilsen"]


def test_its_history_is_told_without_private_lines(letter: Any) -> None:
    said = letter.ok("history", ID)
    assert said.out.startswith("letter · Lise Thomsen · Tak\n")
    assert "Hilsen" in said.out
    assert "træt" not in said.out
    assert "træt" in letter.ok("history", ID, "--private").out


def test_the_bin_lists_it(letter: Any) -> None:
    letter.journal().commit("remove", "", Change(LETTERS, ID, {"deleted": "2026-03-02T08:00:00"}))
    (one,) = letter.ok("bin", "--json").json
    assert (one["kind"], one["person"], one["text"]) == ("letter", "Lise Thomsen", "Tak")
    assert "letter  Lise Thomsen  Tak" in letter.ok("bin").out
