"""The app: what the keys do that work everywhere."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import cast

from textual import on

from leadercli.tui.app.base_app import BaseApp
from leadercli.tui.base.screen import LeaderScreen
from leadercli.tui.widgets.bars import TopBar
from leadercli.tui.widgets.bindings import bindings, key_names

BEFORE_THE_JOURNAL = ("quit", "quit_now", "quit_here", "theme", "help", "help_quit")
"""The actions that work on the first run."""
NOT_WHILE_TYPING = ("undo", "redo")
"""The actions that a person who types means for the text."""


class LeaderApp(BaseApp):
    """leadercli's screens on one journal."""

    BINDINGS = bindings("app")

    @property
    def native_ansi_color(self) -> bool:
        """Leave the terminal its own colours under NO_COLOR: Textual's greys would stand on a ground of their own."""
        return "NO_COLOR" in os.environ or super().native_ansi_color

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether an action works now."""
        del parameters
        if action in NOT_WHILE_TYPING and self.focused is not None and self.focused.check_consume_key("a", "a"):
            return False
        return self.has_journal or action in BEFORE_THE_JOURNAL

    def action_view(self, view: str) -> None:
        """Go to a view; on it already, to its first screen. A note that is open is saved and closed."""
        while len(self.screen_stack) > 1 and (self.current_mode == view or self._present.WRITES):
            if not self._present.save():
                return
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
        from leadercli.tui.records.agreements import add

        add(self._present, self._present.agreement_with())

    def action_search(self) -> None:
        """Search everything."""
        self.open("search")

    def action_arrived(self) -> None:
        """Show what came in from other machines and programs."""
        self.open("arrived")

    def action_bin(self) -> None:
        """Show what was put in the bin."""
        self.open("bin")

    def action_versions(self) -> None:
        """Show what stands in two versions."""
        self.open("versions")

    def action_backups(self) -> None:
        """Show the backups."""
        self.open("backups")

    def action_undo(self) -> None:
        """Take back the latest change of this sitting, and stand on what it was."""
        from leadercli.tui.history.bin import take_back

        if not self._present.save():
            return
        said, row_id = take_back(self.journal, self.since, self.texts)
        self._present.stand_on(row_id)
        self.say(said)

    def action_redo(self) -> None:
        """Make the undone change again."""
        from leadercli.tui.history.bin import do_again

        said, row_id = do_again(self.journal, self.texts)
        self._present.stand_on(row_id)
        self.say(said)

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from leadercli.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self._present))

    def action_palette(self) -> None:
        """Show all commands and people by name."""
        from leadercli.tui.screens.palette import PaletteScreen, do_chosen

        self.push_screen(PaletteScreen(self._present), partial(do_chosen, self._present))

    def action_theme(self) -> None:
        """Put on the next theme and remember it."""
        from leadercli.tui.app.theme import next_theme

        self.say(next_theme(self))

    async def action_back(self) -> None:
        """Go one step back; at the top stay."""
        self.back()

    def action_quit_here(self) -> None:
        """Close at the top, else go one step back."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.action_quit_now()

    def action_help_quit(self) -> None:
        """Say how to close, to who presses ctrl+c."""
        key = next(key.keys for key in self.keys if key.id == "app.quit_now")
        self.say(self.texts.t("{key} closes leadercli; everything is saved.", key=key_names(key, self.texts)))

    @on(TopBar.Chosen)
    def _go_to_view(self, event: TopBar.Chosen) -> None:
        self.action_view(event.view)

    @property
    def _present(self) -> LeaderScreen:
        """The screen in front. Over a modal one none of these actions is reached."""
        return cast(LeaderScreen, self.screen)

    def _ask_person(self, label: str, then: Callable[[str], None]) -> None:
        from leadercli.tui.records.person_prompt import ask_person

        ask_person(self._present, label, then, self._present.about)
