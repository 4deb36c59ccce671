"""`leadercli note` and `leadercli inbox`."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from leadercli.journal.local.drafts import Draft


def test_lines_become_records_and_are_told(cli: Any) -> None:
    said = cli.ok("note", "lise", "- vagtplanen\n! ring til kunden fre\n? lønforhandling\n+ flot\n= sent på den")
    lines = said.out.splitlines()
    assert lines[0] == "Added 5 lines to the note about Lise Thomsen, Monday 2 March"
    assert lines[1].startswith("Agreed: ring til kunden · Lise Thomsen · owner: me · Friday 6 March (")
    assert lines[2] == "To raise next time: lønforhandling · Lise Thomsen"
    assert sorted(lines[3:]) == ["Could be better: sent på den · Lise Thomsen", "Praise: flot · Lise Thomsen"]
    assert said.err == "To undo: leadercli undo\n"


def test_more_lines_go_below_and_only_the_new_records_are_told(cli: Any) -> None:
    cli.ok("note", "lise", "! ring fre")
    said = cli.ok("note", "lise", "så talte vi om ferie")
    assert said.out == "Added 1 line to the note about Lise Thomsen, Monday 2 March\n"
    assert cli.ok("note", "lise", "slut", "--json").json["text"] == "! ring fre\nså talte vi om ferie\nslut"
    assert len(cli.ok("next", "--json").json) == 1


def test_words_need_no_quotes_and_may_begin_with_a_bullet(cli: Any) -> None:
    assert cli.ok("note", "lise", "vi", "talte", "--json").json["text"] == "vi talte"
    assert cli.ok("note", "mads", "- et punkt", "--json").json["text"] == "- et punkt"


def test_a_dash_reads_stdin(cli: Any) -> None:
    made = cli.ok("note", "åse", "-", "--json", stdin="første\r\n! ring til Eva\n\n").json
    assert (made["person"], made["date"], made["text"]) == ("Åse Nygaard", "2026-03-02", "første\n! ring til Eva")
    assert [one["text"] for one in made["agreements"]] == ["ring til Eva"]
    assert (made["inbox"], made["feedback"]) == ([], [])


def test_bytes_that_are_not_utf8_are_kept_as_signs(cli: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    said = cli.ok("note", "åse", "-", "--json", stdin="godt \ufffd")
    assert said.json["text"] == "godt \ufffd"


def test_a_name_nobody_has_stays_text_and_is_told(cli: Any) -> None:
    said = cli.ok("note", "lise", "! >niels ring")
    assert "Agreed: >niels ring · Lise Thomsen · owner: me" in said.out
    assert "nobody is called “niels”: the agreement is yours" in said.err
    assert "“niels” is nobody I know: kept as text" in cli.ok("note", "lise", "? @niels løn").err


def test_a_name_that_several_have_is_told(cli: Any) -> None:
    cli.ok("person", "add", "Mads Bach")
    said = cli.ok("note", "lise", "! >mads ring")
    assert "“mads” can be Mads Bach, Mads Holm: yours until you write more" in said.err
    assert "“mads” can be Mads Bach, Mads Holm: kept as text" in cli.ok("note", "lise", "? @mads løn").err


def test_a_full_name_without_quotes_and_the_one_the_note_is_about(cli: Any) -> None:
    cli.ok("person", "add", "Mads Bach")
    said = cli.ok("note", "lise", "! >mads bach ringer fre")
    assert "Agreed: ringer · Lise Thomsen · owner: Mads Bach · Friday 6 March" in said.out
    assert "can be" not in said.err
    assert "Agreed: skriver · Mads Bach · owner: Mads Bach" in cli.ok("note", "mads bach", "! >mads skriver").out


def test_an_impossible_date_is_told(cli: Any) -> None:
    said = cli.ok("note", "lise", "! ring 31/2\n+ flot møde den 31. april\n! skriv fre\n! vælg 36/4")
    assert "Agreed: ring 31/2 · Lise Thomsen · owner: me · no date" in said.out
    assert said.err.count("is no date") == 2
    assert "31/2 is no date: kept as text\n" in said.err
    assert "den 31. april is no date: kept as text\n" in said.err


def test_undo_takes_the_lines_and_their_records_back(cli: Any) -> None:
    cli.ok("note", "lise", "første")
    cli.ok("note", "lise", "! ring fre")
    cli.ok("undo")
    assert cli.ok("next", "--json").json == []
    assert cli.ok("note", "lise", "tredje", "--json").json["text"] == "første\ntredje"


@pytest.mark.parametrize("words", [["niels", "hej"], ["niels"], ["niels", "-"]])
def test_an_unknown_person(cli: Any, words: list[str]) -> None:
    said = cli("note", *words, stdin="hej")
    assert (said.code, said.err) == (1, "There is nobody called “niels”. To add them: leadercli person add “niels”.\n")


def test_nothing_to_note(cli: Any) -> None:
    said = cli("note", "lise", "-", stdin=" \n")
    assert (said.code, said.err) == (1, "There is nothing to note: no text was given.\n")


def test_without_text_the_app_opens_on_the_person(cli: Any) -> None:
    with pytest.raises(AssertionError, match="the app was opened"):
        cli("note", "lise")


def test_inbox_keeps_it_for_next_time(cli: Any) -> None:
    said = cli.ok("inbox", "lise", "ferie", "i", "uge", "29")
    assert said.out == "To raise next time: ferie i uge 29 · Lise Thomsen\n"
    assert said.err == "To undo: leadercli undo\n"
    assert cli.ok("person", "show", "lise", "--json").json["inbox"][0]["text"] == "ferie i uge 29"


def test_inbox_json(cli: Any) -> None:
    made = cli.ok("inbox", "lise", "% hendes løn", "--json").json
    assert (made["text"], made["person"], made["private"], made["raised"]) == ("hendes løn", "Lise Thomsen", True, None)
    assert made["created"] == "2026-03-02T08:00:00"


def test_inbox_needs_a_text(cli: Any) -> None:
    said = cli("inbox", "lise", " ")
    assert (said.code, said.err) == (1, "What shall be raised next time? Write a few words.\n")


def test_a_draft_that_waits_is_told_and_left_alone(cli: Any) -> None:
    journal = cli.journal()
    lise = journal.people.named("lise").id
    meeting = journal.meetings.on(lise, date(2026, 3, 2)).id
    journal.drafts.keep(Draft(meeting, lise, "2026-03-02", "halvfærdig", "2026-03-02T07:00:00", {}))
    assert "draft" not in cli.ok("note", "lise", "mens en anden skriver").err
    journal.presence.leave()
    said = cli.ok("note", "lise", "fra skallen")
    assert "A draft of this note waits too, and is as it was: leadercli note Lise opens both." in said.err
    assert "draft" not in cli.ok("note", "mads", "en anden").err
    assert [one["date"] for one in cli.ok("today", "--json").json["drafts"]] == ["2026-03-02"]
    assert cli.journal().meetings.on(lise, date(2026, 3, 2)).text == "mens en anden skriver\nfra skallen"
