"""One binding, as the table of keys holds it."""

from __future__ import annotations

from dataclasses import dataclass


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
