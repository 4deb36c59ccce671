"""The weigh-ins of a journal, by week."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from leadercli.model.records import WeighIn


def by_week(history: Iterable[WeighIn]) -> dict[str, WeighIn]:
    """Return the weigh-ins by week, oldest week first, without what is in the bin.

    Should two stand for one week, the one written last is taken.
    """
    kept = (week for week in history if week.deleted is None)
    return {week.week: week for week in sorted(kept, key=lambda it: (it.week, it.at or datetime.min, it.id))}


def previous(history: Iterable[WeighIn], week: str) -> WeighIn | None:
    """Return the latest weigh-in before a week."""
    before = [it for name, it in by_week(history).items() if name < week]
    return before[-1] if before else None
