"""Drafts that programs left behind: all of them come back, once, and never from a program that still runs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from support.journals import draft_process
from support.journals.draft_process import FIRST, SECOND
from support.journals.worlds import StandingClock, new_random, places_in

from leadercli.errors import JournalError
from leadercli.journal.journal import Journal
from leadercli.journal.local.drafts import Draft
from leadercli.journal.note_drafts import left_behind, put_in_journal, taken_up
from leadercli.journal.opening import begin_journal, open_journal
from leadercli.journal.store.change import Change
from leadercli.journal.verbs.meetings import meeting_id

Opener = Callable[[Journal], Journal]
MONDAY = date(2026, 3, 2)
SCRIPT = Path(draft_process.__file__)


def begun(journal: Journal, text: str) -> Draft:
    """Write a draft of today's note about Lise in a program, from what it holds now."""
    lise = journal.people.named("Lise").id
    note = journal.meetings.on(lise, MONDAY)
    draft = Draft(note.id, lise, "2026-03-02", text, journal.clock().isoformat(), journal.meetings.base(note.id))
    journal.drafts.keep(draft)()
    return draft


def text(journal: Journal) -> str:
    """Today's note about Lise."""
    return journal.meetings.on(journal.people.named("Lise").id, MONDAY).text


def laid(journal: Journal) -> str:
    """Begin a note about Lise. Returns its id."""
    lise = journal.people.add("Lise").id
    return journal.meetings.write(lise, MONDAY, "top\nbund").id


def test_one_that_was_left_behind_is_taken_once(journal: Journal, open_again: Opener) -> None:
    note = laid(journal)
    begun(journal, "top\nmit\nbund")
    one, other = open_again(journal), open_again(journal)
    assert left_behind(one) == []
    assert taken_up(one, note) is None, "the program that writes it still runs"
    journal.presence.leave()
    assert [draft.text for draft in left_behind(one)] == ["top\nmit\nbund"]
    found = taken_up(one, note)
    assert found
    assert found.text == "top\nmit\nbund"
    assert taken_up(other, note) is None, "and now another writes it"
    assert left_behind(other) == []
    put_in_journal(one, found)
    assert text(open_again(one)) == "top\nmit\nbund"
    assert left_behind(one) == []


def test_of_several_the_latest_is_taken_and_the_older_ones_become_versions(
    journal: Journal, open_again: Opener, clock: StandingClock
) -> None:
    note = laid(journal)
    programs = [open_again(journal) for _ in range(3)]
    for number, program in enumerate(programs):
        clock.go(minutes=1)
        begun(program, f"top\nfra {number}\n! løfte {number}\nbund")
    for program in programs:
        program.presence.leave()
    last = open_again(journal)
    assert [draft.text for draft in left_behind(last)] == ["top\nfra 2\n! løfte 2\nbund"], "one line in the morning"
    found = taken_up(last, note)
    assert found
    assert found.text == "top\nfra 2\n! løfte 2\nbund"
    assert Counter(text(last).split("\n")) == Counter(["top", "bund", "fra 0", "! løfte 0", "fra 1", "! løfte 1"])
    put_in_journal(last, found)
    lines = text(open_again(last)).split("\n")
    assert Counter(lines) == Counter(
        ["top", "bund", *(f"fra {n}" for n in range(3)), *(f"! løfte {n}" for n in range(3))]
    )
    assert (lines[0], lines[-1]) == ("top", "bund")
    assert sorted(one.text for one in last.agreements.all()) == ["løfte 0", "løfte 1", "løfte 2"]
    assert list(last.drafts.folder.iterdir()) == []


