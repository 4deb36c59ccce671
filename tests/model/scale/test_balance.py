"""One week on the scale, weighed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadercli.model.records import ScaleItem, WeighIn
from leadercli.model.scale.balance import Balance, Change, changes, in_words, weigh
from leadercli.model.scale.items import catalogue, items

ITEMS = (
    ScaleItem("a", "load"),
    ScaleItem("b", "load"),
    ScaleItem("x", "resource"),
    ScaleItem("y", "resource"),
)


def week(**ratings):
    return WeighIn("w", "2026-W09", ratings)


def test_the_tilt_is_mean_resource_minus_mean_load():
    assert weigh(week(a=4, b=5, x=3, y=4), ITEMS) == Balance(4.5, 3.5, -1.0, 4, 4, 1.0)


def test_low_and_low_tilts_like_high_and_high_but_the_levels_differ():
    low, high = weigh(week(a=1, b=1, x=1, y=1), ITEMS), weigh(week(a=5, b=5, x=5, y=5), ITEMS)
    assert low.tilt == high.tilt == 0
    assert (low.load, low.resource) == (1, 1)
    assert (high.load, high.resource) == (5, 5)


def test_not_relevant_leaves_the_scale_for_that_week():
    found = weigh(week(a=4, b=None, x=2, y=2), ITEMS)
    assert (found.rated, found.of, found.coverage) == (3, 3, 1.0)
    assert found.load == 4


def test_not_rated_counts_as_missing():
    found = weigh(week(a=4, x=2, y=2), ITEMS)
    assert (found.rated, found.of, found.coverage) == (3, 4, 0.75)


def test_half_coverage_is_enough_for_a_tilt_and_less_is_not():
    assert weigh(week(a=4, x=2), ITEMS).tilt == -2
    more = (*ITEMS, ScaleItem("c", "load"))
    found = weigh(week(a=4, x=2), more)
    assert (found.tilt, found.load, found.resource) == (None, 4, 2)


def test_a_side_without_a_rating_has_no_level_and_there_is_no_tilt():
    found = weigh(week(a=4, b=4), ITEMS)
    assert (found.load, found.resource, found.tilt) == (4, None, None)


def test_an_empty_week_weighs_nothing():
    assert weigh(week(), ITEMS) == Balance(None, None, None, 0, 4, 0.0)
    assert weigh(week(), ()) == Balance(None, None, None, 0, 0, 0.0)
    assert weigh(week(a=None, b=None, x=None, y=None), ITEMS).of == 0


def test_retiring_an_item_does_not_change_what_a_week_weighed():
    before = weigh(week(a=5, b=1, x=3, y=3), ITEMS)
    retired = (ScaleItem("a", "load", retired=True), *ITEMS[1:])
    assert weigh(week(a=5, b=1, x=3, y=3), retired) == before
    assert weigh(week(b=1, x=3, y=3), retired).of == 3


def test_a_rating_off_the_scale_is_no_rating():
    assert weigh(week(a=9, b=0, x=3, y=3), ITEMS).load is None


RATINGS = st.dictionaries(st.sampled_from([item.id for item in catalogue()]), st.none() | st.integers(1, 5))


@given(RATINGS)
def test_whatever_is_rated_the_numbers_hold_together(ratings):
    found = weigh(WeighIn("w", "2026-W09", ratings), items())
    assert 0 <= found.rated <= found.of <= 19
    assert 0 <= found.coverage <= 1
    assert found.load is None or 1 <= found.load <= 5
    assert found.resource is None or 1 <= found.resource <= 5
    if found.tilt is None:
        assert found.coverage < 0.5 or found.load is None or found.resource is None
    else:
        assert found.tilt == found.resource - found.load


@given(RATINGS, st.sampled_from([item.id for item in items() if item.side == "load"]), st.integers(1, 4))
def test_a_heavier_load_never_tilts_towards_resources(ratings, item_id, step):
    lighter = weigh(WeighIn("w", "2026-W09", {**ratings, item_id: step}), items())
    heavier = weigh(WeighIn("w", "2026-W09", {**ratings, item_id: step + 1}), items())
    assert (lighter.tilt is None) == (heavier.tilt is None)
    assert lighter.tilt is None or heavier.tilt < lighter.tilt


@pytest.mark.parametrize(
    ("tilt", "mean", "stand"),
    [
        (None, 0.0, "unknown"),
        (0.0, None, "no_mean"),
        (-0.4, 0.1, "more_loaded"),
        (-0.4, -0.15, "more_loaded"),
        (-0.4, -0.2, "as_usual"),
        (0.5, 0.3, "as_usual"),
        (0.9, 0.3, "less_loaded"),
        (-1.5, -3.0, "less_loaded"),
    ],
)
def test_a_week_is_placed_beside_the_own_mean(tilt, mean, stand):
    assert in_words(Balance(3, 3, tilt, 19, 19, 1.0), mean) == stand


def test_changes_name_the_largest_step_first_and_only_what_was_rated_twice():
    before, now = week(a=2, b=3, x=5, y=1), week(a=3, b=3, x=2, y=None, z=4)
    assert changes(before, now) == (Change("x", 5, 2), Change("a", 2, 3))
