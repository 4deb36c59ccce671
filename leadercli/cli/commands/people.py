"""`leadercli people` and `person show`: everyone the leader talks with, and one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from leadercli.cli.command import TranslatedCommand
from leadercli.cli.context import Context
from leadercli.cli.output import Line, Toned, columns
from leadercli.cli.parameters import flag, json_flag, person_argument
from leadercli.cli.record_lines import agreement_lines, short_ids
from leadercli.locale.texts import Texts
from leadercli.model.dates.format import format_day, format_since
from leadercli.model.overview.next_steps import by_due
from leadercli.model.overview.people import GROUPS, Group, PersonStatus, concerns, people_overview
from leadercli.model.text import plain_line
from leadercli.words.people import column_names, coming_words, every, group_title, last_words, next_words

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal
    from leadercli.model.records import Agreement, Meeting, Person


_ROLE = 26


def make_people(texts: Texts) -> click.Command:
    """Make the command."""
    return TranslatedCommand(
        "people",
        texts,
        _people,
        texts.t("Print everyone you talk with: role, rhythm, the last conversation, the next, open agreements."),
        [flag("--all", texts.t("Those who are archived, too."), dest="everyone"), json_flag(texts)],
    )


def _people(run: Context, everyone: bool, as_json: bool) -> None:
    journal = run.reading()
    groups = people_overview(journal.people.all(), journal.meetings.all(), journal.agreements.open(), run.today)
    shown = [group for group in GROUPS if groups[group] and (everyone or group != "archived")]
    if as_json:
        from leadercli.cli.commands.person_output import status_json

        found = sorted((one for group in shown for one in groups[group]), key=lambda one: one.person.name.casefold())
        run.out.json([status_json(one, journal) for one in found])
    elif shown:
        run.out.lines(_people_lines(groups, shown, run.today, run.texts))
    elif journal.id:
        run.out.note(run.texts.t("Nobody here yet. To add someone: leadercli person add NAME"))


def _people_lines(
    groups: dict[Group, list[PersonStatus]], shown: list[Group], today: date, texts: Texts
) -> Iterator[Line]:
    """Write a table with a heading for each group; the first heading row names the columns."""
    cells = [_cells(one, today, texts) for group in shown for one in groups[group]]
    names, *rows = columns([_names(texts), *cells])
    yield f"  {names}"
    lines = iter(rows)
    for place, group in enumerate(shown):
        yield from ("",) if place else ()
        yield Toned("heading", group_title(group, len(groups[group]), texts, first=not place))
        yield from (f"  {next(lines)}" for _ in groups[group])


def _names(texts: Texts) -> list[str]:
    named = column_names(texts)
    return ["", "", named["every"], named["last"], named["next"], named["open"]]


def _cells(one: PersonStatus, today: date, texts: Texts) -> list[str]:
    person = one.person
    role = plain_line(person.role)
    return [
        plain_line(person.name),
        role if len(role) <= _ROLE else f"{role[: _ROLE - 1].rstrip()}…",
        every(person.cadence, texts),
        format_since(one.last, today, texts.lang) if one.last else "–",
        next_words(one, today, texts),
        f"{one.mine} / {one.theirs}" if one.mine or one.theirs else "",
    ]


def standing_of(journal: Journal, person_id: str, today: date) -> PersonStatus:
    """Say how it stands with one person."""
    from leadercli.model.overview.people import concerns, person_status

    person = journal.people.get(person_id)
    assert person
    theirs = [one for one in journal.agreements.open() if concerns(one, person_id)]
    return person_status(person, journal.meetings.of(person_id), theirs, today)


SHOWN = 10
"""How many conversations are listed."""
_LENGTH = 100


def make_show(texts: Texts) -> click.Command:
    """Make the command."""
    return TranslatedCommand(
        "show",
        texts,
        _show,
        texts.t("Show a person: what to raise next time, open agreements both ways, the latest conversations."),
        [person_argument(texts), json_flag(texts)],
    )


def _show(run: Context, name: str, as_json: bool) -> None:
    journal = run.reading()
    person = journal.people.named(name)
    agreements = sorted((one for one in journal.agreements.open() if concerns(one, person.id)), key=by_due)
    if as_json:
        run.out.json(_person_json(run, journal, person, agreements))
    else:
        run.out.lines(_person_lines(run, journal, person, agreements))


def _person_json(run: Context, journal: Journal, person: Person, agreements: Sequence[Agreement]) -> dict[str, object]:
    from leadercli.cli.commands.person_output import status_json
    from leadercli.cli.record_json import agreement_json, inbox_json
    from leadercli.model.privacy import summary

    name_of = journal.people.name
    return status_json(standing_of(journal, person.id, run.today), journal) | {
        "inbox": [inbox_json(one, name_of) for one in journal.inbox.waiting(person.id)],
        "agreements": [agreement_json(one, name_of, run.today) for one in agreements],
        "meetings": [
            {"id": one.id, "date": one.day.isoformat(), "state": one.state, "summary": summary(one.text, _LENGTH)}
            for one in journal.meetings.of(person.id)
        ],
    }


def _person_lines(run: Context, journal: Journal, person: Person, agreements: Sequence[Agreement]) -> Iterator[Line]:
    from leadercli.cli.commands.person_output import more_line, person_line

    texts, today = run.texts, run.today
    yield Toned("heading", person_line(person, texts))
    one = standing_of(journal, person.id, today)
    more = more_line(one, today, texts)
    yield from (more,) if more else ()
    coming = coming_words(one, today, texts)
    yield last_words(one.last, today, texts) + (f" · {coming}" if coming else "")
    waiting = journal.inbox.waiting(person.id)
    if waiting:
        yield from ("", Toned("heading", texts.t("Next time · {count}", count=len(waiting))))
        yield from (f"  {plain_line(item.text)}" for item in waiting)
    if agreements:
        yield from ("", Toned("heading", texts.t("Agreements · {count}", count=len(agreements))))
        short = short_ids(journal.agreements.ids())
        yield from agreement_lines(agreements, short, journal.people.name, today, texts)
    meetings = journal.meetings.of(person.id)
    if meetings:
        yield from ("", Toned("heading", texts.t("Conversations · {count}", count=len(meetings))))
        yield from (_meeting(meeting, run) for meeting in meetings[:SHOWN])
        if len(meetings) > SHOWN:
            yield "  " + texts.n("and {count} earlier one", "and {count} earlier ones", len(meetings) - SHOWN)


def _meeting(meeting: Meeting, run: Context) -> str:
    from leadercli.model.privacy import summary
    from leadercli.words.fields import state_words
    from leadercli.words.today import cancelled_words

    texts = run.texts
    words = plain_line(summary(meeting.text, _LENGTH).replace("\n", " · "))
    if meeting.state == "cancelled":
        words = cancelled_words(plain_line(meeting.reason), texts)
    elif meeting.state == "planned":
        words = " · ".join(part for part in (state_words(meeting.state, texts), plain_line(meeting.time)) if part)
    return f"  {format_day(meeting.day, run.today, texts.lang).ljust(15)}  {words}".rstrip()
