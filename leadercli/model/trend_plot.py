"""The year on the scale, drawn: both levels, and the tilt beside the leader's own 8-week mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from leadercli.model.dates.calendar import week_start
from leadercli.model.figures import level, signed
from leadercli.model.plot import Drawing, Line, Scale, draw_lines
from leadercli.model.scale.trend import TrendPoint

LOAD, RESOURCE, TILT, MEAN = "l", "r", "t", "m"
"""The roles in the drawings."""

TICKS = 3
"""How much room the widest tick takes with its axis: "+4┤"."""

_LEVELS = Scale(1, 5, tuple((step, str(step)) for step in (5, 4, 3, 2, 1)), middle=3)


@dataclass(frozen=True, slots=True)
class TrendWords:
    """The words in the drawings, translated and short, for they stand to the right; twelve short months."""

    load: str
    resource: str
    tilt: str
    mean: str
    months: Sequence[str]
    lang: str


def draw_levels(points: Sequence[TrendPoint], width: int, height: int, words: TrendWords) -> Drawing:
    """Draw both levels on the scale 1–5: resources drawn through, loads dashed, the newest values beside."""
    return draw_lines(_levels(points, words), width, height, _LEVELS, *_frame(points, words))


def draw_tilt(points: Sequence[TrendPoint], width: int, height: int, words: TrendWords) -> Drawing:
    """Draw the tilt through and the own mean dashed, from −2 to 2, or −4 to 4 when a week is beyond."""
    tilts = [point.tilt for point in points]
    edge = 2 if all(abs(tilt) <= 2 for tilt in tilts if tilt is not None) else 4
    scale = Scale(-edge, edge, ((edge, f"+{edge}"), (0, "0"), (-edge, f"−{edge}")), middle=0)
    return draw_lines(_tilts(points, words), width, height, scale, *_frame(points, words))


def month_marks(points: Sequence[TrendPoint], months: Sequence[str]) -> list[tuple[int, str]]:
    """Return where each month begins, (place, name). A week is of the month of its Thursday, as in ISO."""
    thursdays = [week_start(point.week) + timedelta(days=3) for point in points]
    return [
        (place, months[day.month - 1])
        for place, day in enumerate(thursdays)
        if place and day.month != thursdays[place - 1].month
    ]


def _levels(points: Sequence[TrendPoint], words: TrendWords) -> list[Line]:
    return [
        _line([point.resource for point in points], words.resource, words.lang, False, RESOURCE),
        _line([point.load for point in points], words.load, words.lang, True, LOAD),
    ]


def _tilts(points: Sequence[TrendPoint], words: TrendWords) -> list[Line]:
    tilts = [point.tilt for point in points]
    newest = next((tilt for tilt in reversed(tilts) if tilt is not None), None)
    return [
        Line(tilts, f"{words.tilt} {signed(newest, words.lang)}", role=TILT),
        Line([point.mean for point in points], words.mean, dashed=True, role=MEAN),
    ]


def _frame(points: Sequence[TrendPoint], words: TrendWords) -> tuple[Sequence[tuple[int, str]], tuple[int, int]]:
    """Give both drawings the same months and margins, so that a week stands below itself."""
    lines = [*_levels(points, words), *_tilts(points, words)]
    return month_marks(points, words.months), (TICKS, max(len(line.legend) for line in lines))


def _line(values: list[float | None], name: str, lang: str, dashed: bool, role: str) -> Line:
    newest = next((value for value in reversed(values) if value is not None), None)
    return Line(values, f"{name} {level(newest, lang)}", dashed, role)
