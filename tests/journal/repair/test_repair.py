"""A damaged, emptied or missing journal is put together again from every copy that can be read."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.journals.worlds import StandingClock, new_random, on_disk, patient, places_in, put_on_disk, seen

from leadercli.errors import JournalError
from leadercli.journal.journal import Journal
from leadercli.journal.local.backups import Backups
from leadercli.journal.opening import begin_journal, open_journal
from leadercli.journal.repair.repair import Repaired, repair
from leadercli.places import Places

Opener = Callable[[Journal], Journal]


def _lived_in(places: Places, clock: StandingClock) -> Journal:
    journal = begin_journal(places, clock, new_random())
    for name in ("Åse", "Lise", "Mads"):
        person = journal.people.add(name)
        journal.agreements.agree(f"ring til {name}", person_id=person.id)
        journal.meetings.write(person.id, clock().date(), f"hej {name}\n! send budgettet")
    return journal


@pytest.fixture
def lived(places: Places, clock: StandingClock) -> Journal:
    """A journal with three people and what was said and agreed."""
    return _lived_in(places, clock)


def _forget(places: Places) -> None:
    """Take away what this machine holds of the journal besides the file."""
    (places.journal_state / "held.json").unlink(missing_ok=True)
    for path in places.backups.glob("*"):
        path.unlink()


def _gave(done: Repaired) -> dict[str, int]:
    return {one.path.name: one.records for one in done.given if one.records}


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda whole: whole[: len(whole) // 2],
    "nearly all lost": lambda whole: whole[:40],
    "beginning lost": lambda whole: whole[len(whole) // 2 :],
    "zeros within": lambda whole: whole[:300] + b"\0" * 400 + whole[700:],
    "only zeros": lambda whole: b"\0" * len(whole),
    "emptied": lambda whole: b"",
    "another encoding": lambda whole: whole.decode().encode("utf-16"),
    "nonsense": lambda whole: b"<html>You are offline</html>",
    "a comma too many": lambda whole: whole.replace(b"}\n}", b"},\n}", 1),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_all_comes_back_from_what_this_machine_held(lived: Journal, clock: StandingClock, damage: str) -> None:
    before = seen(lived)
    broken = DAMAGE[damage](lived.places.journal.read_bytes())
    lived.places.journal.write_bytes(broken)
    done = repair(lived.places, clock)
    assert seen(open_journal(lived.places, clock, new_random())) == before
    assert done.saved
    backups = Backups(lived.places.backups)
    kept = [backups.read(one) for one in backups.all() if one.kind == "damaged"]
    assert kept == ([broken] if broken.strip(b"\0") else []), "what stood there lies untouched among the backups"


@pytest.mark.parametrize(
    "damage", ["cut off", "beginning lost", "zeros within", "another encoding", "a comma too many"]
)
def test_what_still_reads_is_rescued_when_there_is_no_copy(lived: Journal, clock: StandingClock, damage: str) -> None:
    before = {one.id for one in lived.agreements.all()} | {one.id for one in lived.people.all()}
    lived.places.journal.write_bytes(DAMAGE[damage](lived.places.journal.read_bytes()))
    _forget(lived.places)
    done = repair(lived.places, clock)
    again = open_journal(lived.places, clock, new_random())
    found = {one.id for one in again.agreements.all()} | {one.id for one in again.people.all()}
    assert found <= before
    assert len(found) >= 3
    assert done.given[0].records >= len(found)


def test_a_missing_journal_that_is_known_comes_back(lived: Journal, clock: StandingClock) -> None:
    before = seen(lived)
    lived.places.journal.unlink()
    done = repair(lived.places, clock)
    assert seen(open_journal(lived.places, clock, new_random())) == before
    assert (done.saved, done.kept) == (True, None)


def test_a_backup_alone_is_enough(lived: Journal, clock: StandingClock) -> None:
    before = seen(lived)
    _forget(lived.places)
    Backups(lived.places.backups).keep(lived.places.journal.read_bytes(), clock(), "regular")
    lived.places.journal.write_bytes(b"")
    (lived.places.journal_state / "known.json").unlink()
    repair(lived.places, clock)
    assert seen(open_journal(lived.places, clock, new_random())) == before


def test_what_was_written_after_the_backup_is_rescued_from_the_damaged_file(
    lived: Journal, clock: StandingClock
) -> None:
    _forget(lived.places)
    Backups(lived.places.backups).keep(lived.places.journal.read_bytes(), clock(), "regular")
    lived.agreements.agree("det nyeste")
    lived.people.edit(lived.people.named("Lise").id, {"role": "Leder"})
    before = seen(lived)
    (lived.places.journal_state / "held.json").unlink()
    whole = lived.places.journal.read_bytes()
    mads = next(line for line in whole.split(b"\n") if b'"name":"Mads"' in line)
    lived.places.journal.write_bytes(whole.replace(mads, mads[:30]))
    done = repair(lived.places, clock)
    assert seen(open_journal(lived.places, clock, new_random())) == before
    assert done.given[0].unread == 1


def test_conflict_copies_and_interrupted_saves_give_what_they_have(
    lived: Journal, elsewhere: Opener, clock: StandingClock
) -> None:
    other, third = elsewhere(lived), elsewhere(lived)
    other.people.add("Kim")
    third.people.add("Bo")
    folder = lived.places.journal.parent
    (folder / "journal (Lises modstridende kopi).json").write_bytes(other.places.journal.read_bytes())
    (folder / ".~journal.json-0123456789ab.tmp").write_bytes(third.places.journal.read_bytes())
    (folder / "shopping.json").write_text('{"journal": {"meta": {"journal_id": "someone else"}}, "people": {}}')
    lived.places.journal.write_bytes(b'{"journal": ')
    done = repair(lived.places, clock)
    names = {one.name for one in open_journal(lived.places, clock, new_random()).people.all()}
    assert names == {"Åse", "Lise", "Mads", "Kim", "Bo"}
    assert _gave(done)["journal (Lises modstridende kopi).json"] == 1
    assert _gave(done)[".~journal.json-0123456789ab.tmp"] == 1
    assert "shopping.json" not in [one.path.name for one in done.given]
    assert (folder / "shopping.json").exists()


def test_a_damaged_conflict_copy_gives_what_can_be_read_of_it(
    lived: Journal, elsewhere: Opener, clock: StandingClock
) -> None:
    other = elsewhere(lived)
    other.agreements.agree("kun her")
    copy = lived.places.journal.parent / "journal 2.json"
    copy.write_bytes(other.places.journal.read_bytes()[:-200])
    done = repair(lived.places, clock)
    assert "kun her" in {one.text for one in open_journal(lived.places, clock, new_random()).agreements.all()}
    assert _gave(done) == {"journal 2.json": 1} | _gave(done)
    assert (copy.exists(), done.moved) == (False, (copy,))
    assert [one.label for one in Backups(lived.places.backups).all() if one.kind == "damaged"] == ["journal 2.json"]


def test_a_journal_without_fault_is_left_alone(lived: Journal, clock: StandingClock) -> None:
    before = lived.places.journal.read_bytes()
    done = repair(lived.places, clock)
    assert not done.saved
    assert lived.places.journal.read_bytes() == before
    assert not [one for one in Backups(lived.places.backups).all() if one.kind in ("damaged", "before_repair")]


def test_repairing_twice_changes_nothing_more(lived: Journal, clock: StandingClock) -> None:
    lived.places.journal.write_bytes(lived.places.journal.read_bytes()[:-100])
    assert repair(lived.places, clock).saved
    content = lived.places.journal.read_bytes()
    assert not repair(lived.places, clock).saved
    assert lived.places.journal.read_bytes() == content


def test_an_edit_by_hand_that_reads_is_taken_in_and_asks_no_question(lived: Journal, clock: StandingClock) -> None:
    lise = lived.people.named("Lise").id
    tables = on_disk(lived)
    tables["people"][lise]["role"] = "ved hånden"
    put_on_disk(lived, tables)
    repair(lived.places, clock)
    again = on_disk(lived)["people"][lise]
    assert again["role"] == "ved hånden"
    assert "s" not in (again["~"] if isinstance(again["~"], dict) else {}), "no two versions"


def test_an_edit_by_hand_that_cannot_be_taken_in_gives_way_to_what_was_there(
    lived: Journal, clock: StandingClock
) -> None:
    before = seen(lived)
    tables = on_disk(lived)
    tables["people"][lived.people.named("Lise").id]["start"] = "i morgen"
    put_on_disk(lived, tables)
    edited = lived.places.journal.read_bytes()
    kept = repair(lived.places, clock).kept
    assert seen(open_journal(lived.places, clock, new_random())) == before
    assert kept is not None
    assert kept.path.read_bytes() == edited


def test_a_value_that_nothing_else_knows_better_is_kept_as_text(lived: Journal, clock: StandingClock) -> None:
    tables = on_disk(lived)
    tables["people"]["260302-aaaaaaaaaa"] = {"name": "Kim", "start": "i morgen"}
    put_on_disk(lived, tables)
    done = repair(lived.places, clock)
    assert [(one.id, one.field, one.was, one.value) for one in done.mended] == [
        ("260302-aaaaaaaaaa", "start", "i morgen", None)
    ]
    assert open_journal(lived.places, clock, new_random()).people.named("Kim").start is None
    assert [one["value"] for one in on_disk(lived)["rescued"].values()] == ["i morgen"]
    assert not repair(lived.places, clock).saved


def test_what_the_bin_and_later_edits_took_away_does_not_come_back(lived: Journal, clock: StandingClock) -> None:
    Backups(lived.places.backups).keep(lived.places.journal.read_bytes(), clock(), "regular")
    gone = lived.agreements.open()[0]
    lived.agreements.remove(gone.id)
    before = seen(lived)
    whole = lived.places.journal.read_bytes()
    lived.places.journal.write_bytes(whole[:-3])
    repair(lived.places, clock)
    assert seen(open_journal(lived.places, clock, new_random())) == before


def test_letters_that_are_held_without_a_doubt_are_not_guessed(lived: Journal, clock: StandingClock) -> None:
    before = seen(lived)
    lived.places.journal.write_bytes(lived.places.journal.read_bytes().replace("Å".encode(), b"\xc3\x20"))
    repair(lived.places, clock)
    assert seen(open_journal(lived.places, clock, new_random())) == before
    assert "\\u" not in lived.places.journal.read_text()


def test_a_newer_journal_is_not_written(lived: Journal, clock: StandingClock) -> None:
    tables = on_disk(lived)
    tables["journal"]["meta"]["schema"] = 99
    newer = json.dumps(tables).encode()
    for content in (newer, newer[:-100]):
        lived.places.journal.write_bytes(content)
        with pytest.raises(JournalError, match="newer leadercli"):
            repair(lived.places, clock)
        assert lived.places.journal.read_bytes() == content


def test_another_journal_that_is_damaged_is_not_written_over(
    lived: Journal, clock: StandingClock, tmp_path: Path
) -> None:
    other = _lived_in(places_in(tmp_path / "other"), clock).places.journal.read_bytes()[:-10]
    lived.places.journal.write_bytes(other)
    with pytest.raises(JournalError, match="another journal"):
        repair(lived.places, clock)
    assert lived.places.journal.read_bytes() == other


def test_nothing_to_repair_from(places: Places, clock: StandingClock) -> None:
    places.journal.parent.mkdir(parents=True)
    for content in (b"", b"hello"):
        places.journal.write_bytes(content)
        with pytest.raises(JournalError, match="nothing to repair"):
            repair(places, clock)
        assert places.journal.read_bytes() == content


def test_a_known_journal_of_which_nothing_is_left(lived: Journal, clock: StandingClock) -> None:
    lived.places.journal.write_bytes(b"")
    _forget(lived.places)
    with pytest.raises(JournalError, match="no copy and no backup"):
        repair(lived.places, clock)
    assert lived.places.journal.read_bytes() == b""


def test_what_a_sync_client_puts_there_in_the_last_moment_is_not_lost(
    lived: Journal, clock: StandingClock, monkeypatch: pytest.MonkeyPatch, elsewhere: Opener
) -> None:
    other = elsewhere(lived)
    other.people.add("Kim")
    content = other.places.journal.read_bytes()
    lived.places.journal.write_bytes(b"{")
    keep = Backups.keep

    def keep_while_syncing(self: Backups, *arguments: object) -> object:
        kept = keep(self, *arguments)  # type: ignore[arg-type]
        lived.places.journal.write_bytes(content)
        return kept

    monkeypatch.setattr(Backups, "keep", keep_while_syncing)
    repair(lived.places, clock)
    monkeypatch.undo()
    names = {one.name for one in open_journal(lived.places, clock, new_random()).people.all()}
    assert names == {"Åse", "Lise", "Mads", "Kim"}


def test_a_record_that_damage_has_put_together_does_not_replace_the_true_one(
    lived: Journal, clock: StandingClock
) -> None:
    first, other = lived.agreements.agree("det sande", owner="them"), lived.agreements.agree("det andet")
    lines = lived.places.journal.read_bytes().split(b"\n")
    true = next(line for line in lines if line.startswith(b'"%b"' % first.id.encode()))
    later = next(line for line in lines if line.startswith(b'"%b"' % other.id.encode()))
    put_together = true[: true.index(b'"text"')] + later[later.index(b'"text"') :]
    lived.places.journal.write_bytes(b"\n".join(lines).replace(true, put_together)[:-2])
    repair(lived.places, clock)
    found = on_disk(lived)["agreements"][first.id]
    assert "det sande" in json.dumps(found)


@patient
@given(st.data())
def test_any_damage_is_mended_without_a_word_lost(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        clock = StandingClock()
        journal = _lived_in(places_in(Path(folder)), clock)
        before = seen(journal)
        content = bytearray(journal.places.journal.read_bytes())
        for _ in range(data.draw(st.integers(1, 3))):
            at, size = data.draw(st.integers(0, len(content))), data.draw(st.integers(1, 300))
            content[at : at + size] = data.draw(st.sampled_from([b"", b"\0" * size, b"\xff", b"}", b'"', b",\n"]))
        journal.places.journal.write_bytes(content)
        try:
            open_journal(journal.places, clock, new_random())
            return  # what reads is for the rules of catching up
        except JournalError:
            pass
        try:
            repair(journal.places, clock, new_random())
        except JournalError:
            assert journal.places.journal.read_bytes() == content
            return
        after = seen(open_journal(journal.places, clock, new_random()))
        for kind, records in before.items():
            assert {one.id for one in records} <= {one.id for one in after[kind]}, kind
