"""The items on the scale, and the leader's own changes to them."""

from datetime import datetime

import pytest

from leadercli.locale.texts import Texts
from leadercli.model.records import ScaleItem
from leadercli.model.scale.items import DEFAULTS, catalogue, is_default, items
from leadercli.words.scale import SCALE_NAMES, item_name


def ids(found):
    return [item.id for item in found]


def test_a_new_journal_has_nine_loads_then_ten_resources():
    found = items()
    assert [item.side for item in found] == ["load"] * 9 + ["resource"] * 10
    assert ids(found)[0] == "workload"
    assert ids(found)[-1] == "reflection"


def test_the_names_that_translators_find_are_those_of_the_items():
    assert {item_id: name for item_id, _, name in DEFAULTS} == SCALE_NAMES


@pytest.mark.parametrize("name", SCALE_NAMES.values())
def test_default_names_fit_their_column(name):
    assert 3 < len(name) <= 24


def test_an_item_is_called_what_the_leader_calls_it():
    texts = Texts("en")
    assert item_name(ScaleItem("workload", "load"), texts) == "Workload and time"
    assert item_name(ScaleItem("workload", "load", "Bunken"), texts) == "Bunken"
    assert item_name(ScaleItem("260302-x", "load"), texts) == "260302-x"


def test_renaming_keeps_side_and_place():
    found = items([ScaleItem("pace", "resource", "Tempo")])
    assert ids(found) == ids(items())
    renamed = next(item for item in found if item.id == "pace")
    assert (renamed.name, renamed.side) == ("Tempo", "load")


def test_a_retired_item_is_not_rated_but_stays_in_the_catalogue():
    own = [ScaleItem("alone", "load", retired=True)]
    assert "alone" not in ids(items(own))
    assert "alone" in ids(catalogue(own))


def test_an_added_item_comes_last_on_its_side_or_where_it_is_put():
    last = items([ScaleItem("own", "load", "Vagtplan")])
    assert ids(last)[9] == "own"
    assert last[10].side == "resource"
    between = items([ScaleItem("own", "load", "Vagtplan", order=15)])
    assert ids(between)[:3] == ["workload", "own", "cross_pressure"]


def test_a_default_can_be_moved():
    assert ids(items([ScaleItem("alone", "load", order=5)]))[0] == "alone"


def test_what_lies_in_the_bin_counts_for_nothing():
    at = datetime(2026, 3, 2)
    own = [
        ScaleItem("own", "load", "Vagtplan", deleted=at),
        ScaleItem("pace", "load", retired=True, deleted=at),
    ]
    assert items(own) == items()


def test_defaults_are_told_from_own_items():
    assert is_default("workload")
    assert not is_default("own")
