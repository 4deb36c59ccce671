"""Undo and redo of every command, now and after the program has been closed, and what they say and leave alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest
from support.journals.worlds import StandingClock, forget_held, new_random, on_disk, put_on_disk, seen, sync

from leadercli.journal.history.bin import take_out
from leadercli.journal.history.conflicts import settle, unsettled
from leadercli.journal.history.restore_backup import restore
from leadercli.journal.history.undo import NothingToUndoError, redo, undo, undoable
from leadercli.journal.history.versions import history, restore_version
from leadercli.journal.journal import Journal
from leadercli.journal.local.backups import Backups
from leadercli.journal.local.change_log import Written
from leadercli.journal.opening import begin_journal
from leadercli.journal.store.change import Change
from leadercli.places import Places
from leadercli.words.history import COMMAND_NAMES

Opener = Callable[[Journal], Journal]
Verb = Callable[[Journal], object]
MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)
WEEK = "2026-W10"


def _lived_in(journal: Journal) -> Journal:
    """Fill a journal with one of each, so that every verb has something to work on."""
    lise = journal.people.add("Lise")
    journal.agreements.agree("ring", person_id=lise.id, due=FRIDAY)
    journal.inbox.put(lise.id, "løn")
    journal.feedback.note(lise.id, "praise", "flot", FRIDAY)
    journal.meetings.write(lise.id, MONDAY, "hej\n! skriv tor\n? kursus")
    journal.meetings.plan(lise.id, FRIDAY)
    journal.scale.weigh_in(WEEK, {"workload": 4})
    journal.scale.add_item("load", "Møder")
    return journal


def _person(journal: Journal) -> str:
    return journal.people.all()[0].id


def _agreement(journal: Journal) -> str:
    return next(one.id for one in journal.agreements.all() if one.text == "ring")


def _ring(journal: Journal) -> str:
    """Find the agreement as it was made, reworded or in the bin."""
    return next(id_ for id_, raw in journal.table("agreements").items() if not raw.get("line"))


def _planned(journal: Journal) -> str:
    return next(one.id for one in journal.meetings.all() if one.state == "planned")


def _after(first: Verb, then: Verb) -> Verb:
    def both(journal: Journal) -> object:
        first(journal)
        return then(journal)

    return both


def _as_two_machines_left_it(journal: Journal) -> None:
    owners = {"owner": ("me", "us")}
    journal.commit("edit_agreement", "ring", Change("agreements", _agreement(journal), {}, versions=owners))


def _restore(journal: Journal) -> object:
    tables = on_disk(journal)
    tables["people"][_person(journal)]["role"] = "Leder"
    tables["agreements"] = {}
    backups = Backups(journal.places.backups)
    return restore(journal, backups, backups.keep(json.dumps(tables).encode(), journal.clock(), "by_hand"))


VERBS: dict[str, Verb] = {
    "add_person": lambda j: j.people.add("Mads"),
    "edit_person": lambda j: j.people.edit(_person(j), {"name": "Lisa", "role": "Leder"}),
    "pause_person": lambda j: j.people.pause(_person(j), FRIDAY),
    "resume_person": _after(lambda j: j.people.pause(_person(j)), lambda j: j.people.resume(_person(j))),
    "leave_person": lambda j: j.people.leave(_person(j), FRIDAY),
    "remove_person": lambda j: j.people.remove(_person(j)),
    "agree": lambda j: j.agreements.agree("ny", person_id=_person(j), due=FRIDAY),
    "complete": lambda j: j.agreements.complete(_agreement(j)),
    "drop": lambda j: j.agreements.drop(_agreement(j)),
    "reopen": _after(lambda j: j.agreements.complete(_agreement(j)), lambda j: j.agreements.reopen(_agreement(j))),
    "adjust": lambda j: j.agreements.adjust(_agreement(j), None, "syg"),
    "edit_agreement": lambda j: j.agreements.edit(_agreement(j), {"text": "skriv", "owner": "us"}),
    "remove_agreement": lambda j: j.agreements.remove(_agreement(j)),
    "put_inbox": lambda j: j.inbox.put(_person(j), "ny"),
    "tick_inbox": lambda j: j.inbox.tick(j.inbox.all()[0].id),
    "untick_inbox": _after(lambda j: j.inbox.tick(j.inbox.all()[0].id), lambda j: j.inbox.untick(j.inbox.all()[0].id)),
    "edit_inbox": lambda j: j.inbox.edit(j.inbox.all()[0].id, "andet"),
    "remove_inbox": lambda j: j.inbox.remove(j.inbox.all()[0].id),
    "note_feedback": lambda j: j.feedback.note(_person(j), "better", "ny", FRIDAY),
    "followed": lambda j: j.feedback.followed(j.feedback.all()[0].id),
    "look_again": lambda j: j.feedback.look_again(j.feedback.all()[0].id, None),
    "remove_feedback": lambda j: j.feedback.remove(j.feedback.all()[0].id),
    "weigh_in": lambda j: j.scale.weigh_in(WEEK, {"workload": None, "trust": 1}, note="ny", moved={"trust": "no"}),
    "add_item": lambda j: j.scale.add_item("resource", "Kaffe"),
    "rename_item": lambda j: j.scale.rename_item(j.scale.items()[3], "Andet"),
    "retire_item": lambda j: j.scale.retire_item(j.scale.items()[5]),
    "restore_item": _after(
        lambda j: j.scale.retire_item(j.scale.items()[5]),
        lambda j: j.scale.restore_item(next(one for one in j.scale.catalogue() if one.retired)),
    ),
    "write_note": lambda j: j.meetings.write(_person(j), MONDAY, "hej\n? kursus i maj\n+ flot\nslut"),
    "plan_meeting": lambda j: j.meetings.plan(_person(j), date(2026, 4, 1), time="09:00"),
    "cancel_meeting": lambda j: j.meetings.cancel(_planned(j), "travlt"),
    "move_meeting": lambda j: j.meetings.move(_planned(j), date(2026, 3, 9), "syg"),
    "remove_meeting": lambda j: j.meetings.remove(_planned(j)),
    "take_out": _after(lambda j: j.agreements.remove(_agreement(j)), lambda j: take_out(j, "agreements", _ring(j))),
    "restore_version": _after(
        lambda j: j.agreements.edit(_agreement(j), {"text": "skriv"}),
        lambda j: restore_version(j, history(j, "agreements", _ring(j))[1]),
    ),
    "restore_backup": _restore,
    "settle_versions": _after(_as_two_machines_left_it, lambda j: settle(j, unsettled(j)[0], "us")),
}


def test_every_command_that_has_a_name_is_tried_here() -> None:
    assert VERBS.keys() | {"import"} == COMMAND_NAMES.keys()


@pytest.mark.parametrize("command", VERBS)
def test_every_command_is_undone_and_redone_by_another_run_of_the_program(
    journal: Journal, open_again: Opener, clock: StandingClock, command: str
) -> None:
    _lived_in(journal)
    clock.go(days=1)
    if command in (
        "resume_person",
        "reopen",
        "untick_inbox",
        "restore_item",
        "take_out",
        "restore_version",
        "settle_versions",
    ):
        VERBS[command](journal)
        undo(journal)
        before = seen(journal)
        redo(journal)
    else:
        before = seen(journal)
        VERBS[command](journal)
    after = seen(journal)
    assert after != before
    clock.go(days=1)
    undone = undo(open_again(journal))
    assert (undone.entry.command, undone.changed_since) == (command, False)
    assert seen(open_again(journal)) == before
    redone = redo(open_again(journal))
    assert (redone.entry.id, redone.changed_since) == (undone.entry.id, False)
    assert seen(open_again(journal)) == after
    journal.refresh()
    assert seen(journal) == after


def test_undo_goes_back_step_by_step_and_redo_forward(journal: Journal, clock: StandingClock) -> None:
    states = [seen(journal)]
    for verb in (VERBS["add_person"], VERBS["agree"], VERBS["add_item"]):
        clock.go(minutes=1)
        verb(journal)
        states.append(seen(journal))
    for state in reversed(states[:-1]):
        undo(journal)
        assert seen(journal) == state
    with pytest.raises(NothingToUndoError, match="nothing to undo"):
        undo(journal)
    for state in states[1:]:
        redo(journal)
        assert seen(journal) == state
    with pytest.raises(NothingToUndoError, match="nothing to redo"):
        redo(journal)


def test_a_new_change_ends_what_could_be_redone(journal: Journal) -> None:
    journal.agreements.agree("a")
    undo(journal)
    journal.agreements.agree("b")
    with pytest.raises(NothingToUndoError):
        redo(journal)
    assert undo(journal).entry.what == "b"
    with pytest.raises(NothingToUndoError):
        undo(journal)


def test_undoing_twice_does_not_undo_the_undo(journal: Journal) -> None:
    journal.agreements.agree("a")
    done = journal.agreements.agree("b")
    journal.agreements.complete(done.id)
    assert [undo(journal).entry.command for _ in range(3)] == ["complete", "agree", "agree"]
    assert [redo(journal).entry.what for _ in range(2)] == ["a", "b"]
    assert undo(journal).entry.what == "b", "what was redone can be undone again"
    assert [redo(journal).entry.command for _ in range(2)] == ["agree", "complete"]


def test_a_certain_change_is_undone_by_its_id(journal: Journal) -> None:
    for text in "abc":
        journal.agreements.agree(text)
    entries = list(undoable(journal))
    assert [entry.what for entry in entries] == ["c", "b", "a"]
    assert undo(journal, entries[1].id[7:13]).entry.what == "b"
    assert sorted(one.text for one in journal.agreements.all()) == ["a", "c"]
    with pytest.raises(NothingToUndoError, match="no single change"):
        undo(journal, entries[1].id)
    with pytest.raises(NothingToUndoError, match="no single change"):
        undo(journal, "2603")
    assert undo(journal).entry.what == "c"
    assert [redo(journal).entry.what for _ in range(2)] == ["c", "b"]


def test_undo_may_be_limited_to_this_sitting(journal: Journal, clock: StandingClock) -> None:
    journal.agreements.agree("i går")
    clock.go(days=1)
    since = clock().isoformat()
    journal.agreements.agree("i dag")
    assert undo(journal, since=since).entry.what == "i dag"
    with pytest.raises(NothingToUndoError):
        undo(journal, since=since)
    assert undo(journal).entry.what == "i går"


def test_undo_says_when_someone_has_changed_it_since(journal: Journal, elsewhere: Opener) -> None:
    made = journal.agreements.agree("ring", due=FRIDAY)
    journal.agreements.adjust(made.id, date(2026, 3, 9))
    other = elsewhere(journal)
    other.agreements.edit(made.id, {"text": "skriv"})
    sync(other, journal)
    assert not undo(journal).changed_since, "the text is not what was moved"
    redo(journal)
    sync(journal, other)
    other.agreements.adjust(made.id, date(2026, 5, 1), "derovre")
    sync(other, journal)
    undone = undo(journal)
    assert undone.changed_since
    (found,) = journal.agreements.all()
    assert (found.due, found.text) == (FRIDAY, "skriv")
    assert [move.reason for move in found.moves] == ["derovre"], "only its own move is taken back"


def test_undo_of_what_was_made_says_when_it_was_changed_since(journal: Journal) -> None:
    made = journal.agreements.agree("ring", due=FRIDAY)
    entry = next(undoable(journal))
    journal.agreements.adjust(made.id, None)
    assert undo(journal, entry.id).changed_since
    assert journal.agreements.all() == ()


def test_redo_says_when_someone_has_taken_it_out_of_the_bin_since(journal: Journal, elsewhere: Opener) -> None:
    made = journal.agreements.agree("ring")
    undo(journal)
    other = elsewhere(journal)
    other.commit("restore", "ring", Change("agreements", made.id, {"deleted": None}))
    sync(other, journal)
    assert redo(journal).changed_since
    assert [one.text for one in journal.agreements.all()] == ["ring"]


def test_undo_does_not_make_half_a_record_of_one_that_is_gone(journal: Journal, open_again: Opener) -> None:
    kept, gone = journal.agreements.agree("ring"), journal.agreements.agree("skriv")
    with journal.batch("complete", "begge"):
        journal.agreements.complete(kept.id)
        journal.agreements.complete(gone.id)
    tables = on_disk(journal)
    del tables["agreements"][gone.id]
    put_on_disk(journal, tables)
    forget_held(journal)
    again = open_again(journal)
    assert undo(again).changed_since
    assert [(one.id, one.state) for one in again.agreements.all()] == [(kept.id, "open")]
    assert gone.id not in on_disk(again)["agreements"]


def test_a_change_that_is_already_as_it_was_does_not_stop_undo(journal: Journal, elsewhere: Opener) -> None:
    made = journal.agreements.agree("ring")
    journal.agreements.complete(made.id)
    other = elsewhere(journal)
    other.agreements.reopen(made.id)
    sync(other, journal)
    undone = undo(journal)
    assert (undone.entry.command, undone.changed_since) == ("complete", True)
    assert undo(journal).entry.command == "agree"


def test_one_batch_is_one_change(journal: Journal) -> None:
    made = journal.agreements.agree("ring", due=FRIDAY)
    before = seen(journal)
    with journal.batch("edit_agreement", "skriv"):
        journal.agreements.edit(made.id, {"text": "mellem"})
        journal.agreements.edit(made.id, {"text": "skriv"})
        journal.agreements.adjust(made.id, None)
    entry = undo(journal).entry
    assert (entry.command, entry.what) == ("edit_agreement", "skriv")
    assert Written("agreements", made.id, "text", "ring", "skriv") in entry.fields
    assert seen(journal) == before


def test_two_programs_share_one_list_of_changes(journal: Journal, open_again: Opener) -> None:
    other = open_again(journal)
    journal.agreements.agree("app")
    other.agreements.agree("kommandolinje")
    assert undo(journal).entry.what == "kommandolinje"
    assert undo(other).entry.what == "app"
    assert redo(journal).entry.what == "app"


def test_a_list_of_changes_of_another_journal_is_not_used(journal: Journal, clock: StandingClock) -> None:
    journal.agreements.agree("det gamle")
    journal.places.journal.unlink()
    (journal.places.journal_state / "known.json").unlink()
    anew = begin_journal(journal.places, clock, new_random())
    with pytest.raises(NothingToUndoError):
        undo(anew)
    assert anew.agreements.all() == ()
    anew.agreements.agree("det nye")
    assert undo(anew).entry.what == "det nye"


def test_what_is_not_in_an_older_copy_cannot_be_undone_in_it(journal: Journal, open_again: Opener) -> None:
    made = journal.agreements.agree("ring")
    copy = on_disk(journal)
    journal.agreements.complete(made.id)
    put_on_disk(journal, copy)
    forget_held(journal)
    restored = open_again(journal)
    assert undo(restored).entry.command == "agree"


def test_an_older_copy_put_back_gets_again_what_this_machine_held(journal: Journal, open_again: Opener) -> None:
    made = journal.agreements.agree("ring")
    copy = on_disk(journal)
    journal.agreements.complete(made.id)
    put_on_disk(journal, copy)
    assert undo(open_again(journal)).entry.command == "complete"


def test_undo_of_a_rating_makes_it_not_rated(journal: Journal) -> None:
    journal.scale.weigh_in(WEEK, {"workload": 4})
    journal.scale.weigh_in(WEEK, {"trust": 2})
    undo(journal)
    assert journal.scale.week(WEEK).ratings == {"workload": 4}


def test_a_journal_opened_somewhere_else_has_nothing_to_undo(
    journal: Journal, places: Places, elsewhere: Opener
) -> None:
    journal.agreements.agree("ring")
    with pytest.raises(NothingToUndoError):
        undo(elsewhere(journal))
