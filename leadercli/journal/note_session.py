"""Keep a note that is being written: every pause in the draft, every leaving in the journal. Knows no screen."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from leadercli.errors import AppError
from leadercli.journal.local.drafts import Draft
from leadercli.journal.note_drafts import merged_text, put_in_journal, taken_up, text_of
from leadercli.journal.verbs.meetings import meeting_id
from leadercli.model.diff import Cursor, hunks_between, place_after
from leadercli.model.merge.record import line_ids
from leadercli.model.merge.registers import same
from leadercli.model.schema import Raw

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


class NoteSession:
    """One note from opening to leaving.

    `text` is what the writer sees: what they typed, merged with what stands in the journal. The version that it was
    merged with last is kept with the draft, so that neither is lost. `recovered` tells that the text comes from a
    draft that was left behind, `place` where the cursor then stood, `busy` that the journal is taking the text now.
    """

    def __init__(self, journal: Journal, person_id: str, day: date) -> None:
        self.journal = journal
        self.person_id = person_id
        self.day = day
        self.id = meeting_id(person_id, day)
        self.busy = False
        self.place: Cursor | None = None
        left_behind = taken_up(journal, self.id)
        present = journal.meetings.on(person_id, day)
        self._base: Raw = journal.meetings.base(self.id)
        self._held = self._drafted = self.text = present.text
        self.used = present.used
        self.recovered = left_behind is not None
        self._slot = ""
        if left_behind is not None:
            self._go_on_with(left_behind)

    @property
    def unsaved(self) -> bool:
        """Whether the journal does not hold the text yet."""
        return self.text != self._held

    @property
    def undrafted(self) -> bool:
        """Whether even the draft does not hold the text yet."""
        return self.text != self._drafted

    @property
    def binned(self) -> bool:
        """Whether the conversation lies in the bin."""
        found = self.journal.meetings.get(self.id)
        return found is not None and bool(found.deleted)

    def row_of(self, line: str) -> int | None:
        """Find the row of a line by its id; None when it is gone, or the text is not the one in the journal."""
        ids = line_ids(self._base, "text") if line and self._base and not self.unsaved else ()
        return ids.index(line) if line in ids else None

    def draft(self) -> Callable[[], None]:
        """Put the text in the draft. Returns the call that makes it survive a power cut too. Raises OSError."""
        finish = self.journal.drafts.keep(self._as_draft())
        self._drafted = self.text
        return finish

    def take_in(self) -> bool:
        """Merge what others wrote in the journal into the text, which stays unsaved. Returns whether anything came in.

        What is being typed is another version of its line, and both stand; nothing half typed becomes a record.
        """
        present = self.journal.meetings.base(self.id)
        if self.busy or present is self._base or same(present, self._base):
            return False
        self.text = merged_text(present, self._base, self.text) if self.unsaved else text_of(present)
        self._base, self._held = present, text_of(present)
        if not self.unsaved:
            self._drafted = self.text
        return True

    def commit(self) -> None:
        """Put the text in the journal with its captured lines. `text` is then what it is with what others wrote.

        Raises AppError. The text is then to be kept as a draft, unless it arrived all the same.
        """
        if self.unsaved:
            self.busy = True
            try:
                put_in_journal(self.journal, self._as_draft())
            except AppError:
                if self._arrived():
                    self._take_up()
                raise
            finally:
                self.busy = False
            self._take_up()
        else:
            self.take_in()
            with suppress(OSError):  # a draft that stays holds nothing that the journal does not
                self.journal.drafts.drop(self.id, self._slot)
        self.recovered = False

    def _as_draft(self) -> Draft:
        at = self.journal.clock().isoformat()
        day = self.day.isoformat()
        return Draft(
            self.id, self.person_id, day, self.text, at, self._base, self.used, place=self.place, run=self._slot
        )

    def _go_on_with(self, draft: Draft) -> None:
        """Go on where a program that died was, with what has come into the journal since."""
        self._slot = draft.run
        self.text = merged_text(self._base, draft.base or {}, draft.text)
        self.used = max(self.used, draft.used)
        self._drafted = draft.text
        if draft.place is not None:
            self.place = place_after(hunks_between(draft.text.split("\n"), self.text.split("\n")), draft.place)

    def _arrived(self) -> bool:
        """Tell whether the journal holds the text although the disk has not confirmed it."""
        present = set(self.journal.meetings.on(self.person_id, self.day).text.split("\n"))
        return self.journal.meetings.base(self.id) is not self._base and present.issuperset(self.text.split("\n"))

    def _take_up(self) -> None:
        """Go on from what the journal holds now."""
        self._base = self.journal.meetings.base(self.id)
        self._held = self._drafted = self.text = self.journal.meetings.on(self.person_id, self.day).text
