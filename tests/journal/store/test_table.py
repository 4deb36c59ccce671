"""Records are read once, and again only when they have changed, however many there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from support.journals.worlds import sync

from leadercli.journal.file import format as text_form
from leadercli.journal.history.undo import undo
from leadercli.journal.journal import Journal
from leadercli.journal.store.change import Change
from leadercli.journal.store.table import Table

Opener = Callable[[Journal], Journal]
MANY = 10_000


def _many(journal: Journal) -> list[str]:
    ids = [f"260302-{number:010}" for number in range(MANY)]
    journal.commit("import", "", *(Change("agreements", id_, {"text": f"nr {id_}", "state": "open"}) for id_ in ids))
    return ids


def _counted(journal: Journal) -> tuple[Table[Any], list[str]]:
    read: list[str] = []
    decode = journal.agreements.table._decode

    def counting(id_: str, raw: dict[str, Any]) -> Any:
        read.append(id_)
        return decode(id_, raw)

    return Table(journal, "agreements", counting), read


def test_one_change_among_ten_thousand_reads_and_writes_one_record(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = _many(journal)
    table, read = _counted(journal)
    assert len(table.all()) == len(read) == MANY
    written: list[str] = []
    value = text_form._value

    def counting(table: str, id_: str, raw: Any) -> bytes:
        written.append(id_)
        return value(table, id_, raw)

    monkeypatch.setattr(text_form, "_value", counting)
    journal.agreements.complete(ids[7])
    assert written == [ids[7]]
    assert len(table.all()) == MANY
    assert read[MANY:] == [ids[7]]
    assert len(table.where("state", "done")) == 1
    assert len(table.where("state", "open")) == MANY - 1
    assert read[MANY + 1 :] == []


def test_a_query_reads_only_what_it_gives(journal: Journal) -> None:
    ids = _many(journal)
    journal.agreements.complete(ids[3])
    table, read = _counted(journal)
    assert [one.id for one in table.where("state", "done")] == read == [ids[3]]
    assert table.get(ids[9])
    assert read == [ids[3], ids[9]]


def test_what_another_program_changed_is_read_anew_and_nothing_else(journal: Journal, open_again: Opener) -> None:
    ids = _many(journal)
    table, read = _counted(journal)
    table.all()
    open_again(journal).agreements.complete(ids[5])
    assert journal.refresh()
    assert [one.id for one in table.all() if one.state == "done"] == [ids[5]]
    assert read[MANY:] == [ids[5]]


def test_every_way_to_change_a_record_shows_at_once(journal: Journal, elsewhere: Opener) -> None:
    made = journal.agreements.agree("ring")
    states = []

    def look() -> None:
        states.append([one.text for one in journal.agreements.all()])

    look()
    journal.agreements.edit(made.id, {"text": "skriv"})
    look()
    undo(journal)
    look()
    other = elsewhere(journal)
    other.agreements.edit(made.id, {"text": "mød"})
    sync(other, journal)
    journal.refresh()
    look()
    journal.agreements.remove(made.id)
    look()
    assert states == [["ring"], ["skriv"], ["ring"], ["mød"], []]


def test_a_failed_batch_shows_nothing_of_itself_even_to_who_looked_inside(journal: Journal) -> None:
    made = journal.agreements.agree("ring")
    inside: list[str] = []
    with pytest.raises(ZeroDivisionError):
        _fail(journal, made.id, inside)
    assert inside == ["skriv"]
    assert journal.agreements.all() == (made,)


def _fail(journal: Journal, id_: str, inside: list[str]) -> None:
    with journal.batch("edit_agreement", ""):
        journal.agreements.edit(id_, {"text": "skriv"})
        inside += [one.text for one in journal.agreements.all()]
        raise ZeroDivisionError


def test_what_is_handed_out_cannot_change_the_journal(journal: Journal) -> None:
    made = journal.agreements.agree("ring")
    with pytest.raises(AttributeError):
        made.text = "skriv"  # type: ignore[misc]
    assert journal.agreements.all() == (made,)
