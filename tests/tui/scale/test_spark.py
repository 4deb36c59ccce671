"""Ratings as one line."""

from leadercli.tui.scale.chart import STEPS, spark


def test_the_height_is_the_ratings_own_and_not_that_of_the_others():
    assert spark([5, 5, 5]) == "▇▇▇"
    assert spark([1, 1]) == "▁▁"
    assert spark([1, 2, 3, 4, 5]) == STEPS


def test_a_week_without_a_rating_stays_open():
    assert spark([2, None, 4]) == "▂ ▆"
