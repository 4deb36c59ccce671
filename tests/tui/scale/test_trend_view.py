"""The year on the scale, drawn."""

import pytest

from leadercli.model.dates.calendar import weeks_up_to
from leadercli.model.scale.trend import TrendPoint
from leadercli.tui.scale.trend_view import TrendWords, draw_levels, draw_tilt, month_marks

MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
WORDS = TrendWords("Belastning", "Ressourcer", "Udslag", "8-ugers snit", MONTHS, "da")


def year(load, resource, mean=None):
    return [TrendPoint(week, load, resource, resource - load, mean) for week in weeks_up_to("2026-W09", 53)]


def test_the_levels_of_a_steady_year():
    assert draw_levels(year(3.5, 2.5), 75, 10, WORDS).rows == tuple(
        " " + row.removesuffix("|")
        for row in """
5┤                                                                        |
 │                                                                        |
4┤                                                                        |
 │⠒⠂ ⠒⠒ ⠐⠒⠂ ⠒⠒ ⠐⠒⠂ ⠒⠒ ⠐⠒⠂ ⠒⠒ ⠐⠒⠂ ⠒⠒ ⠐⠒⠂ ⠒⠒ ⠐⠒⠂ ⠒⠒ ⠐⠒⠂ ⠒⠒ ╌╌ Belastning 3,5|
3┤·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·                   |
 │⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤ ── Ressourcer 2,5|
2┤                                                                        |
 │                                                                        |
1┤                                                                        |
   mar apr maj  jun jul  aug  sep okt  nov dec jan  feb                   |
""".strip("\n").splitlines()
    )


def test_a_week_stands_below_itself():
    points = year(3.5, 2.5, mean=0.0)
    levels, tilt = draw_levels(points, 74, 10, WORDS).rows, draw_tilt(points, 74, 6, WORDS).rows
    assert levels[-1] == tilt[-1], "the same months"
    assert {row[2] for row in (*levels[:-1], *tilt[:-1])} == set("│┤"), "one axis"


def test_the_tilt_stands_beside_the_own_mean_on_a_fixed_scale():
    found = draw_tilt(year(3.5, 2.5, mean=0.0), 74, 6, WORDS).rows
    assert [row[:3] for row in found] == ["+2┤", "  │", " 0┤", "  │", "−2┤", "   "]
    assert "── Udslag −1,0" in found[3]
    assert "╌╌ 8-ugers snit" in found[2]


@pytest.mark.parametrize(("resource", "edge"), [(3.0, "+2┤"), (3.1, "+4┤")])
def test_a_week_beyond_two_widens_the_scale(resource, edge):
    assert draw_tilt(year(1.0, resource), 74, 6, WORDS).rows[0].startswith(edge)


def test_months_begin_with_the_week_whose_thursday_is_in_them():
    points = [TrendPoint(week) for week in ("2025-W52", "2026-W01", "2026-W02", "2026-W05", "2026-W06")]
    assert month_marks(points, MONTHS) == [(1, "jan"), (4, "feb")]


def test_the_newest_numbers_are_told_though_the_last_weeks_are_missing():
    points = [*year(3.5, 2.5)[:-3], *(TrendPoint(week) for week in ("2026-W07", "2026-W08", "2026-W09"))]
    assert "Belastning 3,5" in "\n".join(draw_levels(points, 74, 10, WORDS).rows)
