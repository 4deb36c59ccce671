"""Short ids mean one record each, whatever else is in the table."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from leadercli.cli.record_lines import short_ids
from leadercli.model.ids import ids_meant

day = st.sampled_from(["260302", "260303", "250101"])
tail = st.text("01236", min_size=10, max_size=10)
ids = st.sets(st.builds(lambda begun, rest: f"{begun}-{rest}", day, tail), max_size=40)


@given(ids)
def test_each_short_id_means_its_record_only(table: set[str]) -> None:
    for id_, typed in short_ids(table).items():
        assert ids_meant(typed, sorted(table)) == [id_]


@given(ids)
def test_none_is_longer_than_it_needs_to_be(table: set[str]) -> None:
    for id_, typed in short_ids(table).items():
        assert len(typed) >= 5
        if len(typed) > 5 and typed != id_:
            assert len(ids_meant(typed[:-1], sorted(table))) > 1


def test_ids_that_differ_early_are_five_signs_long() -> None:
    assert short_ids({"260302-abcdefghjk", "260303-bbcdefghjk"}) == {
        "260302-abcdefghjk": "abcde",
        "260303-bbcdefghjk": "bbcde",
    }


def test_an_id_of_another_make_is_kept_whole_if_need_be() -> None:
    assert short_ids({"other", "others"}) == {"other": "other", "others": "others"}
