"""One key: its binding, its name, its help; and the places where keys work."""

from __future__ import annotations

from dataclasses import dataclass

from leadercli.locale import N_


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
