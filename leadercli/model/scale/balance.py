"""The balance of one week: how much weighs on the leader, how much carries, and which way it tilts.

The scale is a tool for dialogue, made without numbers; rating, means and tilt are this program's addition.
Nothing here judges: a tilt is told beside both levels, since low/low is another week than high/high.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from leadercli.model.records import ScaleItem, Side, WeighIn

Stand = Literal["unknown", "no_mean", "more_loaded", "as_usual", "less_loaded"]

# Below half of what applies, a tilt would say more about what was left out than about the week. Ours.
ENOUGH = 0.5
# A tilt this near to another is the same: with the default items, two or three of them moved one step. Ours.
SAME = 0.25


@dataclass(frozen=True, slots=True)
class Balance:
    """A week weighed: mean load and mean resource 1–5, their difference, and how much of the scale was rated.

    `tilt` is resource − load, −4 to 4, or None below half coverage or when a side has no rating. `of` counts
    the items that apply, `coverage` is rated / of.
    """

    load: float | None
    resource: float | None
    tilt: float | None
    rated: int
    of: int
    coverage: float


@dataclass(frozen=True, slots=True)
class Change:
    """An item rated differently from the time before."""

    item_id: str
    before: int
    now: int


def rating(week: WeighIn, item_id: str) -> int | None:
    """Return the rating 1–5 of an item, or None when it was not rated or is not relevant."""
    found = week.ratings.get(item_id)
    return found if isinstance(found, int) and 1 <= found <= 5 else None


def weigh(week: WeighIn, items: Iterable[ScaleItem]) -> Balance:
    """Weigh one week.

    An item rated "not relevant" does not apply and counts nowhere. A retired item counts in the weeks in
    which it was rated, so that retiring it does not change what the past weighed.
    """
    found: dict[Side, list[int]] = {"load": [], "resource": []}
    of = 0
    for item in items:
        given = rating(week, item.id)
        if given is not None:
            found[item.side].append(given)
        elif item.retired or item.id in week.ratings:
            continue
        of += 1
    load, resource = _mean(found["load"]), _mean(found["resource"])
    rated = len(found["load"]) + len(found["resource"])
    coverage = rated / of if of else 0.0
    tilt = None
    if load is not None and resource is not None and coverage >= ENOUGH:
        tilt = resource - load
    return Balance(load, resource, tilt, rated, of, coverage)


def in_words(balance: Balance, mean: float | None) -> Stand:
    """Place a week's tilt beside the leader's own mean tilt: the sentence to show, never a verdict.

    "unknown" when the week has no tilt, "no_mean" when there are no weeks before it to compare with.
    """
    if balance.tilt is None:
        return "unknown"
    if mean is None:
        return "no_mean"
    difference = round(balance.tilt - mean, 6)
    if abs(difference) < SAME:
        return "as_usual"
    return "more_loaded" if difference < 0 else "less_loaded"


def changes(previous: WeighIn, current: WeighIn) -> tuple[Change, ...]:
    """Return the items that were rated both times and differ, the largest step first."""
    found: list[Change] = []
    for item_id in current.ratings:
        before, now = rating(previous, item_id), rating(current, item_id)
        if before is not None and now is not None and before != now:
            found.append(Change(item_id, before, now))
    return tuple(sorted(found, key=lambda change: (-abs(change.now - change.before), change.item_id)))


def _mean(values: list[int]) -> float | None:
    return sum(values) / len(values) if values else None
