"""Keep a note that is being written: every pause in the draft, every leaving in the journal. Knows no screen."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from leadercli.journal.drafts import Draft, Drafts
from leadercli.journal.text_form import Raw
from leadercli.journal.verbs.meetings import meeting_id
from leadercli.model.merge import line_ids
from leadercli.trouble import Trouble

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


class NoteKeeper:
    """One note from opening to leaving.

    `text` is what the writer sees. The version that they began from is kept with the draft, so that what another
    program or machine writes meanwhile is merged beside it and neither is lost. `recovered` tells that the text
    comes from a draft that was left behind, `busy` that the journal is taking the text right now.
    """

    def __init__(self, journal: Journal, person_id: str, day: date) -> None:
        self.journal = journal
        self.person_id = person_id
        self.day = day
        self.id = meeting_id(person_id, day)
        self.busy = False
        self._drafts = Drafts(journal.places.journal_state)
        present = journal.meetings.on(person_id, day)
        self._base: Raw | None = journal.meetings.base(self.id)
        self._committed = self._drafted = self.text = present.text
        self.used = present.used
        left_behind = self._drafts.of(self.id)
        self.recovered = left_behind is not None and left_behind.text != present.text
        if left_behind is not None and self.recovered:
            self._base = left_behind.base
            self._drafted = self.text = left_behind.text
            self.used = max(self.used, left_behind.used)

    @property
    def unsaved(self) -> bool:
        """Whether the journal does not hold the text yet."""
        return self.text != self._committed

    @property
    def undrafted(self) -> bool:
        """Whether even the draft does not hold the text yet."""
        return self.text != self._drafted

    def row_of(self, line: str) -> int | None:
        """Find the row of a line by its id; None when it is gone, or the text is not the one in the journal."""
        ids = line_ids(self._base, "text") if line and self._base and self.text == self._committed else ()
        return ids.index(line) if line in ids else None

    def draft(self) -> Callable[[], None]:
        """Put the text in the draft. Returns the call that makes it survive a power cut too. Raises OSError."""
        at = self.journal.clock().isoformat()
        draft = Draft(self.id, self.person_id, self.day.isoformat(), self.text, at, self._base, self.used)
        finish = self._drafts.keep(draft)
        self._drafted = self.text
        return finish

    def commit(self) -> None:
        """Put the text in the journal with its captured lines. `text` is then what it is with what others wrote.

        Raises Trouble. The text is then to be kept as a draft, unless it arrived all the same.
        """
        if self.unsaved or self.recovered:
            self.busy = True
            try:
                self.journal.meetings.write(self.person_id, self.day, self.text, base=self._base, used=self.used)
            except Trouble:
                if self._arrived():
                    self._take_up()
                raise
            finally:
                self.busy = False
        self._take_up()
        with suppress(OSError):  # a draft that stays holds the same text
            self._drafts.drop(self.id)

    def _arrived(self) -> bool:
        """Tell whether the journal holds the text although the disk has not confirmed it."""
        present = set(self.journal.meetings.on(self.person_id, self.day).text.split("\n"))
        return self.journal.meetings.base(self.id) is not self._base and present.issuperset(self.text.split("\n"))

    def _take_up(self) -> None:
        """Go on from what the journal holds now."""
        self._base = self.journal.meetings.base(self.id)
        self._committed = self._drafted = self.text = self.journal.meetings.on(self.person_id, self.day).text
        self.recovered = False
