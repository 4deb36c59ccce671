"""`leadercli move`: another deadline for an agreement; the old one is kept."""

from __future__ import annotations

import click

from leadercli.cli.params import id_argument, json_flag, option
from leadercli.cli.person_values import read_day
from leadercli.cli.run import Run
from leadercli.cli.said import date_words
from leadercli.cli.spoken import Spoken
from leadercli.cli.words import moved_words
from leadercli.locale.texts import Texts
from leadercli.model.text import plain_line

_NEVER = ("-", "–", "none", "never", "ingen", "aldrig")


def make_move(texts: Texts) -> click.Command:
    """Make the command."""
    return Spoken(
        "move",
        texts,
        _move,
        texts.t(
            "Give an agreement another deadline: fri, 14/11, in 2 weeks, week 48, +7, an ISO date, or - for none. "
            "The old deadline and the reason are kept."
        ),
        [
            id_argument(texts),
            click.Argument(["when"], metavar=texts.t("DATE"), nargs=-1, required=True),
            option("--reason", texts.t("TEXT"), texts.t("Why it moves.")),
            json_flag(texts),
        ],
    )


def _move(run: Run, id_: str, when: tuple[str, ...], reason: str | None, as_json: bool) -> None:
    journal, texts = run.changing(), run.texts
    typed = " ".join(when)
    day = None if typed.casefold() in _NEVER else read_day(typed, run.today)
    one = journal.agreements.named(id_)
    journal.agreements.adjust(one.id, day, (reason or "").strip())
    moved = journal.agreements.get(one.id)
    assert moved
    if as_json:
        from leadercli.cli.shapes import agreement_shape

        run.out.json(agreement_shape(moved, journal.people.name, run.today))
    elif len(moved.moves) == len(one.moves):
        said = date_words(day, run.today, texts)
        run.out.text(texts.t("It is there already: {text} · {date}", text=plain_line(one.text), date=said))
    else:
        parts = (plain_line(one.text), date_words(day, run.today, texts), moved_words(len(moved.moves), texts))
        run.out.text(texts.t("Moved: {what}", what=" · ".join(parts)))
    if len(moved.moves) > len(one.moves):
        run.hint_undo()
