"""`leadercli person edit`: change what is known of a person."""

from __future__ import annotations

import click

from leadercli.cli.params import json_flag, person_argument
from leadercli.cli.person_lines import more_line, person_line
from leadercli.cli.person_values import person_options, person_values
from leadercli.cli.run import Run
from leadercli.cli.spoken import Spoken
from leadercli.errors import Trouble
from leadercli.locale import N_
from leadercli.locale.texts import Texts


def make_edit(texts: Texts) -> click.Command:
    """Make the command."""
    return Spoken(
        "edit",
        texts,
        _edit,
        texts.t("Change what is known of a person. A dash clears a value: --start -"),
        [
            person_argument(texts),
            click.Option(["--name", "new_name"], metavar=texts.t("NAME"), help=texts.t("What they are called.")),
            *person_options(texts),
            json_flag(texts),
        ],
    )


def _edit(run: Run, name: str, new_name: str | None, as_json: bool, **given: str | None) -> None:
    journal = run.changing()
    person = journal.people.named(name)
    values = person_values(given, run.today)
    if new_name is not None:
        values["name"] = _free_name(run, new_name, person.id)
    if not values:
        raise Trouble(N_("Say what to change, such as --role or --cadence. See: leadercli person edit --help"))
    journal.people.edit(person.id, values)
    edited = journal.people.get(person.id)
    assert edited
    if as_json:
        from leadercli.cli.person_shape import person_shape

        run.out.json(person_shape(edited))
    else:
        more = more_line(edited, run.today, run.texts)
        run.out.lines([run.texts.t("Now: {person}", person=person_line(edited, run.texts)), *([more] if more else [])])
    run.hint_undo()


def _free_name(run: Run, typed: str, person_id: str) -> str:
    name = " ".join(typed.split())
    if not name:
        raise Trouble(N_("A person needs a name."))
    others = (one for one in run.changing().people.all() if one.id != person_id)
    if any(one.name.casefold() == name.casefold() for one in others):
        raise Trouble(N_("There is already someone called “{name}”. Add a surname or an initial."), name=name)
    return name
