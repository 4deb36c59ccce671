"""A journal that cannot be used is refused with a sentence, and left as it is."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.journals.json_worlds import values
from support.journals.worlds import StandingClock, new_random, on_disk, patient, places_in, put_on_disk, seen

from leadercli.errors import JournalError
from leadercli.journal.journal import Journal
from leadercli.journal.opening import begin_journal, open_journal, open_or_begin
from leadercli.locale.texts import Texts
from leadercli.places import Places

Opener = Callable[[Journal], Journal]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b" \r\n\n", "is empty"),
        (b"\x00" * 4096, "is empty"),
        (b"{", "damaged at line 1"),
        (b'{\n"journal": {\n"meta": {"jour', "damaged at line 3"),
        (b'{"journal": {"meta": {}}}garbage', "damaged at line 1"),
        ('{"journal": "æ"}'.encode("latin-1"), "damaged at line 1"),
        ('{"journal": {}}'.encode("utf-16"), "damaged at line 1"),
        (b'{"a": ' * 2000, "damaged at line 1"),
        (b"\x89PNG\r\n\x1a\n", "damaged at line 1"),
        (b"[]", "not a leadercli journal"),
        (b"17", "not a leadercli journal"),
        (b"null", "not a leadercli journal"),
        (b'"journal"', "not a leadercli journal"),
        (b"{}", "not a leadercli journal"),
        (b'{"journal": []}', "not a leadercli journal"),
        (b'{"journal": {}}', "not a leadercli journal"),
        (b'{"journal": {"meta": 5}}', "not a leadercli journal"),
        (b'{"journal": {"meta": {"journal_id": 5}}}', "not a leadercli journal"),
        (b'{"_default": {"1": {"text": "hej"}}}', "not a leadercli journal"),
        (b'{"journal": {"meta": {"journal_id": "a", "schema": "2"}}}', "journal / meta / schema is not what"),
        (b'{"journal": {"meta": {"journal_id": "a", "schema": true}}}', "journal / meta / schema is not what"),
        (b'{"journal": {"meta": {"journal_id": "a"}}, "people": []}', "people is not what"),
        (b'{"journal": {"meta": {"journal_id": "a"}}, "people": null}', "people is not what"),
        (b'{"journal": {"meta": {"journal_id": "a"}}, "inbox": {"x": 5}}', "inbox / x is not what"),
    ],
)
def test_it_is_refused_with_a_sentence_and_left_alone(
    places: Places, clock: StandingClock, content: bytes, said: str
) -> None:
    places.journal.parent.mkdir(parents=True)
    places.journal.write_bytes(content)
    with pytest.raises(JournalError, match=said) as trouble:
        open_or_begin(places, clock)
    sentence = trouble.value.sentence(Texts("en"))
    assert str(places.journal) in sentence
    assert trouble.value.code == 3
    assert places.journal.read_bytes() == content


def test_a_journal_that_is_missing_is_not_begun_anew(journal: Journal, clock: StandingClock) -> None:
    journal.places.journal.unlink()
    with pytest.raises(JournalError, match="is missing, but there was one here") as trouble:
        open_or_begin(journal.places, clock)
    assert not journal.places.journal.exists()
    Path(str(trouble.value.values["known"])).unlink()
    assert open_or_begin(journal.places, clock).id != journal.id, "the sentence said how to begin anew, and it is so"


def test_a_folder_where_the_journal_should_be(places: Places, clock: StandingClock) -> None:
    places.journal.mkdir(parents=True)
    with pytest.raises(JournalError, match="could not be read: Is a directory"):
        open_or_begin(places, clock)


def test_a_link_that_leads_in_a_circle(places: Places, clock: StandingClock) -> None:
    places.journal.parent.mkdir(parents=True)
    places.journal.symlink_to(places.journal)
    with pytest.raises(JournalError, match="could not be read: Too many levels"):
        open_or_begin(places, clock)


def test_a_journal_of_a_newer_version_is_shown_and_not_written(journal: Journal, open_again: Opener) -> None:
    journal.people.add("Lise")
    tables = on_disk(journal)
    tables["journal"]["meta"]["schema"] = 2
    tables["people"]["260302-new"] = {"name": "Mads", "hologram": True}
    put_on_disk(journal, tables)
    newer = open_again(journal)
    before = newer.places.journal.read_bytes()
    assert newer.read_only
    assert {one.name for one in newer.people.all()} == {"Mads", "Lise"}
    with pytest.raises(JournalError, match="newer leadercli"):
        newer.people.add("Åse")
    assert newer.places.journal.read_bytes() == before


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("people", "name", 5),
        ("people", "start", "2026-13-01"),
        ("people", "minutes", "30"),
        ("people", "minutes", True),
        ("people", "created", "i går"),
        ("meetings", "day", "2026-02-30"),
        ("meetings", "day", None),
        ("meetings", "text", ["a"]),
        ("agreements", "due", "fredag"),
        ("agreements", "due", 20260306),
        ("agreements", "text", {"da": "ring"}),
        ("agreements", "move.1", "i morgen"),
        ("inbox", "raised", "2026-03-02 99:00"),
        ("feedback", "follow_up", [2026]),
        ("weigh_ins", "rating.workload", "5"),
        ("weigh_ins", "rating.workload", 6),
        ("weigh_ins", "step.turn_up", 7),
        ("scale_items", "order", 1.5),
    ],
)
def test_a_record_changed_by_hand_to_what_it_cannot_be_is_named(
    journal: Journal, open_again: Opener, table: str, field: str, value: object
) -> None:
    _live(journal)
    tables = on_disk(journal)
    id_ = min(tables[table])
    tables[table][id_][field] = value
    put_on_disk(journal, tables)
    before = journal.places.journal.read_bytes()
    with pytest.raises(JournalError) as trouble:
        seen(open_again(journal))
    sentence = trouble.value.sentence(Texts("en"))
    assert f"{table} {id_}: " in sentence
    assert field.removesuffix("1") in sentence
    assert journal.places.journal.read_bytes() == before


def test_the_list_of_next_steps_names_a_bad_record_too(journal: Journal, open_again: Opener) -> None:
    _live(journal)
    tables = on_disk(journal)
    id_ = min(tables["agreements"])
    tables["agreements"][id_]["due"] = "2026-02-30"
    put_on_disk(journal, tables)
    with pytest.raises(JournalError, match=f"agreements {id_}: due = '2026-02-30'"):
        open_again(journal).agreements.open_steps()


def test_null_is_as_if_the_field_were_not_there(journal: Journal, open_again: Opener) -> None:
    _live(journal)
    tables = on_disk(journal)
    for table in tables.keys() - {"journal"}:
        for raw in tables[table].values():
            raw |= {name: None for name in raw if name not in ("day", "~")}
    put_on_disk(journal, tables)
    again = open_again(journal)
    assert [(one.text, one.owner, one.state, one.due) for one in again.agreements.open()] == [("", "me", "open", None)]
    assert [step.text for step in again.agreements.open_steps()] == [""]
    assert [dict(one.ratings) for one in again.scale.weigh_ins()] == [{}]
    assert [one.state for one in again.meetings.all()] == ["held"]


@pytest.mark.parametrize("where", ["record", "table"])
def test_what_is_nested_deeper_than_can_be_written_is_named_and_nothing_is_lost(
    journal: Journal, open_again: Opener, where: str
) -> None:
    lise = journal.people.add("Lise")
    tables = on_disk(journal)
    deep = json.loads("[" * 400 + "]" * 400)
    if where == "record":
        tables["people"][lise.id]["deep"] = deep
    else:
        tables["deep"] = deep
    put_on_disk(journal, tables)
    before = journal.places.journal.read_bytes()
    with pytest.raises(JournalError, match=f"(line 1 cannot be taken in: people {lise.id}|cannot be written: deep )"):
        open_again(journal).people.edit(lise.id, {"role": "Leder"})
    assert journal.places.journal.read_bytes() == before
    assert journal.people.all()[0].role == ""
    assert len(journal.log.entries()) == 1


def _live(journal: Journal) -> None:
    lise = journal.people.add("Lise")
    made = journal.agreements.agree("ring", person_id=lise.id, due=journal.clock().date())
    journal.agreements.adjust(made.id, None)
    journal.inbox.put(lise.id, "løn")
    journal.feedback.note(lise.id, "praise", "flot")
    journal.meetings.write(lise.id, journal.clock().date(), "hej")
    journal.scale.weigh_in("2026-W10", {"workload": 3})
    journal.scale.add_item("load", "Møder")


def _opened(content: bytes) -> str:
    """Open a file with this content. Returns what was said, or "" when it could be opened and looked through."""
    with tempfile.TemporaryDirectory() as folder:
        places = places_in(Path(folder))
        places.journal.parent.mkdir(parents=True)
        places.journal.write_bytes(content)
        try:
            found = open_journal(places, StandingClock(), new_random())
            seen(found)
            found.agreements.open_steps()
            said = ""
        except JournalError as trouble:
            said = trouble.sentence(Texts("en"))
        assert places.journal.read_bytes() == content
        return said


def _a_journal() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        journal = begin_journal(places_in(Path(folder)), StandingClock(), new_random())
        _live(journal)
        return journal.places.journal.read_bytes()


GOOD = _a_journal()


@patient
@given(st.data())
def test_any_damage_is_accepted_or_refused_with_a_sentence(data: st.DataObject) -> None:
    content = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        kind = data.draw(st.sampled_from(["cut", "byte", "gap", "double"]))
        if kind == "cut":
            del content[at:]
        elif kind == "byte":
            content[at : at + 1] = bytes([data.draw(st.integers(0, 255))])
        elif kind == "gap":
            del content[at : at + data.draw(st.integers(1, 40))]
        else:
            content[at:at] = content[: data.draw(st.integers(1, 200))]
    said = _opened(bytes(content))
    assert said == "" or said.endswith(".")


@patient
@given(st.data(), values)
def test_any_value_in_any_field_is_accepted_or_named(data: st.DataObject, value: Any) -> None:
    tables = json.loads(GOOD)
    table = data.draw(st.sampled_from(sorted(tables.keys() - {"journal"})))
    id_ = data.draw(st.sampled_from(sorted(tables[table])))
    field = data.draw(st.sampled_from(sorted(tables[table][id_])))
    tables[table][id_][field] = value
    said = _opened(json.dumps(tables).encode())
    assert said == "" or id_ in said
