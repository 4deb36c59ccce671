"""Say what each line of a note means, for the right of the line and for the line below the text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from leadercli.locale.texts import Texts
from leadercli.model.entry.note_line import Captured, read_line
from leadercli.tui.understanding import beside, meaning, not_understood, owner_name, with_no_date

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal

REMEMBERED = 2000
"""Lines whose meaning is kept: as many as a very long note has."""


class NoteMeaning:
    """The meaning of the lines of one note. What was read once is remembered until `forget`."""

    def __init__(self, journal: Journal, person_id: str, day: date, today: Callable[[], date], texts: Texts) -> None:
        self._journal = journal
        self._about = person_id
        self._day = day
        self._today = today
        self._texts = texts
        self.beside = lru_cache(REMEMBERED)(self._beside)
        self.below = lru_cache(REMEMBERED)(self._below)

    def forget(self) -> None:
        """Read anew: people may have come or changed their names, or the day has changed."""
        self.beside.cache_clear()
        self.below.cache_clear()

    def _understand(self, line: str) -> Captured | None:
        about = self._journal.people.get(self._about)
        return read_line(line, about, self._journal.people.all(), self._day) if about else None

    def _beside(self, line: str) -> tuple[str, ...]:
        captured = self._understand(line)
        return beside(self._texts, self._journal.people, captured, self._today()) if captured else ()

    def _below(self, line: str) -> str:
        captured = self._understand(line)
        if captured is None:
            return ""
        texts, people = self._texts, self._journal.people
        if captured.unknown:
            return not_understood(texts, captured)
        person = people.name(captured.person_id)
        owner = owner_name(texts, captured.owner, person, people.name) if captured.owner else ""
        other = person if captured.person_id != self._about else ""
        words = meaning(texts, captured.kind, other, owner, captured.due, self._today())
        words = with_no_date(texts, words, captured, self._day)
        private = captured.private and captured.kind != "private"
        return texts.t("only me: {meaning}", meaning=words) if private else words
