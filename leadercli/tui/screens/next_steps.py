"""Next steps: all open agreements over all people, narrowed as one types."""

from __future__ import annotations

from typing import cast, get_args

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from leadercli.locale import N_
from leadercli.model.overview.next_steps import WHEN, Whose, haystacks, narrow
from leadercli.model.overview.next_steps import grouped as by_when
from leadercli.model.text import plain_line
from leadercli.tui.base.list_screen import ListScreen
from leadercli.tui.records.rows import agreement_rows
from leadercli.tui.widgets.bindings import bindings
from leadercli.tui.widgets.field import Field
from leadercli.tui.widgets.row_list import RowList
from leadercli.tui.widgets.rows import Row, grouped
from leadercli.words.agreements import WHEN_TITLES
from leadercli.words.people import short_of
from leadercli.words.today import open_words

WHOSE: dict[Whose, str] = {"all": N_("mine and theirs"), "mine": N_("mine"), "theirs": N_("theirs")}


class FilterField(Field):
    """Words that narrow the list; arrows and Enter go back to the list, Escape shows all again."""

    DEFAULT_CSS = """
    FilterField, FilterField:focus { padding: 0 1; display: none; }
    FilterField.-shown { display: block; }
    """

    BINDINGS = bindings("filter")

    def action_to_list(self) -> None:
        """Go to the list."""
        self.screen.query_one(RowList).focus()

    async def action_show_all(self) -> None:
        """Show all again."""
        await cast(StepsScreen, self.screen).action_back()


class StepsScreen(ListScreen):
    """All open agreements, grouped by when they are due."""

    VIEW = "steps"
    ABOUT = N_(
        "Every open agreement with everyone, yours and theirs. f narrows the list as you type: words, a name, or both. "
        "A moved deadline keeps its old date and your reason."
    )
    PLACES = ("steps", "filter", "list", "app")
    BINDINGS = bindings("steps")

    def __init__(self) -> None:
        super().__init__()
        self._whose: Whose = "all"
        self._field = FilterField(placeholder=self.texts.t("words or a name"))
        self._hay: dict[str, str] | None = None

    def compose_body(self) -> ComposeResult:
        """The filter stands over the list."""
        yield self._field
        yield from super().compose_body()

    def agreement_with(self) -> str:
        """Nobody: where the cursor happens to stand says nothing about a new agreement."""
        return ""

    def headline(self) -> str:
        """Say how many there are, and what narrows them."""
        shown = sum(1 for row in self.list.rows if row.id) if self._narrowed else len(self.journal.agreements.open())
        count = open_words(shown, self.texts)
        parts = [count, self.texts.t(WHOSE[self._whose])]
        if self._field.value.strip():
            parts.append(self.texts.t("“{words}”", words=plain_line(self._field.value.strip())))
        return " · ".join(parts)

    def empty_words(self) -> str:
        """Say what to do next."""
        if self._narrowed:
            return self.texts.t("Nothing fits. Press esc to see all again.")
        return self.texts.t("No open agreements. Press a to write one: @name what when.")

    def build_rows(self) -> list[Row]:
        """Group what fits the filter."""
        agreements = self.journal.agreements.open()
        if self._narrowed:
            names = {person.id: person.name for person in self.journal.people.all()}
            if self._hay is None:
                self._hay = haystacks(agreements, names)
            agreements = narrow(agreements, self._hay, self._field.value, "", self._whose)
        groups = by_when(agreements, self.today)
        short = short_of(self.journal.people)
        return grouped(
            *(
                (
                    f"{self.texts.t(WHEN_TITLES[when])} · {len(groups[when])}",
                    agreement_rows(groups[when], short, self.today, self.texts),
                )
                for when in WHEN
            )
        )

    def reload(self) -> None:
        """Show what the journal holds now."""
        self._hay = None
        self._show()

    def action_filter(self) -> None:
        """Begin to narrow."""
        self._field.add_class("-shown")
        self._field.focus()

    def action_whose(self) -> None:
        """Show mine, theirs, or all."""
        order = get_args(Whose)
        self._whose = cast(Whose, order[(order.index(self._whose) + 1) % len(order)])
        self._show()

    async def action_back(self) -> None:
        """First show all again, then go back."""
        if self._narrowed or self._field.has_class("-shown"):
            self._whose = "all"
            self._field.value = ""
            self._field.remove_class("-shown")
            self.list.focus()
            self._show()
        else:
            self.shell.back()

    @property
    def _narrowed(self) -> bool:
        return self._whose != "all" or bool(self._field.value.strip())

    def _show(self) -> None:
        super().reload()

    @on(Input.Changed, "FilterField")
    def _typed(self) -> None:
        self._show()
