"""People: everyone the leader talks with, who waits first."""

from __future__ import annotations

from leadercli.locale import N_
from leadercli.model.overview.people import GROUPS, Group, Standing, folk
from leadercli.model.records import Person
from leadercli.tui import person_deeds
from leadercli.tui.bindings import bindings
from leadercli.tui.people_lines import COLUMNS, people_rows
from leadercli.tui.rows import Row
from leadercli.tui.screens.person_keys import PersonKeys


class PeopleScreen(PersonKeys):
    """One line a person."""

    VIEW = "people"
    ABOUT = N_(
        "Everyone you talk with. Those who are due for a talk stand first, counted from the last conversation "
        "that took place. Open agreements are yours / theirs; what is ours together is in both.\n"
        "The last twelve months: ● held   → moved   × cancelled   · none. A week at “next” is when the rhythm "
        "wants a conversation and none is planned."
    )
    PLACES = ("people", "list", "app")
    BINDINGS = bindings("people")
    WITHOUT = ("done", "move", "drop")
    COLUMNS_SHOWN = COLUMNS
    CSS = """
    PeopleScreen .detail { width: 34%; max-width: 40; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._archived = False
        self._groups: dict[Group, list[Standing]] = {}

    def headline(self) -> str:
        """Say how many there are, and how many wait."""
        texts, groups = self.texts, self._groups
        here = sum(len(groups[group]) for group in GROUPS if group != "archived")
        parts = [texts.n("{count} person", "{count} people", here)]
        if groups["due"]:
            parts.append(texts.n("{count} due for a talk", "{count} due for a talk", len(groups["due"])))
        if groups["archived"]:
            words = texts.n("{count} archived", "{count} archived", len(groups["archived"]))
            parts.append(words if self._archived else texts.t("{archived}: v shows them", archived=words))
        return " · ".join(parts)

    def empty_words(self) -> str:
        """Say what to do next."""
        if self._groups["archived"]:
            return self.texts.t("Everyone is archived. Press v to see them, or + to add someone you talk with.")
        return self.texts.t("Nobody here yet. Press + and type a name to add someone you talk with.")

    def build_rows(self) -> list[Row]:
        """Say how it stands with everyone."""
        journal = self.journal
        agreements = journal.agreements.open()
        self._groups = folk(journal.people.all(), journal.meetings.all(), agreements, self.today)
        shown = GROUPS if self._archived else GROUPS[:-1]
        return people_rows(self._groups, shown, self.today, self.texts)

    def action_new_person(self) -> None:
        """Add someone; the cursor goes to them."""

        def added(person: Person) -> None:
            self.list.stand_on(f"person:{person.id}")

        person_deeds.new_person(self, added)

    def action_edit(self) -> None:
        """Edit the person in the form."""
        self.action_edit_person()

    def action_show_all(self) -> None:
        """Show the archived, or not."""
        self._archived = not self._archived
        self.reload()
