"""`leadercli done`, `drop`, `reopen`, `move`, `undo` and `redo`."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(("command", "words"), [("done", "Done: ring"), ("drop", "Dropped: ring")])
def test_closing_and_opening_again(cli: Any, agreed: Any, command: str, words: str) -> None:
    id_ = agreed("@lise ring")
    said = cli.ok(command, id_)
    assert (said.out, said.err) == (words + "\n", "To undo: leadercli undo\n")
    assert cli.ok("next", "--json").json == []
    assert cli.ok("reopen", id_).out == "Open again: ring\n"
    assert len(cli.ok("next", "--json").json) == 1


@pytest.mark.parametrize(
    ("command", "words"),
    [("done", "It was done already: ring"), ("drop", "It was dropped already: ring"), ("reopen", "It is open: ring")],
)
def test_what_is_so_already_changes_nothing(cli: Any, agreed: Any, command: str, words: str) -> None:
    id_ = agreed("@lise ring")
    if command != "reopen":
        cli.ok(command, id_)
    before = cli.path.read_bytes()
    said = cli.ok(command, id_)
    assert (said.out, said.err) == (words + "\n", "")
    assert cli.path.read_bytes() == before


def test_several_at_once_are_one_change(cli: Any, agreed: Any) -> None:
    cli.ok("done", agreed("a"), agreed("b"))
    assert cli.ok("undo").out == "Undone: done: a, b\n"
    assert len(cli.ok("next", "--json").json) == 2


def test_one_unknown_id_among_several_changes_nothing(cli: Any, agreed: Any) -> None:
    said = cli("done", agreed("a"), "nope")
    assert (said.code, said.out) == (1, "")
    assert said.err == "There is nothing with the id “nope”. `leadercli next` shows the ids.\n"
    assert len(cli.ok("next", "--json").json) == 1


def test_json_is_the_records(cli: Any, agreed: Any) -> None:
    found = cli.ok("done", agreed("@lise ring 27/2/2026"), "--json").json
    assert [(one["text"], one["state"], one["overdue"]) for one in found] == [("ring", "done", False)]


def test_whole_ids_and_unique_beginnings_are_understood(cli: Any, agreed: Any) -> None:
    agreed("a")
    whole = cli.ok("next", "--json").json[0]["id"]
    cli.ok("done", whole)
    cli.ok("reopen", whole.partition("-")[2][:8])
    assert len(cli.ok("next", "--json").json) == 1


def test_an_ambiguous_id_lists_what_it_can_mean(cli: Any, agreed: Any) -> None:
    agreed("a")
    agreed("b")
    said = cli("done", "260302-")
    assert said.code == 1
    assert all(one["id"] in said.err for one in cli.ok("next", "--json").json)


@pytest.mark.parametrize(
    ("typed", "due", "words"),
    [
        (["2026-03-13"], "2026-03-13", "Friday 13 March"),
        (["om", "2", "uger"], "2026-03-16", "Monday 16 March"),
        (["in 2 weeks"], "2026-03-16", "Monday 16 March"),
        (["fre"], "2026-03-06", "Friday 6 March"),
        (["+3"], "2026-03-05", "Thursday 5 March"),
        (["14/1/2027"], "2027-01-14", "Thursday 14 January 2027"),
        (["-"], None, "no date"),
        (["ingen"], None, "no date"),
    ],
)
def test_move_understands_dates(cli: Any, agreed: Any, typed: list[str], due: str | None, words: str) -> None:
    id_ = agreed("@lise ring i dag")
    said = cli.ok("move", id_, *typed, "--reason", "hun er syg")
    assert said.out == f"Moved: ring · {words} · moved 1 time\n"
    assert cli.ok("next", "--json").json[0]["due"] == due
    move = cli.journal().agreements.all()[0].moves[0]
    assert (str(move.old), move.new and str(move.new), move.reason) == ("2026-03-02", due, "hun er syg")


def test_move_to_where_it_is_changes_nothing(cli: Any, agreed: Any) -> None:
    id_ = agreed("@lise ring fre")
    said = cli.ok("move", id_, "fre")
    assert (said.out, said.err) == ("It is there already: ring · Friday 6 March\n", "")
    assert cli.ok("move", id_, "fre", "--json").json["moves"] == 0


@pytest.mark.parametrize("typed", ["31. februar", "snart", "2026-13-01", "32/1"])
def test_move_refuses_what_is_no_date(cli: Any, agreed: Any, typed: str) -> None:
    said = cli("move", agreed("@lise ring fre"), typed)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"“{typed}” is not a date I know. Try ")


def test_undo_and_redo_walk_back_and_forth(cli: Any, agreed: Any) -> None:
    cli.ok("move", agreed("@lise ring fre"), "10/3")
    undone = cli.ok("undo")
    assert (undone.out, undone.err) == ("Undone: new deadline: ring\n", "To make it again: leadercli redo\n")
    assert cli.ok("next", "--json").json[0]["due"] == "2026-03-06"
    redone = cli.ok("redo")
    assert (redone.out, redone.err) == ("Made again: new deadline: ring\n", "To undo: leadercli undo\n")
    assert cli.ok("next", "--json").json[0]["due"] == "2026-03-10"


def test_undo_of_a_listed_change(cli: Any, agreed: Any) -> None:
    agreed("a")
    agreed("b")
    latest, before = (line.split("  ") for line in cli.ok("undo", "--list").out.splitlines()[:2])
    assert (latest[1:], before[1:]) == (["2026-03-02 08:00", "agreed: b"], ["2026-03-02 08:00", "agreed: a"])
    assert cli.ok("undo", before[0]).out == "Undone: agreed: a\n"
    assert [one["text"] for one in cli.ok("next", "--json").json] == ["b"]


def test_undo_says_when_it_was_changed_since(cli: Any, agreed: Any) -> None:
    id_ = agreed("@lise ring fre")
    cli.ok("move", id_, "10/3")
    first = cli.ok("undo", "--list").out.split()[0]
    cli.ok("move", id_, "12/3")
    assert "It had been changed since" in cli.ok("undo", first).err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["redo"], "There is nothing to redo."),
        (
            ["undo", "2"],
            "“2” is too short for an id: type at least 3 signs. `leadercli undo --list` shows the ids.",
        ),
        (["undo", "nope"], "There is no single change with the id “nope” that can be undone."),
    ],
)
def test_nothing_to_undo(cli: Any, words: list[str], sentence: str) -> None:
    said = cli(*words)
    assert (said.code, said.out, said.err) == (1, "", sentence + "\n")


@pytest.mark.parametrize("words", [["undo"], ["redo"], ["done", "a"], ["move", "a", "fre"], ["undo", "--list"]])
def test_without_a_journal_there_is_nothing_to_change(bare: Any, words: list[str]) -> None:
    said = bare(*words)
    assert (said.code, said.out, said.err) == (1, "", f"There is no journal yet at {bare.path}.\n")
    assert not bare.path.exists()
