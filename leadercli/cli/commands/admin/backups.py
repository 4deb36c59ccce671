"""`leadercli backups` and `restore`: the copies that this machine keeps, and putting one's content back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from leadercli.cli.command import TranslatedCommand
from leadercli.cli.context import Context
from leadercli.cli.output import columns
from leadercli.cli.parameters import json_flag
from leadercli.cli.record_lines import short_ids
from leadercli.locale.texts import Texts
from leadercli.model.text import plain_line

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from leadercli.journal.history.restore_backup import Restored
    from leadercli.journal.local.backups import Backup, Backups


def make_backups(texts: Texts) -> click.Command:
    """Make the command."""
    return TranslatedCommand(
        "backups",
        texts,
        _backups,
        texts.t(
            "List the copies of the journal that this machine keeps, the latest first: one before each hour's first "
            "change, and what was moved aside. `restore ID` puts one back."
        ),
        [json_flag(texts)],
    )


def _backups(run: Context, as_json: bool) -> None:
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


def _backup_lines(found: list[Backup], backups: Backups, run: Context) -> list[str]:
    from leadercli.words.fields import moment_words
    from leadercli.words.history import BACKUP_KINDS, size_words

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


def make_restore(texts: Texts) -> click.Command:
    """Make the command."""
    return TranslatedCommand(
        "restore",
        texts,
        _restore,
        texts.t(
            "Make the journal what it was in a backup, as one change that can be undone. What has come since goes to "
            "the bin, and the present journal is kept as a backup first. `backups` shows the ids."
        ),
        [click.Argument(["id_"], metavar=texts.t("ID"), shell_complete=_complete), json_flag(texts)],
    )


def _restore(run: Context, id_: str, as_json: bool) -> None:
    from leadercli.journal.history.restore_backup import restore
    from leadercli.journal.local.backups import Backups

    backups = Backups(run.session.places.backups)
    backup = backups.named(id_)
    restored = restore(run.changing(), backups, backup)
    if as_json:
        run.out.json(_restored_json(restored))
    else:
        run.out.text(_restored_words(restored, run))
    if restored.nothing:
        return
    if restored.kept:
        run.out.note(
            run.texts.t("The journal as it was before is kept as a backup: {path}", path=restored.kept.path.name)
        )
    run.hint_undo()


def _restored_words(restored: Restored, run: Context) -> str:
    """Say what a restore did."""
    from leadercli.words.fields import moment_words
    from leadercli.words.history import AS_IN_BACKUP, counts_words

    texts = run.texts
    if restored.nothing:
        return texts.t(AS_IN_BACKUP)
    counts = counts_words(restored.changed, restored.back, restored.binned, texts)
    when = moment_words(restored.backup.at, run.today, texts.lang)
    return texts.t("Restored from {when}: {what}", when=when, what=counts)


def _restored_json(restored: Restored) -> dict[str, object]:
    return {
        "id": restored.backup.id,
        "at": restored.backup.at.isoformat(),
        "changed": restored.changed,
        "back": restored.back,
        "binned": restored.binned,
        "kept": restored.kept.id if restored.kept else None,
    }


def _complete(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem]:
    """Offer the ids of backups with their times."""
    from click.shell_completion import CompletionItem

    from leadercli.cli.record_lines import short_ids
    from leadercli.errors import AppError
    from leadercli.journal.local.backups import Backups

    run: Context = ctx.obj
    try:
        found = Backups(run.session.places.backups).all()
    except AppError:
        return []
    short = short_ids([one.id for one in found])
    return [
        CompletionItem(short[one.id], help=f"{one.at:%Y-%m-%d %H:%M}")
        for one in found
        if short[one.id].startswith(typed)
    ]