def test_a_program_that_took_drafts_and_died_leaves_them_to_the_next(
    journal: Journal, open_again: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = laid(journal)
    programs = [open_again(journal) for _ in range(2)]
    for number, program in enumerate(programs):
        begun(program, f"top\nfra {number}\nbund")
        program.presence.leave()
    second = open_again(journal)
    assert len(second.drafts.take(note)) == 2
    second.presence.leave()
    third = open_again(journal)
    found = taken_up(third, note)
    assert found
    put_in_journal(third, found)
    assert Counter(text(third).split("\n")) == Counter(["top", "bund", "fra 0", "fra 1"])


def test_one_that_cannot_be_put_in_the_journal_stays(
    journal: Journal, open_again: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = laid(journal)
    programs = [open_again(journal) for _ in range(2)]
    for number, program in enumerate(programs):
        begun(program, f"top\nfra {number}\nbund")
        program.presence.leave()
    last = open_again(journal)

    def full(self: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("leadercli.journal.file.storage.JournalStorage.save", full)
    found = taken_up(last, note)
    assert found
    with pytest.raises(JournalError):
        put_in_journal(last, found)
    monkeypatch.undo()
    last.presence.leave()
    later = open_again(journal)
    found = taken_up(later, note)
    assert found
    put_in_journal(later, found)
    assert Counter(text(later).split("\n")) == Counter(["top", "bund", "fra 0", "fra 1"])


def test_one_without_anything_new_is_not_offered(journal: Journal, open_again: Opener) -> None:
    note = laid(journal)
    begun(journal, "top\nbund")
    journal.presence.leave()
    later = open_again(journal)
    later.meetings.add_lines(later.people.named("Lise").id, MONDAY, "fra kommandolinjen")
    assert left_behind(later) == []
    assert taken_up(later, note) is None
    assert list(later.drafts.folder.iterdir()) == []


def test_one_about_a_person_who_is_not_in_the_journal_waits_for_them(journal: Journal, open_again: Opener) -> None:
    lise = journal.people.add("Lise").id
    note = journal.meetings.on(lise, MONDAY).id
    nobody = meeting_id("260101-nobody", MONDAY)
    for id_, person in ((nobody, "260101-nobody"), (note, lise)):
        journal.drafts.keep(Draft(id_, person, "2026-03-02", "mit", journal.clock().isoformat()))()
    journal.presence.leave()
    later = open_again(journal)
    assert [draft.person_id for draft in left_behind(later)] == [lise]
    assert taken_up(later, nobody) is None
    assert [draft.text for draft in later.drafts.all()] == ["mit", "mit"], "both stay on disk"
    later.commit("add_person", "Nobody", Change("people", "260101-nobody", {"name": "Nobody"}))
    assert nobody in [draft.meeting_id for draft in left_behind(later)]
    found = taken_up(later, nobody)
    assert found
    put_in_journal(later, found)
    assert later.meetings.on("260101-nobody", MONDAY).text == "mit"
    assert nobody not in [draft.meeting_id for draft in left_behind(later)]


def test_what_the_shell_adds_meanwhile_meets_the_draft(journal: Journal, open_again: Opener) -> None:
    note = laid(journal)
    begun(journal, "top\nmit\nbund")
    journal.presence.leave()
    shell = open_again(journal)
    shell.meetings.add_lines(shell.people.named("Lise").id, MONDAY, "fra skallen")
    assert [draft.text for draft in left_behind(shell)] == ["top\nmit\nbund"]
    found = taken_up(shell, note)
    assert found
    put_in_journal(shell, found)
    assert text(shell) == "top\nmit\nbund\nfra skallen"


@pytest.mark.parametrize("typed", ["", "\nog mere"])
def test_one_that_began_from_what_the_journal_has_lost_brings_that_back_too(
    journal: Journal, open_again: Opener, typed: str
) -> None:
    note = laid(journal)
    lise, path = journal.people.named("Lise").id, journal.places.journal
    lost = path.read_bytes()
    journal.meetings.write(lise, MONDAY, "top\nhalvt skrevet\nbund", base=journal.meetings.base(note))
    begun(journal, "top\nhalvt skrevet\nbund" + typed)
    journal.presence.leave()
    path.write_bytes(lost)
    for held in journal.places.journal_state.glob("held*"):
        held.unlink()
    later = open_again(journal)
    assert text(later) == "top\nbund"
    (draft,) = left_behind(later)
    put_in_journal(later, draft)
    assert text(open_again(later)) == "top\nhalvt skrevet\nbund" + typed


def worlds(folder: Path, kind: str) -> list[tuple[int, list[str], list[str]]]:
    """Kill a program before each thing it does, then let another program write in the same note, and recover.

    Returns how many drafts were acknowledged, the lines that the note then has, and the agreements.
    """
    laid(begin_journal(places_in(folder / "before"), StandingClock(), new_random()))
    first = open_journal(places_in(folder / "before"), StandingClock(), new_random())
    first.meetings.write(first.people.named("Lise").id, MONDAY, "fælles\nslut")
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, str(SCRIPT), kind, str(folder)], env=env, check=True)
    found = []
    for world in sorted(one for one in folder.iterdir() if one.name != "before"):
        other, again = (open_journal(places_in(world), StandingClock(), new_random()) for _ in range(2))
        other.meetings.add_lines(other.people.named("Lise").id, MONDAY, "deres")
        again.refresh()
        draft = taken_up(again, again.meetings.on(again.people.named("Lise").id, MONDAY).id)
        if draft:
            put_in_journal(again, draft)
        after = open_journal(places_in(world), StandingClock(), new_random())
        assert left_behind(after) == []
        acknowledged = len((world / "acknowledged").read_bytes())
        found.append((acknowledged, text(after).split("\n"), [one.text for one in after.agreements.all()]))
    return found


def test_a_kill_at_any_moment_neither_loses_nor_doubles_a_line(tmp_path: Path) -> None:
    found = worlds(tmp_path, "ours")
    assert len(found) > 10
    for acknowledged, lines, agreements in found:
        assert max(Counter(lines).values()) == 1, lines
        assert {"fælles", "slut", "deres"} <= set(lines)
        kept = {0: set[str](), 1: set(FIRST.split("\n")), 2: set(SECOND.split("\n"))}[acknowledged]
        later = set(SECOND.split("\n"))
        assert set(lines) >= kept or set(lines) >= later
        assert agreements == (["ring"] if "! ring fre" in lines else [])
    assert {acknowledged for acknowledged, _, _ in found} == {0, 1, 2}


def test_the_check_finds_the_lines_that_a_naive_program_doubles(tmp_path: Path) -> None:
    """The negative control: the same kills, and drafts that do not name their commit."""
    assert any(max(Counter(lines).values()) > 1 for _, lines, _ in worlds(tmp_path, "naive"))
