"""Tell in the corner of the screen in front how the journal stands."""

from __future__ import annotations

from contextlib import suppress

from textual.app import ScreenStackError

from leadercli.keys.key import Key
from leadercli.keys.table import KEYS
from leadercli.locale.texts import Texts
from leadercli.tui.corner import Corner
from leadercli.tui.ending import EndingApp
from leadercli.tui.key_names import key_name
from leadercli.tui.screens.base import LeaderScreen


class TellingApp(EndingApp):
    """An app that tells how the journal stands, in the person's language and with the keys in force."""

    texts: Texts

    def __init__(self) -> None:
        self.keys: tuple[Key, ...] = KEYS
        self.corner = Corner()
        super().__init__()

    @property
    def has_journal(self) -> bool:
        """Whether there is a journal to tell of."""
        return False

    def tell_status(self, screen: LeaderScreen) -> None:
        """Show in the corner of a screen how it stands: saved, draft, what came in, not saved …"""
        if not self.has_journal:
            return
        key = "" if screen.WRITES else self.key_of("app.arrived")
        word = self.corner.word(self.texts, drafting=screen.drafting, key=key)
        screen.top.status = word
        if word.is_news:
            self.call_after_refresh(self.corner.painted, word)

    def tell_unsaved(self, what: str = "") -> None:
        """Show that something could not be saved, until it is: a text by its record's id, or what was just tried."""
        self.corner.not_saved(what)
        self.tell_status_in_front()

    def tell_saved(self, what: str) -> None:
        """Show that a text is in the journal."""
        self.corner.is_saved(what)
        self.tell_status_in_front()

    def tell_looked(self) -> None:
        """Say no more of what came in: the person has looked at it."""
        self.corner.looked()
        self.tell_status_in_front()

    def tell_status_in_front(self) -> None:
        """Show how it stands on the screen in front."""
        with suppress(ScreenStackError):  # before the first screen there is none to show it
            if isinstance(self.screen, LeaderScreen):
                self.tell_status(self.screen)

    def key_of(self, binding: str) -> str:
        """Name the first key of a binding, as the person has it."""
        return next((key_name(key.keys.split(",")[0], self.texts) for key in self.keys if key.id == binding), "")
