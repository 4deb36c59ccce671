"""Understand a quick line in the shell, or say why it cannot be understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadercli.errors import Trouble
from leadercli.journal.store.table import NotFound
from leadercli.locale import N_
from leadercli.model.entry.quick_line import Trouble as NotUnderstood
from leadercli.model.entry.quick_line import Understood, read_quick, resolve

if TYPE_CHECKING:
    from leadercli.cli.run import Run


def understand(run: Run, line: str) -> Understood:
    """Read a line about the people in the journal; those who are archived are found when nobody else is meant.

    Raises Trouble that says what to type instead.
    """
    people = run.looking().people
    for known in (people.here(), people.all()):
        meant = resolve(read_quick(line, run.today, known), known)
        if not isinstance(meant, NotUnderstood) or meant.kind != "unknown":
            break
    if isinstance(meant, NotUnderstood):
        raise _trouble(meant)
    return meant


def _trouble(meant: NotUnderstood) -> Trouble:
    if meant.kind == "empty":
        return Trouble(N_("An agreement needs a text: what shall be done?"))
    if meant.kind == "nobody":
        return Trouble(N_("Say whom it is about: @name."))
    if meant.kind == "ambiguous":
        names = ", ".join(sorted(person.name for person in meant.candidates))
        return NotFound(N_("“{name}” can be {people}. Type more of the name."), name=meant.typed, people=names)
    return NotFound(
        N_("There is nobody called “{name}”. To add them: leadercli person add “{name}”."), name=meant.typed
    )
