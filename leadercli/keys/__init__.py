"""The table of keys: the one place where keys, their names and their help stand. Screens build bindings from it."""

from __future__ import annotations

from leadercli.keys.everywhere import EVERYWHERE
from leadercli.keys.key import Key as Key
from leadercli.keys.lists import LISTS
from leadercli.keys.scale import SCALE
from leadercli.keys.writing import WRITING
from leadercli.locale.mark import N_

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
    "versions": N_("Two versions"),
    "arrived": N_("What came in"),
    "bin": N_("The bin"),
    "history": N_("History"),
    "backups": N_("Backups"),
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
    "versions": ("app", "list"),
    "arrived": ("app", "list"),
    "bin": ("app", "list"),
    "history": ("app", "list"),
    "backups": ("app", "list"),
    "prompt": ("app",),
    "help": ("app",),
}
"""Which other places' keys work at the same time, so that a clash between them can be found."""

KEYS: tuple[Key, ...] = tuple(
    sorted((*EVERYWHERE, *LISTS, *WRITING, *SCALE), key=lambda key: list(PLACES).index(key.where))
)
"""Every binding of the program, in the order of the places."""


def keys_of(where: str) -> tuple[Key, ...]:
    """List the bindings of one place."""
    return tuple(key for key in KEYS if key.where == where)
