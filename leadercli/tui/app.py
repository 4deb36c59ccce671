"""The app: it wires journal, screens, keys and theme together and owns nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import on
from textual.app import App, SystemCommand
from textual.screen import Screen

from leadercli.journal.journal import Journal, News
from leadercli.keys import KeyTrouble, remapped
from leadercli.locale.texts import Texts
from leadercli.trouble import Trouble
from leadercli.tui.bindings import bindings
from leadercli.tui.ending import listen_for_the_end, save_all
from leadercli.tui.modes import MODES
from leadercli.tui.themes import DEFAULT_DARK, load_theme, shipped_themes_folder
from leadercli.tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from leadercli.session import Session
    from leadercli.tui.screens.base import LeaderScreen

DEFAULT_VARIABLES = {
    "overdue": "ansi_red",
    "quiet": "ansi_bright_black",
    "mark": "ansi_blue",
    "mark-text": "ansi_white",
    "rule": "ansi_bright_black",
    "praise": "ansi_green",
    "saved": "ansi_green",
}

LOOK_EVERY = 1.0
"""Seconds between looks at the file on disk."""


class LeaderApp(App[None]):
    """leadercli's screens on one journal. `crash` is the error that ended it, if one did."""

    BINDINGS = bindings("app")
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    MODES = MODES  # type: ignore[assignment]

    def __init__(self, session: Session, journal: Journal | None, *, note_with: str = "") -> None:
        self.session = session
        self.texts = session.texts
        self.clock = session.clock
        self.crash: BaseException | None = None
        self._journal = journal
        self._note_with = note_with
        self._since = session.clock().isoformat()
        self._status = ""
        self._stop_following: Callable[[], None] | None = None
        # Beginning in the right view saves mounting an empty screen first.
        self.DEFAULT_MODE = "today" if journal else "first_run"  # type: ignore[misc]
        super().__init__()
        self.title = "leadercli"

    @property
    def journal(self) -> Journal:
        """The open journal."""
        assert self._journal is not None
        return self._journal

    @property
    def has_journal(self) -> bool:
        """Whether a journal is open; on the first run there is none yet."""
        return self._journal is not None

    @property
    def status(self) -> str:
        """The word in the corner: saved, draft, not saved …"""
        return self._status

    @status.setter
    def status(self, word: str) -> None:
        self._status = word
        with suppress(Exception):
            cast("LeaderScreen", self.screen).top.status = word

    async def on_load(self) -> None:
        """Choose the theme and the keys before anything is drawn."""
        trouble = self.session.config_trouble
        self._problems = [trouble.sentence(self.texts)] if trouble else []
        self.use_theme(self.session.config.theme or DEFAULT_DARK)
        try:
            remapped(self.session.config.keys)
            self.set_keymap(dict(self.session.config.keys))
        except KeyTrouble as trouble:
            self._problems.append(trouble.sentence(self.texts))

    def on_mount(self) -> None:
        """Open on Today, or on the first run's questions."""
        listen_for_the_end(self._end_now)
        if self._journal is not None:
            self.begin(self._journal)

    def begin(self, journal: Journal) -> None:
        """Show a journal: from here on the screens have one."""
        self._journal = journal
        self._stop_following = journal.subscribe(self._follow)
        self.status = self.texts.t("only shown") if journal.read_only else self.texts.t("saved")
        if self.current_mode != "today":
            self.switch_mode("today")
        self.set_interval(LOOK_EVERY, self.look_at_disk)
        if self._note_with:
            self.open_note(self._note_with)
        for problem in self._problems:
            self.call_after_refresh(self.say, problem)

    def speak(self, lang: str) -> None:
        """Change the language, on the first run."""
        self.texts = Texts(lang)
        self.session = replace(self.session, texts=self.texts)

    def use_theme(self, name: str) -> None:
        """Put on a theme; one that cannot be used is told and the default worn instead."""
        found = load_theme(name, self.theme_folders, self.texts)
        self._problems.extend(found.problems)
        self.register_theme(found.theme)
        self.theme = found.theme.name

    @property
    def theme_folders(self) -> tuple[Path, ...]:
        """Where themes lie: ours, then the person's own, which win."""
        return shipped_themes_folder(), self.session.places.themes

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our own variables a value before any theme of ours is on."""
        return DEFAULT_VARIABLES

    def look_at_disk(self) -> None:
        """Take in what another program or a sync client wrote."""
        try:
            self.journal.refresh()
        except Trouble as trouble:
            self.status = self.texts.t("not readable")
            self.say(trouble.sentence(self.texts))

    def say(self, text: str) -> None:
        """Say something in the line at the bottom of the present screen."""
        from leadercli.tui.screens.base import LeaderScreen

        if isinstance(self.screen, LeaderScreen):
            self.screen.notice(text)

    def open_note(self, person_id: str, day: str = "") -> None:
        """Open the note of a person's conversation today, or on an ISO day."""
        from leadercli.tui.screens.note import NoteScreen

        self.push_screen(NoteScreen(person_id, day))

    def open_person(self, person_id: str) -> None:
        """Open a person's page."""
        from leadercli.tui.screens.person import PersonScreen

        self.push_screen(PersonScreen(person_id))

    def _follow(self, news: News) -> None:
        from leadercli.tui.screens.base import LeaderScreen

        count = sum(len(ids) for ids in news.changed.values())
        if news.outside:
            self.status = self.texts.n("{count} change came in", "{count} changes came in", count)
        else:
            self.status = self.texts.t("saved")
        if isinstance(self.screen, LeaderScreen) and self.screen.is_mounted:
            self.screen.follow(news)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Before there is a journal only closing and the colours work."""
        del parameters
        return self.has_journal or action in ("quit_now", "quit_here", "theme", "help")

    def action_view(self, view: str) -> None:
        """Go to a view; on it already, to its first screen."""
        while self.current_mode == view and len(self.screen_stack) > 1:
            self.pop_screen()
        self.switch_mode(view)

    def action_note(self) -> None:
        """Ask for a name and open today's note."""
        self._ask_person(self.texts.t("Note with:"), self.open_note)

    def action_person(self) -> None:
        """Ask for a name and open the person's page."""
        self._ask_person(self.texts.t("Person:"), self.open_person)

    def action_add(self) -> None:
        """Write an agreement in one line."""
        from leadercli.tui.deeds import add

        add(cast("LeaderScreen", self.screen), getattr(self.screen, "about", ""))

    def action_search(self) -> None:
        """Search everything."""
        from leadercli.tui.screens.search import SearchScreen

        self.push_screen(SearchScreen())

    def action_undo(self) -> None:
        """Take back the latest change of this sitting."""
        from leadercli.tui.taking_back import take_back

        self.say(take_back(self.journal, self._since, self.texts))

    def action_redo(self) -> None:
        """Make the undone change again."""
        from leadercli.tui.taking_back import do_again

        self.say(do_again(self.journal, self.texts))

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from leadercli.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(cast("LeaderScreen", self.screen)))

    def action_palette(self) -> None:
        """Show all commands and people by name."""
        from leadercli.tui.screens.palette import PaletteScreen

        self.push_screen(PaletteScreen(cast("LeaderScreen", self.screen)))

    def action_theme(self) -> None:
        """Put on the next theme and remember it."""
        from leadercli.tui.theme_choice import next_theme

        self.say(next_theme(self))

    async def action_back(self) -> None:
        """Go one step back; at the top stay."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        elif self.current_mode not in ("today", "first_run"):
            self.switch_mode("today")

    def action_quit_here(self) -> None:
        """Close at the top, else go one step back."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.action_quit_now()

    def action_quit_now(self) -> None:
        """Save what is open and close."""
        if self._save_open():
            self.exit()

    @on(TopBar.Chosen)
    def _go_to_view(self, event: TopBar.Chosen) -> None:
        self.action_view(event.view)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer none of Textual's own commands: a saved screenshot would hold private text."""
        del screen
        return ()

    def _ask_person(self, label: str, then: Callable[[str], None]) -> None:
        from leadercli.tui.people_choice import ask_person

        ask_person(cast("LeaderScreen", self.screen), label, then)

    def _save_open(self) -> bool:
        return save_all(self._screen_stacks.values())

    def _end_now(self) -> None:
        self._save_open()
        self.exit()

    def _handle_exception(self, error: Exception) -> None:
        # Textual would print a traceback with the values of local variables, and those hold what people wrote.
        self.crash = error
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        with suppress(Exception):
            self._save_open()
        self._close_messages_no_wait()
