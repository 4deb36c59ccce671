"""Entries of jrnl's JSON export come in under the person they tag, or as the leader's own."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from leadercli.errors import AppError
from leadercli.exchange.import_notes import import_file
from leadercli.journal.journal import Journal

DAY = date(2026, 1, 5)


def export(*entries: dict[str, Any]) -> str:
    return json.dumps({"tags": {}, "entries": list(entries)})


def entry(title: str, body: str = "", tags: list[str] | None = None, **more: Any) -> dict[str, Any]:
    return {
        "title": title,
        "body": body,
        "date": "2026-01-05",
        "time": "10:30",
        "tags": tags or [],
        "starred": False,
        **more,
    }


def text_about(journal: Journal, name: str) -> str:
    return journal.meetings.on(journal.people.named(name).id, DAY).text


def test_a_tagged_entry_is_about_that_person(journal: Journal) -> None:
    mads = journal.people.add("Mads Holm").id
    found = import_file(journal, "jrnl", export(entry("Talk with @Mads.", "\n! ring til HR fre\n", ["@mads"])))
    assert (found.meetings, found.agreements, found.people_added) == (1, 1, ())
    held = journal.meetings.on(mads, DAY)
    assert (held.text, held.time) == ("Talk with @Mads.\n\n! ring til HR fre", "10:30")


def test_the_first_person_in_the_text_counts_among_several_tags(journal: Journal) -> None:
    for name in ("Eva", "Mads"):
        journal.people.add(name)
    import_file(journal, "jrnl", export(entry("@work: @Mads met @Eva.", tags=["@eva", "@work", "@mads"])))
    assert text_about(journal, "mads") == "@work: @Mads met @Eva."


@pytest.mark.parametrize(("own", "name"), [("Journal", "Journal"), ("Logbog", "Logbog")])
def test_an_entry_about_nobody_is_the_leaders_own(journal: Journal, own: str, name: str) -> None:
    found = import_file(journal, "jrnl", export(entry("A quiet day @work", tags=["@work"])), own=own)
    assert found.people_added == (name,)
    person = journal.people.named(name)
    assert (person.relation, person.cadence) == ("other", "")
    assert text_about(journal, name) == "A quiet day @work"


def test_the_leaders_own_notes_stay_in_one_place_in_both_languages(journal: Journal) -> None:
    import_file(journal, "jrnl", export(entry("one")), own="Logbog")
    found = import_file(journal, "jrnl", export(entry("one"), entry("two")), own="Journal")
    assert found.people_added == ()
    assert text_about(journal, "logbog") == "one\ntwo"


def test_a_tag_that_can_be_two_people_is_passed_over(journal: Journal) -> None:
    for name in ("Lise Holm", "Lise Bach", "Mads"):
        journal.people.add(name)
    import_file(journal, "jrnl", export(entry("@lise and @mads", tags=["@lise", "@mads"])))
    assert text_about(journal, "mads") == "@lise and @mads"


def test_a_star_is_kept(journal: Journal) -> None:
    import_file(journal, "jrnl", export(entry("Good day", "sun", starred=True)))
    assert text_about(journal, "journal") == "Good day *\nsun"


def test_twice_is_once(journal: Journal) -> None:
    source = export(entry("one", "body"), entry("two", date="2026-01-06"))
    assert import_file(journal, "jrnl", source).meetings == 2
    assert import_file(journal, "jrnl", source).meetings == 0


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("[]", "jrnl --format json"),
        ("not json", "jrnl --format json"),
        ('{"entries": 5}', "jrnl --format json"),
        (export(entry("fine"), {"title": "no date"}), "Entry 2"),
        (export(entry("fine"), entry("bad", date="yesterday")), "Entry 2"),
        (json.dumps({"entries": ["text"]}), "Entry 1"),
    ],
)
def test_what_is_no_export_is_refused_whole(journal: Journal, source: str, said: str) -> None:
    with pytest.raises(AppError, match=said):
        import_file(journal, "jrnl", source)
    assert not journal.people.all()


def test_an_empty_entry_is_passed_over(journal: Journal) -> None:
    found = import_file(journal, "jrnl", export(entry(" ", "\n"), entry("text")))
    assert [one.place for one in found.skipped] == ["1"]
    assert found.meetings == 1
