"""Read ratings as they are typed in the shell."""

from __future__ import annotations

from collections.abc import Sequence

from leadercli.errors import Trouble
from leadercli.locale import N_
from leadercli.locale.scale_names import SCALE_NAMES, item_name
from leadercli.locale.texts import Texts
from leadercli.model.records import ScaleItem, Side
from leadercli.model.text import fold

_PASS = ("-", "–", "_")


def read_ratings(typed: Sequence[str], items: Sequence[ScaleItem], texts: Texts) -> dict[str, int | None]:
    """Read "item=4" and digits in the order of the items. Returns ratings, None for not relevant. Raises Trouble."""
    found: dict[str, int | None] = {}
    in_order = iter(items)
    for word in typed:
        name, equals, value = word.rpartition("=")
        if equals:
            found[the_item(name, None, items, texts).id] = read_rating(value)
            continue
        for sign in word.replace(",", ""):
            item = next(in_order, None)
            if item is None:
                raise Trouble(N_("There are more ratings than the {count} items on the scale."), count=len(items))
            if sign not in _PASS:
                found[item.id] = read_rating(sign)
    return found


def read_rating(typed: str) -> int | None:
    """Read 1 to 5, or 0 for not relevant. Raises Trouble."""
    if typed not in ("0", "1", "2", "3", "4", "5"):
        raise Trouble(N_("A rating is 1 to 5, or 0 for not relevant; “{value}” is neither."), value=typed)
    return int(typed) or None


def the_item(typed: str, side: Side | None, items: Sequence[ScaleItem], texts: Texts) -> ScaleItem:
    """Find the item that a typed name, or the beginning of one of its words, means. Raises Trouble."""
    wanted = fold(typed.strip().replace("_", " "))
    fitting = [item for item in items if side in (None, item.side)]
    exact = [item for item in fitting if wanted in _names(item, texts)]
    begun = [item for item in fitting if wanted and any(_begins(name, wanted) for name in _names(item, texts))]
    found = exact or begun
    if len(found) == 1:
        return found[0]
    shown = ", ".join(item_name(item, texts) for item in found or fitting)
    if found:
        raise Trouble(N_("“{name}” can be {items}. Type more of it."), name=typed, items=shown)
    raise Trouble(N_("There is nothing called “{name}” on the scale. There are: {items}."), name=typed, items=shown)


def _names(item: ScaleItem, texts: Texts) -> tuple[str, ...]:
    """List what an item may be called: by its id, in the person's language, and in English."""
    names = (item.id.replace("_", " "), item_name(item, texts), item.name or SCALE_NAMES.get(item.id, ""))
    return tuple(fold(name) for name in names if name)


def _begins(name: str, wanted: str) -> bool:
    return name.startswith(wanted) or any(word.startswith(wanted) for word in name.split())
