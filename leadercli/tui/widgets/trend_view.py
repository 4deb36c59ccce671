"""The scale over time: the year as lines, or item by item on the fixed scale 1–5."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from leadercli.locale.scale_names import item_name
from leadercli.locale.texts import Texts
from leadercli.model.dates.format import short_month
from leadercli.model.plot import Drawing
from leadercli.model.records import ScaleItem
from leadercli.model.scale.trend import YEAR, item_trend, last_rated, trend
from leadercli.model.scale.week import Sheet
from leadercli.model.spark import spark
from leadercli.model.text import plain_line
from leadercli.model.trend_plot import LOAD, MEAN, RESOURCE, TILT, TrendWords, draw_levels, draw_tilt

TONES = {LOAD: "$foreground", RESOURCE: "$accent", TILT: "$accent", MEAN: "$foreground", ".": "$rule", " ": "$quiet"}
LEVELS, TILT_ROWS = (14, 10, 6), 6
SLACK = 3
"""How many of the last items may be cut off, so that a question at the bottom does not take all of them away."""
NAME, SHORT_NAME, DIGIT = 24, 18, 3


def item_line(sheet: Sheet, item: ScaleItem, width: int, texts: Texts, *, here: bool = True) -> Content:
    """Draw one item's year: its name, a step for each week, and the digit of the newest. `here`: where one stands."""
    room = NAME if width >= NAME + YEAR // 2 + DIGIT else SHORT_NAME
    weeks = max(1, min(YEAR, width - room - 1 - DIGIT))
    ratings = item_trend(sheet.history, item.id, sheet.week.week, weeks)
    newest = next((str(value) for value in reversed(ratings) if value is not None), "")
    name = Content(plain_line(item_name(item, texts))).truncate(room, ellipsis=True, pad=True).plain
    tone = "$accent" if here else "$quiet"
    return Content.assemble(name, " ", (spark(ratings), tone), (f"{newest:>{DIGIT}}", "bold"))


class ItemYear(Widget):
    """One item's year in one line; nothing for one that was never rated."""

    DEFAULT_CSS = "ItemYear { height: 1; }"

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._sheet: Sheet | None = None
        self._item: ScaleItem | None = None

    def show(self, sheet: Sheet, item: ScaleItem | None) -> None:
        """Show another item, or none."""
        self._sheet, self._item = sheet, item
        self.refresh()

    def render(self) -> RenderResult:
        """Draw."""
        if self._sheet is None or self._item is None:
            return ""
        if last_rated(self._sheet.history, self._item.id) is None:
            return ""
        return item_line(self._sheet, self._item, self.size.width, self._texts)


class TrendView(Widget):
    """Draw the year that ends with the week shown. With room for it, the items stand below."""

    DEFAULT_CSS = "TrendView { width: 1fr; height: 1fr; }"

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._sheet: Sheet | None = None
        self._items_first = False
        self._cursor = ""

    def show(self, sheet: Sheet, cursor: str, *, items_first: bool) -> None:
        """Show another week's year, or its items; the one that the cursor stands on in the accent."""
        self._sheet = sheet
        self._cursor = cursor
        self._items_first = items_first
        self.refresh()

    def render(self) -> RenderResult:
        """Draw what there is room for."""
        sheet = self._sheet
        if sheet is None or not self.size.height:
            return ""
        if self._items_first:
            return Content("\n").join(self._items(sheet)[: self.size.height])
        lines = self._year(sheet)
        items = self._items(sheet)
        room = self.size.height - len(lines)
        if room >= len(items) - SLACK:
            lines += items[:room]
        return Content("\n").join(lines)

    def _year(self, sheet: Sheet) -> list[Content]:
        texts, width, height = self._texts, self.size.width, self.size.height
        points = trend(sheet.history, sheet.everything, sheet.week.week)
        if sum(point.load is not None or point.resource is not None for point in points) < 2:
            return [Content(texts.t("The year shows here from the second week that you weigh."))]
        months = [short_month(date(2000, month, 1), texts.lang) for month in range(1, 13)]
        words = TrendWords(
            texts.t("Loads"), texts.t("Resources"), texts.t("Tilt"), texts.t("8-week mean"), months, texts.lang
        )
        items = len(sheet.items) + 1 - SLACK
        below = TILT_ROWS + (items if height >= LEVELS[1] + TILT_ROWS + items else 0)
        levels = next((rows for rows in LEVELS if rows + below <= height), LEVELS[-1])
        lines = _toned(draw_levels(points, width, levels, words))
        if levels + TILT_ROWS <= height:
            lines += _toned(draw_tilt(points, width, TILT_ROWS, words))
        return lines

    def _items(self, sheet: Sheet) -> list[Content]:
        sides = [[item for item in sheet.items if item.side == side] for side in ("load", "resource")]
        loads, resources = ([self._item(sheet, item) for item in side] for side in sides)
        return [*loads, Content(""), *resources]

    def _item(self, sheet: Sheet, item: ScaleItem) -> Content:
        return item_line(sheet, item, self.size.width, self._texts, here=item.id == self._cursor)


def _toned(drawing: Drawing) -> list[Content]:
    return [_row(row, roles) for row, roles in zip(drawing.rows, drawing.roles, strict=True)]


def _row(row: str, roles: Sequence[str]) -> Content:
    parts: list[tuple[str, str]] = []
    at = 0
    for role, members in groupby(roles):
        count = len(list(members))
        parts.append((row[at : at + count], TONES.get(role, "$foreground")))
        at += count
    return Content.assemble(*parts)
