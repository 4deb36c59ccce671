"""`leadercli people` and `leadercli person …`."""

from __future__ import annotations

import re
from typing import Any

import pytest


def test_people_in_a_table_by_who_waits(cli: Any) -> None:
    cli.ok("note", "mads", "vi talte", LEADERCLI_NOW="2026-02-27T10:00")
    cli.ok("add", "@mads > send udkast")
    cli.ok("person", "pause", "åse", "--until", "1/5")
    assert cli.ok("people").out.splitlines() == [
        "                         every    last        next            me/them",
        "Due for a talk · 1",
        "  Lise Thomsen  Finance  1 month  –           due",
        "",
        "The others · 1",
        "  Mads Holm              2 weeks  3 days ago  week 11         0 / 1",
        "",
        "Paused · 1",
        "  Åse Nygaard            –        –           back Fri 1 May",
    ]


def test_people_json(cli: Any) -> None:
    cli.ok("note", "mads", "vi talte", LEADERCLI_NOW="2026-02-27T10:00")
    cli.ok("add", "@mads >os aftal ferie")
    found = {one["name"]: one for one in cli.ok("people", "--json").json}
    assert list(found) == ["Lise Thomsen", "Mads Holm", "Åse Nygaard"]
    mads = found["Mads Holm"]
    expected = ("id", "name", "role", "cadence", "last_met", "next_meeting", "open_agreements")
    assert [mads[key] for key in expected[1:]] == ["Mads Holm", "", "2w", "2026-02-27", None, 1]
    assert mads["id"] == cli.ok("person", "show", "mads", "--json").json["id"]


def test_archived_people_are_shown_when_asked_for(cli: Any) -> None:
    cli.ok("person", "leave", "mads", "--date", "27/2/2026")
    assert "Mads" not in cli.ok("people").out
    assert "Archived · 1\n  Mads Holm" in cli.ok("people", "--all").out
    assert len(cli.ok("people", "--json").json) == 2
    assert len(cli.ok("people", "--all", "--json").json) == 3


def test_nobody_yet(bare: Any) -> None:
    bare.ok("add", "køb kaffe")
    said = bare.ok("people")
    assert (said.out, said.err) == ("", "Nobody here yet. To add someone: leadercli person add NAME\n")


def test_add_reads_values_as_people_write_them(bare: Any) -> None:
    words = ["--role", "Projektleder", "--cadence", "hver 14. dag", "--minutes", "1 time", "--start", "1. august 2021"]
    more = ["--birthday", "14/3", "--email", "mads@firma.dk", "--relation", "tillidsrepræsentant", "--json"]
    made = bare.ok("person", "add", "Mads", "Holm", *words, *more).json
    assert {key: made[key] for key in made if key != "id"} == {
        "name": "Mads Holm",
        "role": "Projektleder",
        "relation": "representative",
        "cadence": "2w",
        "minutes": 60,
        "start": "2021-08-01",
        "birthday": "--03-14",
        "email": "mads@firma.dk",
        "state": "active",
        "paused_until": None,
        "left": None,
    }


def test_add_says_what_it_understood(bare: Any) -> None:
    said = bare.ok("person", "add", "Mads Holm", "--role", "Projektleder", "--cadence", "2w", "--relation", "manager")
    assert said.out == "Added: Mads Holm · Projektleder · my manager · every 2 weeks · 30 min\n"
    assert said.err.endswith("To undo: leadercli undo\n")


@pytest.mark.parametrize(
    ("option", "value", "part"),
    [
        ("--cadence", "når det passer", "is not a rhythm I know"),
        ("--start", "31. februar", "is not a date I know"),
        ("--birthday", "snart", "is not a date I know"),
        ("--minutes", "længe", "is not a length"),
        ("--email", "mads(a)firma", "is not an e-mail address"),
        ("--relation", "ven", "is none of: employee, my manager, representative, other"),
    ],
)
def test_a_value_that_is_not_understood_adds_nobody(bare: Any, option: str, value: str, part: str) -> None:
    said = bare("person", "add", "Mads", option, value)
    assert (said.code, said.out) == (1, "")
    assert f"“{value}” {part}" in said.err
    assert not bare.path.exists()


def test_a_name_that_is_taken(cli: Any) -> None:
    said = cli("person", "add", "lise thomsen")
    assert said.code == 1
    assert "There is already someone called “lise thomsen”" in said.err


