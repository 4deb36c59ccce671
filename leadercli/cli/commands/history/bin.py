"""`leadercli bin`: what lies in the bin, and taking it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from leadercli.cli.command import NoSuchCommand, TranslatedCommand
from leadercli.cli.context import Context
from leadercli.cli.output import columns
from leadercli.cli.parameters import complete_bin, flag, json_flag
from leadercli.cli.record_lines import short_ids
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.text import plain_line

if TYPE_CHECKING:
    from leadercli.journal.history.bin import Binned
    from leadercli.journal.journal import Journal

RESTORE = "restore"


def make(texts: Texts) -> click.Command:
    """Make the command."""
    return TranslatedCommand(
        "bin",
        texts,
        _run,
        texts.t(
            "Show what was put in the bin in the last 30 days, the latest first. `bin restore ID` takes it back. "
            "What is older stays in the journal too, and --all shows it."
        ),
        [
            click.Argument(
                ["words"],
                metavar=f"[{RESTORE} {texts.t('ID')}…]",
                nargs=-1,
                required=False,
                shell_complete=complete_bin,
            ),
            flag("--all", texts.t("Show what is older than 30 days too."), dest="everything"),
            json_flag(texts),
        ],
    )


def _run(run: Context, words: tuple[str, ...], everything: bool, as_json: bool) -> None:
    if not words:
        _list(run, everything, as_json)
        return
    ctx = click.get_current_context()
    if words[0] != RESTORE:
        raise NoSuchCommand(words[0], [RESTORE] if words[0][:1] == RESTORE[:1] else [], ctx)
    if len(words) == 1:
        raise click.MissingParameter(ctx=ctx, param=click.Argument(["id_"], metavar=run.texts.t("ID")))
    _restore(run, words[1:], as_json)


def _list(run: Context, everything: bool, as_json: bool) -> None:
    from leadercli.journal.history.bin import binned

    journal = run.reading()
    found = binned(journal, run.session.clock(), everything=everything)
    if as_json:
        run.out.json([_shape(one, journal) for one in found])
    elif found:
        run.out.lines(_lines(found, run, journal))
        run.out.note(run.texts.t("To take something back: leadercli bin restore ID"))
    elif journal.id:
        run.out.note(run.texts.t("The bin is empty."))


def _restore(run: Context, typed: Sequence[str], as_json: bool) -> None:
    """Take records back, as one change; all ids must be known first."""
    from leadercli.journal.history.bin import binned, take_out_all
    from leadercli.journal.store.table import meant
    from leadercli.model.schema import RecordRef

    journal, texts = run.changing(), run.texts
    lying = {RecordRef(one.table, one.id): one for one in binned(journal, run.session.clock(), everything=True)}
    nothing = N_("Nothing in the bin has the id “{id}”. `leadercli bin --all` shows the ids.")
    found = [lying[place] for place in dict.fromkeys(meant(one, lying, nothing) for one in typed)]
    take_out_all(journal, found)
    if as_json:
        run.out.json([_shape(one, journal) for one in found])
    else:
        run.out.lines(texts.t("Taken back: {what}", what=_words(one, run)) for one in found)
    for name in sorted(
        {person.name for one in found if (person := journal.people.get(one.person_id)) and person.deleted}
    ):
        run.out.note(texts.t("{name} lies in the bin too.", name=plain_line(name)))
    run.hint_undo()


def _lines(found: Sequence[Binned], run: Context, journal: Journal) -> list[str]:
    from leadercli.model.schema import KIND_OF
    from leadercli.words.fields import KIND_NAMES, moment_words

    texts = run.texts
    short = short_ids([one.id for one in found])
    return columns(
        [
            (
                short[one.id],
                moment_words(one.at, run.today, texts.lang) if one.at else "–",
                texts.t(KIND_NAMES[KIND_OF[one.table]]),
                "" if one.table == "people" else plain_line(journal.people.name(one.person_id)),
                _words(one, run),
            )
            for one in found
        ]
    )


def _words(one: Binned, run: Context) -> str:
    from leadercli.model.schema import day_of
    from leadercli.words.history import record_words

    return record_words(one.table, one.what, day_of(one.table, one.record), run.texts, run.today)


def _shape(one: Binned, journal: Journal) -> dict[str, object]:
    from leadercli.model.schema import KIND_OF, day_of

    day = day_of(one.table, one.record)
    return {
        "id": one.id,
        "kind": KIND_OF[one.table],
        "person": journal.people.name(one.person_id) or None,
        "person_id": one.person_id or None,
        "date": day.isoformat() if day else None,
        "text": one.what,
        "deleted": one.at.isoformat() if one.at else None,
    }
