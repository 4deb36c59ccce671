"""`leadercli scale`: weigh in from the shell, and see how it stands."""

from __future__ import annotations

from typing import Any

import pytest

LOADS, RESOURCES = 9, 10


@pytest.fixture
def weighed(bare: Any) -> Any:
    """A shell with two whole weeks on the scale, 8 and 9."""
    bare.ok("scale", "log", "3" * (LOADS + RESOURCES), "--week", "8")
    digits = "4" * LOADS + "3" * RESOURCES
    bare.ok("scale", "log", digits, "--week", "2026-W09", "--note", "flytningen", "--turn-down", "workload")
    return bare


def test_log_says_how_it_weighs(bare: Any) -> None:
    said = bare.ok("scale", "log", "workload=5", "pace=4", "recov=2", "alone=0", "--week", "9")
    assert said.out.splitlines() == [
        "The scale · week 9 · 3 of 18 rated",
        "Load 4.5 · resources 2.0 · tilt –",
        "No tilt yet: it takes half of the scale, and both sides",
    ]
    assert said.err.endswith("To undo: leadercli undo\n")


def test_show_prints_each_item_both_levels_and_the_weeks_before(weighed: Any) -> None:
    text = weighed.ok("scale").out
    lines = text.splitlines()
    assert lines[0] == "The scale · week 9 · to Sunday 1 March · 19 of 19 rated"
    assert "  Workload and time         4  last 3" in lines
    assert "  Recovery                 3  last 3" in lines
    assert "Load 4.0 · resources 3.0 · tilt −1.0" in lines
    assert "More loaded than your own 8-week mean (tilt −1.0, mean 0.0)" in lines
    assert "What fills most: flytningen" in lines
    assert "To turn down: Workload and time" in lines
    assert lines[-2:] == ["  week 9  4.0   3.0        −1.0", "  week 8  3.0   3.0        0.0"]
    assert weighed.ok("scale", "show").out == text


def test_show_json_has_the_promised_shape(weighed: Any) -> None:
    found = weighed.ok("scale", "show", "--json").json
    assert found["week"] == "2026-W09"
    assert found["loads"]["workload"] == 4
    assert found["resources"]["recovery"] == 3
    assert (len(found["loads"]), len(found["resources"])) == (LOADS, RESOURCES)
    assert [found[key] for key in ("load", "resource", "tilt", "coverage", "note")] == [4, 3, -1, 1, "flytningen"]
    assert [(one["week"], one["tilt"], one["mean"]) for one in found["history"]] == [
        ("2026-W08", 0, None),
        ("2026-W09", -1, 0),
    ]


def test_not_rated_and_not_relevant_are_null(bare: Any) -> None:
    found = bare.ok("scale", "log", "4", "0", "--json").json
    assert list(found["loads"].values())[:3] == [4, None, None]
    assert found["not_relevant"] == ["cross_pressure"]
    assert found["coverage"] == round(1 / 18, 3)


def test_a_dash_passes_an_item_over(bare: Any) -> None:
    found = bare.ok("scale", "log", "4,-,2", "--json").json
    assert list(found["loads"].values())[:3] == [4, None, 2]
    assert found["not_relevant"] == []


def test_a_week_is_filled_bit_by_bit(bare: Any) -> None:
    bare.ok("scale", "log", "workload=4", "--week", "9")
    found = bare.ok("scale", "log", "pace=2", "--week", "27/2", "--json").json
    assert (found["week"], found["loads"]["workload"], found["loads"]["pace"]) == ("2026-W09", 4, 2)


@pytest.mark.parametrize(
    ("typed", "week"),
    [
        ("1/3", "2026-W09"),
        ("27/2", "2026-W09"),
        ("2026W9", "2026-W09"),
        ("i dag", "2026-W10"),
        ("28/2/2025", "2025-W09"),
    ],
)
def test_a_week_by_a_day_in_it(bare: Any, typed: str, week: str) -> None:
    assert bare.ok("scale", "show", "--week", typed, "--json").json["week"] == week


def test_on_a_monday_the_week_that_was_missed_is_meant(bare: Any) -> None:
    bare.ok("scale", "log", "4", "--week", "7")
    assert bare.ok("scale", "log", "4", "--json").json["week"] == "2026-W09"


def test_own_wording_in_danish(bare: Any) -> None:
    assert bare.ok("scale", "log", "workload=4", lang="da").code == 0


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["9"], "A rating is 1 to 5, or 0 for not relevant; “9” is neither."),
        (["workload=x"], "A rating is 1 to 5"),
        (["svømning=3"], "There is nothing called “svømning” on the scale. There are: Workload and time,"),
        (["s=3"], "“s” can be "),
        (["3" * 20], "There are more ratings than the 19 items on the scale."),
        (["3", "--week", "12"], "2026-W12 has not begun"),
        (["3", "--week", "snart"], "“snart” is not a week."),
        (["3", "--week", "2026-W60"], "“2026-W60” is not a week."),
        (["3", "--turn-down", "recovery"], "There is nothing called “recovery”"),
        ([], "Give ratings, such as workload=4"),
    ],
)
def test_what_is_not_understood_is_not_saved(bare: Any, words: list[str], part: str) -> None:
    said = bare("scale", "log", *words)
    assert (said.code, said.out) == (1, "")
    assert part in said.err
    assert not bare.path.exists()


def test_a_week_number_means_the_nearest(bare: Any) -> None:
    assert bare.ok("scale", "show", "--week", "52", "--json").json["week"] == "2025-W52"
    assert bare.ok("scale", "show", "--week", "20", "--json").json["week"] == "2026-W20"


def test_undo(weighed: Any) -> None:
    assert weighed.ok("undo").out.startswith("Undone: the scale, ")
    assert weighed.ok("scale", "show", "--json").json["week"] == "2026-W08"


def test_without_a_journal_nothing_is_rated(bare: Any) -> None:
    found = bare.ok("scale", "show", "--json").json
    assert (found["week"], found["load"], found["tilt"], found["history"]) == ("2026-W10", None, None, [])
