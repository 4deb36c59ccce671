"""The floor of typing in Textual: one TextArea that fills the screen."""

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class BareEditor(App[None]):
    """A TextArea and nothing else."""

    def compose(self) -> ComposeResult:
        """Lay out the editor, which has the focus."""
        yield TextArea()


if __name__ == "__main__":
    BareEditor().run()
