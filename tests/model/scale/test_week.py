"""One week on the scale, gathered."""

from leadercli.model.records import ScaleItem, WeighIn
from leadercli.model.scale.items import items
from leadercli.model.scale.week import last_values, next_unrated, read_sheet

BEFORE = [
    WeighIn("7", "2026-W07", {"pace": 3, "meaning": 4, "trust": 2}),
    WeighIn("8", "2026-W08", {"pace": 5, "trust": None}, turn_down="pace"),
]
EMPTY = WeighIn("9", "2026-W09")


def test_last_is_the_weigh_in_before_and_for_what_it_left_out_the_latest_rating():
    assert last_values(BEFORE, "2026-W09") == {"pace": 5, "meaning": 4, "trust": None}
    assert last_values(BEFORE, "2026-W08") == {"pace": 3, "meaning": 4, "trust": 2}
    assert last_values(BEFORE, "2026-W07") == {}


def test_not_relevant_long_ago_says_nothing_about_now():
    later = WeighIn("9", "2026-W09", {"pace": 4})
    assert last_values([*BEFORE, later], "2026-W10") == {"pace": 4, "meaning": 4}


def test_ratings_that_are_held_count_as_the_weeks_own():
    sheet = read_sheet(BEFORE, [], EMPTY, {"pace": 4, "meaning": 2})
    assert sheet.week.ratings == {"pace": 4, "meaning": 2}
    assert sheet.balance.rated == 2
    assert sheet.history[-1].ratings == {"pace": 4, "meaning": 2}


def test_the_week_itself_is_not_its_own_last_week():
    now = WeighIn("9", "2026-W09", {"pace": 1})
    assert read_sheet([*BEFORE, now], [], now).last["pace"] == 5
    assert len(read_sheet([*BEFORE, now], [], now).history) == 3


def test_what_the_week_before_meant_to_turn_is_asked_for():
    sheet = read_sheet(BEFORE, [], EMPTY)
    assert sheet.since == "2026-W08"
    assert [ask.item_id for ask in sheet.asks] == ["pace"]


def test_a_retired_item_is_seen_in_the_weeks_that_rated_it():
    own = [ScaleItem("pace", "load", retired=True)]
    assert "pace" in [item.id for item in read_sheet(BEFORE, own, BEFORE[1]).items]
    assert "pace" not in [item.id for item in read_sheet(BEFORE, own, EMPTY).items]


def test_a_week_is_complete_when_each_item_is_rated_or_not_relevant():
    held = {item.id: 3 for item in items()}
    assert read_sheet([], [], EMPTY, held).complete
    assert read_sheet([], [], EMPTY, held | {"pace": None}).complete
    del held["pace"]
    assert not read_sheet([], [], EMPTY, held).complete


def test_the_next_unrated_item_is_looked_for_round_the_end():
    order = ["a", "b", "c", "d"]
    assert next_unrated(order, {"a"}, "a") == "b"
    assert next_unrated(order, {"a", "b", "d"}, "d") == "c"
    assert next_unrated(order, {"a", "d"}, "d", passed={"b"}) == "c"
    assert next_unrated(order, {"a", "b", "d"}, "c") is None
    assert next_unrated(order, {}, "") == "a"
