"""What stands in two versions is said in the shell too."""

from __future__ import annotations

from typing import Any

from leadercli.journal.store.change import Change


def two_deadlines(cli: Any) -> None:
    """Leave an agreement as two machines leave it that move its deadline at once."""
    cli.ok("add", "@lise send tal i dag")
    cli.ok("add", "@mads ring i dag")
    journal = cli.journal()
    id_ = next(one.id for one in journal.agreements.all() if one.text == "send tal")
    change = Change("agreements", id_, {}, versions={"due": ["2026-03-02", "2026-03-06"]})
    journal.commit("edit_agreement", "send tal", change)


def test_the_lists_say_it_of_the_agreement_and_today_how_to_choose(cli: Any) -> None:
    two_deadlines(cli)
    for command in ("next", "today"):
        lines = cli.ok(command).out.splitlines()
        marked = [line for line in lines if "two versions" in line]
        assert len(marked) == 1
        assert marked[0].endswith("send tal · Lise Thomsen · me · two versions")
    assert "1 thing was changed on two machines at once: V in the app" in cli.ok("today").out


def test_nothing_is_said_of_it_when_all_is_settled(cli: Any) -> None:
    two_deadlines(cli)
    id_ = next(one["id"] for one in cli.ok("next", "--json").json if one["text"] == "send tal")
    cli.ok("move", id_, "fre")
    for command in ("next", "today"):
        said = cli.ok(command).out.lower()
        assert "two versions" not in said
        assert "two machines" not in said
