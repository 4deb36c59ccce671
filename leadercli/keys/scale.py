"""The keys of the scale."""

from __future__ import annotations

from leadercli.keys.key import Key
from leadercli.locale.mark import N_

SCALE: tuple[Key, ...] = (
    Key("scale.next", "down,tab,j", "next", N_("Next"), N_("Next item"), False),
    Key("scale.previous", "up,shift+tab,k", "previous", N_("Previous"), N_("Item before"), False),
    *(
        Key(f"scale.rate_{number}", str(number), f"rate({number})", name, N_("Rate and go on"), False)
        for number, name in enumerate(
            (N_("Very little"), N_("Little"), N_("Some"), N_("Much"), N_("Very much")), start=1
        )
    ),
    Key("scale.not_relevant", "0", "rate(0)", N_("Not relevant"), N_("This item says nothing this week"), False),
    Key(
        "scale.keep", "enter", "keep", N_("As last week"), N_("Keep last week's value and go on; on a question: write")
    ),
    Key(
        "scale.keep_all", "l", "keep_all", N_("All as last"), N_("Keep last week's value for everything not rated yet")
    ),
    Key("scale.clear", "backspace,delete", "clear", N_("Clear"), N_("Take the rating back"), False),
    Key("scale.week_before", "left,h", "week(-1)", N_("Week before"), N_("Look at the week before"), False),
    Key("scale.week_after", "right", "week(1)", N_("Week after"), N_("Look at the week after"), False),
    Key("scale.items", "e", "items", N_("Own items"), N_("Add, rename or retire what you rate"), False),
    Key("scale.trend", "v", "trend", N_("The year"), N_("The year as a line, or item by item")),
    Key("scale.back", "escape", "back", N_("Back"), N_("From the year to the ratings, then one step back"), False),
    Key("scale_items.new", "plus", "new_item", N_("New item"), N_("Add a load or a resource, where you stand")),
    Key(
        "scale_items.retire",
        "r",
        "retire",
        N_("Retire"),
        N_("Stop asking for it; what you rated is kept. Again to take it back"),
    ),
)
