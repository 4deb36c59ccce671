"""Which week the scale asks for, and what it asks about."""

from datetime import date

from leadercli.model.records import ScaleItem, WeighIn
from leadercli.model.scale.due import Ask, ScaleDue, asks, scale_due, week_to_weigh
from leadercli.model.scale.items import catalogue, items

MONDAY, THURSDAY, FRIDAY, SUNDAY = (date(2026, 3, day) for day in (2, 5, 6, 8))  # week 10


def weighed(*weeks):
    return [WeighIn(week, week, {"workload": 3}) for week in weeks]


def test_on_monday_the_week_that_was_let_go_by_is_missing():
    assert scale_due(weighed("2026-W08"), MONDAY) == ScaleDue("2026-W09")
    assert scale_due(weighed("2026-W08"), THURSDAY) == ScaleDue("2026-W09")


def test_with_last_week_weighed_nothing_is_due_until_friday():
    history = weighed("2026-W09")
    assert scale_due(history, MONDAY) is None
    assert scale_due(history, THURSDAY) is None
    assert scale_due(history, FRIDAY) == ScaleDue("2026-W10")
    assert scale_due(history, SUNDAY) == ScaleDue("2026-W10")


def test_a_weighed_week_is_not_due_again():
    assert scale_due(weighed("2026-W10"), FRIDAY) is None


def test_at_the_end_of_the_week_only_the_running_week_is_asked_for():
    assert scale_due(weighed("2026-W08"), FRIDAY) == ScaleDue("2026-W10")


def test_after_months_away_one_week_is_asked_for():
    assert scale_due(weighed("2025-W40"), MONDAY) == ScaleDue("2026-W09")


def test_a_week_before_the_leader_began_or_passed_over_is_not_asked_for():
    assert scale_due(weighed("2026-W10"), MONDAY) is None
    assert scale_due(weighed("2026-W07", "2026-W10"), MONDAY) is None


def test_a_new_journal_is_invited_to_weigh_the_running_week():
    for day in (MONDAY, THURSDAY, FRIDAY, SUNDAY):
        assert scale_due([], day) == ScaleDue("2026-W10", first=True)


def test_a_weigh_in_without_any_rating_does_not_count():
    assert scale_due([*weighed("2026-W08"), WeighIn("x", "2026-W09")], MONDAY) == ScaleDue("2026-W09")


def test_the_scale_opens_on_what_is_due_else_on_the_running_week():
    assert week_to_weigh(weighed("2026-W08"), MONDAY) == "2026-W09"
    assert week_to_weigh(weighed("2026-W09"), MONDAY) == "2026-W10"


MEANT = WeighIn("8", "2026-W08", {"pace": 5}, turn_down="pace", turn_up="meaning", steps={"turn_down": "260220-abc"})


def test_the_next_weigh_in_asks_whether_the_turned_items_moved():
    assert asks([MEANT], items(), "2026-W09") == (
        Ask("pace", "down", "2026-W08", "260220-abc"),
        Ask("meaning", "up", "2026-W08"),
    )


def test_it_does_not_ask_about_what_is_answered_or_no_longer_on_the_scale():
    answered = WeighIn("9", "2026-W09", moved={"pace": "yes"})
    assert [ask.item_id for ask in asks([MEANT, answered], items(), "2026-W09")] == ["meaning"]
    without = catalogue([ScaleItem("pace", "load", retired=True)])
    assert [ask.item_id for ask in asks([MEANT], without, "2026-W09")] == ["meaning"]


def test_it_asks_only_about_the_weigh_in_before():
    assert asks([MEANT, WeighIn("9", "2026-W09", {"pace": 4})], items(), "2026-W10") == ()
    assert asks([], items(), "2026-W10") == ()
    assert asks([MEANT], items(), "2026-W08") == ()
