"""Undo and redo from the screens, and say what it was."""

from __future__ import annotations

from leadercli.journal.journal import Journal
from leadercli.journal.undoing import Undone, redo, undo
from leadercli.locale.command_names import COMMAND_NAMES
from leadercli.locale.mark import N_
from leadercli.locale.texts import Texts
from leadercli.trouble import Trouble


def take_back(journal: Journal, since: str, texts: Texts) -> str:
    """Undo the latest change made since a moment. Returns what to say."""
    try:
        return _words(undo(journal, since=since), N_("Undone: {what}"), texts)
    except Trouble as trouble:
        return trouble.sentence(texts)


def do_again(journal: Journal, texts: Texts) -> str:
    """Make the change that was undone last again. Returns what to say."""
    try:
        return _words(redo(journal), N_("Redone: {what}"), texts)
    except Trouble as trouble:
        return trouble.sentence(texts)


def _words(undone: Undone, message: str, texts: Texts) -> str:
    name = COMMAND_NAMES.get(undone.entry.command, "{what}")
    said = texts.t(message, what=texts.t(name, what=undone.entry.what))
    return texts.t("{undone} – it had been changed since", undone=said) if undone.changed_since else said
