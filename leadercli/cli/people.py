"""`leadercli people`: everyone the leader talks with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from leadercli.cli.columns import columns
from leadercli.cli.output import Line, Toned
from leadercli.cli.params import flag, json_flag
from leadercli.cli.run import Run
from leadercli.cli.spoken import Spoken
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.dates.format import say_day, say_since
from leadercli.model.overview.people import GROUPS, Group, Standing, folk
from leadercli.model.text import plain_line

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal

TITLES: dict[Group, str] = {
    "due": N_("Due for a talk · {count}"),
    "others": N_("The others · {count}"),
    "paused": N_("Paused · {count}"),
    "archived": N_("Archived · {count}"),
}

_ROLE = 26


def make_people(texts: Texts) -> click.Command:
    """Make the command."""
    return Spoken(
        "people",
        texts,
        _people,
        texts.t("Print everyone you talk with: role, rhythm, the last conversation, the next, open agreements."),
        [flag("--all", texts.t("Those who are archived, too."), dest="everyone"), json_flag(texts)],
    )


def _people(run: Run, everyone: bool, as_json: bool) -> None:
    journal = run.reading()
    groups = folk(journal.people.all(), journal.meetings.all(), journal.agreements.open(), run.today)
    shown = [group for group in GROUPS if groups[group] and (everyone or group != "archived")]
    if as_json:
        from leadercli.cli.person_shape import standing_shape

        found = sorted((one for group in shown for one in groups[group]), key=lambda one: one.person.name.casefold())
        run.out.json([standing_shape(one, journal) for one in found])
    elif shown:
        run.out.lines(_people_lines(groups, shown, run.today, run.texts))
    elif journal.id:
        run.out.note(run.texts.t("Nobody here yet. To add someone: leadercli person add NAME"))


def _people_lines(groups: dict[Group, list[Standing]], shown: list[Group], today: date, texts: Texts) -> Iterator[Line]:
    """Write a table with a heading for each group; the first heading row names the columns."""
    cells = [_cells(one, today, texts) for group in shown for one in groups[group]]
    names, *rows = columns([_names(texts), *cells])
    yield f"  {names}"
    lines = iter(rows)
    for place, group in enumerate(shown):
        yield from ("",) if place else ()
        title = N_("Everyone · {count}") if shown[0] == group == "others" else TITLES[group]
        yield Toned("heading", texts.t(title, count=len(groups[group])))
        yield from (f"  {next(lines)}" for _ in groups[group])


def _names(texts: Texts) -> list[str]:
    named = (texts.c("column", "every"), texts.c("column", "last"), texts.c("column", "next"))
    return ["", "", *named, texts.c("column", "me/them")]


def _cells(one: Standing, today: date, texts: Texts) -> list[str]:
    person = one.person
    role = plain_line(person.role)
    return [
        plain_line(person.name),
        role if len(role) <= _ROLE else f"{role[: _ROLE - 1].rstrip()}…",
        _every(person.cadence, texts),
        say_since(one.last, today, texts.lang) if one.last else "–",
        next_words(one, today, texts),
        f"{one.mine} / {one.theirs}" if one.mine or one.theirs else "",
    ]


def _every(cadence: str, texts: Texts) -> str:
    """Say a rhythm as a span: "2 weeks"."""
    if not cadence:
        return "–"
    count = int(cadence[:-1])
    if cadence.endswith("w"):
        return texts.n("{count} week", "{count} weeks", count)
    return texts.n("{count} month", "{count} months", count)


def next_words(one: Standing, today: date, texts: Texts) -> str:
    """Say what comes next: a planned day, due, the day when the rhythm wants one, or why there is none."""
    if one.group == "archived":
        return texts.t("archived")
    if one.group == "paused":
        back = one.person.paused_until
        return texts.t("back {date}", date=say_day(back, today, texts.lang)) if back else texts.t("paused")
    if one.next:
        return say_day(one.next.day, today, texts.lang)
    if one.due:
        return texts.t("due")
    return texts.t("by {date}", date=say_day(one.expected, today, texts.lang)) if one.expected else "–"


def standing_of(journal: Journal, person_id: str, today: date) -> Standing:
    """Say how it stands with one person."""
    from leadercli.model.overview.people import concerns, standing

    person = journal.people.get(person_id)
    assert person
    theirs = [one for one in journal.agreements.open() if concerns(one, person_id)]
    return standing(person, journal.meetings.of(person_id), theirs, today)
