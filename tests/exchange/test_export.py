"""The JSON export: the same bytes for the same journal, and nothing private unless asked."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from leadercli.exchange.export import export_json
from leadercli.exchange.markdown import export_markdown
from leadercli.journal.journal import Journal
from leadercli.journal.opening import begin_journal, open_journal
from leadercli.journal.store.change import Change
from leadercli.locale.texts import Texts
from leadercli.session import begin

Again = Callable[[Journal], Journal]
DAY = date(2026, 2, 2)
SECRET = "hemmelighed"


def loaded(journal: Journal, **how: Any) -> dict[str, Any]:
    found = json.loads(export_json(journal, **how))
    assert isinstance(found, dict)
    return found


def two_people(journal: Journal) -> tuple[str, str]:
    lise, mads = (journal.people.add(name).id for name in ("Lise", "Mads Holm"))
    journal.meetings.write(lise, DAY, f"god dag\n! >mads send budget fre\n% ! {SECRET} én\n% {SECRET} to\n? ferie")
    journal.meetings.write(mads, DAY, "vagter\n+ flot oplæg")
    journal.agreements.agree("ring til HR", person_id=mads, private=True)
    journal.inbox.put(mads, f"{SECRET} tre", private=True)
    journal.scale.weigh_in("2026-W08", {"workload": 4, "meaning": None}, note="travlt")
    return lise, mads


def test_export_is_the_same_after_reopening(journal: Journal, again: Again) -> None:
    two_people(journal)
    assert export_json(again(journal)) == export_json(journal)
    assert export_json(again(journal), private=True) == export_json(journal, private=True)


def test_two_machines_that_merged_export_the_same(journal: Journal, tmp_path: Path) -> None:
    lise, _ = two_people(journal)
    places = journal.places
    far = replace(places, journal=tmp_path / "far.json", state=tmp_path / "far")
    far.journal.write_bytes(places.journal.read_bytes())
    other = open_journal(far, journal.clock, Random(3).randbytes)
    journal.meetings.write(lise, DAY, journal.meetings.on(lise, DAY).text + "\nhjemme")
    other.meetings.write(lise, DAY, "ude\n" + other.meetings.on(lise, DAY).text)
    other.agreements.complete(other.agreements.open()[0].id)
    mine, theirs = places.journal.read_bytes(), far.journal.read_bytes()
    places.journal.write_bytes(theirs)
    far.journal.write_bytes(mine)
    assert journal.refresh()
    assert other.refresh()
    assert export_json(journal, private=True) == export_json(other, private=True)
    text = journal.meetings.on(lise, DAY).text
    assert text.startswith("ude")
    assert text.endswith("hjemme")


def test_no_marks_of_merging_leave(journal: Journal) -> None:
    two_people(journal)
    assert '"~"' not in export_json(journal, private=True)


def test_private_leaves_only_when_asked_and_the_export_says_which(journal: Journal) -> None:
    two_people(journal)
    held, asked = loaded(journal), loaded(journal, private=True)
    assert (held["private_included"], asked["private_included"]) == (False, True)
    assert SECRET not in export_json(journal)
    assert export_json(journal, private=True).count(SECRET) >= 3
    assert [one["text"] for one in held["agreements"]] == ["send budget"]
    assert {one["text"] for one in asked["agreements"]} == {"send budget", f"{SECRET} én", "ring til HR"}


def test_one_person_gets_what_belongs_to_them(journal: Journal) -> None:
    lise, mads = two_people(journal)
    found = loaded(journal, person_id=mads)
    assert found["person"] == "Mads Holm"
    assert [one["name"] for one in found["people"]] == ["Mads Holm"]
    assert [one["text"] for one in found["meetings"]] == ["vagter\n+ flot oplæg"]
    assert [one["text"] for one in found["agreements"]] == ["send budget"]
    assert "weigh_ins" not in found
    assert "ferie" not in export_json(journal, person_id=mads)
    assert "travlt" not in export_json(journal, person_id=lise, private=True)


def test_names_stand_beside_ids(journal: Journal) -> None:
    lise, mads = two_people(journal)
    (agreement,) = loaded(journal)["agreements"]
    assert (agreement["person"], agreement["person_id"]) == ("Lise", lise)
    assert (agreement["owner"], agreement["owner_id"]) == ("Mads Holm", mads)
    (week,) = loaded(journal)["weigh_ins"]
    assert week["ratings"] == {"workload": 4, "meaning": None}


def test_moves_of_a_deadline_stand_in_a_list(journal: Journal) -> None:
    agreement = journal.agreements.agree("send budget", due=DAY)
    journal.agreements.adjust(agreement.id, date(2026, 2, 9), "mangler tal")
    (found,) = loaded(journal)["agreements"]
    (move,) = found["moves"]
    assert (move["old"], move["new"], move["reason"]) == ("2026-02-02", "2026-02-09", "mangler tal")
    assert not [name for name in found if "." in name]


def test_what_lies_in_the_bin_stays(journal: Journal) -> None:
    lise, _ = two_people(journal)
    journal.meetings.remove(journal.meetings.on(lise, DAY).id)
    assert "god dag" not in export_json(journal, private=True)


LINES = st.lists(
    st.tuples(
        st.sampled_from(("", "! ", "? ", "+ ", "= ", "% ", "- % ", " % ! ", "%", "%? ", "\t%+ ")),
        st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12),
    ),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(notes=st.lists(LINES, min_size=1, max_size=3))
def test_no_private_line_ever_leaves(notes: list[list[tuple[str, str]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        session = begin({"HOME": folder, "LEADERCLI_NOW": "2026-03-02T08:00"})
        journal = begin_journal(session.places, session.clock, Random(1).randbytes)
        person = journal.people.add("Lise").id
        for number, lines in enumerate(notes, start=1):
            text = "\n".join(f"{sign}{SECRET if '%' in sign else 'x'} {words}" for sign, words in lines)
            journal.meetings.write(person, date(2026, 2, number), text)
        again = open_journal(session.places, session.clock)
        assert export_json(again) == export_json(journal)
        for held in (export_json(again), export_json(again, person_id=person), export_markdown(again, Texts("da"))):
            assert SECRET not in held


def test_what_a_hand_wrote_in_the_place_of_an_id_leaves_as_it_is(journal: Journal) -> None:
    made = journal.agreements.agree("ring")
    raw = {**journal.table("agreements")[made.id], "person": ["a"], "owner": {"b": 1}}
    journal.tables()["agreements"][made.id] = raw  # type: ignore[index]
    (found,) = loaded(journal)["agreements"]
    assert (found["person_id"], found["person"], found["owner_id"], found["owner"]) == (["a"], "", {"b": 1}, "")


def test_what_a_hand_has_put_in_another_table_is_gathered_all_the_same(journal: Journal) -> None:
    move = {"at": "2026-03-04T12:00:00", "old": None, "new": "2026-03-06"}
    journal.commit("edit", "", Change("inbox", "260302-000000000b", {"text": "x", "move.001.a": move}))
    assert json.loads(export_json(journal))["inbox"] == [{"id": "260302-000000000b", "text": "x", "moves": [move]}]