def test_edit_changes_what_was_given_and_a_dash_clears(cli: Any) -> None:
    cli.ok("person", "edit", "lise", "--start", "2020-01-06", "--birthday", "3/4/1985")
    edited = cli.ok("person", "edit", "lise", "--name", "Lise Holm", "--role", "-", "--birthday", "-", "--json").json
    found = [edited[key] for key in ("name", "role", "birthday", "start")]
    assert found == ["Lise Holm", "", None, "2020-01-06"]


def test_edit_says_how_it_is_now(cli: Any) -> None:
    said = cli.ok("person", "edit", "mads", "--cadence", "monthly", "--start", "1/8/2021", "--email", "m@h.dk")
    assert said.out == "Now: Mads Holm · every month · 30 min\nsince 1 August 2021 · m@h.dk\n"


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ([], "Say what to change"),
        (["--name", "mads holm"], "There is already someone"),
        (["--name", " "], "A person needs a name."),
    ],
)
def test_edit_refuses(cli: Any, words: list[str], part: str) -> None:
    said = cli("person", "edit", "lise", *words)
    assert (said.code, said.out) == (1, "")
    assert part in said.err


def test_a_name_may_be_respelled_without_clashing_with_itself(cli: Any) -> None:
    assert cli.ok("person", "edit", "lise", "--name", "LISE Thomsen", "--json").json["name"] == "LISE Thomsen"


def test_pause_leave_and_resume(cli: Any) -> None:
    assert cli.ok("person", "pause", "mads", "--until", "1/5").out == "Mads Holm is paused until Fri 1 May.\n"
    assert cli.ok("person", "pause", "mads").out == "Mads Holm is paused.\n"
    assert cli.ok("person", "resume", "mads").out == "Mads Holm is back.\n"
    assert cli.ok("person", "leave", "mads").out == "Mads Holm is archived; last day: today.\n"
    assert cli.ok("person", "show", "mads", "--json").json["left"] == "2026-03-02"
    assert cli.ok("person", "resume", "mads").out == "Mads Holm is back.\n"
    assert cli.ok("person", "show", "mads", "--json").json["state"] == "active"


def test_resume_means_those_who_are_away(cli: Any) -> None:
    cli.ok("person", "add", "Nynne Bach")
    cli.ok("person", "leave", "nynne")
    assert cli.ok("person", "resume", "ny").out == "Nynne Bach is back.\n"


def test_undo_of_a_leave(cli: Any) -> None:
    cli.ok("person", "leave", "mads")
    assert cli.ok("undo").out == "Undone: Mads Holm archived\n"
    assert cli.ok("person", "show", "mads", "--json").json["state"] == "active"


def test_show_tells_what_there_is(cli: Any) -> None:
    cli.ok("note", "lise", "Talte om budgettet\n! >lise send tal 27/2/2026\n? ferie", LEADERCLI_NOW="2026-02-09T10:00")
    lines = cli.ok("person", "show", "lise").out.splitlines()
    lines[7] = re.sub(r"^  \w{5}  ", "", lines[7])
    assert lines == [
        "Lise Thomsen · Finance · every month · 30 min",
        "last Mon 9 Feb, 3 weeks ago · next about week 11",
        "",
        "Next time · 1",
        "  ferie",
        "",
        "Agreements · 1",
        "3 days ago  send tal · Lise Thomsen · Lise",
        "",
        "Conversations · 1",
        "  Mon 9 Feb        Talte om budgettet",
    ]


def test_show_json(cli: Any) -> None:
    cli.ok("note", "lise", "Talte om budgettet\n% mit indtryk\n! ring\n? ferie")
    found = cli.ok("person", "show", "lise", "--json").json
    assert [one["text"] for one in found["inbox"]] == ["ferie"]
    assert [one["text"] for one in found["agreements"]] == ["ring"]
    assert [(one["date"], one["summary"]) for one in found["meetings"]] == [("2026-03-02", "Talte om budgettet")]


@pytest.mark.parametrize("command", ["show", "edit", "pause", "resume", "leave"])
def test_an_unknown_name_says_how_to_add_them(cli: Any, command: str) -> None:
    said = cli("person", command, "niels")
    assert (said.code, said.out) == (1, "")
    assert said.err == "There is nobody called “niels”. To add them: leadercli person add “niels”.\n"


def test_an_ambiguous_name_lists_them(cli: Any) -> None:
    cli.ok("person", "add", "Lise Holm")
    said = cli("person", "show", "lise")
    assert (said.code, said.err) == (1, "“lise” can be Lise Holm, Lise Thomsen. Type more of the name.\n")
