"""The two pans of a week."""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from leadercli.model.pans import HEIGHT, pans
from leadercli.model.scale.balance import Balance


class PansView(Widget):
    """Draw the pans as wide as there is room. `names` stand on them, loads first."""

    DEFAULT_CSS = f"PansView {{ height: {HEIGHT}; }}"

    def __init__(self, names: tuple[str, str], lang: str) -> None:
        super().__init__()
        self._names = names
        self._lang = lang
        self._balance: Balance | None = None

    def show(self, balance: Balance) -> None:
        """Show another balance."""
        if balance != self._balance:
            self._balance = balance
            self.refresh()

    def render(self) -> RenderResult:
        """Draw."""
        if self._balance is None:
            return ""
        return Content("\n".join(pans(self._balance, self.size.width, self._lang, self._names)))
