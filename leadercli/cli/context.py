"""What one command works with: the session, the journal when it is needed, and where to print."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from leadercli.cli.output import Output
from leadercli.errors import AppError
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.session import Session

if TYPE_CHECKING:
    from leadercli.journal.file.storage import Cut
    from leadercli.journal.journal import Journal

OpenApp = Callable[[Session, str], int]
"""Opens the app on a session, and on the note about a person if their id is not ""; returns the exit code."""


class Context:
    """One run of the command line. `named` tells that the journal was named outside the settings."""

    def __init__(self, session: Session, out: Output, open_app: OpenApp, *, named: bool = False) -> None:
        self.session = session
        self.out = out
        self.open_app = open_app
        self._named = named
        self._journal: Journal | None = None

    @property
    def texts(self) -> Texts:
        """The person's language."""
        return self.session.texts

    @cached_property
    def today(self) -> date:
        """The day it is."""
        return self.session.clock().date()

    def reading(self, cut: Cut | None = None) -> Journal:
        """Hand out the journal to read. Where there has never been one it is empty, and stderr says how to begin.

        With a `cut`, hand out only what it leaves. Raises JournalError when it is damaged, or was here before and
        is missing.
        """
        journal = self.looking(cut)
        if not journal.id:
            self.out.note(
                self.texts.t(
                    "There is no journal yet at {path}. To begin one: leadercli person add NAME, "
                    "or open the app with leadercli. To look around first: leadercli demo.",
                    path=self.session.places.journal,
                )
            )
        return journal

    def looking(self, cut: Cut | None = None) -> Journal:
        """Hand out the journal to look something up in, empty and without a word where there has never been one."""
        if self._journal is None:
            from leadercli.journal.opening import absent_journal, open_journal

            places = self.session.places
            if places.journal.exists():
                self._journal = open_journal(places, self.session.clock, cut=cut)
            else:
                self._refuse_guess()
                self._journal = absent_journal(places, self.session.clock)
        return self._journal

    def changing(self) -> Journal:
        """Hand out the journal to change something that is in it. Raises AppError where there has never been one."""
        journal = self.looking()
        if not journal.id:
            raise AppError(N_("There is no journal yet at {path}."), path=self.session.places.journal)
        return journal

    def writing(self) -> Journal:
        """Hand out the journal to write something new. Where there has never been one it is begun, as stderr says."""
        if self._journal is not None and self._journal.id:
            return self._journal
        from leadercli.journal.opening import open_or_begin

        places = self.session.places
        new = not places.journal.exists()
        if new:
            self._refuse_guess()
        self._journal = open_or_begin(places, self.session.clock)
        if new:
            self.out.note(self.texts.t("A new journal was begun: {path}", path=places.journal))
        return self._journal

    def tell_remarks(self) -> None:
        """Say what the journal has to say beside the command: copies that were merged, backups that failed."""
        for remark in self._journal.take_notices() if self._journal else ():
            self.out.note(remark.sentence(self.texts))

    def hint_undo(self) -> None:
        """Say how to undo what was just done."""
        self.out.note(self.texts.t("To undo: leadercli undo"))

    def _refuse_guess(self) -> None:
        """Refuse to take another place for the journal than the settings, which cannot be read, may name."""
        if self.session.config_trouble and not self._named:
            raise AppError(
                N_(
                    "The settings may say that the journal lies elsewhere, so none is begun at {path}. "
                    "Mend them, or name the journal with --journal."
                ),
                path=self.session.places.journal,
            )
