"""One value that cannot be read, in a copy or from another machine, does not close the journal to anyone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from support.journals.worlds import on_disk, seen, sync

from leadercli.journal.journal import Journal
from leadercli.journal.local.backups import Backups

Opener = Callable[[Journal], Journal]
FRIDAY = date(2026, 3, 6)


def _spoilt(journal: Journal) -> bytes:
    """Write a journal's file with a date that is none, under the mark of the program that wrote the right one."""
    content = journal.places.journal.read_bytes()
    assert b'"2026-03-06"' in content
    return content.replace(b'"2026-03-06"', b'"2026-13-45"')


def test_a_copy_with_a_bad_date_is_merged_without_it(journal: Journal, elsewhere: Opener, open_again: Opener) -> None:
    made = journal.agreements.agree("køb søm")
    other = elsewhere(journal)
    other.agreements.adjust(made.id, FRIDAY)
    other.agreements.edit(made.id, {"text": "køb skruer"})
    other.agreements.agree("noget helt andet")
    copy = journal.places.journal.with_name("journal (1).json")
    copy.write_bytes(_spoilt(other))
    again = open_again(journal)
    assert {one.text for one in again.agreements.open()} == {"køb skruer", "noget helt andet"}
    assert b"2026-13-45" not in again.places.journal.read_bytes()
    said = [str(remark) for remark in again.take_notices()]
    assert any("journal (1).json holds something that cannot be read" in one and made.id in one for one in said)
    assert [one.kind for one in Backups(again.places.backups).all() if one.label] == ["copy"]
    seen(open_again(journal))


def test_a_bad_date_that_another_machine_has_saved_does_not_lock_this_one_out(
    journal: Journal, elsewhere: Opener, open_again: Opener
) -> None:
    made = journal.agreements.agree("køb søm")
    other = elsewhere(journal)
    other.agreements.adjust(made.id, FRIDAY)
    other.people.add("Mads")
    for open_all_along in (False, True):
        other.places.journal.write_bytes(spoilt := _spoilt(other)) if not open_all_along else None
        sync(other, journal)
        reader = journal if open_all_along else open_again(journal)
        reader.refresh()
        assert [one.text for one in reader.agreements.open()] == ["køb søm"]
        assert [one.name for one in reader.people.all()] == ["Mads"]
        assert b"2026-13-45" not in reader.places.journal.read_bytes()
        assert spoilt in [Backups(reader.places.backups).read(one) for one in Backups(reader.places.backups).all()]
        seen(open_again(journal))


def test_a_named_file_with_a_bad_date_too(journal: Journal, elsewhere: Opener, tmp_path: Path) -> None:
    made = journal.agreements.agree("køb søm")
    other = elsewhere(journal)
    other.agreements.adjust(made.id, FRIDAY)
    other.agreements.agree("noget andet")
    assert journal.merge("other.json", _spoilt(other)) == 1
    assert {one.text for one in journal.agreements.open()} == {"køb søm", "noget andet"}
    assert made.id in str(journal.take_notices()[0])
    assert on_disk(journal)["agreements"][made.id].get("due") is None
