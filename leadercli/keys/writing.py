"""The keys of what is typed in: notes, forms, the search, the line at the bottom; and of the scale."""

from __future__ import annotations

from leadercli.keys.key import Key
from leadercli.locale import N_

WRITING: tuple[Key, ...] = (
    Key("form.save", "ctrl+s", "save_form", N_("Save"), N_("Save and go back"), True, True),
    Key(
        "form.leave",
        "escape",
        "leave",
        N_("Leave"),
        N_("Go back without saving; what you typed is here next time"),
        True,
        True,
    ),
    Key("form.next", "enter,down", "next_field", N_("Next field"), N_("Go on; on the last field: save"), True, True),
    Key("form.previous", "up", "previous_field", N_("Field before"), N_("Go back a field"), False, True),
    Key(
        "form.again",
        "ctrl+r",
        "start_over",
        N_("Start over"),
        N_("Forget what was typed and show what is saved"),
        True,
        True,
    ),
    Key(
        "form.back",
        "ctrl+z",
        "put_back",
        N_("Put back"),
        N_("Show the saved text of this line; again: what you typed"),
        False,
        True,
    ),
    Key("form.help", "f1", "app.help", N_("Help"), N_("The keys of this form"), True, True),
    Key(
        "filter.to_list",
        "enter,down,up",
        "to_list",
        N_("To the list"),
        N_("Go to the list, with what was typed still narrowing it"),
        True,
        True,
    ),
    Key("filter.all", "escape", "show_all", N_("Show all"), N_("Leave the filter and show all again"), True, True),
    Key(
        "note.leave",
        "escape,ctrl+s",
        "leave",
        N_("Save and close"),
        N_("Save the note, keep its agreements, and go back"),
        True,
        True,
    ),
    Key(
        "note.memory", "f4", "memory", N_("Memory"), N_("Show or hide last time, agreements and next time"), True, True
    ),
    Key(
        "note.more",
        "f5",
        "memory_on",
        N_("More memory"),
        N_("Scroll the memory on; from its end back to the top"),
        False,
        True,
    ),
    Key("note.private", "f3", "private", N_("Only me"), N_("Make this line only for you, or not"), True, True),
    *(
        Key(
            f"note.tick_{number}",
            f"alt+{number}",
            f"tick({number})",
            N_("Tick off"),
            N_("Tick off the line with this number at the left; again to carry it over"),
            True,
            True,
        )
        for number in range(1, 10)
    ),
    Key("note.help", "f1", "app.help", N_("Help"), N_("The signs and keys of a note"), True, True),
    Key("search.down", "down", "cursor_down", N_("Down"), N_("Next hit"), True, True),
    Key("search.up", "up", "cursor_up", N_("Up"), N_("Hit before"), False, True),
    Key("search.open", "enter", "open", N_("Open"), N_("Go to the hit"), True, True),
    Key("search.close", "escape", "close", N_("Close"), N_("Back to where you were"), True, True),
    Key("prompt.submit", "enter", "submit", N_("OK"), N_("Do it"), True, True),
    Key(
        "prompt.cancel",
        "escape",
        "cancel",
        N_("Cancel"),
        N_("Leave it; what you typed is kept for next time"),
        True,
        True,
    ),
    Key("prompt.complete", "tab", "complete", N_("Take the first"), N_("Fill in the first suggestion"), False, True),
)

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
