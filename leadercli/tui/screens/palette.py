"""The palette: every command of the screen and every person, by name as one types."""

from __future__ import annotations

from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Input

from leadercli.keys.key import Key
from leadercli.model.text import fold
from leadercli.tui.base.screen import LeaderScreen
from leadercli.tui.theme.themes import load_themes
from leadercli.tui.widgets.bindings import CURSOR, bindings, key_names
from leadercli.tui.widgets.field import Field
from leadercli.tui.widgets.row_list import RowList
from leadercli.tui.widgets.rows import Cell, Column, Row, row_id
from leadercli.words.fields import KIND_NAMES

COLUMNS = (Column(22, fits=True), Column(0), Column(16, right=True, needs=60, fits=True))

DOUBLED = ("app.quit_now",)
"""What does here what another command in the list does."""


class Chosen(NamedTuple):
    """What a row of the palette does: go to a person, put on a theme, or what a key does."""

    person_id: str = ""
    theme: str = ""
    key: Key | None = None


class PaletteScreen(ModalScreen[Chosen | None]):
    """Commands, people and themes in one list over the screen they act on."""

    BINDINGS = bindings("search")
    DEFAULT_CSS = """
    PaletteScreen { background: $background; }
    PaletteScreen Field, PaletteScreen Field:focus { dock: top; padding: 0 1; }
    """

    def __init__(self, over: LeaderScreen) -> None:
        super().__init__()
        self._over = over
        self._texts = over.texts
        self._field = Field(placeholder=self._texts.t("a command, a name, a theme"))
        self._list = RowList(COLUMNS, led=True)
        self._chosen: dict[str, Chosen] = {}
        self._all = self._everything()

    def compose(self) -> ComposeResult:
        """A field over a list."""
        yield self._field
        yield self._list

    def on_mount(self) -> None:
        """Show everything."""
        self._field.focus()
        self._narrow("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._narrow(event.value)

    def action_cursor_down(self) -> None:
        """Next."""
        self._list.action_cursor_down()

    def action_cursor_up(self) -> None:
        """Before."""
        self._list.action_cursor_up()

    @on(RowList.Clicked)
    def action_open(self) -> None:
        """Close, and do what the cursor stands on."""
        if self._list.row is not None:
            self.dismiss(self._chosen[self._list.row.id])

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)

    def _narrow(self, typed: str) -> None:
        words = fold(typed).split()
        self._list.show([row for row, hay in self._all if all(word in hay for word in words)])

    def _everything(self) -> list[tuple[Row, str]]:
        texts, leader = self._texts, self._over.shell
        rows = [
            self._row(
                row_id("key", key.id),
                Chosen(key=key),
                texts.t(key.description),
                texts.t(key.tooltip),
                key_names(key.keys, texts),
            )
            for key in leader.keys
            if key.id not in DOUBLED and key.where in ("app", *self._over.PLACES) and self._runs(key)
        ]
        if leader.has_journal:
            rows += [
                self._row(row_id("person", one.id), Chosen(one.id), one.name, one.role, texts.t(KIND_NAMES["person"]))
                for one in self._over.journal.people.here()
            ]
        names = load_themes(leader.theme_folders, texts).loaded
        rows += [
            self._row(row_id("theme", name), Chosen(theme=name), name, texts.t("colour theme"), "") for name in names
        ]
        return [(row, fold(" ".join(cell.text for cell in row.cells))) for row in rows]

    def _runs(self, key: Key) -> bool:
        name = key.action.partition("(")[0]
        if name in ("tick", "rate") or (key.where == "list" and name in CURSOR):
            return False
        if key.where == "app":
            return hasattr(self._over.shell, f"action_{name}")
        return hasattr(self._over, f"action_{name}") and bool(self._over.check_action(name, ()))

    def _row(self, id_: str, chosen: Chosen, name: str, more: str, key: str) -> Row:
        self._chosen[id_] = chosen
        return Row(id_, (Cell(name), Cell(more, "quiet"), Cell(key, "accent")))


async def do_chosen(over: LeaderScreen, chosen: Chosen | None) -> None:
    """Do what was chosen over a screen."""
    leader = over.shell
    if chosen is None:
        return
    person_id, theme, key = chosen
    if person_id:
        leader.open_person(person_id)
    elif theme:
        over.notice(leader.wear(theme))
    elif key:
        await leader.run_action(key.action, leader if key.where == "app" else over)
