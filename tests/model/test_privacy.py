"""The gate: what is only for the leader stays, unless it is asked for."""

from __future__ import annotations

from datetime import date

import pytest

from leadercli.model.privacy import is_private, shared_only, shared_record, shared_value
from leadercli.model.records import Agreement, InboxItem
from leadercli.model.schema import TABLES

NOTE = {"day": "2026-03-02", "text": "godt humør\n% træt"}


@pytest.mark.parametrize("table", TABLES)
def test_a_private_record_stays_whatever_it_is(table: str) -> None:
    assert is_private(table, {"private": True})
    assert shared_record(table, {"private": True}) is None
    assert shared_record(table, {"private": True}, private=True) == {"private": True}


def test_private_lines_of_a_note_stay() -> None:
    assert shared_record("meetings", NOTE) == {"day": "2026-03-02", "text": "godt humør"}
    assert shared_record("meetings", NOTE, private=True) is NOTE
    assert shared_value("meetings", NOTE["text"]) == "godt humør"


def test_the_private_line_that_made_a_record_stays() -> None:
    assert shared_record("inbox", {"text": "ferie", "source": "%? ferie"}) == {"text": "ferie"}
    whole = {"text": "100 % sikker", "source": "? 100 % sikker"}
    assert shared_record("inbox", whole) is whole
    assert shared_value("inbox", "% sikker") == "% sikker"


def test_records_that_are_read_pass_the_same_gate() -> None:
    shared, own = Agreement("a", "ring", due=date(2026, 3, 2)), InboxItem("b", "p", "ferie", private=True)
    assert shared_only([shared, own]) == [shared]
    assert shared_only([shared, own], private=True) == [shared, own]
