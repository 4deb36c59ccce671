"""Keep what is typed in a note: soon in the draft, in the journal when it is left, with others' lines between."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING

from textual.widgets import TextArea

from leadercli.errors import AppError
from leadercli.tui.note.editor_merge import merge_into

if TYPE_CHECKING:
    from leadercli.journal.note_session import NoteSession
    from leadercli.tui.base.screen import LeaderScreen
    from leadercli.tui.note.editor import EndLine

DRAFT_AFTER = 0.5
"""Seconds from the first key that the draft does not hold, to the draft; keys that follow do not put it off."""
COMMIT_AFTER = 30.0
"""Seconds without a key after which the note is put in the journal."""


class NoteSaving:
    """Stand between the editor on a screen and the note's session. `used` counts the seconds of the conversation."""

    def __init__(
        self,
        screen: LeaderScreen,
        editor: TextArea,
        note: NoteSession,
        end_line: EndLine,
        used: Callable[[], int | None],
    ) -> None:
        self._screen = screen
        self._editor = editor
        self._note = note
        self._end_line = end_line
        self._used = used
        self._shown = self.text
        self._binned = note.binned
        self._typed_at = monotonic()
        self._waits = False
        self._finish: Callable[[], None] | None = None
        self._finishing: asyncio.Task[None] | None = None

    @property
    def text(self) -> str:
        """The note as it stands in the editor."""
        return self._end_line.without(self._editor.text)

    def typed(self) -> None:
        """Take in a key: the draft follows soon."""
        self._note.text = self.text
        self._typed_at = monotonic()
        self._draft_soon()

    def commit_if_idle(self) -> None:
        """Put the note in the journal after a long pause."""
        if self._note.unsaved and monotonic() - self._typed_at > COMMIT_AFTER:
            self._typed_at = monotonic()
            self.commit()

    def commit(self) -> bool:
        """Put the note in the journal; when that fails keep the draft, and tell why."""
        screen, note = self._screen, self._note
        self._take_text()
        try:
            note.commit()
        except AppError as trouble:
            screen.shell.show_unsaved(note.id)
            screen.notice(f"{trouble.sentence(screen.texts)} {self._kept_words()}")
            return False
        finally:
            self._show()
        screen.shell.show_saved(note.id)
        return True

    def take_in(self) -> None:
        """Show what others have written in this note since, around what is being typed."""
        screen, note, was_binned = self._screen, self._note, self._binned
        self._take_text()
        typed = note.text
        if not note.take_in():
            return
        self._show()
        if note.unsaved:
            self._draft_soon()
        self._binned = note.binned
        if note.unsaved and note.text != typed and not self._binned:
            screen.notice(screen.texts.t("Something was written here elsewhere too: it stands beside what you write."))
        elif self._binned and not was_binned:
            screen.notice(
                screen.texts.t(
                    "This conversation was put in the bin elsewhere. What you write stays, and brings it back."
                )
            )

    def rescue(self) -> None:
        """Keep the draft: the program ends now."""
        self._take_text()
        if self._note.unsaved:
            with suppress(Exception):
                self._note.draft()()

    def _draft_soon(self) -> None:
        if not self._waits:
            self._waits = True
            self._screen.set_timer(DRAFT_AFTER, self._draft)
            self._screen.shell.show_status(self._screen)

    def _draft(self) -> None:
        self._waits = False
        self._take_text()
        if not self._note.undrafted:
            return
        try:
            self._finish = self._note.draft()
        except OSError as error:
            self._tell(error)
            return
        # The disk may take its time. Until it has confirmed a draft the next ones wait for it, but not the keys.
        if self._finishing is None or self._finishing.done():
            self._finishing = asyncio.create_task(self._make_durable())

    async def _make_durable(self) -> None:
        while self._finish is not None:
            finish, self._finish = self._finish, None
            try:
                await asyncio.to_thread(finish)
            except OSError as error:
                self._tell(error)

    def _tell(self, error: OSError) -> None:
        screen, reason = self._screen, error.strerror or str(error)
        screen.shell.show_unsaved(self._note.id)
        screen.notice(screen.texts.t("The draft could not be kept: {reason}. Copy your text elsewhere.", reason=reason))

    def _kept_words(self) -> str:
        """Keep the draft, and say what happens to the text now."""
        texts = self._screen.texts
        try:
            self._note.draft()()
        except OSError:
            return texts.t("Nor could the draft be kept: copy your text elsewhere. The same key again closes.")
        return texts.t("Your text is kept as a draft on this machine. The same key again closes.")

    def _take_text(self) -> None:
        """Take what stands in the editor, also what its last key has not been told of yet."""
        text = self.text
        if text != self._shown:
            self._note.text = self._shown = text
        self._note.place = self._editor.cursor_location
        used = self._used()
        if used is not None:
            self._note.used = used

    def _show(self) -> None:
        """Show what others wrote between the lines, with the cursor where it was."""
        if self._note.text == self._shown:
            return
        with self._screen.prevent(TextArea.Changed):
            merge_into(self._editor, self._end_line.shown(self._note.text, self._editor.text))
        self._shown = self.text
