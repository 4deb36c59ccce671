"""`leadercli today`: the morning review in the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from leadercli.cli.params import json_flag
from leadercli.cli.run import Run
from leadercli.cli.spoken import Spoken
from leadercli.locale.texts import Texts
from leadercli.model.overview.today import Morning, morning

if TYPE_CHECKING:
    from pathlib import Path

    from leadercli.journal.journal import Journal
    from leadercli.journal.local.drafts import Draft


def make(texts: Texts) -> click.Command:
    """Make the command."""
    return Spoken(
        "today",
        texts,
        _run,
        texts.t("Print what waits today: agreements overdue, due and coming, conversations, follow-ups, the scale."),
        [json_flag(texts)],
    )


def _run(run: Run, as_json: bool) -> None:
    journal = run.reading()
    found = morning_of(journal, run)
    drafts, unread = _drafts(journal)
    if as_json:
        from leadercli.cli.today_shape import morning_shape

        run.out.json(morning_shape(found, drafts, unread, journal))
    else:
        from leadercli.cli.today_lines import morning_lines

        run.out.lines(morning_lines(found, drafts, unread, journal, run.texts))


def morning_of(journal: Journal, run: Run) -> Morning:
    """Gather what waits."""
    return morning(
        journal.people.all(),
        journal.meetings.all(),
        journal.agreements.open(),
        journal.inbox.waiting(),
        journal.feedback.all(),
        journal.scale.weigh_ins(),
        journal.scale.items(),
        run.today,
    )


def _drafts(journal: Journal) -> tuple[list[Draft], list[Path]]:
    """Find the drafts that were left behind, and what cannot be read of what was typed."""
    from leadercli.journal.note_drafts import left_behind, unread

    return left_behind(journal), unread(journal)
