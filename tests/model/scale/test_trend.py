"""The scale over a year of weeks."""

import pytest

from leadercli.model.records import ScaleItem, WeighIn
from leadercli.model.scale.items import catalogue
from leadercli.model.scale.trend import TrendPoint, item_trend, last_rated, own_mean, own_tilts, trend

ITEMS = (ScaleItem("workload", "load"), ScaleItem("meaning", "resource"))


def weighed(week, load, resource):
    return WeighIn(week, week, {"workload": load, "meaning": resource})


HISTORY = (weighed("2026-W06", 4, 3), weighed("2026-W08", 2, 4), weighed("2026-W09", 5, 3))


def test_the_trend_is_a_year_of_weeks_with_gaps_left_open():
    found = trend(HISTORY, ITEMS, "2026-W09")
    assert len(found) == 53
    assert found[0].week == "2025-W09"
    assert [(it.week, it.load, it.resource, it.tilt) for it in found[-4:]] == [
        ("2026-W06", 4, 3, -1),
        ("2026-W07", None, None, None),
        ("2026-W08", 2, 4, 2),
        ("2026-W09", 5, 3, -2),
    ]


def test_each_week_stands_beside_the_mean_of_the_eight_before_it():
    assert [it.mean for it in trend(HISTORY, ITEMS, "2026-W10", 5)] == [
        None,
        -1,
        -1,
        0.5,
        pytest.approx(-1 / 3),
    ]


def test_the_mean_reaches_back_before_the_first_week_shown():
    assert trend(HISTORY, ITEMS, "2026-W09", 1) == (TrendPoint("2026-W09", 5, 3, -2, 0.5),)


def test_the_own_mean_takes_the_eight_calendar_weeks_before_and_not_the_week_itself():
    long = [weighed(f"2026-W{n:02d}", 1, 1 if n < 12 else 3) for n in range(1, 21)]
    assert own_mean(long, ITEMS, "2026-W20") == 2
    assert own_tilts(long, ITEMS, "2026-W14") == (0, 0, 0, 0, 0, 0, 2, 2)
    assert own_mean(long, ITEMS, "2026-W30") is None
    assert own_mean(long, ITEMS, "2026-W14", weeks=2) == 2


def test_adding_an_item_leaves_the_past_as_it_was():
    own = [ScaleItem(f"own{n}", "load", "Ny") for n in range(8)]
    with_new = (*HISTORY, WeighIn("n", "2026-W10", {"workload": 3, "meaning": 3, **{it.id: 3 for it in own}}))
    assert trend(with_new, (*ITEMS, *own), "2026-W10")[-4:-1] == trend(HISTORY, ITEMS, "2026-W09")[-3:]


def test_the_newest_week_is_asked_about_every_item():
    own = [ScaleItem(f"own{n}", "load", "Ny") for n in range(8)]
    assert trend(HISTORY, (*ITEMS, *own), "2026-W09")[-1].tilt is None


def test_retiring_an_item_leaves_the_past_as_it_was():
    retired = (ScaleItem("workload", "load", retired=True), ITEMS[1])
    assert trend(HISTORY, retired, "2026-W09") == trend(HISTORY, ITEMS, "2026-W09")


def test_a_default_that_was_never_answered_is_missing_in_every_week():
    assert all(point.tilt is None for point in trend(HISTORY, catalogue(), "2026-W10"))


def test_an_items_own_trend_has_the_same_weeks():
    assert item_trend(HISTORY, "workload", "2026-W09", 4) == (4, None, 2, 5)
    assert item_trend(HISTORY, "meaning", "2026-W09") == tuple(
        None if it.resource is None else int(it.resource) for it in trend(HISTORY, ITEMS, "2026-W09")
    )


def test_the_latest_rating_of_an_item_may_be_weeks_ago():
    history = (*HISTORY, WeighIn("x", "2026-W10", {"workload": None}))
    assert last_rated(history, "workload") == ("2026-W09", 5)
    assert last_rated(history, "workload", before="2026-W09") == ("2026-W08", 2)
    assert last_rated(history, "pace") is None
