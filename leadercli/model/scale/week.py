"""All there is to see of one week on the scale, gathered once for whoever shows it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from leadercli.model.records import ScaleItem, WeighIn
from leadercli.model.scale.balance import Balance, rating, weigh
from leadercli.model.scale.due import Ask, asks, by_week, previous
from leadercli.model.scale.items import catalogue
from leadercli.model.scale.trend import own_mean


@dataclass(frozen=True, slots=True)
class Sheet:
    """One week: its weigh-in, the items to rate, what each was rated last, and what the ratings come to.

    `since` is the week of the weigh-in before, "" for none. `history` holds the week as it is shown; `everything`
    is the whole catalogue, retired items too.
    """

    week: WeighIn
    items: tuple[ScaleItem, ...]
    last: Mapping[str, int | None]
    since: str
    balance: Balance
    mean: float | None
    asks: tuple[Ask, ...]
    history: tuple[WeighIn, ...]
    everything: tuple[ScaleItem, ...]

    @property
    def complete(self) -> bool:
        """Whether every item is rated or said to be not relevant."""
        return all(item.id in self.week.ratings for item in self.items)


def read_sheet(
    history: Iterable[WeighIn],
    own: Iterable[ScaleItem],
    week: WeighIn,
    held: Mapping[str, int | None] | None = None,
) -> Sheet:
    """Gather a week. `own` are the leader's item records; `held` are ratings that are not in the journal yet.

    A retired item stands among the others in a week in which it was rated.
    """
    shown = replace(week, ratings={**week.ratings, **(held or {})})
    others = [one for one in history if one.week != week.week]
    everything = catalogue(own)
    before = previous(others, week.week)
    there = (*others, shown)
    return Sheet(
        week=shown,
        items=tuple(item for item in everything if not item.retired or rating(shown, item.id) is not None),
        last=last_values(others, week.week),
        since=before.week if before else "",
        balance=weigh(shown, everything),
        mean=own_mean(others, everything, week.week),
        asks=asks(there, everything, week.week),
        history=there,
        everything=everything,
    )


def last_values(history: Iterable[WeighIn], week: str) -> dict[str, int | None]:
    """Return what each item was rated last before a week: 1–5, or None when it was said to be not relevant.

    That is what the weigh-in before says, and of an item it left out, the latest rating there is.
    """
    found: dict[str, int | None] = {}
    for name, one in by_week(history).items():
        if name < week:
            kept = {item: value for item, value in found.items() if value is not None}
            found = {**kept, **one.ratings}
    return found


def next_unrated(order: Iterable[str], rated: Collection[str], at: str, passed: Collection[str] = ()) -> str | None:
    """Return the next item without a rating after `at`, round to the first again, or None.

    `at` itself and the items in `passed` are left out.
    """
    ids = list(order)
    place = ids.index(at) + 1 if at in ids else 0
    for item in (*ids[place:], *ids[:place]):
        if item != at and item not in rated and item not in passed:
            return item
    return None
