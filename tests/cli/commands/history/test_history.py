"""`leadercli history`: what became of a record, and going back."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def moved(cli: Any, agreed: Any) -> str:
    """An agreement that was moved and done."""
    id_ = agreed("@lise ring fre")
    cli.ok("move", id_, "14/3", "--reason", "syg", LEADERCLI_NOW="2026-03-02T09:00")
    cli.ok("done", id_, LEADERCLI_NOW="2026-03-03T10:00")
    return str(id_)


@pytest.fixture
def noted(cli: Any) -> Any:
    """A shell with a note about Lise of last Friday, written in two steps."""
    for hour, text in ((10, "vi talte\n! ring fre\n% fyres måske"), (11, "mere")):
        cli.ok("note", "lise", "-", stdin=text, LEADERCLI_NOW=f"2026-02-27T{hour}:00")
    return cli


def test_it_tells_each_version_and_what_it_changed(cli: Any, moved: str) -> None:
    assert cli.ok("history", moved).out.splitlines() == [
        "agreement · Lise Thomsen · ring",
        "",
        "1  tomorrow 10:00 · done: ring · now",
        "     State: open → done",
        "",
        "2  today 9:00 · new deadline: ring",
        "     Deadline: Fri 6 Mar → Sat 14 Mar",
        "     Reason: syg",
        "",
        "3  today 8:00 · agreed: ring",
        "   + ring",
        "     Deadline: Fri 6 Mar",
        "     Owner: me",
        "     State: open",
    ]


@pytest.mark.parametrize(
    "words", [["lise", "fre"], ["lise", "27/2"], ["lise", "27", "februar"], ["thomsen", "2026-02-27"]]
)
def test_a_conversation_is_named_by_person_and_day_and_shows_the_lines(noted: Any, words: list[str]) -> None:
    said = noted.ok("history", *words, "--private")
    assert said.out.splitlines()[:8] == [
        "note · Lise Thomsen · Fri 27 Feb · vi talte · mere",
        "",
        "1  Fri 27 Feb 11:00 · note: Lise Thomsen · now",
        "     vi talte",
        "     ! ring fre",
        "     % fyres måske",
        "   + mere",
        "",
    ]
    assert said.err == ""


def test_lines_only_for_the_leader_are_left_out_and_that_is_said(noted: Any) -> None:
    for words in (["history", "lise", "fre"], ["history", "lise", "fre", "--json"]):
        said = noted.ok(*words)
        assert "fyres" not in said.out
        assert "vi talte" in said.out
        assert said.err == "Lines that are only for you are left out; --private shows them.\n"


def test_restoring_is_a_change_that_can_be_undone(cli: Any, moved: str) -> None:
    said = cli.ok("history", moved, "--restore", "3")
    assert (said.out, said.err) == ("Version 3 stands there again.\n", "To undo: leadercli undo\n")
    (one,) = cli.ok("next", "--json").json
    assert (one["due"], one["state"], one["moves"]) == ("2026-03-06", "open", 2)
    cli.ok("undo")
    assert cli.ok("next", "--json").json == []


def test_restoring_a_note_brings_its_lines_back(noted: Any) -> None:
    noted.ok("history", "lise", "fre", "--restore", "2")
    assert noted.journal().meetings.all()[0].text == "vi talte\n! ring fre\n% fyres måske"


def test_the_present_version_changes_nothing(cli: Any, moved: str) -> None:
    before = cli.path.read_bytes()
    said = cli.ok("history", moved, "--restore", "1")
    assert (said.out, said.err) == ("It stands there already.\n", "")
    assert cli.path.read_bytes() == before


@pytest.mark.parametrize("number", ["0", "4", "x", "-1", "²"])
def test_a_number_that_is_none_is_told(cli: Any, moved: str, number: str) -> None:
    said = cli("history", moved, "--restore", number)
    assert (said.code, said.out) == (1, "")
    assert said.err == f"There is no version {number}. `leadercli history` shows them, from 1 to 3.\n"


def test_json_tells_changes_and_values(cli: Any, moved: str) -> None:
    done, later, first = cli.ok("history", moved, "--json").json
    assert done["changes"] == [{"field": "state", "old": "open", "new": "done"}]
    assert (first["number"], first["command"], first["what"]) == (3, "agree", "ring")
    assert (first["values"]["due"], later["values"]["due"]) == ("2026-03-06", "2026-03-14")


def test_any_record_is_found_by_its_id_and_a_person_by_name(noted: Any) -> None:
    noted.ok("inbox", "mads", "ferie")
    found = {one["kind"]: one for word in ("vi", "ferie", "mads") for one in noted.ok("search", word, "--json").json}
    for kind, title in (("inbox", "next time · Mads Holm · ferie"), ("person", "person · Mads Holm")):
        assert noted.ok("history", found[kind]["id"]).out.splitlines()[0] == title
    assert noted.ok("history", "mads").out.splitlines()[0] == "person · Mads Holm"


def test_what_lies_in_the_bin_has_a_history_too(cli: Any, agreed: Any) -> None:
    id_ = agreed("@lise ring")
    cli.ok("undo")
    assert "In the bin: today 8:00" in cli.ok("history", id_).out
    cli.ok("history", id_, "--restore", "2")
    assert [one["text"] for one in cli.ok("next", "--json").json] == ["ring"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["zzzz"], "There is nothing with the id “zzzz”, and nobody of that name."),
        (["lise", "1/2"], "There is no conversation with Lise Thomsen on 2027-02-01."),
        (["niels", "fre"], "There is nobody called “niels”."),
    ],
)
def test_what_is_not_there_is_told(cli: Any, words: list[str], sentence: str) -> None:
    said = cli("history", *words)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(sentence)


def test_without_a_journal_it_begins_none(bare: Any) -> None:
    assert bare.ok("history", "lise").out == ""
    assert bare("history", "lise", "--restore", "1").code == 1
    assert not bare.path.exists()
