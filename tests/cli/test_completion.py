"""What the shells offer when Tab is pressed: commands, options, people, agreements."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def offered(cli: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Complete a line; click reads the words from the process's own environment."""

    def complete(*words: str) -> list[str]:
        *before, begun = words
        monkeypatch.setenv("COMP_WORDS", " ".join(["leadercli", *before, begun]))
        monkeypatch.setenv("COMP_CWORD", str(len(words)))
        said = cli(_LEADERCLI_COMPLETE="bash_complete")
        assert said.err == ""
        return [line.partition(",")[2] for line in said.out.splitlines() if line]

    return complete


def test_commands(offered: Any) -> None:
    assert offered("s") == ["scale", "search"]
    assert offered("person", "") == ["add", "show", "edit", "pause", "resume", "leave"]


def test_options(offered: Any) -> None:
    assert offered("next", "--p") == ["--person"]
    assert offered("export", "--format", "") == ["json", "md"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("note", "l"), ["Lise"]),
        (("note", "aa"), ["Åse"]),
        (("note", "å"), ["Åse"]),
        (("inbox", "hol"), ["Mads"]),
        (("person", "show", ""), ["Lise", "Mads", "Åse"]),
        (("next", "--person", "m"), ["Mads"]),
        (("note", "x"), []),
    ],
)
def test_people_by_any_part_of_their_name(offered: Any, words: tuple[str, ...], names: list[str]) -> None:
    assert offered(*words) == names


def test_people_of_one_first_name_are_told_apart_in_one_word(cli: Any, offered: Any) -> None:
    cli.ok("person", "add", "Lise Holm")
    assert offered("note", "lise") == ["Lise_Holm", "Lise_Thomsen"]
    assert cli.ok("note", "Lise_Holm", "hej", "--json").json["person"] == "Lise Holm"


def test_open_agreements_by_id(cli: Any, agreed: Any, offered: Any) -> None:
    first, second = agreed("a"), agreed("b")
    cli.ok("done", second)
    assert offered("done", "") == [first]
    assert offered("move", first[:3]) == [first]


@pytest.mark.parametrize("words", [("note", ""), ("done", "")])
def test_nothing_is_said_about_a_journal_that_cannot_be_read(cli: Any, offered: Any, words: tuple[str, ...]) -> None:
    cli.path.write_bytes(b"")
    assert offered(*words) == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shells_get_their_script(run: Any, shell: str) -> None:
    found = run(env={"_LEADERCLI_COMPLETE": f"{shell}_source"})
    assert found.returncode == 0
    assert "_LEADERCLI_COMPLETE" in found.stdout


def test_what_lies_in_the_bin(offered: Any, cli: Any, agreed: Any) -> None:
    id_ = agreed("@lise ring")
    cli.ok("undo")
    assert offered("bin", "r") == ["restore"]
    assert offered("bin", "restore", "") == [id_]
    assert offered("bin", "restore", "zzz") == []
