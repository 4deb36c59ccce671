"""`leadercli person show`: what there is about a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from leadercli.cli.output import Line, Toned
from leadercli.cli.params import json_flag, person_argument
from leadercli.cli.people import next_words, standing_of
from leadercli.cli.person_lines import more_line, person_line
from leadercli.cli.run import Run
from leadercli.cli.short_ids import short_ids
from leadercli.cli.spoken import Spoken
from leadercli.cli.words import agreement_lines
from leadercli.locale.texts import Texts
from leadercli.model.dates.format import say_day, say_since
from leadercli.model.entry.note_line import summary
from leadercli.model.overview.next_steps import by_due
from leadercli.model.overview.people import concerns
from leadercli.model.text import plain_line

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal
    from leadercli.model.records import Agreement, Meeting, Person

SHOWN = 10
"""How many conversations are listed."""
_LENGTH = 100


def make_show(texts: Texts) -> click.Command:
    """Make the command."""
    return Spoken(
        "show",
        texts,
        _show,
        texts.t("Show a person: what to raise next time, open agreements both ways, the latest conversations."),
        [person_argument(texts), json_flag(texts)],
    )


def _show(run: Run, name: str, as_json: bool) -> None:
    journal = run.reading()
    person = journal.people.named(name)
    agreements = sorted((one for one in journal.agreements.open() if concerns(one, person.id)), key=by_due)
    if as_json:
        run.out.json(_person_json(run, journal, person, agreements))
    else:
        run.out.lines(_person_lines(run, journal, person, agreements))


def _person_json(run: Run, journal: Journal, person: Person, agreements: Sequence[Agreement]) -> dict[str, object]:
    from leadercli.cli.person_shape import standing_shape
    from leadercli.cli.shapes import agreement_shape, inbox_shape

    name_of = journal.people.name
    return standing_shape(standing_of(journal, person.id, run.today), journal) | {
        "inbox": [inbox_shape(one, name_of) for one in journal.inbox.waiting(person.id)],
        "agreements": [agreement_shape(one, name_of, run.today) for one in agreements],
        "meetings": [
            {"id": one.id, "date": one.day.isoformat(), "state": one.state, "summary": summary(one.text, _LENGTH)}
            for one in journal.meetings.of(person.id)
        ],
    }


def _person_lines(run: Run, journal: Journal, person: Person, agreements: Sequence[Agreement]) -> Iterator[Line]:
    texts, today = run.texts, run.today
    yield Toned("heading", person_line(person, texts))
    more = more_line(person, today, texts)
    yield from (more,) if more else ()
    one = standing_of(journal, person.id, today)
    last = say_since(one.last, today, texts.lang) if one.last else "–"
    last, coming = texts.t("last: {when}", when=last), texts.t("next: {when}", when=next_words(one, today, texts))
    yield f"{last} · {coming}"
    waiting = journal.inbox.waiting(person.id)
    if waiting:
        yield from ("", Toned("heading", texts.t("Next time · {count}", count=len(waiting))))
        yield from (f"  {plain_line(item.text)}" for item in waiting)
    if agreements:
        yield from ("", Toned("heading", texts.t("Agreements · {count}", count=len(agreements))))
        short = short_ids(journal.table("agreements"))
        yield from agreement_lines(agreements, short, journal.people.name, today, texts)
    meetings = journal.meetings.of(person.id)
    if meetings:
        yield from ("", Toned("heading", texts.t("Conversations · {count}", count=len(meetings))))
        yield from (_meeting(meeting, run) for meeting in meetings[:SHOWN])
        if len(meetings) > SHOWN:
            yield "  " + texts.n("and {count} earlier one", "and {count} earlier ones", len(meetings) - SHOWN)


def _meeting(meeting: Meeting, run: Run) -> str:
    texts = run.texts
    words = plain_line(summary(meeting.text, _LENGTH).replace("\n", " · "))
    if meeting.state == "cancelled":
        words = texts.t("cancelled: {reason}", reason=plain_line(meeting.reason)) if meeting.reason else ""
        words = words or texts.t("cancelled")
    elif meeting.state == "planned":
        words = " · ".join(part for part in (texts.t("planned"), plain_line(meeting.time)) if part)
    return f"  {say_day(meeting.day, run.today, texts.lang).ljust(15)}  {words}".rstrip()
