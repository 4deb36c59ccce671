"""What all screens share: the journal at hand, a line at the top, one for questions, one for keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen

from leadercli.errors import AppError
from leadercli.journal.journal import Journal
from leadercli.journal.store.change import News
from leadercli.locale.texts import Texts
from leadercli.tui.widgets.bars import KeyBar, TopBar
from leadercli.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from datetime import date

    from leadercli.tui.base.shell import Shell
    from leadercli.tui.widgets.prompt import Question


TALL = 30
"""From how many rows on white space may cost one."""


class LeaderScreen(Screen[None]):
    """A screen on the journal. It holds a cursor and what is being typed, never the truth.

    Subclasses yield their middle in `compose_body` and rebuild it in `reload`, which is called when the screen
    comes to the front and when the journal changes.
    """

    VIEW: ClassVar[str] = ""
    """The view this screen is, for the line at the top."""
    ABOUT: ClassVar[str] = ""
    """What the screen is for, in the help."""
    PLACES: ClassVar[tuple[str, ...]] = ()
    """Whose keys the help lists, from leadercli.keys.key.PLACES."""
    WITHOUT: ClassVar[tuple[str, ...]] = ()
    """The actions of lists that make no sense on this screen."""
    WRITES: ClassVar[bool] = False
    """Whether a text is written here, which is saved and closed when another view is gone to."""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (116, "-wide")]
    """Beside a second column the list keeps the room for words that it has at 80."""
    VERTICAL_BREAKPOINTS = [(0, "-low"), (TALL, "-tall")]

    def __init__(self) -> None:
        super().__init__()
        self.top = TopBar(self.texts, self.VIEW)
        self.prompt = Prompt(self.texts, lambda: self.journal.unsent if self.shell.has_journal else None)
        self.key_bar = KeyBar(self.texts)
        self._left = False

    @property
    def shell(self) -> Shell:
        """The app, as far as a screen may know it."""
        return cast("Shell", self.app)

    @property
    def ways(self) -> Shell:
        """Ways to other screens."""
        return self.shell

    @property
    def journal(self) -> Journal:
        """The open journal."""
        return self.shell.journal

    @property
    def texts(self) -> Texts:
        """The person's language."""
        return self.shell.texts

    @property
    def today(self) -> date:
        """What day it is."""
        return self.shell.clock().date()

    @property
    def about(self) -> str:
        """The id of the person that the screen, or the place of its cursor, is about; "" for none."""
        return ""

    @property
    def drafting(self) -> bool:
        """Whether a text is being typed here that the journal does not hold yet."""
        return False

    def agreement_with(self) -> str:
        """The id of the person whom an agreement written here is about when it does not say; "" for nobody."""
        return self.about

    def stand_on(self, row_id: str) -> None:
        """Put the cursor on a row, where there is one with this id."""

    def let_go(self, row_id: str) -> None:
        """Expect that a row is decided on: the cursor goes on to what takes its place."""

    def compose(self) -> ComposeResult:
        """Top line, middle, question line, keys."""
        yield self.top
        yield from self.compose_body()
        with Vertical(classes="foot"):
            yield from self.compose_foot()
            yield self.prompt
            yield self.key_bar

    def compose_body(self) -> ComposeResult:
        """Yield what stands between the lines."""
        yield from ()

    def compose_foot(self) -> ComposeResult:
        """Yield what stands right above the question line."""
        yield from ()

    def reload(self) -> None:
        """Show what the journal holds now."""

    def on_mount(self) -> None:
        """Show the journal."""
        self.shell.show_status(self)
        self.reload()

    def on_screen_suspend(self) -> None:
        """Expect changes while another screen is in front; what was said of the last command is old by then."""
        self._left = True
        self.notice("")

    def on_screen_resume(self) -> None:
        """Show what changed while another screen was in front."""
        self.shell.show_status(self)
        if self._left:
            self._left = False
            self.reload()

    def follow(self, news: News) -> None:
        """Show what changed while this screen is in front."""
        del news
        self.reload()

    def save(self) -> bool:
        """Save what is being typed here. Returns False, with the reason told, if it could not be."""
        return True

    def rescue(self) -> None:
        """Save what is being typed here as well as can be: the program ends now."""
        self.save()

    def ask(self, question: Question) -> None:
        """Ask something in the line at the bottom."""
        self.prompt.ask(question)

    def notice(self, text: str) -> None:
        """Say what came of a command."""
        self.prompt.notice(text)

    def trouble(self, trouble: AppError) -> None:
        """Say what went wrong."""
        self.prompt.notice(trouble.sentence(self.texts))
