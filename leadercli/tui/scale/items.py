"""The items of the scale: add one's own, reword any, retire and take back."""

from __future__ import annotations

from textual.content import Content

from leadercli.locale import N_
from leadercli.model.dates.calendar import week_of
from leadercli.model.records import ScaleItem, Side
from leadercli.model.scale.week import read_sheet
from leadercli.model.schema import SCALE_ITEMS
from leadercli.tui.base.list_screen import ListScreen
from leadercli.tui.scale.trend_view import item_line
from leadercli.tui.widgets.bindings import bindings
from leadercli.tui.widgets.prompt import Question
from leadercli.tui.widgets.rows import Cell, Column, Row, grouped, record_row, row_id
from leadercli.words.fields import field_words
from leadercli.words.scale import SCALE_NAMES, SIDES, item_name


class ScaleItemsScreen(ListScreen):
    """What lies on the scale."""

    ABOUT = N_(
        "What you rate every week. Give an item the words you use yourself, add what is missing where you are, and "
        "retire what says nothing to you. A retired item keeps its history and counts in the weeks that rated it."
    )
    PLACES = ("scale_items", "list", "app")
    BINDINGS = bindings("scale_items")
    WITHOUT = ("done", "move", "drop", "delete")
    COLUMNS_SHOWN = (Column(0), Column(26, needs=60))

    def __init__(self) -> None:
        super().__init__()
        self.top.title = self.texts.t("The scale · own items")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """An item is reworded here, and neither done, moved, dropped nor put in the bin."""
        del parameters
        return action not in self.WITHOUT

    def headline(self) -> str:
        """Say how many there are."""
        count = len(self.journal.scale.items())
        return self.texts.n("{count} item", "{count} items", count)

    def build_rows(self) -> list[Row]:
        """Loads, resources, and what is retired."""
        texts = self.texts
        everything = self.journal.scale.catalogue()

        def rows(side: Side) -> list[Row]:
            return [self._row(item) for item in everything if item.side == side and not item.retired]

        retired = [self._row(item) for item in everything if item.retired]
        return grouped(
            (texts.t(SIDES["load"]), rows("load")),
            (texts.t(SIDES["resource"]), rows("resource")),
            (field_words("retired", texts), retired),
        )

    def more(self, row: Row | None) -> Content:
        """Draw the item's year."""
        item = self._item(row)
        if item is None:
            return Content("")
        scale = self.journal.scale
        sheet = read_sheet(scale.weigh_ins(), scale.kept_items(), scale.week(week_of(self.today)))
        return item_line(sheet, item, 40, self.texts)

    def action_open(self) -> None:
        """Reword."""
        self.action_edit()

    def action_edit(self) -> None:
        """Ask for the leader's own words; a default item without them has its first name again."""
        item = self._item(self.list.row)
        if item is None:
            return

        def submit(typed: str, _: str) -> None:
            self.journal.scale.rename_item(item, typed)

        label = self.texts.t("Your words for it:")
        self.prompt.ask(Question(f"rename:{item.id}", label, submit, value=item_name(item, self.texts)))

    def action_new_item(self) -> None:
        """Ask for the name of a new item on the side where the cursor stands."""
        item = self._item(self.list.row)
        side: Side = item.side if item else "load"

        def submit(typed: str, _: str) -> None:
            added = self.journal.scale.add_item(side, typed)
            self.list.stand_on(row_id("item", added.id))

        label = self.texts.t("New load:") if side == "load" else self.texts.t("New resource:")
        self.prompt.ask(Question(f"new:{side}", label, submit))

    def action_retire(self) -> None:
        """Stop asking for an item, or ask for it again."""
        item = self._item(self.list.row)
        if item is None:
            return
        name = item_name(item, self.texts)
        if item.retired:
            self.journal.scale.restore_item(item)
            self.notice(self.texts.t("Back on the scale: {name}", name=name))
        else:
            self.journal.scale.retire_item(item)
            self.notice(self.texts.t("Retired: {name} · u takes it back", name=name))

    def _item(self, row: Row | None) -> ScaleItem | None:
        everything = self.journal.scale.catalogue()
        return next((item for item in everything if row is not None and item.id == row.record), None)

    def _row(self, item: ScaleItem) -> Row:
        default = SCALE_NAMES.get(item.id, "")
        first = self.texts.t(default) if default and item.name else ""
        origin = first or ("" if default else self.texts.t("your own"))
        cells = (Cell(item_name(item, self.texts)), Cell(origin, "quiet"))
        return record_row(SCALE_ITEMS, item.id, cells, "item")
