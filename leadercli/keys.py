"""The table of keys: the one place where keys, their names and their help stand. Screens build bindings from it."""

from __future__ import annotations

from dataclasses import dataclass

from leadercli.locale.mark import N_


@dataclass(frozen=True, slots=True)
class Key:
    """One binding. `keys` are Textual's names, comma-separated; `where` is the screen or widget it works on.

    `show` puts it in the footer; `priority` makes it work while text is being typed.
    """

    id: str
    keys: str
    action: str
    description: str
    tooltip: str
    show: bool = True
    priority: bool = False

    @property
    def where(self) -> str:
        """The screen or widget: the part of the id before the dot."""
        return self.id.partition(".")[0]


PLACES = {
    "app": N_("Everywhere"),
    "list": N_("In every list"),
    "today": N_("Today"),
    "people": N_("People"),
    "person": N_("Person"),
    "form": N_("Form"),
    "steps": N_("Next steps"),
    "filter": N_("Filter"),
    "note": N_("Conversation"),
    "scale": N_("The scale"),
    "scale_items": N_("Own items"),
    "search": N_("Search"),
    "prompt": N_("Line at the bottom"),
    "help": N_("Help"),
}
"""What the places are called, in the order of the help."""

TOGETHER = {
    "today": ("app", "list"),
    "people": ("app", "list"),
    "person": ("app", "list"),
    "form": ("app",),
    "steps": ("app", "list"),
    "filter": ("app",),
    "scale": ("app",),
    "scale_items": ("app", "list"),
    "note": ("app",),
    "search": ("app",),
    "prompt": ("app",),
    "help": ("app",),
}
"""Which other places' keys work at the same time, so that a clash between them can be found."""

KEYS: tuple[Key, ...] = (
    Key("app.today", "1,t", "view('today')", N_("Today"), N_("What was promised, whom to meet, yourself"), False),
    Key("app.people", "2", "view('people')", N_("People"), N_("Everyone you talk with"), False),
    Key("app.steps", "3", "view('steps')", N_("Next steps"), N_("All open agreements"), False),
    Key("app.scale", "4", "view('scale')", N_("The scale"), N_("Weigh your own week"), False),
    Key("app.note", "n", "note", N_("Note"), N_("Begin or go on with today's note: type a name")),
    Key("app.add", "a", "add", N_("Agreement"), N_("Write an agreement in one line: @name what when")),
    Key("app.person", "p", "person", N_("Person"), N_("Go to a person: type a name"), False),
    Key("app.search", "slash,s", "search", N_("Search"), N_("Search everything as you type")),
    Key("app.undo", "u,ctrl+z", "undo", N_("Undo"), N_("Take back the latest change"), False),
    Key("app.redo", "U,ctrl+y", "redo", N_("Redo"), N_("Make the undone change again"), False),
    Key("app.palette", "ctrl+p,colon", "palette", N_("Commands"), N_("All commands and people by name"), False),
    Key("app.help", "question_mark,f1", "help", N_("Help"), N_("The keys of this screen, and what it is for")),
    Key("app.theme", "f9", "theme", N_("Colours"), N_("Try the next colour theme"), False),
    Key("app.back", "escape", "back", N_("Back"), N_("One step back"), False),
    Key("app.quit", "q", "quit_here", N_("Quit"), N_("Close leadercli; everything is saved"), False),
    Key(
        "app.quit_now",
        "ctrl+q",
        "quit_now",
        N_("Quit"),
        N_("Close leadercli from anywhere; everything is saved"),
        False,
        True,
    ),
    Key("list.down", "down,j", "cursor_down", N_("Down"), N_("Next line"), False),
    Key("list.up", "up,k", "cursor_up", N_("Up"), N_("Line before"), False),
    Key("list.page_down", "pagedown", "page_down", N_("Page down"), N_("A page on"), False),
    Key("list.page_up", "pageup", "page_up", N_("Page up"), N_("A page back"), False),
    Key("list.first", "home,g", "first", N_("First"), N_("First line"), False),
    Key("list.last", "end,G", "last", N_("Last"), N_("Last line"), False),
    Key("list.next_group", "tab", "next_group", N_("Next group"), N_("First line of the next group"), False),
    Key("list.open", "enter", "open", N_("Open"), N_("Open what the cursor stands on")),
    Key("list.done", "x,space", "done", N_("Done"), N_("Done, raised, followed up; on a done one: open it again")),
    Key("list.move", "m", "move", N_("Move"), N_("New date: space for a day, + for a week, or type it, with a reason")),
    Key("list.drop", "d", "drop", N_("Drop"), N_("It is no longer to be done, or the conversation is cancelled")),
    Key("list.edit", "e", "edit", N_("Edit"), N_("Reword, or change who and when"), False),
    Key("list.delete", "D,delete", "delete", N_("Bin"), N_("Put in the bin"), False),
    Key(
        "people.new",
        "plus",
        "new_person",
        N_("New person"),
        N_("Add someone you talk with: a name, or name, role, rhythm"),
    ),
    Key("people.plan", "c", "plan", N_("Plan"), N_("Plan the next conversation: type a day, and a time")),
    Key("people.inbox", "i", "put_inbox", N_("Next time"), N_("Note something to raise next time")),
    Key(
        "people.rest",
        "w",
        "rest",
        N_("Pause"),
        N_("Let the rhythm rest, for leave or the like; again to take it up"),
        False,
    ),
    Key(
        "people.archive",
        "A",
        "archive",
        N_("Archive"),
        N_("Someone left: kept and found, no longer due; again to take it back"),
        False,
    ),
    Key("people.all", "v", "show_all", N_("Show archived"), N_("Show those who left too"), False),
    Key("person.inbox", "i", "put_inbox", N_("Next time"), N_("Note something to raise next time")),
    Key("person.plan", "c", "plan", N_("Plan"), N_("Plan the next conversation: type a day, and a time")),
    Key("person.edit", "E", "edit_person", N_("Edit person"), N_("Name, role, rhythm, dates and e-mail")),
    Key(
        "person.all",
        "v",
        "show_all",
        N_("Show closed"),
        N_("Show what is done, dropped and raised too, and all feedback"),
        False,
    ),
    Key(
        "person.rest",
        "w",
        "rest",
        N_("Pause"),
        N_("Let the rhythm rest, for leave or the like; again to take it up"),
        False,
    ),
    Key(
        "person.archive",
        "A",
        "archive",
        N_("Archive"),
        N_("Someone left: kept and found, no longer due; again to take it back"),
        False,
    ),
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
    Key("steps.filter", "f", "filter", N_("Filter"), N_("Type words or names; the list follows")),
    Key("steps.back", "escape", "back", N_("Back"), N_("Show all again, then one step back"), False),
    Key("steps.whose", "v", "whose", N_("Mine/theirs"), N_("Mine, theirs, or all")),
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
    Key("help.close", "escape,q,question_mark,f1", "close", N_("Close"), N_("Back to where you were")),
)
"""Every binding of the program."""


def keys_of(where: str) -> tuple[Key, ...]:
    """List the bindings of one place."""
    return tuple(key for key in KEYS if key.where == where)
