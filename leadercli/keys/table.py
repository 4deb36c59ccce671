"""The table of keys: the one place where keys, their names and their help stand. Screens build bindings from it."""

from __future__ import annotations

from leadercli.keys.key import PLACES, Key
from leadercli.keys.lists import LISTS
from leadercli.keys.writing import SCALE, WRITING
from leadercli.locale import N_

EVERYWHERE: tuple[Key, ...] = (
    Key("app.today", "1,t", "view('today')", N_("Today"), N_("What was promised, whom to meet, yourself"), False),
    Key("app.people", "2", "view('people')", N_("People"), N_("Everyone you talk with"), False),
    Key("app.steps", "3", "view('steps')", N_("Next steps"), N_("All open agreements"), False),
    Key("app.scale", "4", "view('scale')", N_("The scale"), N_("Weigh your own week"), False),
    Key("app.note", "n", "note", N_("Note"), N_("Begin or go on with today's note: type a name")),
    Key("app.add", "a", "add", N_("Agreement"), N_("Write an agreement in one line: @name what when")),
    Key("app.person", "p", "person", N_("Person"), N_("Go to a person: type a name"), False),
    Key("app.search", "slash,s", "search", N_("Search"), N_("Search everything as you type")),
    Key("app.arrived", "o", "arrived", N_("What came in"), N_("What other machines and programs have changed"), False),
    Key("app.bin", "b", "bin", N_("The bin"), N_("What was put in the bin, and taking it back"), False),
    Key(
        "app.versions",
        "V",
        "versions",
        N_("Two versions"),
        N_("What was written differently on two machines: choose what holds"),
        False,
    ),
    Key("app.backups", "B", "backups", N_("Backups"), N_("Copies of the journal kept here, and going back"), False),
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
    Key("help.close", "escape,q,question_mark,f1", "close", N_("Close"), N_("Back to where you were")),
)

KEYS: tuple[Key, ...] = tuple(
    sorted((*EVERYWHERE, *LISTS, *WRITING, *SCALE), key=lambda key: list(PLACES).index(key.where))
)
"""Every binding of the program, in the order of the places."""


def keys_of(where: str) -> tuple[Key, ...]:
    """List the bindings of one place."""
    return tuple(key for key in KEYS if key.where == where)
