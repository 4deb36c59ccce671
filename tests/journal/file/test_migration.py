"""A journal of an older form is brought up, its old bytes kept; one of a newer form says what it needs."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from support.journals.worlds import StandingClock, on_disk, put_on_disk

from leadercli.errors import JournalError
from leadercli.journal.file.migration import MIGRATIONS, migrated, newer_trouble
from leadercli.journal.file.storage import SCHEMA, JournalStorage
from leadercli.journal.journal import Journal
from leadercli.journal.local.backups import Backups
from leadercli.journal.opening import migrate
from leadercli.locale.texts import Texts
from leadercli.model.schema import Raw, Tables


def _shout(tables: Tables) -> Mapping[str, Mapping[str, Raw]]:
    """Give every person a louder name, and the journal a table of its own."""
    loud = {id_: {**raw, "name": raw["name"].upper()} for id_, raw in tables.get("people", {}).items()}
    return {"people": loud, "moods": {"260302-aaaaaaaaaa": {"mood": "glad"}}}


def _ask(tables: Tables) -> Mapping[str, Mapping[str, Raw]]:
    """Let every person end in a question mark."""
    return {"people": {id_: {**raw, "name": raw["name"] + "?"} for id_, raw in tables["people"].items()}}


STEPS = {SCHEMA: _shout, SCHEMA + 1: _ask}


def _old(journal: Journal) -> JournalStorage:
    journal.people.add("Lise")
    tables = on_disk(journal)
    tables["unknown"] = {"a": {"b": 1}}
    tables["odd"] = [1, 2]
    tables["people"]["x"] = {"name": "Mads", "hologram": True}
    put_on_disk(journal, tables)
    storage = JournalStorage(journal.places.journal)
    storage.load()
    return storage


def test_every_form_from_the_first_to_the_present_has_its_step() -> None:
    assert set(MIGRATIONS) == set(range(1, SCHEMA))


def test_the_steps_are_gone_through_and_the_old_bytes_kept(journal: Journal, clock: StandingClock) -> None:
    storage, backups = _old(journal), Backups(journal.places.backups)
    old = journal.places.journal.read_bytes()
    assert migrate(storage, journal.places, clock, STEPS, SCHEMA + 2)
    assert {raw["name"] for raw in storage.tables["people"].values()} == {"LISE?", "MADS?"}
    assert storage.tables["journal"]["meta"]["schema"] == SCHEMA + 2
    assert storage.tables["journal"]["meta"]["needs"], "an older version can say what is needed"
    assert storage.tables["unknown"] == {"a": {"b": 1}}
    assert storage.tables["odd"] == [1, 2]
    assert storage.tables["people"]["x"]["hologram"] is True
    assert journal.places.journal.read_bytes() == old, "reading writes nothing"
    kept = [one for one in backups.all() if one.kind == "before_migration"]
    assert [backups.read(one) for one in kept] == [old]
    storage.save()
    assert json.loads(journal.places.journal.read_bytes()) == storage.tables


def test_tables_in_the_present_form_are_left_as_they_are(journal: Journal, clock: StandingClock) -> None:
    storage, backups = _old(journal), Backups(journal.places.backups)
    tables = storage.tables
    assert not migrate(storage, journal.places, clock, {}, SCHEMA)
    assert storage.tables is tables
    assert not [one for one in backups.all() if one.kind == "before_migration"]


def test_what_is_given_is_not_changed(journal: Journal) -> None:
    tables = _old(journal).tables
    before = json.dumps(tables)
    migrated(tables, STEPS, SCHEMA + 2)
    assert json.dumps(tables) == before


def test_a_form_without_a_step_is_refused(journal: Journal, clock: StandingClock) -> None:
    storage = _old(journal)
    with pytest.raises(JournalError, match=f"form {SCHEMA}, which this leadercli does not know"):
        migrate(storage, journal.places, clock, {}, SCHEMA + 1)


@pytest.mark.parametrize(
    ("more", "said"),
    [({"needs": "0.7"}, "Update to 0.7 or later"), ({}, f"form {SCHEMA + 1}, and this one writes form {SCHEMA}")],
)
def test_a_newer_journal_says_what_it_needs(journal: Journal, more: Raw, said: str) -> None:
    tables = on_disk(journal)
    tables["journal"]["meta"] |= {"schema": SCHEMA + 1, **more}
    assert said in newer_trouble(tables).sentence(Texts("en"))
