"""`leadercli search`: every word, people first, then the newest, nothing private unless asked."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def written(cli: Any) -> Any:
    """A shell with something of each kind."""
    cli.ok("note", "lise", "Talte om påskefrokost og budget\n% hun virker træt", LEADERCLI_NOW="2026-02-09T10:00")
    more = "Budgettet igen\n! ring om frokosten fre\n? frokost med kunden"
    cli.ok("note", "mads", more, LEADERCLI_NOW="2026-02-23T10:00")
    cli.ok("scale", "log", "3", "--week", "9", "--note", "frokosterne fylder")
    return cli


def test_hits_in_lines_newest_first(written: Any) -> None:
    lines = written.ok("search", "frokost").out.splitlines()
    assert sorted(lines[:-1]) == [
        "2026-02-23  agreement  Mads Holm     ring om frokosten",
        "2026-02-23  next time  Mads Holm     frokost med kunden",
        "2026-02-23  note       Mads Holm     ! ring om frokosten fre",
        "2026-02-23  scale                    frokosterne fylder",
    ]
    assert lines[-1] == "2026-02-09  note       Lise Thomsen  Talte om påskefrokost og budget"


def test_json_has_the_promised_keys(written: Any) -> None:
    found = written.ok("search", "budget", "--json").json
    assert [(one["kind"], one["person"], one["date"], one["snippet"]) for one in found] == [
        ("meeting", "Mads Holm", "2026-02-23", "Budgettet igen"),
        ("meeting", "Lise Thomsen", "2026-02-09", "Talte om påskefrokost og budget"),
    ]
    assert all(one["id"] in written.journal().table("meetings") for one in found)


@pytest.mark.parametrize("typed", ["PÅSKE", "paaske", "Påske budget", "budget påske", "lise påske", "påske thomsen"])
def test_case_accents_order_and_the_persons_name(written: Any, typed: str) -> None:
    assert [one["person"] for one in written.ok("search", typed, "--json").json] == ["Lise Thomsen"]


def test_every_word_must_occur(written: Any) -> None:
    said = written.ok("search", "påske ferie")
    assert (said.out, said.err) == ("", "Nothing holds “påske ferie”.\n")


def test_people_come_first(written: Any) -> None:
    written.ok("note", "mads", "Hilste fra Lise")
    assert [(one["kind"], one["date"]) for one in written.ok("search", "lise", "--json").json] == [
        ("person", None),
        ("meeting", "2026-03-02"),
    ]


def test_private_lines_are_found_when_asked_for(written: Any) -> None:
    assert written.ok("search", "træt", "--json").json == []
    assert [one["snippet"] for one in written.ok("search", "træt", "--private", "--json").json] == ["% hun virker træt"]


def test_a_note_found_by_another_line_does_not_show_its_private_one(written: Any) -> None:
    written.ok("note", "lise", "% frokost er dyr\nfrokost er godt")
    assert written.ok("search", "frokost", "--json").json[0]["snippet"] == "frokost er godt"


def test_private_records_are_left_out(written: Any) -> None:
    written.ok("inbox", "lise", "% hendes løn")
    assert written.ok("search", "løn", "--json").json == []
    assert len(written.ok("search", "løn", "--private", "--json").json) == 1


def test_what_lies_in_the_bin_is_not_found(written: Any) -> None:
    written.ok("add", "køb kajak")
    written.ok("undo")
    assert written.ok("search", "kajak", "--json").json == []


def test_the_scale_is_searched_too(written: Any) -> None:
    assert ("weigh_in", "2026-02-23") in [
        (one["kind"], one["date"]) for one in written.ok("search", "frokosterne", "--json").json
    ]


def test_nothing_to_search_for(written: Any) -> None:
    said = written("search", " ")
    assert (said.code, said.err) == (1, "What shall be searched for? Write a word or more.\n")


def test_a_long_line_is_cut_around_the_word(cli: Any) -> None:
    cli.ok("note", "lise", "å " * 200 + "kajakken " + "ø " * 200)
    snippet = cli.ok("search", "kajak", "--json").json[0]["snippet"]
    assert "kajakken" in snippet
    assert len(snippet) < 120
    assert snippet.startswith("… ")
    assert snippet.endswith(" …")
