"""The name by which a person is meant in a command."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from leadercli.errors import Trouble
from leadercli.model.text import plain_line

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


def typed_name(journal: Journal, person_id: str) -> str:
    """Give the first name where it means this person alone, else the whole name as a shell reads it."""
    name = plain_line(journal.people.name(person_id))
    first = name.split(" ")[0]
    try:
        alone = journal.people.named(first).id == person_id
    except Trouble:
        alone = False
    return quote(first if alone else name)
