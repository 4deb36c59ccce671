"""`leadercli add`: an agreement in one line; with a sign, what a line of a note can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from leadercli.cli.command import TranslatedCommand
from leadercli.cli.confirm import agreed_words, feedback_words, note_no_date, raise_words
from leadercli.cli.context import Context
from leadercli.cli.parameters import json_flag, words_argument
from leadercli.locale.texts import Texts
from leadercli.model.records import FeedbackKind
from leadercli.model.text import plain_line
from leadercli.words.entry import NOBODY_IN_SHELL, archived_words, understand

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal
    from leadercli.model.entry.quick_line import Understood


def make(texts: Texts) -> click.Command:
    """Make the command."""
    return TranslatedCommand(
        "add",
        texts,
        _run,
        texts.t(
            "Add an agreement in one line: @name what >owner when. Without @name it is about nobody, without "
            ">owner it is yours. A line that begins with ? is to be raised next time, with + praise, with = "
            "something that could be better, with % only for you."
        ),
        [words_argument(texts.t("TEXT")), json_flag(texts)],
    )


def _run(run: Context, words: tuple[str, ...], as_json: bool) -> None:
    meant = understand(" ".join(words), run.looking().people, run.today, nobody=NOBODY_IN_SHELL)
    journal = run.writing()
    if meant.kind == "inbox":
        _raise(run, journal, meant, as_json)
    elif meant.kind == "agreement":
        _agree(run, journal, meant, as_json)
    else:
        _feedback(run, journal, meant, as_json)
    if meant.due is None and meant.kind != "inbox":
        note_no_date(run, meant.text, run.today)
    for archived in archived_words(run.texts, journal.people, meant):
        run.out.note(plain_line(archived))
    run.hint_undo()


def _agree(run: Context, journal: Journal, meant: Understood, as_json: bool) -> None:
    made = journal.agreements.agree(
        meant.text, person_id=meant.person_id, owner=meant.owner, due=meant.due, private=meant.private
    )
    if as_json:
        from leadercli.cli.record_json import agreement_json

        run.out.json(agreement_json(made, journal.people.name, run.today))
    else:
        run.out.text(agreed_words(made, journal, run.today, run.texts))


def _raise(run: Context, journal: Journal, meant: Understood, as_json: bool) -> None:
    put = journal.inbox.put(meant.person_id, meant.text, private=meant.private)
    if as_json:
        from leadercli.cli.record_json import inbox_json

        run.out.json(inbox_json(put, journal.people.name))
    else:
        run.out.text(raise_words(put, journal, run.texts))


def _feedback(run: Context, journal: Journal, meant: Understood, as_json: bool) -> None:
    kind: FeedbackKind = "praise" if meant.kind == "praise" else "better"
    noted = journal.feedback.note(meant.person_id, kind, meant.text, meant.due)
    if as_json:
        from leadercli.cli.record_json import feedback_json

        run.out.json(feedback_json(noted, journal.people.name))
    else:
        run.out.text(feedback_words(noted, journal, run.today, run.texts))
