"""A week on the scale in JSON."""

from __future__ import annotations

from leadercli.cli.shapes import Shape
from leadercli.model.records import Side
from leadercli.model.scale.balance import rating
from leadercli.model.scale.trend import trend
from leadercli.model.scale.week import Sheet


def sheet_shape(sheet: Sheet) -> Shape:
    """Write a week; `history` has the weighed weeks of the year up to it, oldest first."""
    balance, week = sheet.balance, sheet.week
    points = trend(sheet.history, sheet.everything, week.week)
    return {
        "week": week.week,
        "loads": _ratings(sheet, "load"),
        "resources": _ratings(sheet, "resource"),
        "load": _rounded(balance.load),
        "resource": _rounded(balance.resource),
        "tilt": _rounded(balance.tilt),
        "coverage": _rounded(balance.coverage),
        "note": week.note,
        "history": [
            {
                "week": one.week,
                "load": _rounded(one.load),
                "resource": _rounded(one.resource),
                "tilt": _rounded(one.tilt),
                "mean": _rounded(one.mean),
            }
            for one in points
            if one.load is not None or one.resource is not None
        ],
        "rated": balance.rated,
        "of": balance.of,
        "not_relevant": [item.id for item in sheet.items if week.ratings.get(item.id, 0) is None],
        "names": {item.id: item.name for item in sheet.items if item.name},
        "mean": _rounded(sheet.mean),
        "balance": week.balance,
        "turn_down": week.turn_down or None,
        "turn_up": week.turn_up or None,
    }


def _ratings(sheet: Sheet, side: Side) -> dict[str, int | None]:
    return {item.id: rating(sheet.week, item.id) for item in sheet.items if item.side == side}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
