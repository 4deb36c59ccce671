"""Say what of a record stands in two versions, beside any list too. Costs nothing when nothing does."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from textual.content import Content

from leadercli.journal.history.conflicts import Unsettled, both, can_keep_both, unsettled_in
from leadercli.journal.store.table import name_of, words_of
from leadercli.model.dates.format import format_day
from leadercli.model.schema import KIND_OF, meant
from leadercli.model.text import plain, plain_line
from leadercli.tui.widgets.bindings import key_names
from leadercli.words.agreements import VERSIONS_TITLE, day_words
from leadercli.words.fields import KIND_NAMES, field_words, item_words, value_words

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal
    from leadercli.locale.texts import Texts
    from leadercli.tui.base.screen import LeaderScreen


Parts = list[Content | str | tuple[str, str]]
_YES_OR_NO = ("private", "retired", "raised", "followed")


class VersionWords:
    """Says versions of one journal in the person's language, as of a day."""

    def __init__(self, journal: Journal, texts: Texts, today: date) -> None:
        self._journal = journal
        self._texts = texts
        self._today = today

    def record(self, one: Unsettled) -> str:
        """Say which record it is, in one line."""
        journal, texts = self._journal, self._texts
        raw = journal.raw(one.table, one.id)
        if one.table == "weigh_ins":
            from leadercli.words.scale import week_name

            return week_name(str(raw.get("week")), texts)
        if one.table == "scale_items":
            return self._item(one.id)
        if one.table == "meetings":
            meeting = journal.meetings.get(one.id)
            day = format_day(meeting.day, self._today, texts.lang) if meeting else ""
            return " · ".join(part for part in (day, words_of(one.table, raw)) if part)
        return plain_line(words_of(one.table, raw))

    def kind(self, one: Unsettled) -> str:
        """Say what kind of record it is."""
        return self._texts.t(KIND_NAMES[KIND_OF[one.table]])

    def field(self, one: Unsettled) -> str:
        """Say which field it is."""
        return field_words(one.field, self._texts, self._name_of)

    def value(self, one: Unsettled, value: Any) -> str:
        """Say what a machine wrote; a text in all its lines."""
        texts, value = self._texts, meant(one.table, one.field, value)
        if one.field in _YES_OR_NO and not value:
            return value_words(one.field, False, texts, self._today, self._name_of)
        if value is None:
            if one.field.startswith("rating."):
                return texts.t("not rated")
            dated = one.field in ("due", "follow_up")
            return day_words(None, self._today, texts) if dated else texts.t("nothing")
        if isinstance(value, str) and "\n" in value:
            return plain(value)
        return value_words(one.field, value, texts, self._today, self._name_of)

    def versions(self, one: Unsettled, *, choosing: bool = False) -> Content:
        """Write the field and its versions below each other; `choosing` shows what keeping both would give."""
        parts: Parts = [(self.field(one), "bold $accent"), (f" · {self._texts.t('1 is shown now')}", "$quiet")]
        for number, value in enumerate(one.values, start=1):
            parts += ["\n", (f"{number}  ", "bold"), self.value(one, value).replace("\n", "\n   ")]
        if choosing and can_keep_both(one):
            parts += ["\n\n", (self._texts.t("Both together:"), "$quiet"), "\n   "]
            parts.append(plain(both(one)).replace("\n", "\n   "))
        return Content.assemble(*parts)

    def _name_of(self, id_: str) -> str:
        return name_of(self._journal.store)(id_)

    def _item(self, id_: str) -> str:
        return item_words(id_, self._texts, self._name_of)


def versions_above(screen: LeaderScreen, table: str, id_: str, more: Content) -> Content:
    """Put over what is told of a record what of it stands in two versions, and the key that chooses."""
    texts, words = screen.texts, VersionWords(screen.journal, screen.texts, screen.today)
    key = next(key.keys for key in screen.shell.keys if key.id == "app.versions")
    parts: Parts = [(texts.t(VERSIONS_TITLE), "bold $overdue")]
    for one in unsettled_in(screen.journal, table, id_):
        parts += ["\n", words.versions(one)]
    parts += ["\n", (texts.t("{key} chooses what holds", key=key_names(key, texts)), "$quiet"), "\n\n", more]
    return Content.assemble(*parts)
