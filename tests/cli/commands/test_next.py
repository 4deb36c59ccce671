"""`leadercli next`: all open agreements, by deadline."""

from __future__ import annotations

import re
from typing import Any

import pytest


@pytest.fixture
def listed(cli: Any) -> Any:
    """A shell with an agreement in every group."""
    for line in (
        "@lise > send tal 27/2/2026",
        "@mads ring til HR i dag",
        "@mads >os aftal ferie fre",
        "@åse >åse skriv udkast 14/11",
        "køb kaffe",
    ):
        cli.ok("add", line)
    return cli


def test_groups_stand_under_their_headings_with_counts(listed: Any) -> None:
    lines = [re.sub(r"^  \w{5,}  ", "", line) for line in listed.ok("next").out.splitlines()]
    assert lines == [
        "Overdue · 1",
        "3 days ago  send tal · Lise Thomsen · Lise",
        "",
        "Due today · 1",
        "today       ring til HR · Mads Holm · me",
        "",
        "This week · 1",
        "Fri 6 Mar   aftal ferie · Mads Holm · us",
        "",
        "Later · 1",
        "Sat 14 Nov  skriv udkast · Åse Nygaard · Åse",
        "",
        "Without a date · 1",
        "–           køb kaffe · me",
    ]


def test_json_has_the_promised_keys_in_the_order_of_deadlines(listed: Any) -> None:
    found = listed.ok("next", "--json").json
    assert [one["text"] for one in found] == ["send tal", "ring til HR", "aftal ferie", "skriv udkast", "køb kaffe"]
    assert {"id", "text", "person", "owner", "due", "state", "overdue", "moves", "meeting"} <= set(found[0])
    assert [one["overdue"] for one in found] == [True, False, False, False, False]
    assert [one["owner"] for one in found] == ["them", "me", "us", "them", "me"]
    assert [one["due"] for one in found] == ["2026-02-27", "2026-03-02", "2026-03-06", "2026-11-14", None]


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        (["--mine"], ["ring til HR", "aftal ferie", "køb kaffe"]),
        (["--theirs"], ["send tal", "aftal ferie", "skriv udkast"]),
        (["--mine", "--theirs"], ["send tal", "ring til HR", "aftal ferie", "skriv udkast", "køb kaffe"]),
        (["--person", "mads"], ["ring til HR", "aftal ferie"]),
        (["--person", "aase", "--mine"], []),
    ],
)
def test_filters(listed: Any, words: list[str], texts: list[str]) -> None:
    assert [one["text"] for one in listed.ok("next", "--json", *words).json] == texts


def test_what_someone_owns_about_another_is_theirs_too(cli: Any) -> None:
    cli.ok("add", "@lise >mads hjælp med tal")
    assert [one["person"] for one in cli.ok("next", "--person", "mads", "--json").json] == ["Lise Thomsen"]


def test_moves_are_counted(cli: Any, agreed: Any) -> None:
    id_ = agreed("@lise ring fre")
    cli.ok("move", id_, "10/3")
    cli.ok("move", id_, "12/3")
    assert cli.ok("next").out.rstrip().endswith("ring · Lise Thomsen · me · moved 2 times")
    assert cli.ok("next", "--json").json[0]["moves"] == 2


def test_done_and_dropped_are_not_listed(cli: Any, agreed: Any) -> None:
    cli.ok("done", agreed("a"))
    cli.ok("drop", agreed("b"))
    said = cli.ok("next")
    assert said.out == ""
    assert "leadercli add" in said.err


def test_an_unknown_person_is_said_on_stderr(cli: Any) -> None:
    said = cli("next", "--person", "niels", "--json")
    assert (said.code, said.out) == (1, "")
    assert "There is nobody called “niels”." in said.err


def test_the_first_word_of_a_line_is_an_id_that_works(listed: Any) -> None:
    for line in listed.ok("next").out.splitlines():
        if line.startswith("  "):
            listed.ok("done", line.split()[0])
    assert listed.ok("next", "--json").json == []


def test_a_due_date_that_is_none_is_named(cli: Any) -> None:
    cli.ok("add", "@lise ring fre")
    content = cli.path.read_text().replace('"due":"2026-03-06"', '"due":"soon"')
    cli.path.write_text(content)
    said = cli("next")
    assert (said.code, said.out) == (3, "")
    assert "agreements" in said.err
