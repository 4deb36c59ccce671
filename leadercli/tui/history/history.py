"""The history of one record: its versions, what each of them changed, and going back to one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, Literal

from textual.containers import VerticalScroll
from textual.content import Content

from leadercli.errors import AppError
from leadercli.journal.history.versions import Version, differing, history, restore_version
from leadercli.journal.local.change_log import Written
from leadercli.journal.store.table import name_of, words_of
from leadercli.locale import N_
from leadercli.model.diff import AROUND, DiffLine
from leadercli.model.schema import KIND_OF, RecordRef, day_of, person_in
from leadercli.model.text import plain_line
from leadercli.tui.base.list_screen import DECISIONS, ListScreen
from leadercli.tui.widgets.bindings import bindings
from leadercli.tui.widgets.rows import Cell, Column, Row
from leadercli.words.fields import moment_words
from leadercli.words.history import (
    STANDS_ALREADY,
    TITLE,
    Changed,
    change_lines,
    folded_words,
    now_words,
    record_words,
    title_words,
    version_words,
)

if TYPE_CHECKING:
    from leadercli.tui.base.screen import LeaderScreen


class HistoryScreen(ListScreen):
    """Versions, the latest first; below or beside them what the version under the cursor is."""

    ABOUT = N_(
        "What became of this in the last 30 days, the latest first: what was written on this machine, and what came in "
        "from others. Lines that came are marked +, lines that went −. Restoring writes an earlier version again; "
        "nothing is lost by it, and u takes it back."
    )
    PLACES = ("history", "list", "app")
    BINDINGS = bindings("history")
    WITHOUT = (*DECISIONS, "open", "history")
    COLUMNS_SHOWN = (Column(18, fits=True), Column(0))
    TELLS_BELOW = True
    CSS = """
    HistoryScreen .detail {
        width: 56%; max-width: 100%; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    HistoryScreen.-narrow > Horizontal { layout: vertical; }
    HistoryScreen.-narrow > Horizontal > Vertical { height: 35%; }
    HistoryScreen.-narrow .detail {
        display: block; width: 100%; height: 65%; padding: 0 1; border-left: none; border-top: solid $rule;
    }
    """

    def __init__(self, place: RecordRef) -> None:
        super().__init__()
        self._place = place
        self._versions: list[Version] = []
        self._by_row: dict[str, Version] = {}
        self._look: Look = "changed"

    @property
    def about(self) -> str:
        """The person whom the record is about."""
        table, id_ = self._place
        return person_in(table, id_, dict(self.journal.raw(table, id_)))

    def headline(self) -> str:
        """Say how many versions there are."""
        count = len(self._versions)
        if count == 1 and self._versions[0].command:
            return self.texts.t("Nothing has been changed since")
        if count == 1:
            return self.texts.t("Nothing has been changed in the last 30 days")
        return self.texts.n("{count} version", "{count} versions", count)

    def reload(self) -> None:
        """Read the versions that there are now."""
        table, id_ = self._place
        try:
            self._versions = history(self.journal, table, id_)
        except AppError as trouble:
            self.trouble(trouble)
        self.top.title = f"{self.texts.t('History')} · {self._title()}"
        super().reload()

    def build_rows(self) -> list[Row]:
        """Write a version a line; the oldest is the first of all, so that each keeps its name."""
        count = len(self._versions)
        rows = [self._row(f"version:{count - at}", at, one) for at, one in enumerate(self._versions)]
        self._by_row = {row.id: one for row, one in zip(rows, self._versions, strict=True)}
        return rows

    def more(self, row: Row | None) -> Content:
        """Show the version under the cursor."""
        version = self._version(row)
        if version is None:
            return Content("")
        beside = self.query_one(".detail", VerticalScroll)
        beside.scroll_home(animate=False)
        return version_content(self, version, self._versions[0], self._look, beside.scrollable_content_region.width)

    def action_restore(self) -> None:
        """Write the version under the cursor again."""
        version = self._version(self.list.row)
        if version is None:
            return
        try:
            differs = restore_version(self.journal, version)
        except AppError as trouble:
            self.trouble(trouble)
            return
        if differs:
            self.list.action_first()
            self.notice(self.texts.t("This version stands there again · u takes it back"))
        else:
            self.notice(self.texts.t(STANDS_ALREADY))

    def action_open(self) -> None:
        """Look at a version only: a click restores nothing."""

    def action_look(self) -> None:
        """Show what the version changed, then all of it, then what differs from now."""
        self._look = LOOKS[(LOOKS.index(self._look) + 1) % len(LOOKS)]
        self._tell_more()

    def action_scroll_text(self, way: int) -> None:
        """Scroll the text of the version by a page."""
        text = self.query_one(".detail", VerticalScroll)
        if way > 0:
            text.scroll_page_down(animate=False)
        else:
            text.scroll_page_up(animate=False)

    def _version(self, row: Row | None) -> Version | None:
        return self._by_row.get(row.id) if row else None

    def _row(self, row_id: str, at: int, version: Version) -> Row:
        when = moment_words(version.at, self.today, self.texts.lang) if version.at else "–"
        now = now_words(self.texts) if at == 0 else ""
        deed = version_words(version, self.texts) if version.command or at else ""  # of an only one nothing is known
        words = " · ".join(part for part in (now, deed) if part)
        return Row(row_id, (Cell(when, "quiet"), Cell(words)))

    def _title(self) -> str:
        table, id_ = self._place
        raw = dict(self.journal.raw(table, id_))
        person = "" if table == "people" else self.journal.people.name(person_in(table, id_, raw))
        words = record_words(table, words_of(table, raw), day_of(table, raw), self.texts, self.today)
        return title_words(KIND_OF[table], person, words, self.texts)


Look = Literal["changed", "whole", "now"]
LOOKS: Final[tuple[Look, ...]] = ("changed", "whole", "now")
HEADINGS: Final[dict[Look, str]] = {
    "changed": N_("What this version changed"),
    "whole": N_("All of this version"),
    "now": N_("What restoring it would change"),
}
HANG = "  "
_EVERYTHING = 1_000_000
_TONES = {"+": "$praise", "−": "$overdue", "…": "$quiet", " ": ""}


def version_content(screen: LeaderScreen, version: Version, present: Version, look: Look, width: int) -> Content:
    """Write a version under a heading that says how it is looked at, in lines of a width."""
    texts = screen.texts
    if look == "changed" and not version.command:
        look = "whole"  # nothing tells what made it
    around = _EVERYTHING if look == "whole" else AROUND
    lines = list(
        change_lines(_changes(version, present, look), texts, screen.today, name_of(screen.journal.store), around)
    )
    parts: list[Content | str | tuple[str, str]] = [(texts.t(HEADINGS[look]), "bold $accent")]
    if not lines:
        parts.append(f"\n{texts.t('Nothing: it stands there as it was.')}")
    for line in lines:
        words = folded_words(line, texts) if line.sign == "…" else plain_line(line.text)
        parts += ["\n", _toned(line, _hanging(f"{line.sign} {words}", width))]
    return Content.assemble(*parts)


def _hanging(words: str, width: int) -> str:
    """Wrap a line so that nothing but its sign stands at the very left."""
    if len(words) <= width or width < 2 * len(HANG):
        return words
    from textwrap import wrap

    return "\n".join(wrap(words, width, subsequent_indent=HANG, replace_whitespace=False, break_on_hyphens=False))


def _toned(line: DiffLine, words: str) -> str | tuple[str, str]:
    tone = _TONES[line.sign]
    return (words, tone) if tone else words


def _changes(version: Version, present: Version, look: Look) -> Iterable[Changed]:
    if look == "now":
        wanted = differing(present.values, version.values)
        return [(name, present.values.get(name), value) for name, value in wanted.items()]
    changed = {one.field: one for one in version.fields}
    if look == "changed":
        return [_pair(one) for one in version.fields]
    told = {name: value for name, value in version.values.items() if name not in TITLE or name in changed}
    said = [(name, value) for name, value in told.items() if name in changed or value not in (None, "", False)]
    # A field that the version left alone is shown as it is.
    return [_pair(changed[name]) if name in changed else (name, value, value) for name, value in said]


def _pair(one: Written) -> Changed:
    return one.field, one.old, one.new
