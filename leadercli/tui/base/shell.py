"""What a screen may ask of the app. Screens know this and not the app, so that nothing below it knows what is above."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from textual.content import Content

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal
    from leadercli.keys.key import Key
    from leadercli.locale.texts import Texts
    from leadercli.model.schema import RecordRef
    from leadercli.session import Clock, Session
    from leadercli.tui.widgets.rows import Row


class RecordKind(Protocol):
    """What rows of a kind answer: the actions on the record under the cursor, and what is told of it."""

    def offers(self, action: str, journal: Journal, row: Row) -> bool:
        """Tell whether a key makes sense on a row of this kind."""

    def open(self, desk: Any, row: Row) -> None:
        """Go to where the record came from, or to the record itself."""

    def done(self, desk: Any, row: Row) -> None:
        """Mark as done."""

    def move(self, desk: Any, row: Row) -> None:
        """Ask for another date."""

    def drop(self, desk: Any, row: Row) -> None:
        """Let go."""

    def edit(self, desk: Any, row: Row) -> None:
        """Ask for other words."""

    def delete(self, desk: Any, row: Row) -> None:
        """Put in the bin."""

    def detail(self, desk: Any, row: Row) -> Content:
        """Write what there is to know about the record."""

    def about(self, journal: Journal, row: Row) -> str:
        """Name the id of the person whom the record is about; "" for nobody."""

    def source(self, journal: Journal, row: Row) -> tuple[str, str]:
        """Tell the id of the conversation that the record was captured in, and its line there; "" for none."""


class Shell(Protocol):
    """The journal at hand, the person's language, what day it is, and ways to other screens."""

    texts: Texts
    clock: Clock
    keys: tuple[Key, ...]
    session: Session

    @property
    def journal(self) -> Journal:
        """The open journal."""

    @property
    def has_journal(self) -> bool:
        """Whether a journal is open; on the first run there is none yet."""

    @property
    def current_mode(self) -> str:
        """The view that is in front, by name."""

    @property
    def theme_folders(self) -> Sequence[Path]:
        """Where themes lie, the person's own last."""

    def kind(self, name: str) -> RecordKind | None:
        """Find what rows of a kind answer to keys."""

    def open(self, name: str, *about: Any) -> None:
        """Open a screen by its name in the routes; one that is in front already stays."""

    def open_note(self, person_id: str, day: str = "", line: str = "") -> None:
        """Open the note of a person's conversation today, or on an ISO day, at a line."""

    def open_person(self, person_id: str) -> None:
        """Open a person's page."""

    def go_to(self, view: str) -> None:
        """Bring a view to the front."""

    def back(self) -> None:
        """Close the screen in front; at the top go to Today."""

    def begin(self, journal: Journal) -> None:
        """Show a journal: from here on the screens have one."""

    def speak(self, lang: str) -> None:
        """Change the language, on the first run."""

    def say(self, text: str) -> None:
        """Say something in the line at the bottom of the screen in front."""

    def wear(self, theme: str) -> str:
        """Put on a theme and write it to the settings. Returns what to say."""

    def show_status(self, screen: Any) -> None:
        """Show in the corner of a screen how it stands: saved, draft, what came in, not saved …"""

    def show_saved(self, what: str) -> None:
        """Show that a text is in the journal."""

    def show_unsaved(self, what: str = "") -> None:
        """Show that something could not be saved, until it is."""

    def arrivals_seen(self) -> None:
        """Say no more of what came in: the person has looked at it."""

    def key_of(self, binding: str) -> str:
        """Name the first key of a binding, as the person has it."""

    def with_versions(self, screen: Any, ref: RecordRef, more: Content) -> Content:
        """Put over what is told of a record what of it stands in two versions."""

    async def run_action(self, action: str, default_namespace: Any = None) -> bool:
        """Do what a key does, in the place of a screen."""
