"""`leadercli person add`: someone new."""

from __future__ import annotations

import click

from leadercli.cli.params import json_flag, words_argument
from leadercli.cli.person_lines import person_line
from leadercli.cli.person_values import person_options, person_values
from leadercli.cli.run import Run
from leadercli.cli.spoken import Spoken
from leadercli.locale.texts import Texts


def make_add(texts: Texts) -> click.Command:
    """Make the command."""
    return Spoken(
        "add",
        texts,
        _add,
        texts.t("Add someone you talk with. Without --cadence you are reminded monthly; with none, never."),
        [words_argument(texts.t("NAME")), *person_options(texts), json_flag(texts)],
    )


def _add(run: Run, words: tuple[str, ...], as_json: bool, **given: str | None) -> None:
    values = person_values(given, run.today)
    journal = run.writing()
    person = journal.people.add(" ".join(words), **values)
    if as_json:
        from leadercli.cli.person_shape import person_shape

        run.out.json(person_shape(person))
    else:
        run.out.text(run.texts.t("Added: {person}", person=person_line(person, run.texts)))
    run.hint_undo()
