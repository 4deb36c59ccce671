"""`leadercli today`: the morning review."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from leadercli.journal.local.drafts import Draft

KEYS = ["date", "overdue", "due_today", "coming", "meetings", "missed", "to_meet", "follow_ups", "scale_due"]
KEYS += ["retention", "drafts"]


@pytest.fixture
def monday(cli: Any) -> Any:
    """A shell on a Monday with something of each kind."""
    cli.ok("add", "@lise > send tal 27/2/2026")
    cli.ok("add", "@mads ring til HR i dag")
    cli.ok("add", "@mads læs oplæg fre")
    cli.ok("note", "lise", "+ flot møde om 14 dage", LEADERCLI_NOW="2026-02-02T10:00")
    cli.ok("note", "mads", "vi talte", LEADERCLI_NOW="2026-01-26T10:00")
    cli.ok("inbox", "mads", "ferie")
    journal = cli.journal()
    journal.meetings.plan(journal.people.named("mads").id, journal.clock().date(), time="10:00")
    return cli


def test_the_whole_morning(monday: Any) -> None:
    lines = [re.sub(r"^  \w{5}  (?! )", "", line) for line in _lines(monday)]
    assert lines == [
        "Monday 2 March 2026 · week 10",
        "",
        "Overdue · 1",
        "3 days ago  send tal · Lise Thomsen · Lise",
        "",
        "Due today · 1",
        "today       ring til HR · Mads Holm · me",
        "",
        "Conversations",
        "  10:00      Mads Holm · 2 open agreements · 1 thing to raise",
        "  due        Lise Thomsen · 4 weeks since the last, agreed: every month",
        "",
        "Follow up",
        "  2 weeks ago  flot møde · Lise Thomsen · praise",
        "",
        "Myself",
        "  week 10    The scale waits: weigh your own week, under two minutes",
        "",
        "Coming · 1",
        "Fri 6 Mar   læs oplæg · Mads Holm · me",
    ]


def _lines(cli: Any) -> list[str]:
    said = cli.ok("today")
    assert said.err == ""
    return said.out.splitlines()


def test_json(monday: Any) -> None:
    found = monday.ok("today", "--json").json
    assert set(KEYS) <= set(found)
    assert found["date"] == "2026-03-02"
    assert [one["text"] for one in found["overdue"]] == ["send tal"]
    assert [one["text"] for one in found["due_today"]] == ["ring til HR"]
    assert [one["text"] for one in found["coming"]] == ["læs oplæg"]
    assert found["overdue"][0] == next(one for one in monday.ok("next", "--json").json if one["overdue"])
    assert [(one["person"], one["time"], one["inbox"]) for one in found["meetings"]] == [("Mads Holm", "10:00", 1)]
    assert [(one["person"], one["last_met"]) for one in found["to_meet"]] == [("Lise Thomsen", "2026-02-02")]
    assert [(one["kind"], one["follow_up"]) for one in found["follow_ups"]] == [("praise", "2026-02-16")]
    assert (found["scale_due"], found["retention"]) == ("2026-W10", [])


def test_an_empty_day_says_so(bare: Any) -> None:
    bare.ok("scale", "log", "3")
    assert bare.ok("today").out.endswith("Nothing is due today.\n")


def test_a_draft_left_behind_is_offered(cli: Any) -> None:
    journal = cli.journal()
    person = journal.people.named("lise")
    draft = Draft("260227-abcde01234", person.id, "2026-02-27", "halvfærdig", "2026-02-27T10:00:00")
    journal.drafts.keep(draft)
    assert cli.ok("today", "--json").json["drafts"] == [], "the program that writes it runs"
    journal.presence.leave()
    assert (
        "Not finished\n  draft      Lise Thomsen · Fri 27 Feb · your note is kept; it stands first"
        in cli.ok("today").out
    )
    assert cli.ok("today", "--json").json["drafts"] == [
        {"meeting": draft.meeting_id, "person": "Lise Thomsen", "person_id": person.id, "date": "2026-02-27"}
        | {"at": draft.at}
    ]


@pytest.mark.parametrize(
    ("lang", "begins"), [("en", "draft      Lise Thomsen · today"), ("da", "kladde     Lise Thomsen · i dag")]
)
def test_a_draft_of_today_says_which_command_goes_on(cli: Any, lang: str, begins: str) -> None:
    journal = cli.journal()
    lise = journal.people.named("lise").id
    meeting = journal.meetings.on(lise, date(2026, 3, 2)).id
    journal.drafts.keep(Draft(meeting, lise, "2026-03-02", "halvfærdig", "2026-03-02T07:00:00", {}))
    journal.presence.leave()
    (line,) = [line for line in cli.ok("today", lang=lang).out.splitlines() if "Lise Thomsen · " + begins[-5:] in line]
    assert line.startswith(f"  {begins} · ")
    assert "leadercli note Lise " in line
    cli.ok("person", "add", "Lise Berg")
    assert "leadercli note 'Lise Thomsen' " in cli.ok("today", lang=lang).out


def test_a_draft_that_the_journal_holds_is_not_offered(cli: Any) -> None:
    journal = cli.journal()
    lise = journal.people.named("lise").id
    meeting = journal.meetings.write(lise, date(2026, 3, 2), "færdig").id
    journal.drafts.keep(Draft(meeting, lise, "2026-03-02", "færdig", "2026-03-02T07:00:00", {}))
    journal.presence.leave()
    assert cli.ok("today", "--json").json["drafts"] == []
    assert "Not finished" not in cli.ok("today").out


def test_a_draft_that_cannot_be_read_is_told(cli: Any) -> None:
    folder = cli.journal().drafts.folder
    folder.mkdir(parents=True)
    (folder / "260302-note.json").write_text("{")
    aside = folder / "260302-note.unreadable"
    assert f"Not finished\n  draft      could not be read: {aside}\n" in cli.ok("today").out
    assert cli.ok("today", "--json").json["unread_drafts"] == [str(aside)]
    assert aside.read_text() == "{"


def test_settings_that_cannot_be_read_are_told_on_stderr(cli: Any) -> None:
    config = cli.path.parent.parent.parent / "config" / "leadercli" / "config.yaml"
    config.parent.mkdir(parents=True)
    config.write_text("language: [")
    said = cli.ok("today")
    assert said.out.startswith("Monday 2 March 2026")
    assert str(config) in said.err
    assert "line 1" in said.err


def test_without_a_journal_it_is_empty_and_says_how_to_begin(bare: Any) -> None:
    said = bare.ok("today", "--json")
    assert said.json["overdue"] == said.json["meetings"] == said.json["to_meet"] == []
    assert "leadercli person add NAME" in said.err
    assert not bare.path.exists()


def test_what_was_planned_and_has_no_note_is_shown(monday: Any) -> None:
    journal = monday.journal()
    mads = journal.people.named("mads").id
    planned = journal.meetings.plan(mads, date(2026, 2, 27), time="9:30")
    assert "  3 days ago  Mads Holm · planned, no note yet" in _lines(monday)
    (missed,) = monday.ok("today", "--json").json["missed"]
    assert missed == {
        "id": planned.id,
        "person": "Mads Holm",
        "person_id": mads,
        "date": "2026-02-27",
        "time": "9:30",
        "state": "planned",
    }
