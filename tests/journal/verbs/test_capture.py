"""Marked lines of a note become records once, and the records stay in step with the lines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from support.journals.worlds import StandingClock, seen, sync

from leadercli.journal.history.undo import redo, undo
from leadercli.journal.journal import Journal
from leadercli.journal.verbs.capture import capture
from leadercli.journal.verbs.meetings import meeting_id
from leadercli.model.records import Agreement, Person

Opener = Callable[[Journal], Journal]
MONDAY, THURSDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 5), date(2026, 3, 6)


@pytest.fixture
def lise(journal: Journal) -> Person:
    """The person whom the notes are about."""
    return journal.people.add("Lise Holm")


def _write(journal: Journal, *lines: str) -> None:
    (lise,) = (one for one in journal.people.all() if one.name == "Lise Holm")
    journal.meetings.write(lise.id, MONDAY, "\n".join(lines))


def _agreement(journal: Journal) -> Agreement:
    (found,) = journal.agreements.all()
    return found


def _texts(journal: Journal) -> list[str]:
    return [one.text for one in journal.agreements.all()]


def test_each_sign_makes_its_record_linked_to_the_conversation(
    journal: Journal, open_again: Opener, lise: Person, clock: StandingClock
) -> None:
    mads = journal.people.add("Mads Holm")
    _write(
        journal,
        *("hej", "! ring til kunden fre", "! >mads skriver referat", "! >os finder en dag", "? lønforhandling"),
        *("+ flot kundemøde", "= mødet manglede dagsorden om 14 dage", "% tænker på at skifte job", "- et punkt"),
    )
    again = open_again(journal)
    note = meeting_id(lise.id, MONDAY)
    agreements = {one.text: one for one in again.agreements.all()}
    assert agreements.keys() == {"ring til kunden", "skriver referat", "finder en dag"}
    ring = agreements["ring til kunden"]
    assert (ring.person_id, ring.owner, ring.due, ring.state) == (lise.id, "me", FRIDAY, "open")
    assert (ring.meeting_id, ring.source, ring.created) == (note, "! ring til kunden fre", clock())
    assert agreements["skriver referat"].owner == mads.id
    assert agreements["finder en dag"].owner == "us"
    (pay,) = again.inbox.waiting(lise.id)
    assert (pay.text, pay.meeting_id, pay.created) == ("lønforhandling", note, clock())
    better, praise = sorted(again.feedback.of(lise.id), key=lambda one: one.kind)
    assert (praise.kind, praise.text, praise.day, praise.follow_up) == ("praise", "flot kundemøde", MONDAY, None)
    assert (better.kind, better.text, better.follow_up) == ("better", "mødet manglede dagsorden", date(2026, 3, 16))
    assert [entry.command for entry in journal.log.entries()][-1] == "write_note"
    assert len(journal.log.entries()) == 3, "the note and all that came of it are one change"


def test_leaving_the_note_again_makes_nothing_twice(journal: Journal, open_again: Opener, lise: Person) -> None:
    lines = ("! ring fre", "? løn", "+ flot", "! ring fre")
    _write(journal, *lines)
    before = seen(journal)
    assert _texts(journal) == ["ring", "ring"], "two lines are two agreements"
    _write(journal, *lines)
    capture(journal.store, journal.people, meeting_id(lise.id, MONDAY))
    again = open_again(journal)
    _write(again, *lines, "mere")
    after = seen(again)
    for table in ("agreements", "inbox", "feedback"):
        assert after[table] == before[table]


@pytest.mark.usefixtures("lise")
class TestALineThatIsEdited:
    """Only what a person changed in the line is changed in the record."""

    def test_the_words(self, journal: Journal) -> None:
        _write(journal, "! ring til kunden fre")
        before = _agreement(journal)
        _write(journal, "! ring til kunden, også om pris fre")
        after = _agreement(journal)
        assert (after.id, after.text, after.due) == (before.id, "ring til kunden, også om pris", FRIDAY)

    def test_the_date(self, journal: Journal) -> None:
        _write(journal, "! ring til kunden fre")
        _write(journal, "! ring til kunden tor")
        assert (_agreement(journal).due, _agreement(journal).text) == (THURSDAY, "ring til kunden")
        _write(journal, "! ring til kunden")
        assert _agreement(journal).due is None

    def test_a_deadline_moved_elsewhere_stays(self, journal: Journal) -> None:
        _write(journal, "! ring til kunden fre")
        journal.agreements.adjust(_agreement(journal).id, date(2026, 4, 1), "ferie")
        _write(journal, "! ring til kunden! fre")
        after = _agreement(journal)
        assert (after.text, after.due, len(after.moves)) == ("ring til kunden!", date(2026, 4, 1), 1)
        _write(journal, "! ring til kunden! tor")
        assert _agreement(journal).due == THURSDAY, "a date that is changed in the line is meant"

    def test_words_changed_elsewhere_stay(self, journal: Journal) -> None:
        _write(journal, "! ring til kunden fre")
        journal.agreements.edit(_agreement(journal).id, {"text": "ring til Jens", "owner": "them"})
        _write(journal, "! ring til kunden tor")
        after = _agreement(journal)
        assert (after.text, after.owner, after.due) == ("ring til Jens", "them", THURSDAY)

    def test_what_is_done_stays_done(self, journal: Journal) -> None:
        _write(journal, "! ring til kunden fre", "? løn")
        journal.agreements.complete(_agreement(journal).id)
        journal.inbox.tick(journal.inbox.all()[0].id)
        _write(journal, "! ring til kunden i dag fre", "? løn og pension")
        assert _agreement(journal).state == "done"
        assert [(one.text, one.raised is None) for one in journal.inbox.all()] == [("løn og pension", False)]

    def test_the_owner_and_whom_it_is_about(self, journal: Journal) -> None:
        mads = journal.people.add("Mads")
        _write(journal, "! >lise sender budget")
        assert _agreement(journal).owner == "them"
        _write(journal, "! @mads >mads sender budget")
        assert (_agreement(journal).person_id, _agreement(journal).owner) == (mads.id, "them")
        _write(journal, "! sender budget")
        assert _agreement(journal).owner == "me"

    def test_private_and_not(self, journal: Journal) -> None:
        _write(journal, "! ring til kunden")
        before = _agreement(journal)
        _write(journal, "% ! ring til kunden")
        assert (_agreement(journal).id, _agreement(journal).private) == (before.id, True)
        _write(journal, "! ring til kunden")
        assert not _agreement(journal).private

    def test_praise_that_could_be_better(self, journal: Journal) -> None:
        _write(journal, "+ mødet")
        (before,) = journal.feedback.all()
        _write(journal, "= mødet")
        (after,) = journal.feedback.all()
        assert (after.id, after.kind) == (before.id, "better")

    def test_another_kind_makes_another_record_and_back_again_the_first(self, journal: Journal) -> None:
        _write(journal, "! lønforhandling")
        first = _agreement(journal)
        _write(journal, "? lønforhandling")
        assert journal.agreements.all() == ()
        assert [one.text for one in journal.inbox.all()] == ["lønforhandling"]
        _write(journal, "! lønforhandling i maj")
        assert (_agreement(journal).id, _agreement(journal).text) == (first.id, "lønforhandling i maj")
        assert journal.inbox.all() == ()

    def test_a_line_that_loses_its_sign(self, journal: Journal) -> None:
        _write(journal, "! ring til kunden")
        first = _agreement(journal)
        _write(journal, "ring til kunden")
        assert journal.agreements.all() == ()
        _write(journal, "! ring til kunden")
        assert _agreement(journal).id == first.id


@pytest.mark.usefixtures("lise")
class TestALineThatIsRemoved:
    """Its record goes to the bin, unless something was decided about it."""

    def test_untouched(self, journal: Journal) -> None:
        _write(journal, "hej", "! ring til kunden fre", "? løn", "+ flot")
        made = _agreement(journal)
        _write(journal, "hej")
        assert (journal.agreements.all(), journal.inbox.all(), journal.feedback.all()) == ((), (), ())
        assert journal.agreements.get(made.id), "it lies in the bin"

    @pytest.mark.parametrize("verb", ["complete", "drop", "adjust", "edit"])
    def test_touched(self, journal: Journal, verb: str) -> None:
        _write(journal, "hej", "! ring til kunden fre")
        made = _agreement(journal)
        given: dict[str, tuple[object, ...]] = {"adjust": (THURSDAY,), "edit": ({"text": "ring til Jens"},)}
        getattr(journal.agreements, verb)(made.id, *given.get(verb, ()))
        _write(journal, "hej")
        assert _agreement(journal).id == made.id

    def test_moved_and_moved_back(self, journal: Journal) -> None:
        _write(journal, "hej", "! ring til kunden fre")
        made = _agreement(journal)
        journal.agreements.adjust(made.id, THURSDAY)
        journal.agreements.adjust(made.id, FRIDAY)
        _write(journal, "hej")
        assert len(_agreement(journal).moves) == 2

    def test_raised_and_followed_up(self, journal: Journal) -> None:
        _write(journal, "? løn", "+ flot om 14 dage", "= dagsorden")
        journal.inbox.tick(journal.inbox.all()[0].id)
        praise = next(one for one in journal.feedback.all() if one.kind == "praise")
        journal.feedback.look_again(praise.id, date(2026, 5, 1))
        _write(journal, "")
        assert len(journal.inbox.all()) == 1
        assert [one.kind for one in journal.feedback.all()] == ["praise"]

    def test_written_again_it_is_the_same_record(self, journal: Journal) -> None:
        _write(journal, "! ring til kunden fre", "hej")
        first = _agreement(journal)
        _write(journal, "hej")
        _write(journal, "hej", "mere", "! ring til kunden fre")
        assert _agreement(journal).id == first.id
        assert len(journal.table("agreements")) == 1

    def test_written_again_after_it_was_done_it_is_another(self, journal: Journal) -> None:
        _write(journal, "! ring til kunden fre")
        journal.agreements.complete(_agreement(journal).id)
        _write(journal, "hej")
        _write(journal, "hej", "! ring til kunden fre")
        assert sorted(one.state for one in journal.agreements.all()) == ["done", "open"]

    def test_binned_by_hand_it_stays_in_the_bin(self, journal: Journal) -> None:
        _write(journal, "! ring til kunden fre", "hej")
        journal.agreements.remove(_agreement(journal).id)
        _write(journal, "! ring til kunden fre", "hej igen")
        assert journal.agreements.all() == ()


@pytest.mark.usefixtures("lise")
def test_a_line_that_is_moved_keeps_its_record(journal: Journal) -> None:
    _write(journal, "! ring til kunden fre", "en", "! skriv til Jens", "to")
    before = {one.text: one.id for one in journal.agreements.all()}
    _write(journal, "! skriv til Jens", "en", "nyt", "to", "! ring til kunden fre")
    assert {one.text: one.id for one in journal.agreements.all()} == before
    assert len(journal.table("agreements")) == 2


@pytest.mark.usefixtures("lise")
def test_lines_above_and_below_do_not_disturb(journal: Journal) -> None:
    _write(journal, "! ring til kunden fre")
    before = _agreement(journal)
    _write(journal, "øverst", "! ny aftale", "! ring til kunden fre", "nederst")
    assert before in journal.agreements.all()
    assert len(journal.agreements.all()) == 2


@pytest.mark.usefixtures("lise")
class TestUndoAndRedo:
    """What a note has made is taken back and made again with it, and still belongs to its lines."""

    def test_a_line_that_comes_back_by_redo_keeps_its_record(self, journal: Journal) -> None:
        _write(journal, "! ring til kunden fre", "? løn")
        made = _agreement(journal)
        undo(journal)
        assert (journal.agreements.all(), journal.inbox.all(), journal.meetings.all()) == ((), (), ())
        redo(journal)
        journal.agreements.adjust(made.id, THURSDAY)
        journal.agreements.complete(made.id)
        _write(journal, "! ring til kunden fre", "? løn", "mere")
        assert [one.id for one in journal.agreements.all()] == [made.id]
        assert len(journal.inbox.all()) == 1
        _write(journal, "! ring til kunden, og til Jens fre", "? løn", "mere")
        assert _agreement(journal).text == "ring til kunden, og til Jens"

    def test_a_line_that_comes_back_by_undo_keeps_its_record(self, journal: Journal) -> None:
        _write(journal, "hej", "! ring til kunden fre")
        made = _agreement(journal)
        _write(journal, "hej")
        undo(journal)
        assert _agreement(journal).id == made.id
        _write(journal, "hej", "! ring til kunden fre", "mere")
        assert _agreement(journal).id == made.id
        assert len(journal.table("agreements")) == 1

    def test_what_is_done_stays_done_when_its_line_comes_back(self, journal: Journal) -> None:
        _write(journal, "hej", "! ring til kunden fre")
        journal.agreements.complete(_agreement(journal).id)
        _write(journal, "hej")
        undo(journal)
        _write(journal, "hej", "! ring til kunden fre", "mere")
        assert _agreement(journal).state == "done", "and there is no second, open one"

    def test_a_note_that_was_undone_and_is_written_again(self, journal: Journal) -> None:
        _write(journal, "! ring til kunden fre")
        undo(journal)
        _write(journal, "! ring til kunden fre")
        assert _texts(journal) == ["ring til kunden"]


def test_two_machines_that_mark_one_line_make_one_record(journal: Journal, elsewhere: Opener, lise: Person) -> None:
    _write(journal, "hej", "ring til kunden")
    other = elsewhere(journal)
    _write(journal, "hej", "! ring til kunden")
    _write(other, "hej", "! ring til kunden")
    sync(other, journal)
    journal.refresh()
    assert _texts(journal) == ["ring til kunden"]
    _write(journal, "hej", "! ring til kunden", "mere")
    assert _texts(journal) == ["ring til kunden"]


def test_two_machines_that_edit_one_captured_line_lose_neither(
    journal: Journal, elsewhere: Opener, lise: Person
) -> None:
    _write(journal, "! ring til kunden")
    other = elsewhere(journal)
    _write(journal, "! ring til kunden om pris")
    _write(other, "! ring til kunden om tid")
    sync(other, journal)
    journal.refresh()
    note = journal.meetings.on(lise.id, MONDAY).text
    assert sorted(note.split("\n")) == ["! ring til kunden om pris", "! ring til kunden om tid"]
    journal.meetings.write(lise.id, MONDAY, note + "\nmere")
    assert sorted(_texts(journal)) == ["ring til kunden om pris", "ring til kunden om tid"]
    journal.meetings.write(lise.id, MONDAY, note + "\nmere endnu")
    assert len(_texts(journal)) == 2


def test_a_line_written_again_here_and_edited_there_is_two_agreements(
    journal: Journal, elsewhere: Opener, lise: Person
) -> None:
    _write(journal, "hej", "! ring til kunden")
    other = elsewhere(journal)
    _write(journal, "hej")
    _write(journal, "! ring til kunden", "hej")
    _write(other, "hej", "! ring til kunden nu")
    sync(other, journal)
    journal.refresh()
    note = journal.meetings.on(lise.id, MONDAY).text
    journal.meetings.write(lise.id, MONDAY, note + "\nmere")
    assert sorted(_texts(journal)) == ["ring til kunden", "ring til kunden nu"]
    journal.meetings.write(lise.id, MONDAY, note + "\nmere endnu")
    assert len(_texts(journal)) == 2


def test_a_line_removed_here_and_decided_on_there_keeps_its_record(
    journal: Journal, elsewhere: Opener, lise: Person
) -> None:
    _write(journal, "hej", "! ring til kunden fre")
    made = _agreement(journal)
    other = elsewhere(journal)
    other.agreements.adjust(made.id, date(2026, 4, 1))
    sync(other, journal)
    _write(journal, "hej")
    assert _agreement(journal).due == date(2026, 4, 1)


def test_a_note_about_nobody_known_captures_nothing(journal: Journal) -> None:
    journal.meetings.write("260302-nobody", MONDAY, "! ring til kunden")
    assert journal.agreements.all() == ()
    assert [one.text for one in journal.meetings.all()] == ["! ring til kunden"]


@pytest.mark.usefixtures("lise")
def test_hostile_lines_are_text(journal: Journal) -> None:
    lines = [
        "! [@click=app.quit]x[/] \x1b]52;c;eA==\x07",
        "? \u202enna",
        "+ \x00nul",
        "! >",
        "!",
        "?",
        "! >nobody ring",
    ]
    _write(journal, *lines)
    assert journal.meetings.all()[0].text.split("\n") == lines
    _write(journal, *lines, "mere")
    assert len(journal.agreements.all()) == len(journal.table("agreements"))
