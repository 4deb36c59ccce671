"""`leadercli note` and `inbox`: write about a person, today or for next time."""

from __future__ import annotations

import sys

import click

from leadercli.cli.command import TranslatedCommand
from leadercli.cli.confirm import raise_words
from leadercli.cli.context import Context
from leadercli.cli.parameters import json_flag, person_argument, typed_name, words_argument
from leadercli.errors import AppError
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.entry.tokens import read_signs
from leadercli.model.records import Person


def make_note(texts: Texts) -> click.Command:
    """Make the command."""
    return TranslatedCommand(
        "note",
        texts,
        _note,
        texts.t(
            "Add lines to today's note about a person; - reads them from stdin. Marked lines become agreements (!), "
            "things to raise next time (?), praise (+) and what could be better (=). Without text the app opens on "
            "the note."
        ),
        [person_argument(texts), words_argument(texts.t("TEXT|-"), required=False), json_flag(texts)],
    )


def _note(run: Context, name: str, words: tuple[str, ...], as_json: bool) -> None:
    person = run.looking().people.named(name)
    if not words:
        raise click.exceptions.Exit(run.open_app(run.session, person.id))
    text = _stdin() if words == ("-",) else " ".join(words)
    if not text.strip():
        raise AppError(N_("There is nothing to note: no text was given."))
    from leadercli.cli.confirm import print_note

    added = run.writing().meetings.add_lines(person.id, run.today, text)
    print_note(run, added, as_json)
    _tell_of_draft(run, person)
    run.hint_undo()


def _tell_of_draft(run: Context, person: Person) -> None:
    """Say when a draft of the same note waits: it is left as it is, and meets the new lines when it is opened."""
    from leadercli.journal.note_drafts import left_behind

    if any(draft.person_id == person.id and draft.date == run.today for draft in left_behind(run.writing())):
        words = run.texts.t(
            "A draft of this note waits too, and is as it was: leadercli note {name} opens both.",
            name=typed_name(run.writing(), person.id),
        )
        run.out.note(words)


def _stdin() -> str:
    """Read all of stdin as UTF-8; bytes that are not are replaced."""
    return sys.stdin.buffer.read().decode("utf-8-sig", "replace").replace("\r\n", "\n")


def make_inbox(texts: Texts) -> click.Command:
    """Make the command."""
    return TranslatedCommand(
        "inbox",
        texts,
        _inbox,
        texts.t("Remember something to raise with a person next time. Text that begins with % is only for you."),
        [person_argument(texts), words_argument(texts.t("TEXT")), json_flag(texts)],
    )


def _inbox(run: Context, name: str, words: tuple[str, ...], as_json: bool) -> None:
    person = run.looking().people.named(name)
    typed = " ".join(words)
    private, kind, body = read_signs(typed)
    journal = run.writing()
    put = journal.inbox.put(person.id, body if private or kind == "inbox" else typed, private=private)
    if as_json:
        from leadercli.cli.record_json import inbox_json

        run.out.json(inbox_json(put, journal.people.name))
    else:
        run.out.text(raise_words(put, journal, run.texts))
    run.hint_undo()
