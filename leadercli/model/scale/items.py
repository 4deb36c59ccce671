"""What lies on the scale: the default loads and resources, and the leader's own changes to them.

The defaults are derived from what the sources say about leaders' working conditions; the picture of the
original scale is not in their text. Names are English messages, translated by `leadercli.locale`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from leadercli.model.records import ScaleItem, Side

# id, side, name. Ids are stored with every rating and never change. Names fit a column of 24 characters.
DEFAULTS: Final[tuple[tuple[str, Side, str], ...]] = (
    ("workload", "load", "Workload and time"),
    ("cross_pressure", "load", "Cross-pressure"),
    ("own_expectations", "load", "My own high expectations"),
    ("expectations", "load", "Others' expectations"),
    ("unclear_demands", "load", "Unclear demands"),
    ("emotional_demands", "load", "Emotional demands"),
    ("complexity", "load", "Complexity"),
    ("pace", "load", "Pace of change"),
    ("alone", "load", "Standing alone"),
    ("influence", "resource", "Influence and autonomy"),
    ("meaning", "resource", "Meaning"),
    ("predictability", "resource", "Predictability"),
    ("recognition", "resource", "Recognition"),
    ("manager_support", "resource", "Support from my manager"),
    ("peer_support", "resource", "Support among leaders"),
    ("trust", "resource", "Safety and trust"),
    ("fairness", "resource", "Fairness"),
    ("recovery", "resource", "Recovery"),
    ("reflection", "resource", "Time for reflection"),
)

# Between two neighbours there is room to put an own item; own items without a place of their own come last.
_STEP = 10
_LAST = 1_000_000


def is_default(item_id: str) -> bool:
    """Tell whether an id is one of the default items."""
    return any(item_id == known for known, _, _ in DEFAULTS)


def catalogue(own: Iterable[ScaleItem] = ()) -> tuple[ScaleItem, ...]:
    """Return every item, retired ones too: loads first, each side in order.

    `own` are the leader's records. One with the id of a default renames, moves or retires it and keeps its
    side; any other adds an item. An order of 0 keeps the default's place, or puts an added item last. What
    lies in the bin counts for nothing, so a default whose record is there is as it was.
    """
    mine = {item.id: item for item in own if item.deleted is None}
    found: list[ScaleItem] = []
    for place, (item_id, side, _) in enumerate(DEFAULTS, start=1):
        change = mine.pop(item_id, None)
        if change is None:
            found.append(ScaleItem(item_id, side, order=place * _STEP))
        else:
            order = change.order or place * _STEP
            found.append(ScaleItem(item_id, side, change.name, order, change.retired))
    found.extend(mine.values())
    return tuple(sorted(found, key=_place))


def items(own: Iterable[ScaleItem] = ()) -> tuple[ScaleItem, ...]:
    """Return the items to rate: loads first, each side in order."""
    return tuple(item for item in catalogue(own) if not item.retired)


def _place(item: ScaleItem) -> tuple[bool, int, str]:
    return (item.side == "resource", item.order or _LAST, item.id)
