"""The reference in docs/command-line.md names every command, option and JSON key, and no others."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click
import pytest

from leadercli.cli.root import LazyGroup, root
from leadercli.locale.texts import Texts

PAGE = (Path(__file__).parent.parent.parent / "docs" / "command-line.md").read_text("utf-8")
SECTIONS = {
    re.match(r"[a-z ]+[a-z]", title)[0]: text  # type: ignore[index]
    for title, text in re.findall(r"^### `leadercli ([^`]+)`\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL)
}


def _commands(group: LazyGroup, before: str = "") -> dict[str, click.Command]:
    found: dict[str, click.Command] = {}
    for name in group.entries:
        made = group.get_command(click.Context(group), name)
        if isinstance(made, LazyGroup):
            found |= _commands(made, f"{before}{name} ")
        elif made:
            found[before + name] = made
    return found


COMMANDS = _commands(root(Texts("en")))


def test_every_command_has_its_section() -> None:
    assert set(SECTIONS) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_its_options_are_those_of_the_command(name: str) -> None:
    there = {option for param in COMMANDS[name].params if isinstance(param, click.Option) for option in param.opts}
    told = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", SECTIONS[name]))
    assert told == {option for option in there if option.startswith("--")} - {"--help"}


@pytest.mark.parametrize("option", ["--journal", "--lang", "--version", "--help"])
def test_the_options_of_all_commands_are_told(option: str) -> None:
    assert f"`{option}`" in PAGE


@pytest.fixture
def lived(cli: Any) -> Any:
    """A shell with something of each kind."""
    cli.ok("add", "@lise ring fre")
    cli.ok("note", "mads", "vi talte", LEADERCLI_NOW="2026-02-27T10:00")
    cli.ok("scale", "log", "3")
    cli.ok("inbox", "mads", "ferie")
    cli.ok("undo")
    return cli


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("today", []),
        ("next", []),
        ("people", []),
        ("search", ["lise"]),
        ("bin", []),
        ("history", ["lise"]),
        ("check", []),
        ("backups", []),
        ("where", []),
        ("keys", []),
        ("note", ["mads", "! ring"]),
        ("inbox", ["mads", "ferie"]),
        ("scale show", []),
        ("import", ["--format", "jsonl", "-"]),
    ],
)
def test_its_json_keys_are_those_that_are_printed(lived: Any, name: str, words: list[str]) -> None:
    printed = lived.ok(*name.split(), *words, "--json").json
    keys = set((printed[0] if isinstance(printed, list) else printed).keys())
    told = SECTIONS[name].partition("`--json`: ")[2]
    told = re.split(r"\. (?=[A-Z`])", told.replace("\n  ", " "))[0]
    assert set(re.findall(r"`(\w+)`", told)) == keys


def test_the_shells_lines_are_right(run: Any) -> None:
    for shell in re.findall(r"_LEADERCLI_COMPLETE=(\w+)_source", PAGE):
        assert "leadercli" in run(env={"_LEADERCLI_COMPLETE": f"{shell}_source"}).stdout
