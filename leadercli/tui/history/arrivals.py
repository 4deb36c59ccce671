"""What came in: what other machines and programs have changed, the latest first, field by field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from leadercli.journal.history.arrivals import Arrival, arrivals, look
from leadercli.journal.history.versions import says_something
from leadercli.journal.local.change_log import Written
from leadercli.journal.store.change import News
from leadercli.journal.store.table import words_of
from leadercli.locale import N_
from leadercli.model.diff import text_diff
from leadercli.model.schema import KIND_OF, MOVE, RecordRef, person_in
from leadercli.model.text import plain_line
from leadercli.tui.base.list_screen import ListScreen
from leadercli.tui.widgets.bindings import bindings
from leadercli.tui.widgets.rows import Cell, Column, Row, grouped, record_row
from leadercli.words.fields import KIND_NAMES, field_words, moment_words, value_words
from leadercli.words.people import short_of
from leadercli.words.scale import SCALE_NAMES, week_name

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal
    from leadercli.locale.texts import Texts


COLUMNS = (Column(12), Column(11), Column(13), Column(0))
"""What it is, who, what happened, the words."""


class ArrivedScreen(ListScreen):
    """One line a record, under the moment and the file that it came in with."""

    ABOUT = N_(
        "What was written elsewhere and has been merged into your journal in the last 30 days: on another machine, by "
        "another program, or in a conflict copy that your cloud folder made. It needs no answer: nothing of yours was "
        "written over. Below, or beside the list, stands what each thing was before and what it is now."
    )
    PLACES = ("arrived", "list", "app")
    BINDINGS = bindings("arrived")
    COLUMNS_SHOWN = COLUMNS
    TELLS_BELOW = True
    TELLS_VERSIONS = False
    CSS = """
    ArrivedScreen.-narrow > Horizontal { layout: vertical; }
    ArrivedScreen.-narrow .detail {
        display: block; width: 100%; max-width: 100%; height: 45%; padding: 0 1;
        border-left: none; border-top: solid $rule; scrollbar-size-vertical: 1;
    }
    ArrivedScreen.-narrow .detail.-silent { border-top: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.top.title = self.texts.t("What came in")
        self._pieces: dict[str, ArrivedRecord] = {}

    def on_mount(self) -> None:
        """Show it, which is what the corner has asked for."""
        super().on_mount()
        self.shell.arrivals_seen()

    def follow(self, news: News) -> None:
        """Show what comes in while one looks."""
        super().follow(news)
        self.shell.arrivals_seen()

    def headline(self) -> str:
        """Say how much came in."""
        count = len(self._pieces)
        return self.texts.n("{count} change in 30 days", "{count} changes in 30 days", count) if count else ""

    def empty_words(self) -> str:
        """Say that there is nothing, and that it will be told."""
        return self.texts.t(
            "Nothing has come in from another machine in the last 30 days. When something does, the corner at the top "
            "says so, and it is listed here. esc goes back."
        )

    def build_rows(self) -> list[Row]:
        """Group by moment and file."""
        came = arrivals(self.journal)
        if came:
            look(self.journal, came[0])
        self._pieces = {}
        groups: list[tuple[str, list[Row]]] = []
        for arrival in came:
            members = pieces(arrival, self.journal)
            rows = [arrival_row(piece, self.journal, self.texts, self.today) for piece in members]
            self._pieces |= {row.id: piece for row, piece in zip(rows, members, strict=True)}
            groups.append((heading_words(arrival, self.today, self.texts), rows))
        return grouped(*groups)

    def more(self, row: Row | None) -> Content:
        """Tell what it was before and what it is now."""
        piece = self._pieces.get(row.id) if row else None
        return arrival_detail(piece, self.journal, self.texts, self.today) if piece else Content("")

    def action_scroll_text(self, pages: int) -> None:
        """Go on in what is told of the row, or back."""
        detail = self.query_one(".detail")
        detail.scroll_relative(y=pages * max(1, detail.size.height - 1), animate=False, immediate=True)

    def action_open(self) -> None:
        """Go to where the record lives."""
        piece = self._pieces.get(self.list.row.id) if self.list.row else None
        if piece is not None and piece.happened == BINNED:
            self.notice(self.texts.t("This lies in the bin: {key} shows it.", key=self.shell.key_of("app.bin")))
            return
        super().action_open()


NEW, CHANGED, BINNED, BACK = N_("new"), N_("changed"), N_("in the bin"), N_("taken back")


class ArrivedRecord(NamedTuple):
    """One record that came in. `fields` are those that say something to a person."""

    arrival: Arrival
    place: RecordRef
    fields: tuple[Written, ...]
    raw: dict[str, object]

    @property
    def happened(self) -> str:
        """What happened to the record, untranslated."""
        if self.place in self.arrival.made:
            return NEW
        for one in self.fields:
            if one.field == "deleted":
                return BINNED if one.new else BACK
        return CHANGED


def pieces(arrival: Arrival, journal: Journal) -> list[ArrivedRecord]:
    """List the records of an arrival that a person would know, in the order of their tables."""
    found = []
    for (table, id_), fields in arrival.records().items():
        told = tuple(one for one in fields if says_something(one) and not one.field.startswith(MOVE))
        if table in KIND_OF and told:
            raw = {**journal.raw(table, id_), **{one.field: one.new for one in fields}}
            found.append(ArrivedRecord(arrival, RecordRef(table, id_), told, raw))
    order = list(KIND_OF)
    return sorted(found, key=lambda piece: order.index(piece.place[0]))


def heading_words(arrival: Arrival, today: date, texts: Texts) -> str:
    """Say when it came in, and in which file."""
    at = moment_words(arrival.at.replace(tzinfo=None), today, texts.lang)
    source = plain_line(arrival.source) or texts.t("from another machine or program")
    return f"{at} · {source}"


def arrival_row(piece: ArrivedRecord, journal: Journal, texts: Texts, today: date) -> Row:
    """Write one record as a row, apart from another time that the same record came in."""
    table, id_ = piece.place
    person = person_in(table, id_, piece.raw)
    cells = (
        Cell(texts.t(KIND_NAMES[KIND_OF[table]]), "quiet"),
        Cell(short_of(journal.people)(person)),
        Cell(texts.t(piece.happened), "quiet"),
        Cell(_words(piece, journal, texts, today)),
    )
    return record_row(*piece.place, cells, apart=piece.arrival.id)


def _words(piece: ArrivedRecord, journal: Journal, texts: Texts, today: date) -> str:
    """Say what came: the text, or what was changed of it. Of a note the lines that are new."""
    table, _ = piece.place
    text = next((one for one in piece.fields if one.field == "text"), None)
    if table == "meetings" and text is not None and piece.happened == CHANGED:
        lines = text_diff(str(text.old or ""), str(text.new or ""))
        came = [line.text for line in lines if line.sign == "+" and line.text.strip()]
        gone = [line.text for line in lines if line.sign == "−" and line.text.strip()]
        return f"+ {' · '.join(came)}" if came else f"− {' · '.join(gone)}"
    words = _name(piece, texts)
    if text is not None or piece.happened != CHANGED:
        return words
    said = {} if table == "people" else {words: None}
    for one in piece.fields:
        value = value_words(one.field, one.new, texts, today, journal.people.name)
        said[f"{field_words(one.field, texts)}: {value}"] = None
    return " · ".join(word for word in said if word)


def _name(piece: ArrivedRecord, texts: Texts) -> str:
    table, id_ = piece.place
    if table == "weigh_ins":
        return week_name(str(piece.raw.get("week") or id_), texts)
    words = words_of(table, piece.raw)
    return words or (texts.t(SCALE_NAMES.get(id_, "")) if table == "scale_items" else "")


def arrival_detail(piece: ArrivedRecord, journal: Journal, texts: Texts, today: date) -> Content:
    """Write what was changed, the old and the new value of each field; a note line by line."""
    parts: list[Content | str | tuple[str, str]] = []
    name = journal.people.name(person_in(piece.place.table, piece.place.id, piece.raw))
    head = [texts.t(KIND_NAMES[KIND_OF[piece.place[0]]]), plain_line(name), texts.t(piece.happened)]
    parts.append((" · ".join(word for word in head if word), "bold"))
    for one in piece.fields:
        parts += ["\n\n", (field_words(one.field, texts), "bold $accent")]
        if one.field == "text" and piece.place[0] == "meetings":
            parts += _line_by_line(one, texts)
        else:
            parts += _old_and_new(one, piece, texts, today, journal.people.name)
    return Content.assemble(*parts)


def _line_by_line(one: Written, texts: Texts) -> list[Content | str | tuple[str, str]]:
    """Write the lines that came and went, each with its sign and under its word."""
    parts: list[Content | str | tuple[str, str]] = []
    signs = {"+": (texts.t("added"), "$praise"), "−": (texts.t("removed"), "$overdue"), " ": ("", "$quiet")}
    before = ""
    for line in text_diff(str(one.old or ""), str(one.new or "")):
        if line.sign == "…":
            parts.append(("\n  …", "$quiet"))
        else:
            word, colour = signs[line.sign]
            if word and line.sign != before:
                parts.append((f"\n{line.sign} {word}", f"bold {colour}"))
            parts.append((f"\n{line.sign if word else ' '} {plain_line(line.text)}", colour))
        before = line.sign
    return parts


def _old_and_new(
    one: Written, piece: ArrivedRecord, texts: Texts, today: date, name_of: Callable[[str], str]
) -> list[Content | str | tuple[str, str]]:
    new = value_words(one.field, one.new, texts, today, name_of)
    if piece.happened == NEW:
        return [f"\n{new}"]
    old = value_words(one.field, one.old, texts, today, name_of)
    parts: list[Content | str | tuple[str, str]] = ["\n", (texts.t("before: {value}", value=old), "$quiet")]
    parts += ["\n", texts.t("now: {value}", value=new)]
    parts += [f"\n{texts.t('because: {reason}', reason=reason)}" for reason in _reasons(one, piece)]
    return parts


def _reasons(one: Written, piece: ArrivedRecord) -> list[str]:
    """List why a deadline was moved, as far as it was said."""
    if one.field != "due":
        return []
    moves = [
        other.new
        for other in piece.arrival.records().get(piece.place, ())
        if other.field.startswith(MOVE) and other.new
    ]
    return [plain_line(str(move["reason"])) for move in moves if isinstance(move, dict) and move.get("reason")]
