"""`leadercli add`: what was understood is said, and can be undone."""

from __future__ import annotations

from typing import Any

import pytest


def test_says_text_person_owner_and_date(cli: Any) -> None:
    said = cli.ok("add", "@lise", "ring", "til", "kunden", "fre")
    assert said.out.startswith("Agreed: ring til kunden · Lise Thomsen · owner: me · Friday 6 March (")
    assert "leadercli undo" in said.err


def test_a_bare_sign_gives_it_to_the_person(cli: Any) -> None:
    assert "send budget · Lise Thomsen · owner: Lise Thomsen" in cli.ok("add", "@lise > send budget 14/11").out


def test_json_is_the_record(cli: Any) -> None:
    made = cli.ok("add", "@lise >mads sender budget 14/11", "--json").json
    lise, mads = (one["id"] for one in cli.ok("people", "--json").json[:2])
    assert mads
    assert {key: made[key] for key in made if key != "id"} == {
        "text": "sender budget",
        "person": "Lise Thomsen",
        "person_id": lise,
        "owner": "Mads Holm",
        "due": "2026-11-14",
        "state": "open",
        "overdue": False,
        "moves": 0,
        "meeting": None,
        "private": False,
    }


def test_an_impossible_date_is_told(cli: Any) -> None:
    assert "30/2 is no date: kept as text\n" in cli.ok("add", "@lise ring 30/2").err
    assert "is no date" not in cli.ok("add", "@lise ring 28/2").err
    assert "is no date" not in cli.ok("add", "? @lise løn 30/2").err


def test_of_two_with_a_first_name_the_next_word_tells_who(cli: Any) -> None:
    cli.ok("person", "add", "Lise Holm")
    assert "ring til HR · Lise Holm · owner: Lise Thomsen" in cli.ok("add", "@lise holm >lise t ring til HR").out
    assert cli("add", "@lise ring").code == 1


def test_without_a_name_it_is_about_nobody(cli: Any) -> None:
    made = cli.ok("add", "køb kaffe", "--json").json
    assert (made["person"], made["owner"], made["due"]) == (None, "me", None)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("? @mads lønforhandling", "To raise next time: lønforhandling · Mads Holm"),
        ("+ @mads flot kundemøde om 14 dage", "Praise: flot kundemøde · Mads Holm · look again Monday 16 March"),
        ("= @mads mødet manglede dagsorden", "Could be better: mødet manglede dagsorden · Mads Holm"),
    ],
)
def test_a_sign_makes_what_it_makes_in_a_note(cli: Any, line: str, said: str) -> None:
    assert cli.ok("add", line).out == said + "\n"


@pytest.mark.parametrize("line", ["? @mads løn", "+ @mads godt"])
def test_json_of_what_a_sign_makes(cli: Any, line: str) -> None:
    made = cli.ok("add", line, "--json").json
    assert (made["person"], made["text"]) == ("Mads Holm", line.split()[-1])


def test_a_bullet_or_a_number_is_text(cli: Any) -> None:
    assert "Agreed: @" not in cli.ok("add", "- ring til HR").out
    assert "ring om -3 grader" in cli.ok("add", "ring", "om", "-3", "grader").out


def test_someone_archived_is_still_found(cli: Any) -> None:
    cli.ok("person", "leave", "mads")
    said = cli.ok("add", "@mads send adgangskort")
    assert "Mads Holm" in said.out
    assert "Mads Holm is archived\n" in said.err
    assert "archived" not in cli.ok("add", "@lise send adgangskort").err


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("@niels ring", "There is nobody called “niels”. To add them: leadercli person add “niels”."),
        ("@lise", "There is no text yet: what shall be done?"),
        ("> ring", "Say whom it is about: @name."),
        ("? løn", "Say whom it is about: @name."),
    ],
)
def test_what_is_not_understood_is_not_saved(cli: Any, line: str, sentence: str) -> None:
    said = cli("add", line)
    assert (said.code, said.out, said.err) == (1, "", sentence + "\n")
    assert cli.ok("next", "--json").json == []


def test_an_ambiguous_name_lists_the_candidates(cli: Any) -> None:
    cli.ok("person", "add", "Lise Holm")
    said = cli("add", "@lise ring")
    assert said.code == 1
    assert said.err == "“lise” can be Lise Holm, Lise Thomsen. Type more of the name.\n"


def test_undo_takes_it_back(cli: Any) -> None:
    cli.ok("add", "@lise ring til HR")
    assert cli.ok("undo").out == "Undone: agreed: ring til HR\n"
    assert cli.ok("next", "--json").json == []


def test_begins_a_journal_and_says_where(bare: Any) -> None:
    said = bare.ok("add", "køb kaffe")
    assert said.err.startswith(f"A new journal was begun: {bare.path}\n")
    assert bare.path.exists()


def test_no_journal_is_begun_for_someone_unknown(bare: Any) -> None:
    assert bare("add", "@lise ring").code == 1
    assert not bare.path.exists()
