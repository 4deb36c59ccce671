"""Deletes cover only what the deleter had seen: on two machines with a file each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from support.journals.worlds import StandingClock, on_disk, sync

from leadercli.exchange.export import export_json
from leadercli.journal.history.undo import redo, undo
from leadercli.journal.journal import Journal
from leadercli.journal.search import Search
from leadercli.model.merge.conflicts import unsettled_fields
from leadercli.model.merge.deletion import is_deleted
from leadercli.model.merge.law import merged
from leadercli.model.merge.record import siblings
from leadercli.model.merge.write import write_fields

FRIDAY = date(2026, 3, 6)
MONDAY = date(2026, 3, 2)
Pair = tuple[Journal, Journal, str]


@pytest.fixture
def two(journal: Journal, elsewhere: Callable[[Journal], Journal]) -> Pair:
    """Two machines and the id of an agreement that both have."""
    journal.people.add("Lise")
    agreement = journal.agreements.agree("ring", person_id=journal.people.all()[0].id)
    return journal, elsewhere(journal), agreement.id


def merge(here: Journal, there: Journal) -> None:
    """Let the first machine hold what the second has written."""
    sync(there, here)
    here.refresh()


def test_what_was_edited_elsewhere_comes_out_of_the_bin_everywhere(two: Pair) -> None:
    here, there, id_ = two
    here.agreements.remove(id_)
    there.agreements.adjust(id_, FRIDAY)
    merge(here, there)
    assert here.agreements.named(id_).deleted is None
    assert [one.due for one in here.agreements.all()] == [FRIDAY]
    assert [one.due for one in here.agreements.open()] == [FRIDAY]
    assert [step.id for step in here.agreements.open_steps()] == [id_]
    assert [hit.id for hit in Search(here).find("ring")] == [id_]
    exported = export_json(here)
    assert '"ring"' in exported
    assert "deleted" not in exported


def test_what_the_deleter_had_seen_stays_in_the_bin(two: Pair) -> None:
    here, there, id_ = two
    there.agreements.adjust(id_, FRIDAY)
    merge(here, there)
    here.agreements.remove(id_)
    merge(there, here)
    for journal in (here, there):
        assert journal.agreements.all() == ()
        assert journal.agreements.open_steps() == []
        assert journal.agreements.named(id_).deleted is not None


def test_two_machines_delete_one_agreement(two: Pair, clock: StandingClock) -> None:
    here, there, id_ = two
    here.agreements.remove(id_)
    clock.go(minutes=1)
    there.agreements.remove(id_)
    merge(here, there)
    assert here.agreements.all() == ()
    undo(here)
    assert [one.id for one in here.agreements.all()] == [id_]


def test_the_next_edit_of_what_came_out_settles_it_and_its_undo_leaves_it_out(two: Pair) -> None:
    here, there, id_ = two
    here.agreements.remove(id_)
    there.agreements.adjust(id_, FRIDAY)
    merge(here, there)
    here.agreements.edit(id_, {"owner": "us"})
    assert on_disk(here)["agreements"][id_]["deleted"] is None
    undone = undo(here)
    assert (undone.entry.command, undone.changed_since) == ("edit_agreement", False)
    assert {one.field for one in undone.entry.fields} == {"owner"}
    assert [one.owner for one in here.agreements.all()] == ["me"]


def test_what_came_out_can_be_deleted_again_and_that_undone_and_redone(two: Pair) -> None:
    here, there, id_ = two
    here.agreements.remove(id_)
    there.agreements.adjust(id_, FRIDAY)
    merge(here, there)
    here.agreements.remove(id_)  # within the same second
    assert here.agreements.all() == ()
    assert not undo(here).changed_since
    assert [one.id for one in here.agreements.all()] == [id_]
    assert not redo(here).changed_since
    assert here.agreements.all() == ()


def test_undo_of_a_delete_that_an_edit_has_overtaken_says_so(two: Pair) -> None:
    here, there, id_ = two
    here.agreements.remove(id_)
    there.agreements.adjust(id_, FRIDAY)
    merge(here, there)
    assert undo(here).changed_since
    assert [one.due for one in here.agreements.all()] == [FRIDAY]


def test_the_change_log_says_nothing_of_what_a_deleter_had_seen(two: Pair) -> None:
    here, _, id_ = two
    here.agreements.remove(id_)
    assert "deleted_seen" in on_disk(here)["agreements"][id_]
    assert "deleted_seen" not in here.log.path.read_text("utf-8")
    undo(here)
    assert on_disk(here)["agreements"][id_]["deleted_seen"] is None


def test_a_note_put_in_the_bin_comes_out_with_the_lines_written_elsewhere(two: Pair) -> None:
    here, there, _ = two
    person = here.people.all()[0].id
    meeting = here.meetings.write(person, MONDAY, "one\n! send it fri")
    merge(there, here)
    here.meetings.remove(meeting.id)
    there.meetings.write(person, MONDAY, "one\n! send it fri\ntwo")
    merge(here, there)
    assert [one.text for one in here.meetings.all()] == ["one\n! send it fri\ntwo"]


def test_an_agreement_whose_line_is_removed_here_and_worded_anew_there_stays(two: Pair) -> None:
    here, there, _ = two
    person = here.people.all()[0].id
    here.meetings.write(person, MONDAY, "one\n! send it")
    merge(there, here)
    here.meetings.write(person, MONDAY, "one")
    there.meetings.write(person, MONDAY, "one\n! send it to Bo")
    merge(here, there)
    assert sorted(one.text for one in here.agreements.all()) == ["ring", "send it to Bo"]
    assert here.meetings.on(person, MONDAY).text == "one\n! send it to Bo"
    here.meetings.write(person, MONDAY, "one\n! send it to Bo\nmore")
    assert sorted(one.text for one in here.agreements.all()) == ["ring", "send it to Bo"]


def test_a_week_on_the_scale_comes_out_with_what_was_rated_elsewhere(two: Pair) -> None:
    here, there, _ = two
    here.scale.weigh_in("2026-W10", {"pace": 2})
    merge(there, here)
    undo(here)
    there.scale.weigh_in("2026-W10", {"trust": 4})
    merge(here, there)
    assert here.scale.week("2026-W10").ratings == {"pace": 2, "trust": 4}
    here.scale.weigh_in("2026-W10", {"pace": 5})
    assert here.scale.week("2026-W10").ratings == {"pace": 5, "trust": 4}


def test_whether_something_is_deleted_is_never_a_question(two: Pair, clock: StandingClock) -> None:
    here, there, id_ = two
    here.agreements.adjust(id_, FRIDAY)
    here.agreements.remove(id_)
    clock.go(minutes=1)
    there.agreements.remove(id_)
    merge(here, there)
    assert here.agreements.all() == ()
    raw = here.table("agreements")[id_]
    assert siblings(raw).keys() == {"deleted", "deleted_seen"}
    third = merged(raw, write_fields(None, {"owner": "us", "text": "ring"}, "third:1"))
    assert not is_deleted(third)
    assert "deleted" not in unsettled_fields("agreements", third)
