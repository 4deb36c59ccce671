"""Draw how the rhythm was kept, a sign a month; each sign says it without colour."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from leadercli.model.dates.format import short_month
from leadercli.model.people.rhythm import Kept

SIGNS: dict[Kept, str] = {"held": "●", "moved": "→", "cancelled": "×", "none": "·"}


def strip_signs(strip: Iterable[tuple[date, Kept]]) -> str:
    """Write a strip as signs, this month last."""
    return "".join(SIGNS[kept] for _, kept in strip)


def strip_months(strip: Iterable[tuple[date, Kept]], lang: str) -> str:
    """Write the first letter of each month of a strip, to stand over its signs."""
    return "".join(short_month(month, lang)[:1].upper() for month, _ in strip)
