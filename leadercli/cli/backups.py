"""`leadercli backups`: the copies of the journal that this machine keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from leadercli.cli.columns import columns
from leadercli.cli.params import json_flag
from leadercli.cli.run import Run
from leadercli.cli.short_ids import short_ids
from leadercli.cli.spoken import Spoken
from leadercli.locale.texts import Texts
from leadercli.model.text import plain_line

if TYPE_CHECKING:
    from leadercli.journal.local.backups import Backup, Backups


def make_backups(texts: Texts) -> click.Command:
    """Make the command."""
    return Spoken(
        "backups",
        texts,
        _backups,
        texts.t(
            "List the copies of the journal that this machine keeps, the latest first: one before each hour's first "
            "change, and what was moved aside. `restore ID` puts one back."
        ),
        [json_flag(texts)],
    )


def _backups(run: Run, as_json: bool) -> None:
    from leadercli.journal.local.backups import Backups

    backups = Backups(run.session.places.backups)
    found = backups.all()
    if as_json:
        run.out.json([_backup_json(one, backups) for one in found])
    elif found:
        run.out.lines(_backup_lines(found, backups, run))
        run.out.note(run.texts.t("To put one back: leadercli restore ID"))
    else:
        run.out.note(run.texts.t("There are no backups yet. One is kept before the first change of each hour."))


def _backup_lines(found: list[Backup], backups: Backups, run: Run) -> list[str]:
    from leadercli.locale.backup_words import BACKUP_KINDS, size_words
    from leadercli.locale.field_words import moment_words

    texts = run.texts
    short = short_ids([one.id for one in found])
    sizes = [size_words(one.size) for one in found]
    width = max(map(len, sizes))
    return columns(
        [
            (
                short[one.id],
                moment_words(one.at, run.today, texts.lang),
                size.rjust(width),
                "" if backups.is_whole(one) else texts.t("damaged"),
                texts.t(BACKUP_KINDS.get(one.kind, one.kind)),
                plain_line(one.label),
            )
            for one, size in zip(found, sizes, strict=True)
        ]
    )


def _backup_json(one: Backup, backups: Backups) -> dict[str, object]:
    return {
        "id": one.id,
        "at": one.at.isoformat(),
        "kind": one.kind,
        "label": one.label or None,
        "size": one.size,
        "whole": backups.is_whole(one),
        "path": str(one.path),
    }
