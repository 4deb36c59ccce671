"""The keys that act on the person a list is about: plan, next time, pause, archive, edit."""

from __future__ import annotations

from collections.abc import Callable

from leadercli.errors import Trouble
from leadercli.tui import person_deeds, talk_deeds
from leadercli.tui.screens.base import LeaderScreen
from leadercli.tui.screens.lists import ListScreen


class PersonKeys(ListScreen):
    """A list whose `about` is the person that the keys mean."""

    def action_plan(self) -> None:
        """Plan the next conversation."""
        self._with_person(talk_deeds.plan)

    def action_put_inbox(self) -> None:
        """Note something for next time."""
        self._with_person(person_deeds.put_inbox)

    def action_rest(self) -> None:
        """Pause, or resume."""
        self._with_person(person_deeds.rest)

    def action_archive(self) -> None:
        """Archive, or take back."""
        self._with_person(person_deeds.archive)

    def action_edit_person(self) -> None:
        """Edit the person in the form."""
        from leadercli.tui.screens.person_form import PersonFormScreen

        if self.about:
            self.leader.push_screen(PersonFormScreen(self.about))

    def _with_person(self, deed: Callable[[LeaderScreen, str], None]) -> None:
        if not self.about:
            return
        try:
            deed(self, self.about)
        except Trouble as trouble:
            self.trouble(trouble)
