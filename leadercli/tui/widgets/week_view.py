"""One week on the scale: the items, the pans, how the week stands, and the answers."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from leadercli.locale.scale_names import item_name
from leadercli.locale.texts import Texts
from leadercli.model.pans import HEIGHT
from leadercli.model.records import ScaleItem
from leadercli.model.scale.week import Sheet
from leadercli.model.text import plain_line
from leadercli.tui.room import TALL
from leadercli.tui.scale_words import closing_words
from leadercli.tui.widgets.answers_view import Answer, AnswersView
from leadercli.tui.widgets.pans_view import PansView
from leadercli.tui.widgets.scale_table import NOT_RATED, Line, ScaleTable, shown
from leadercli.tui.widgets.trend_view import ItemYear

# Rows of the screen that are not the table's or the pans': the top line and the headline, the item's year, the
# sentence, two of answers, and two at the foot.
AROUND = 8
FEWEST = 5
"""Rows of the table that are worth more than the pans."""


class WeekView(Vertical):
    """Show a week. It holds no truth: `show` hands it everything."""

    DEFAULT_CSS = """
    WeekView {
        width: 1fr;
        & ItemYear, & .week--sentence { height: 1; padding: 0 2; }
        & .week--sentence { text-align: center; text-wrap: nowrap; text-overflow: ellipsis; }
        &.-asking .week--sentence { text-align: left; color: $accent; text-style: bold; }
        &.-asking ItemYear { display: none; }
        &.-short PansView { display: none; }
    }
    """

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        loads, resources = texts.t("Loads"), texts.t("Resources")
        self.table = ScaleTable(loads, resources, texts.t("last"), texts.t("now"))
        self._item_year = ItemYear(texts)
        self._pans = PansView((loads, resources), texts.lang)
        self._sentence = Static(classes="week--sentence")
        self._answers = AnswersView()

    def compose(self) -> ComposeResult:
        """From the ratings down to the answers."""
        yield self.table
        yield self._item_year
        yield self._pans
        yield self._sentence
        yield self._answers

    def show(self, sheet: Sheet, cursor: str, answers: Sequence[Answer], more: Sequence[Answer]) -> None:
        """Show a week with the cursor on an item or a question."""
        loads = [self._line(sheet, item) for item in sheet.items if item.side == "load"]
        resources = [self._line(sheet, item) for item in sheet.items if item.side == "resource"]
        self.table.show(loads, resources, cursor)
        self._item_year.show(sheet, next((item for item in sheet.items if item.id == cursor), None))
        self._pans.show(sheet.balance)
        closing = closing_words(self._texts) if sheet.complete else ""
        self._answers.show(answers, more, closing, cursor)

    def say(self, sentence: str, *, asking: bool) -> None:
        """Say how the week stands, or ask."""
        self._sentence.update(Content(plain_line(sentence)))
        self.set_class(asking, "-asking")

    def fit(self, screen_height: int) -> None:
        """Give the table what room there is; the pans go first when there is too little."""
        room = screen_height - AROUND - (screen_height >= TALL)
        short = room - HEIGHT < FEWEST
        self.set_class(short, "-short")
        self.table.styles.max_height = max(2, room if short else room - HEIGHT)

    def _line(self, sheet: Sheet, item: ScaleItem) -> Line:
        last = shown(sheet.last[item.id]) if item.id in sheet.last else ""
        now = shown(sheet.week.ratings[item.id]) if item.id in sheet.week.ratings else NOT_RATED
        return Line(item.id, item_name(item, self._texts), last, now)
