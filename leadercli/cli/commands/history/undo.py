"""`leadercli undo` and `redo`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from leadercli.cli.command import TranslatedCommand
from leadercli.cli.context import Context
from leadercli.cli.output import columns
from leadercli.cli.parameters import flag
from leadercli.locale.texts import Texts
from leadercli.words.history import entry_words, made_again_words, undone_words

if TYPE_CHECKING:
    pass

LISTED = 20
"""How many changes `undo --list` shows."""


def make_undo(texts: Texts) -> click.Command:
    """Make `undo`."""
    return TranslatedCommand(
        "undo",
        texts,
        _undo,
        texts.t("Take back the latest change made on this machine, or the one with an id. `redo` makes it again."),
        [
            click.Argument(["id_"], metavar=texts.t("ID"), required=False),
            flag("--list", texts.t("Show the latest changes with their ids and change nothing."), dest="show"),
        ],
    )


def make_redo(texts: Texts) -> click.Command:
    """Make `redo`."""
    return TranslatedCommand("redo", texts, _redo, texts.t("Make the change again that was taken back last."))


def _undo(run: Context, id_: str | None, show: bool) -> None:
    from leadercli.journal.history.undo import undo

    if show:
        _list(run)
        return
    undone = undo(run.changing(), id_ or "")
    run.out.text(undone_words(undone.entry, run.texts))
    if undone.changed_since:
        run.out.note(run.texts.t("It had been changed since; what stood there before it is there again."))
    run.out.note(run.texts.t("To make it again: leadercli redo"))


def _redo(run: Context) -> None:
    from leadercli.journal.history.undo import redo

    redone = redo(run.changing())
    run.out.text(made_again_words(redone.entry, run.texts))
    if redone.changed_since:
        run.out.note(run.texts.t("It had been changed since; that change is gone."))
    run.hint_undo()


def _list(run: Context) -> None:
    from leadercli.cli.record_lines import short_ids
    from leadercli.journal.history.undo import undoable

    entries = list(undoable(run.changing()))
    short = short_ids([entry.id for entry in entries])
    rows = [(short[one.id], one.at[:16].replace("T", " "), entry_words(one, run.texts)) for one in entries[:LISTED]]
    run.out.lines(columns(rows))
