"""The names of the default scale items, where the translators' tools find them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from leadercli.locale import N_

if TYPE_CHECKING:
    from leadercli.locale.texts import Texts
    from leadercli.model.records import ScaleItem

SCALE_NAMES: Final[dict[str, str]] = {
    "workload": N_("Workload and time"),
    "cross_pressure": N_("Cross-pressure"),
    "own_expectations": N_("My own high expectations"),
    "expectations": N_("Others' expectations"),
    "unclear_demands": N_("Unclear demands"),
    "emotional_demands": N_("Emotional demands"),
    "complexity": N_("Complexity"),
    "pace": N_("Pace of change"),
    "alone": N_("Standing alone"),
    "influence": N_("Influence and autonomy"),
    "meaning": N_("Meaning"),
    "predictability": N_("Predictability"),
    "recognition": N_("Recognition"),
    "manager_support": N_("Support from my manager"),
    "peer_support": N_("Support among leaders"),
    "trust": N_("Safety and trust"),
    "fairness": N_("Fairness"),
    "recovery": N_("Recovery"),
    "reflection": N_("Time for reflection"),
}


def item_name(item: ScaleItem, texts: Texts) -> str:
    """Return what an item is called: the leader's own word for it, else the translated default name."""
    return item.name or texts.t(SCALE_NAMES.get(item.id, "")) or item.id
