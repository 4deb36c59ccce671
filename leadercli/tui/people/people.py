"""People: everyone the leader talks with, who waits first; and the keys on the person a list is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from leadercli.errors import AppError
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.dates.format import format_due
from leadercli.model.overview.people import GROUPS, Group, PersonStatus, people_overview
from leadercli.model.people.rhythm import rhythm_strip
from leadercli.model.records import Person
from leadercli.model.schema import PEOPLE
from leadercli.tui.base.list_screen import ListScreen
from leadercli.tui.base.screen import LeaderScreen
from leadercli.tui.people import actions
from leadercli.tui.people.person_words import strip_months, strip_signs
from leadercli.tui.records import meetings
from leadercli.tui.widgets.bindings import bindings
from leadercli.tui.widgets.rows import BLANK, Cell, Column, Row, record_row, row_id
from leadercli.words.agreements import TWO_VERSIONS
from leadercli.words.people import column_names, every, group_title, next_words

COLUMNS = (
    Column(0),
    Column(11, fits=True),
    Column(10, needs=64, fits=True),
    Column(13, fits=True),
    Column(8, needs=54, fits=True),
    Column(13, needs=70),
)
"""Name and role, last talked, rhythm, next, open agreements, the last twelve months."""


class PersonKeys(ListScreen):
    """A list whose `about` is the person that the keys mean."""

    def action_plan(self) -> None:
        """Plan the next conversation."""
        self._with_person(meetings.plan)

    def action_put_inbox(self) -> None:
        """Note something for next time."""
        self._with_person(actions.put_inbox)

    def action_rest(self) -> None:
        """Pause, or resume."""
        self._with_person(actions.rest)

    def action_archive(self) -> None:
        """Archive, or take back."""
        self._with_person(actions.archive)

    def action_edit_person(self) -> None:
        """Edit the person in the form."""
        if self.about:
            self.shell.open("person_form", self.about)

    def _with_person(self, action: Callable[[LeaderScreen, str], None]) -> None:
        if not self.about:
            return
        try:
            action(self, self.about)
        except AppError as trouble:
            self.trouble(trouble)


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
        self._groups: dict[Group, list[PersonStatus]] = {}

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
        self._groups = people_overview(journal.people.all(), journal.meetings.all(), agreements, self.today)
        shown = GROUPS if self._archived else GROUPS[:-1]
        return people_rows(self._groups, shown, self.today, self.texts)

    def action_new_person(self) -> None:
        """Add someone; the cursor goes to them."""

        def added(person: Person) -> None:
            self.list.stand_on(row_id("person", person.id))

        actions.new_person(self, added)

    def action_show_all(self) -> None:
        """Show the archived, or not."""
        self._archived = not self._archived
        self.reload()


def people_rows(
    groups: dict[Group, list[PersonStatus]], shown: tuple[Group, ...], today: date, texts: Texts
) -> list[Row]:
    """Lay the groups below each other; the first heading also names the columns."""
    rows: list[Row] = []
    for group in (one for one in GROUPS if one in shown and groups[one]):
        words = Cell(group_title(group, len(groups[group]), texts, first=not rows), "heading")
        rows += [BLANK, Row("", (words,))] if rows else [Row("", (words, *_column_names(today, texts)))]
        rows += [person_row(one, today, texts) for one in groups[group]]
    return rows


def person_row(one: PersonStatus, today: date, texts: Texts) -> Row:
    """Write a person as a row."""
    person = one.person
    return record_row(
        PEOPLE,
        person.id,
        (
            Cell(person.name, more=f", {person.role}" if person.role else ""),
            Cell(format_due(one.last, today, texts.lang, short=True) if one.last else "–", "quiet"),
            Cell(every(person.cadence, texts), "quiet"),
            _next(one, today, texts),
            Cell(f"{one.mine} / {one.theirs}" if one.mine or one.theirs else ""),
            Cell(texts.t(TWO_VERSIONS), "overdue") if person.unsettled else Cell(strip_signs(one.strip), "quiet"),
        ),
    )


def _next(one: PersonStatus, today: date, texts: Texts) -> Cell:
    """Say what comes next; only a planned day is told loudly, and that a conversation is due."""
    words = next_words(one, today, texts, COLUMNS[3].width)
    if one.group in ("archived", "paused"):
        return Cell(words, "quiet")
    return Cell(words, "" if one.next else "accent" if one.due else "quiet")


def _column_names(today: date, texts: Texts) -> tuple[Cell, ...]:
    named = column_names(texts)
    months = strip_months(rhythm_strip((), today), texts.lang)
    names = (named["last"], named["every"], named["next"], named["open"], months)
    return tuple(Cell(name, "quiet") for name in names)
