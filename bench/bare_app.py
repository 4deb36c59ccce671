"""The floor of a Textual program: four widgets that any program has, no data behind them."""

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Footer, Header, Static


class Bare(App[None]):
    """Header, Static, DataTable and Footer."""

    BINDINGS = [("q", "quit", "Quit"), ("x", "noop", "Done"), ("m", "noop", "Move"), ("n", "noop", "Note")]

    def compose(self) -> ComposeResult:
        """Lay out the four widgets."""
        yield Header()
        yield Static("Monday 2 March")
        yield DataTable()
        yield Footer()

    def on_mount(self) -> None:
        """Fill a screenful of rows."""
        table = self.query_one(DataTable)
        table.add_columns("When", "What", "Who")
        table.add_rows((f"{row} days", f"Paint line {row}", "Lise") for row in range(18))


if __name__ == "__main__":
    Bare().run()
