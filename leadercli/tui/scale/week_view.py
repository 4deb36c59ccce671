"""One week on the scale as it is shown: headline, items in two columns, pans, how the week stands, answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult, RenderResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from leadercli.locale.texts import Texts
from leadercli.model.records import ScaleItem
from leadercli.model.scale.week import Sheet
from leadercli.model.text import plain_line
from leadercli.tui.base.screen import TALL
from leadercli.tui.scale.balance_view import HEIGHT, Answer, AnswersView, PansView
from leadercli.tui.scale.trend_view import ItemYear
from leadercli.words.scale import SIDES, closing_words, item_name


class ScaleHead(Horizontal):
    """Show a title at the left and the coverage at the right."""

    DEFAULT_CSS = """
    ScaleHead {
        height: 1; padding: 0 1;
        & > Static { width: auto; color: $quiet; }
        & > .scale-head--title { width: 1fr; color: $foreground; text-style: bold; }
        & > .scale-head--title.-aside { color: $accent; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._title_line = Static(classes="scale-head--title")
        self._coverage = Static()

    def compose(self) -> ComposeResult:
        """Left and right."""
        yield self._title_line
        yield self._coverage

    def show(self, title: str, coverage: str, *, aside: bool) -> None:
        """Show another week; `aside` marks one that is long past."""
        self._title_line.update(Content(title))
        self._title_line.set_class(aside, "-aside")
        self._coverage.update(Content(coverage))


LAST, NOW, BETWEEN = 5, 4, 3
NOT_RATED, NOT_RELEVANT = "_", "–"


@dataclass(frozen=True, slots=True)
class Line:
    """One item as it stands: its name, what it was rated last, and now; "" for no last value."""

    id: str
    name: str
    last: str
    now: str


def shown(rating: int | None) -> str:
    """Write a rating: the digit, or the sign for not relevant."""
    return NOT_RELEVANT if rating is None else str(rating)


class ScaleTable(Widget, can_focus=True):
    """Show both sides with a cursor. It scrolls by itself when there are more items than rows."""

    DEFAULT_CSS = "ScaleTable { height: auto; }"

    class Pointed(Message):
        """An item was clicked."""

        def __init__(self, item_id: str) -> None:
            super().__init__()
            self.item_id = item_id

    def __init__(self, loads_head: str, resources_head: str, last_head: str, now_head: str) -> None:
        super().__init__()
        self._heads = loads_head, resources_head
        self._last_head, self._now_head = last_head, now_head
        self._sides: tuple[Sequence[Line], Sequence[Line]] = ((), ())
        self._cursor = ""
        self._top = 0

    def show(self, loads: Sequence[Line], resources: Sequence[Line], cursor: str) -> None:
        """Show other values; `cursor` is the id of the item that one stands on, "" for none."""
        grown = self._rows
        self._sides = loads, resources
        self._cursor = cursor
        self.refresh(layout=self._rows != grown)

    @property
    def _rows(self) -> int:
        return max(map(len, self._sides))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Ask for a row for each item and one for the heads."""
        del container, viewport, width
        return self._rows + 1

    def render(self) -> RenderResult:
        """Write the heads and the rows that there is room for."""
        half = (self.size.width - BETWEEN) // 2
        room = max(1, self.size.height - 1)
        self._keep_in_sight(room)
        rule = Content.styled(" │ ", "$rule")
        heads = [self._head(head, half) for head in self._heads]
        lines = [Content.assemble(heads[0], rule, heads[1])]
        for at in range(self._top, min(self._top + room, self._rows)):
            cells = [self._line(side[at], half) if at < len(side) else Content(" " * half) for side in self._sides]
            lines.append(Content.assemble(cells[0], rule, cells[1]))
        if self._top + room < self._rows and room > 1:
            lines[-1] = Content.styled(" ⋮".ljust(self.size.width), "$quiet")
        return Content("\n").join(lines)

    def on_click(self, event: events.Click) -> None:
        """Point at an item."""
        half = (self.size.width - BETWEEN) // 2
        side = self._sides[event.x > half]
        at = event.y - 1 + self._top
        if event.y and 0 <= at < len(side):
            self.post_message(self.Pointed(side[at].id))

    def on_focus(self) -> None:
        """Show the cursor strongly."""
        self.refresh()

    def on_blur(self) -> None:
        """Show the cursor weakly."""
        self.refresh()

    def _head(self, head: str, half: int) -> Content:
        name = _fit(" " + head, half - LAST - NOW - 1) + " "
        return Content.assemble((name, "bold $accent"), (f"{self._last_head:>{LAST}}{self._now_head:>{NOW}}", "$quiet"))

    def _line(self, line: Line, half: int) -> Content:
        here = line.id == self._cursor
        name = _fit(("▸ " if here else "  ") + plain_line(line.name), half - LAST - NOW)
        rated = line.now != NOT_RATED
        if here:
            text = f"{name}{line.last:>{LAST}}{line.now:>{NOW}}"
            return Content.styled(text, "bold $mark-text on $mark" if self.has_focus else "bold")
        return Content.assemble(
            name, (f"{line.last:>{LAST}}", "$quiet"), (f"{line.now:>{NOW}}", "bold" if rated else "$quiet")
        )

    def _keep_in_sight(self, room: int) -> None:
        at = next((n for side in self._sides for n, line in enumerate(side) if line.id == self._cursor), 0)
        seen = room - (self._rows > room > 1)  # the last row tells that there are more
        if at < self._top:
            self._top = at
        elif at >= self._top + seen:
            self._top = at - seen + 1
        self._top = max(0, min(self._top, self._rows - room))


def _fit(text: str, room: int) -> str:
    return Content(text).truncate(max(room, 0), ellipsis=True, pad=True).plain


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
        loads, resources = (texts.t(name) for name in SIDES.values())
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
