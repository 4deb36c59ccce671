"""Help, and what is said about a command line that cannot be understood."""

from __future__ import annotations

from typing import Any

import pytest

from leadercli.cli.root import COMMANDS, LazyGroup, root
from leadercli.locale.texts import Texts


def test_help_lists_every_command(bare: Any) -> None:
    said = bare.ok("--help")
    assert said.err == ""
    listed = [line.split()[0] for line in said.out.partition("Commands:")[2].splitlines() if line.strip()]
    assert [name for name in listed if name in COMMANDS] == list(COMMANDS)


def _commands(group: LazyGroup, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = []
    for name in group.entries:
        made = group.get_command(None, name)  # type: ignore[arg-type]
        found.append((*before, name))
        if isinstance(made, LazyGroup):
            found += _commands(made, (*before, name))
    return found


@pytest.mark.parametrize("words", _commands(root(Texts("en"))), ids=" ".join)
def test_every_command_has_a_help(bare: Any, words: tuple[str, ...]) -> None:
    for option in ("--help", "-h"):
        said = bare.ok(*words, option)
        assert said.out.startswith(f"Usage: leadercli {' '.join(words)}")
        assert "--help" in said.out
        assert not bare.path.exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["nxt"], "There is no command “nxt”. Did you mean next? See: leadercli --help"),
        (["zzzz"], "There is no command “zzzz”. See: leadercli --help"),
        (["person", "addd"], "There is no command “addd”. Did you mean add? See: leadercli person --help"),
        (["next", "--foo"], "There is no option --foo."),
        (["next", "now", "please"], "This is too much: now please. See: leadercli next --help"),
        (["done"], "ID is missing. See: leadercli done --help"),
        (["note"], "PERSON is missing. See: leadercli note --help"),
        (["next", "--person"], "The option --person needs a value, or takes none."),
        (["next", "--json=yes"], "The option --json needs a value, or takes none."),
        (["export", "--format", "pdf"], "--format is one of: json, md."),
        (["--lang", "sv", "next"], "--lang is one of: da, en."),
        (["import", "notes"], "--format is missing."),
    ],
)
def test_wrong_usage_is_a_sentence_and_exit_2(bare: Any, words: list[str], sentence: str) -> None:
    said = bare(*words)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(sentence)
    assert said.err.count("\n") == 1


def test_a_group_alone_tells_its_commands(bare: Any) -> None:
    said = bare("person")
    assert (said.code, said.out) == (2, "")
    assert "leave" in said.err


def test_words_after_two_dashes_are_text(cli: Any) -> None:
    assert "Agreed: --json er et flag" in cli.ok("add", "--", "--json", "er", "et", "flag").out


def test_version(bare: Any) -> None:
    assert bare.ok("--version").out.startswith("leadercli ")


def test_a_clock_that_is_none(bare: Any) -> None:
    said = bare("today", LEADERCLI_NOW="i morgen")
    assert (said.code, said.out) == (2, "")
    assert "LEADERCLI_NOW is “i morgen”" in said.err
