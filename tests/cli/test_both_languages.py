"""Every command speaks Danish as well as English: no line of words is the same in both."""

from __future__ import annotations

from typing import Any

import pytest

from leadercli.cli.root import COMMANDS

WORDS: dict[str, list[str]] = {
    "today": [],
    "next": [],
    "people": [],
    "person": ["show", "lise"],
    "note": ["lise", "! ring fre"],
    "inbox": ["lise", "ferie"],
    "add": ["@lise ring fre"],
    "done": ["{id}"],
    "drop": ["{id}"],
    "move": ["{id}", "14/3"],
    "reopen": ["{id}"],
    "undo": [],
    "redo": [],
    "bin": [],
    "history": ["{id}"],
    "scale": ["show"],
    "search": ["findes ikke"],
    "export": ["--format", "md"],
    "import": ["--format", "jsonl", "-"],
    "check": [],
    "backups": [],
    "restore": ["zzzzz"],
    "merge": ["{journal}"],
    "where": [],
    "keys": [],
    "demo": [],
}


def test_every_command_is_tried() -> None:
    assert set(WORDS) == set(COMMANDS)


@pytest.mark.parametrize("command", WORDS)
def test_a_command_speaks_both(cli: Any, agreed: Any, command: str) -> None:
    id_ = agreed("@lise ring til HR 27/2/2026")
    cli.ok("add", "@lise noget andet")
    cli.ok("undo")
    words = [command, *(word.format(id=id_, journal=cli.path) for word in WORDS[command])]
    english = cli(*words)
    if command in ("note", "inbox", "add", "done", "drop", "move", "undo", "redo"):
        cli("undo" if command != "undo" else "redo")
    danish = cli(*words, lang="da")
    assert english.code == danish.code
    for said, sagt in ((english.out, danish.out), (english.err, danish.err)):
        assert bool(said) == bool(sagt)
        assert said != sagt or not said


@pytest.mark.parametrize("command", WORDS)
def test_its_help_speaks_both(cli: Any, command: str) -> None:
    english, danish = cli.ok(command, "--help").out, cli.ok(command, "--help", lang="da").out
    assert english.split("\n\n")[1] != danish.split("\n\n")[1]


@pytest.mark.parametrize(
    "words",
    [["nxt"], ["next", "--foo"], ["done"], ["add", "@niels ring"], ["done", "zzz"], ["move", "zzz", "snart"], []],
    ids=str,
)
def test_what_goes_wrong_is_said_in_both(cli: Any, words: list[str]) -> None:
    if not words:
        cli.path.write_bytes(b"")
        words = ["next"]
    english, danish = cli(*words), cli(*words, lang="da")
    assert english.code == danish.code != 0
    assert english.err != danish.err


def test_the_option_wins_over_the_environment(cli: Any) -> None:
    cli.ok("add", "@lise ring i dag")
    assert "i dag" in cli.ok("--lang", "da", "next").out
    assert "today" in cli.ok("--lang=en", "next", lang="da").out


def test_dates_are_said_in_danish(cli: Any) -> None:
    assert "fredag 6. marts" in cli.ok("add", "@lise ring fre", lang="da").out
    assert cli.ok("today", lang="da").out.startswith("mandag 2. marts 2026 · uge 10\n")
    assert "søndag 8. marts" in cli.ok("scale", "show", lang="da").out


def test_json_is_the_same_in_both(cli: Any) -> None:
    cli.ok("add", "@lise ring fre")
    for words in (["today"], ["next"], ["people"], ["search", "ring"], ["scale", "show"], ["where"]):
        assert cli.ok(*words, "--json").out == cli.ok(*words, "--json", lang="da").out
