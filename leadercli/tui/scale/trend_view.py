"""The scale over time: the year as lines, or item by item on the fixed scale 1–5."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from leadercli.locale.texts import Texts
from leadercli.model.dates.calendar import week_start
from leadercli.model.dates.format import short_month
from leadercli.model.records import ScaleItem
from leadercli.model.scale.trend import YEAR, TrendPoint, item_trend, last_rated, trend
from leadercli.model.scale.week import Sheet
from leadercli.model.text import plain_line
from leadercli.tui.scale.chart import Drawing, Line, Scale, draw_lines, spark
from leadercli.words.scale import SIDES, item_name, level, signed

LOAD, RESOURCE, TILT, MEAN = "l", "r", "t", "m"
"""The roles in the drawings."""

TICKS = 3
"""How much room the widest tick takes with its axis: "+4┤"."""

_LEVELS = Scale(1, 5, tuple((step, str(step)) for step in (5, 4, 3, 2, 1)), middle=3)


@dataclass(frozen=True, slots=True)
class TrendWords:
    """The words in the drawings, translated and short, for they stand to the right; twelve short months."""

    load: str
    resource: str
    tilt: str
    mean: str
    months: Sequence[str]
    lang: str


def draw_levels(points: Sequence[TrendPoint], width: int, height: int, words: TrendWords) -> Drawing:
    """Draw both levels on the scale 1–5: resources drawn through, loads dashed, the newest values beside."""
    return draw_lines(_levels(points, words), width, height, _LEVELS, *_frame(points, words))


def draw_tilt(points: Sequence[TrendPoint], width: int, height: int, words: TrendWords) -> Drawing:
    """Draw the tilt through and the own mean dashed, from −2 to 2, or −4 to 4 when a week is beyond."""
    tilts = [point.tilt for point in points]
    edge = 2 if all(abs(tilt) <= 2 for tilt in tilts if tilt is not None) else 4
    scale = Scale(-edge, edge, ((edge, f"+{edge}"), (0, "0"), (-edge, f"−{edge}")), middle=0)
    return draw_lines(_tilts(points, words), width, height, scale, *_frame(points, words))


def month_marks(points: Sequence[TrendPoint], months: Sequence[str]) -> list[tuple[int, str]]:
    """Return where each month begins, (place, name). A week is of the month of its Thursday, as in ISO."""
    thursdays = [week_start(point.week) + timedelta(days=3) for point in points]
    return [
        (place, months[day.month - 1])
        for place, day in enumerate(thursdays)
        if place and day.month != thursdays[place - 1].month
    ]


def _levels(points: Sequence[TrendPoint], words: TrendWords) -> list[Line]:
    return [
        _line([point.resource for point in points], words.resource, words.lang, False, RESOURCE),
        _line([point.load for point in points], words.load, words.lang, True, LOAD),
    ]


def _tilts(points: Sequence[TrendPoint], words: TrendWords) -> list[Line]:
    tilts = [point.tilt for point in points]
    newest = next((tilt for tilt in reversed(tilts) if tilt is not None), None)
    return [
        Line(tilts, f"{words.tilt} {signed(newest, words.lang)}", role=TILT),
        Line([point.mean for point in points], words.mean, dashed=True, role=MEAN),
    ]


def _frame(points: Sequence[TrendPoint], words: TrendWords) -> tuple[Sequence[tuple[int, str]], tuple[int, int]]:
    """Give both drawings the same months and margins, so that a week stands below itself."""
    lines = [*_levels(points, words), *_tilts(points, words)]
    return month_marks(points, words.months), (TICKS, max(len(line.legend) for line in lines))


def _line(values: list[float | None], name: str, lang: str, dashed: bool, role: str) -> Line:
    newest = next((value for value in reversed(values) if value is not None), None)
    return Line(values, f"{name} {level(newest, lang)}", dashed, role)


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
        loads, resources = (texts.t(name) for name in SIDES.values())
        words = TrendWords(loads, resources, texts.t("Tilt"), texts.t("8-week mean"), months, texts.lang)
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
