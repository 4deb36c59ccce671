"""`leadercli add`: an agreement in one line; with a sign, what a line of a note can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from leadercli.cli.command import TranslatedCommand
from leadercli.cli.confirm import agreed_words, feedback_words, note_no_date, raise_words
from leadercli.cli.context import Context
from leadercli.cli.parameters import json_flag, words_argument
from leadercli.errors import AppError
from leadercli.journal.store.table import NotFoundError
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.entry.quick_line import NotUnderstood, Understood, read_quick, resolve
from leadercli.model.records import FeedbackKind

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


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
    meant = understand(run, " ".join(words))
    journal = run.writing()
    if meant.kind == "inbox":
        _raise(run, journal, meant, as_json)
    elif meant.kind == "agreement":
        _agree(run, journal, meant, as_json)
    else:
        _feedback(run, journal, meant, as_json)
    if meant.due is None and meant.kind != "inbox":
        note_no_date(run, meant.text, run.today)
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


def understand(run: Context, line: str) -> Understood:
    """Read a line about the people in the journal; those who are archived are found when nobody else is meant.

    Raises AppError that says what to type instead.
    """
    people = run.looking().people
    for known in (people.here(), people.all()):
        meant = resolve(read_quick(line, run.today, known), known)
        if not isinstance(meant, NotUnderstood) or meant.kind != "unknown":
            break
    if isinstance(meant, NotUnderstood):
        raise _trouble(meant)
    return meant


def _trouble(meant: NotUnderstood) -> AppError:
    if meant.kind == "empty":
        return AppError(N_("An agreement needs a text: what shall be done?"))
    if meant.kind == "nobody":
        return AppError(N_("Say whom it is about: @name."))
    if meant.kind == "ambiguous":
        names = ", ".join(sorted(person.name for person in meant.candidates))
        return NotFoundError(N_("“{name}” can be {people}. Type more of the name."), name=meant.typed, people=names)
    return NotFoundError(
        N_("There is nobody called “{name}”. To add them: leadercli person add “{name}”."), name=meant.typed
    )
