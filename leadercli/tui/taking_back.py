"""Undo and redo from the screens, and say what it was."""

from __future__ import annotations

from leadercli.errors import Trouble
from leadercli.journal.history.undo import Undone, redo, undo
from leadercli.journal.journal import Journal
from leadercli.locale import N_
from leadercli.locale.command_names import COMMAND_NAMES
from leadercli.locale.texts import Texts

ROW_KINDS = {
    "agreements": "agreement",
    "inbox": "inbox",
    "feedback": "feedback",
    "meetings": "meeting",
    "people": "person",
}
"""What the rows of a table's records are called."""


def take_back(journal: Journal, since: str, texts: Texts) -> tuple[str, str]:
    """Undo the latest change made since a moment. Returns what to say, and the id of the row it was about, or ""."""
    try:
        undone = undo(journal, since=since)
    except Trouble as trouble:
        return trouble.sentence(texts), ""
    return _words(undone, N_("Undone: {what}"), texts), _row_id(undone)


def do_again(journal: Journal, texts: Texts) -> tuple[str, str]:
    """Make the change that was undone last again. Returns what to say, and the id of the row it was about, or ""."""
    try:
        redone = redo(journal)
    except Trouble as trouble:
        return trouble.sentence(texts), ""
    return _words(redone, N_("Redone: {what}"), texts), _row_id(redone)


def _words(undone: Undone, message: str, texts: Texts) -> str:
    name = COMMAND_NAMES.get(undone.entry.command, "{what}")
    said = texts.t(message, what=texts.t(name, what=undone.entry.what))
    return texts.t("{undone} – it had been changed since", undone=said) if undone.changed_since else said


def _row_id(undone: Undone) -> str:
    first = next(iter(undone.entry.fields), None)
    return f"{ROW_KINDS[first.table]}:{first.record}" if first and first.table in ROW_KINDS else ""
