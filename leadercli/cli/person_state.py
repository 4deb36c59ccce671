"""`leadercli person pause`, `resume` and `leave`: whether a person's rhythm runs."""

from __future__ import annotations

import click

from leadercli.cli.params import option, person_argument
from leadercli.cli.person_values import read_day
from leadercli.cli.run import Run
from leadercli.cli.spoken import Spoken
from leadercli.locale.texts import Texts
from leadercli.model.dates.format import say_day
from leadercli.model.text import plain_line


def make_pause(texts: Texts) -> click.Command:
    """Make `person pause`."""
    return Spoken(
        "pause",
        texts,
        _pause,
        texts.t("Let a person's rhythm rest, for leave or the like, until a day or until `person resume`."),
        [person_argument(texts), option("--until", texts.t("DATE"), texts.t("The first day back."))],
    )


def make_resume(texts: Texts) -> click.Command:
    """Make `person resume`."""
    return Spoken(
        "resume",
        texts,
        _resume,
        texts.t("Take up a person who was paused or archived again."),
        [person_argument(texts)],
    )


def make_leave(texts: Texts) -> click.Command:
    """Make `person leave`."""
    return Spoken(
        "leave",
        texts,
        _leave,
        texts.t("Archive a person who leaves: everything is kept and found, and they are no longer due for a talk."),
        [person_argument(texts), option("--date", texts.t("DATE"), texts.t("The last day; today if not said."))],
    )


def _pause(run: Run, name: str, until: str | None) -> None:
    journal, texts = run.changing(), run.texts
    person = journal.people.named(name)
    back = read_day(until, run.today) if until else None
    journal.people.pause(person.id, back)
    if back:
        said = say_day(back, run.today, texts.lang)
        run.out.text(texts.t("{name} is paused until {date}.", name=plain_line(person.name), date=said))
    else:
        run.out.text(texts.t("{name} is paused.", name=plain_line(person.name)))
    run.hint_undo()


def _resume(run: Run, name: str) -> None:
    from leadercli.model.people.names import match_people

    journal = run.changing()
    away = match_people(name, [one for one in journal.people.all() if one.state != "active"])
    person = away[0] if len(away) == 1 else journal.people.named(name)
    journal.people.resume(person.id)
    run.out.text(run.texts.t("{name} is back.", name=plain_line(person.name)))
    run.hint_undo()


def _leave(run: Run, name: str, date: str | None) -> None:
    journal, texts = run.changing(), run.texts
    person = journal.people.named(name)
    day = read_day(date, run.today) if date else run.today
    journal.people.leave(person.id, day)
    said = say_day(day, run.today, texts.lang)
    run.out.text(texts.t("{name} is archived; last day: {date}.", name=plain_line(person.name), date=said))
    run.hint_undo()
