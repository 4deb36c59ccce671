"""The word in the corner: saved, draft, what came in, not saved. Knows no screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from leadercli.journal.store.change import News
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.schema import TABLES

Tone = Literal["saved", "quiet", "accent", "overdue"]

FILE_WORDS = {
    "missing": N_("file missing"),
    "empty": N_("file empty"),
    "placeholder": N_("file not fetched"),
    "damaged": N_("file damaged"),
    "other": N_("another journal"),
    "unreadable": N_("not readable"),
}
"""What is said of the file on disk while it is not the journal that the program holds."""


class StatusWord(NamedTuple):
    """What the corner says, and its colour, which only adds to the word. `is_news` when it tells what came in."""

    text: str
    tone: Tone = "quiet"
    is_news: bool = False


class Status:
    """What there is to tell of the journal. `file` is how the file on disk stands, "" when all is well.

    What could not be saved is told until it is. What came in is told until the person has seen it and has then made
    a change of their own, or has looked at it.
    """

    def __init__(self) -> None:
        self.read_only = False
        self.file = ""
        self._unsaved: set[str] = set()
        self._came_in: set[tuple[str, str]] = set()
        self._shown = False
        self._listed = False

    def not_saved(self, what: str = "") -> None:
        """Tell that something could not be saved: a text by its record's id, or the change that was just tried."""
        self._unsaved.add(what)

    def is_saved(self, what: str) -> None:
        """Tell that a text is in the journal now."""
        self._unsaved.discard(what)

    def hear(self, news: News) -> None:
        """Take in what changed."""
        if news.outside:
            places = [(table, id_) for table in TABLES for id_ in news.changed.get(table, ())]
            self.came_in(places, listed=bool(news.arrived))
            return
        self._unsaved -= {"", *(id_ for ids in news.changed.values() for id_ in ids)}
        if self._shown:
            self.looked()

    def came_in(self, places: Iterable[tuple[str, str]], *, listed: bool = True) -> None:
        """Take in records that came from elsewhere; `listed` when they stand in the list of what came in."""
        self._came_in.update(places)
        self._listed = self._listed or listed
        self._shown = False

    def painted(self, word: StatusWord) -> None:
        """Remember that a word has reached the screen, which may be the one about what came in."""
        self._shown = self._shown or (word.is_news and bool(self._came_in))

    def looked(self) -> None:
        """Tell no more of what came in: the person knows."""
        self._came_in.clear()
        self._shown = self._listed = False

    def word(self, texts: Texts, *, drafting: bool = False, key: str = "") -> StatusWord:
        """Choose the word. `drafting` when a text is being typed; `key` shows what came in, "" where it does not."""
        if self._unsaved:
            return StatusWord(texts.t("not saved"), "overdue")
        if self.file:
            return StatusWord(texts.t(FILE_WORDS[self.file]), "overdue")
        if self.read_only:
            return StatusWord(texts.t("only shown"), "quiet")
        if drafting:
            return StatusWord(texts.t("draft"), "quiet")
        count = len(self._came_in)
        if count and key and self._listed:
            words = texts.n("{count} change came in · {key}", "{count} changes came in · {key}", count, key=key)
            return StatusWord(words, "accent", True)
        if count:
            return StatusWord(texts.n("{count} change came in", "{count} changes came in", count), "accent", True)
        return StatusWord(texts.t("saved"), "saved")
