"""`leadercli person add`, `edit`, `pause`, `resume` and `leave`: one person at a time."""

from __future__ import annotations

from collections.abc import Mapping

import click

from leadercli.cli.command import TranslatedCommand
from leadercli.cli.commands.people import standing_of
from leadercli.cli.commands.person_output import more_line, person_line
from leadercli.cli.commands.person_values import person_options, person_values
from leadercli.cli.context import Context
from leadercli.cli.parameters import json_flag, option, person_argument, words_argument
from leadercli.cli.root import Entry, LazyGroup
from leadercli.errors import AppError
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.dates.format import format_day
from leadercli.model.text import plain_line
from leadercli.words.dates import read_day

COMMANDS: Mapping[str, Entry] = {
    "add": Entry("leadercli.cli.commands.person", N_("Add someone you talk with"), "make_add"),
    "show": Entry("leadercli.cli.commands.people", N_("Show what there is about a person"), "make_show"),
    "edit": Entry("leadercli.cli.commands.person", N_("Change what is known of a person"), "make_edit"),
    "pause": Entry(
        "leadercli.cli.commands.person", N_("Let a person's rhythm rest, for leave or the like"), "make_pause"
    ),
    "resume": Entry("leadercli.cli.commands.person", N_("Take up a paused or archived person again"), "make_resume"),
    "leave": Entry(
        "leadercli.cli.commands.person", N_("Archive a person who leaves: kept, no longer due"), "make_leave"
    ),
}


def make(texts: Texts) -> click.Command:
    """Make the group."""
    return LazyGroup("person", texts, COMMANDS, texts.t("Add, show, edit, pause or archive a person."))


def make_add(texts: Texts) -> click.Command:
    """Make the command."""
    return TranslatedCommand(
        "add",
        texts,
        _add,
        texts.t("Add someone you talk with. Without --cadence you are reminded monthly; with none, never."),
        [words_argument(texts.t("NAME")), *person_options(texts), json_flag(texts)],
    )


def _add(run: Context, words: tuple[str, ...], as_json: bool, **given: str | None) -> None:
    values = person_values(given, run.today)
    journal = run.writing()
    person = journal.people.add(" ".join(words), **values)
    if as_json:
        from leadercli.cli.commands.person_output import person_json

        run.out.json(person_json(person))
    else:
        run.out.text(run.texts.t("Added: {person}", person=person_line(person, run.texts)))
    run.hint_undo()


def make_edit(texts: Texts) -> click.Command:
    """Make the command."""
    return TranslatedCommand(
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


def _edit(run: Context, name: str, new_name: str | None, as_json: bool, **given: str | None) -> None:
    journal = run.changing()
    person = journal.people.named(name)
    values = person_values({**given, "name": new_name}, run.today)
    if not values:
        raise AppError(N_("Say what to change, such as --role or --cadence. See: leadercli person edit --help"))
    journal.people.edit(person.id, values)
    edited = journal.people.get(person.id)
    assert edited
    if as_json:
        from leadercli.cli.commands.person_output import person_json

        run.out.json(person_json(edited))
    else:
        more = more_line(standing_of(journal, edited.id, run.today), run.today, run.texts)
        run.out.lines([run.texts.t("Now: {person}", person=person_line(edited, run.texts)), *([more] if more else [])])
    run.hint_undo()


def make_pause(texts: Texts) -> click.Command:
    """Make `person pause`."""
    return TranslatedCommand(
        "pause",
        texts,
        _pause,
        texts.t("Let a person's rhythm rest, for leave or the like, until a day or until `person resume`."),
        [person_argument(texts), option("--until", texts.t("DATE"), texts.t("The first day back."))],
    )


def make_resume(texts: Texts) -> click.Command:
    """Make `person resume`."""
    return TranslatedCommand(
        "resume",
        texts,
        _resume,
        texts.t("Take up a person who was paused or archived again."),
        [person_argument(texts)],
    )


def make_leave(texts: Texts) -> click.Command:
    """Make `person leave`."""
    return TranslatedCommand(
        "leave",
        texts,
        _leave,
        texts.t("Archive a person who leaves: everything is kept and found, and they are no longer due for a talk."),
        [person_argument(texts), option("--date", texts.t("DATE"), texts.t("The last day; today if not said."))],
    )


def _pause(run: Context, name: str, until: str | None) -> None:
    journal, texts = run.changing(), run.texts
    person = journal.people.named(name)
    back = read_day(until, run.today) if until else None
    journal.people.pause(person.id, back)
    if back:
        said = format_day(back, run.today, texts.lang)
        run.out.text(texts.t("{name} is paused until {date}.", name=plain_line(person.name), date=said))
    else:
        run.out.text(texts.t("{name} is paused.", name=plain_line(person.name)))
    run.hint_undo()


def _resume(run: Context, name: str) -> None:
    from leadercli.model.people.names import match_people

    journal = run.changing()
    away = match_people(name, [one for one in journal.people.all() if one.state != "active"])
    person = away[0] if len(away) == 1 else journal.people.named(name)
    journal.people.resume(person.id)
    run.out.text(run.texts.t("{name} is back.", name=plain_line(person.name)))
    run.hint_undo()


def _leave(run: Context, name: str, date: str | None) -> None:
    journal, texts = run.changing(), run.texts
    person = journal.people.named(name)
    day = read_day(date, run.today) if date else run.today
    journal.people.leave(person.id, day)
    said = format_day(day, run.today, texts.lang)
    run.out.text(texts.t("{name} is archived; last day: {date}.", name=plain_line(person.name), date=said))
    run.hint_undo()
