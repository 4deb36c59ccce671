"""`leadercli next`: all open agreements, grouped by deadline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

import click

from leadercli.cli.command import TranslatedCommand
from leadercli.cli.context import Context
from leadercli.cli.output import Line, Toned
from leadercli.cli.parameters import flag, json_flag, person_option
from leadercli.cli.record_lines import short_ids, step_line
from leadercli.journal.verbs.agreements import NO_DUE, Step
from leadercli.locale.texts import Texts
from leadercli.model.overview.next_steps import when
from leadercli.model.records import ME, US
from leadercli.words.agreements import TWO_VERSIONS, WHEN_TITLES, NameOf, due_words, moved_words, whose_words


def make(texts: Texts) -> click.Command:
    """Make the command."""
    return TranslatedCommand(
        "next",
        texts,
        _run,
        texts.t("Print all open agreements, by deadline. Each line begins with the id that other commands take."),
        [
            flag("--mine", texts.t("Only what you have promised.")),
            flag("--theirs", texts.t("Only what others have promised.")),
            person_option(texts, texts.t("Only what concerns this person, or is theirs to do.")),
            json_flag(texts),
        ],
    )


def _run(run: Context, mine: bool, theirs: bool, person: str | None, as_json: bool) -> None:
    journal = run.reading()
    steps = journal.agreements.open_steps()
    if person:
        wanted = journal.people.named(person).id
        steps = [step for step in steps if wanted in (step.person_id, step.owner)]
    if mine != theirs:
        steps = [step for step in steps if step.owner == US or (step.owner == ME) == mine]
    name_of = journal.people.name
    if as_json:
        from leadercli.cli.record_json import step_json

        today = run.today.isoformat()
        run.out.json([step_json(step, name_of, today) for step in steps])
    elif steps:
        run.out.lines(_lines(run, steps, name_of, short_ids(journal.agreements.ids())))
    elif journal.id:
        run.out.note(run.texts.t("No open agreements here. To make one: leadercli add @name what when"))


def _lines(run: Context, steps: list[Step], name_of: NameOf, short: dict[str, str]) -> Iterator[Line]:
    """Write a heading with its count for each group, and a line for each agreement; deadlines stand in a column."""
    texts, today = run.texts, run.today
    days = {due: None if due == NO_DUE else date.fromisoformat(due) for due in {step.due for step in steps}}
    groups = {due: when(day, today) for due, day in days.items()}
    words = {due: due_words(day, today, texts) for due, day in days.items()}
    width = max(map(len, words.values()))
    words = {due: word.ljust(width) for due, word in words.items()}
    whose = {
        (owner, person_id): whose_words(owner, person_id, name_of, texts)
        for owner, person_id in {(step.owner, step.person_id) for step in steps}
    }
    said = False
    for group, members in groupby(steps, lambda step: groups[step.due]):
        listed = list(members)
        yield from ("",) if said else ()
        yield Toned("overdue" if group == "overdue" else "heading", f"{texts.t(WHEN_TITLES[group])} · {len(listed)}")
        said = True
        for due, _, id_, text, person_id, owner, moves, _, _, unsettled in listed:
            line = step_line(short[id_], words[due], text, whose[owner, person_id])
            line = f"{line} · {moved_words(moves, texts)}" if moves else line
            yield f"{line} · {texts.t(TWO_VERSIONS)}" if unsettled else line
