"""What came in: what other machines and programs have changed, the latest first."""

from __future__ import annotations

from textual.content import Content

from leadercli.journal.history.arrivals import arrivals, look
from leadercli.journal.store.change import News
from leadercli.locale import N_
from leadercli.tui.arrival_lines import BINNED, COLUMNS, Piece, arrival_detail, arrival_row, heading_words, pieces
from leadercli.tui.bindings import bindings
from leadercli.tui.rows import Row, grouped
from leadercli.tui.screens.lists import DEEDS, ListScreen


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
        self._pieces: dict[str, Piece] = {}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing came in, there is nothing to decide on."""
        return super().check_action(action, parameters) and (bool(self._pieces) or action not in DEEDS)

    @property
    def acting_on(self) -> Row | None:
        """The row that keys act on, named after its record alone."""
        row = self.list.row
        return Row(row.id.partition("@")[0], row.cells) if row else None

    def on_mount(self) -> None:
        """Show it, which is what the corner has asked for."""
        super().on_mount()
        self.leader.tell_looked()

    def follow(self, news: News) -> None:
        """Show what comes in while one looks."""
        super().follow(news)
        self.leader.tell_looked()

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
            self._pieces |= {piece.row_id: piece for piece in members}
            rows = [arrival_row(piece, self.journal, self.texts, self.today) for piece in members]
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
            self.notice(self.texts.t("This lies in the bin: {key} shows it.", key=self.leader.key_of("app.bin")))
            return
        super().action_open()
