"""`leadercli where`: where things lie."""

from __future__ import annotations

import click

from leadercli.cli.columns import columns
from leadercli.cli.params import json_flag
from leadercli.cli.run import Run
from leadercli.cli.spoken import Spoken
from leadercli.locale.texts import Texts


def make_where(texts: Texts) -> click.Command:
    """Make the command."""
    return Spoken(
        "where",
        texts,
        _where,
        texts.t("Print where the journal, the settings, and what this machine keeps beside them lie."),
        [json_flag(texts)],
    )


def _where(run: Run, as_json: bool) -> None:
    places, texts = run.session.places, run.texts
    if as_json:
        run.out.json(
            {
                "journal": str(places.journal),
                "config": str(places.config_file),
                "state": str(places.journal_state),
                "backups": str(places.backups),
            }
        )
        return
    journal = str(places.journal)
    rows = [
        (texts.t("journal"), journal if places.journal.exists() else texts.t("{path} (not there yet)", path=journal)),
        (texts.t("settings"), str(places.config_file)),
        (texts.t("themes"), str(places.themes)),
        (texts.t("drafts and changes"), str(places.journal_state)),
        (texts.t("backups"), str(places.backups)),
    ]
    run.out.lines(columns(rows))
