"""`leadercli bin`: what lies there, and taking it back."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def thrown(cli: Any, agreed: Any) -> Any:
    """A shell with two things in the bin, an hour apart."""
    agreed("@lise ring")
    cli.ok("undo", LEADERCLI_NOW="2026-03-02T09:30")
    cli.ok("inbox", "mads", "ferie")
    cli.ok("undo", LEADERCLI_NOW="2026-03-02T10:30")
    return cli


def test_it_lists_what_lies_there_the_latest_first(thrown: Any) -> None:
    said = thrown.ok("bin")
    rows = [line.split("  ") for line in said.out.splitlines()]
    assert [[cell.strip() for cell in row if cell.strip()][1:] for row in rows] == [
        ["today 10:30", "next time", "Mads Holm", "ferie"],
        ["today 9:30", "agreement", "Lise Thomsen", "ring"],
    ]
    assert said.err == "To take something back: leadercli bin restore ID\n"


def test_json_is_the_same(thrown: Any) -> None:
    found = thrown.ok("bin", "--json").json
    assert [(one["kind"], one["person"], one["text"], one["deleted"]) for one in found] == [
        ("inbox", "Mads Holm", "ferie", "2026-03-02T10:30:00"),
        ("agreement", "Lise Thomsen", "ring", "2026-03-02T09:30:00"),
    ]


def test_what_is_older_than_30_days_is_shown_to_who_asks(thrown: Any) -> None:
    later = {"LEADERCLI_NOW": "2026-05-02T08:00"}
    said = thrown.ok("bin", **later)
    assert (said.out, said.err) == ("", "The bin is empty.\n")
    assert len(thrown.ok("bin", "--all", **later).out.splitlines()) == 2


def test_an_id_of_the_list_takes_it_back_and_undo_puts_it_there_again(thrown: Any) -> None:
    id_ = thrown.ok("bin").out.splitlines()[1].split()[0]
    said = thrown.ok("bin", "restore", id_)
    assert (said.out, said.err) == ("Taken back: ring\n", "To undo: leadercli undo\n")
    assert [one["text"] for one in thrown.ok("next", "--json").json] == ["ring"]
    assert thrown.ok("undo").out == "Undone: taken back from the bin: ring\n"
    assert thrown.ok("next", "--json").json == []


def test_several_are_one_change_and_an_unknown_one_changes_nothing(thrown: Any) -> None:
    ids = [line.split()[0] for line in thrown.ok("bin").out.splitlines()]
    said = thrown("bin", "restore", *ids, "zzz")
    assert (said.code, said.out) == (1, "")
    assert said.err == "Nothing in the bin has the id “zzz”. `leadercli bin --all` shows the ids.\n"
    assert thrown.ok("bin", "restore", *ids).out == "Taken back: ferie\nTaken back: ring\n"
    assert thrown.ok("bin").err == "The bin is empty.\n"
    thrown.ok("undo")
    assert len(thrown.ok("bin").out.splitlines()) == 2


def test_what_was_put_there_long_ago_is_taken_back_by_its_id(thrown: Any) -> None:
    id_ = thrown.ok("bin", "--json").json[1]["id"]
    found = thrown.ok("bin", "restore", id_, "--json", LEADERCLI_NOW="2027-03-02T08:00").json
    assert [one["text"] for one in found] == ["ring"]


def test_what_is_not_in_the_bin_is_not_meant(cli: Any, agreed: Any) -> None:
    assert cli("bin", "restore", agreed("@lise ring")).code == 1


def test_a_conversation_is_told_by_its_day_and_its_person_may_lie_there_too(cli: Any) -> None:
    cli.ok("note", "lise", "vi talte", LEADERCLI_NOW="2026-02-27T10:00")
    cli.ok("undo")
    cli.ok("undo", cli.ok("undo", "--list").out.splitlines()[-1].split()[0])
    people, note = sorted(cli.ok("bin").out.splitlines(), key=lambda line: "note" in line)
    assert "person" in people
    assert note.endswith("Lise Thomsen  Fri 27 Feb · vi talte")
    said = cli.ok("bin", "restore", note.split()[0])
    assert said.out == "Taken back: Fri 27 Feb · vi talte\n"
    assert "Lise Thomsen lies in the bin too.\n" in said.err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["bin", "reset"], "There is no command “reset”. Did you mean restore? See: leadercli bin --help"),
        (["bin", "restore"], "ID is missing. See: leadercli bin --help"),
    ],
)
def test_wrong_usage(cli: Any, words: list[str], sentence: str) -> None:
    said = cli(*words)
    assert (said.code, said.out, said.err) == (2, "", sentence + "\n")


def test_without_a_journal_it_begins_none(bare: Any) -> None:
    assert bare.ok("bin").out == ""
    assert bare("bin", "restore", "abc").code == 1
    assert not bare.path.exists()
