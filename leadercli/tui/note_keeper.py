"""Keep a note that is being written: every pause in the draft, every leaving in the journal. Knows no screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from leadercli.journal.drafts import Draft, Drafts
from leadercli.journal.verbs.meetings import meeting_id

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


class NoteKeeper:
    """One note from opening to leaving.

    `text` is what the writer sees. The version that they began from is kept with the draft, so that what another
    program or machine writes meanwhile is merged beside it and neither is lost.
    """

    def __init__(self, journal: Journal, person_id: str, day: date) -> None:
        self.journal = journal
        self.person_id = person_id
        self.day = day
        self.id = meeting_id(person_id, day)
        self._drafts = Drafts(journal.places.journal_state)
        present = journal.meetings.on(person_id, day)
        left_behind = self._drafts.of(self.id)
        self.recovered = left_behind is not None and left_behind.text != present.text
        self._base = journal.meetings.base(self.id)
        self._committed = present.text
        self.text = present.text
        self.used = present.used
        if left_behind is not None and self.recovered:
            self._base = left_behind.base
            self.text = left_behind.text
            self.used = max(self.used, left_behind.used)
        self._drafted = self.text if self.recovered else present.text

    @property
    def unsaved(self) -> bool:
        """Whether the journal does not hold the text yet."""
        return self.text != self._committed

    @property
    def undrafted(self) -> bool:
        """Whether even the draft does not hold the text yet."""
        return self.text != self._drafted

    def draft(self) -> Callable[[], None]:
        """Put the text in the draft. Returns the call that makes it survive a power cut too. Raises OSError."""
        at = self.journal.clock().isoformat()
        draft = Draft(self.id, self.person_id, self.day.isoformat(), self.text, at, self._base, self.used)
        finish = self._drafts.keep(draft)
        self._drafted = self.text
        return finish

    def commit(self) -> str:
        """Put the text in the journal with its captured lines. Returns the text as it is now, with what others wrote.

        Raises JournalTrouble; the draft then still holds the text.
        """
        if self.unsaved or self.recovered:
            written = self.text
            self.journal.meetings.write(self.person_id, self.day, written, base=self._base, used=self.used)
            self._base = self.journal.meetings.base(self.id)
            self.text = self._committed = self.journal.meetings.on(self.person_id, self.day).text
            self.recovered = False
        self._drafts.drop(self.id)
        self._drafted = self.text
        return self.text
