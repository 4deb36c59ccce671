"""`leadercli merge`: take in copies of the journal that lie elsewhere."""

from __future__ import annotations

from pathlib import Path

import click

from leadercli.cli.params import flag, json_flag
from leadercli.cli.run import Run
from leadercli.cli.spoken import Spoken
from leadercli.errors import JournalTrouble, Trouble
from leadercli.locale import N_
from leadercli.locale.texts import Texts


def make_merge(texts: Texts) -> click.Command:
    """Make the command."""
    return Spoken(
        "merge",
        texts,
        _merge,
        texts.t(
            "Take in what other copies of the journal hold; the files stay as they are. Copies that lie beside the "
            "journal are found and merged without this command."
        ),
        [
            click.Argument(["files"], metavar=f"{texts.t('FILE')}…", nargs=-1, required=True),
            flag("--other", texts.t("Take in another journal too: everyone and everything in it."), dest="of_another"),
            json_flag(texts),
        ],
    )


def _merge(run: Run, files: tuple[str, ...], of_another: bool, as_json: bool) -> None:
    contents = [(name, _content(name)) for name in files]
    run.changing()
    merged = [(name, _merged(run, name, content, of_another)) for name, content in contents]
    if as_json:
        run.out.json([{"file": name, "changes": count} for name, count in merged])
    else:
        run.out.lines(_merged_line(run.texts, name, count) for name, count in merged)
    if any(count for _, count in merged):
        run.out.note(run.texts.t("Nothing was written over. The journal as it was before: leadercli backups"))


def _content(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise Trouble(
            N_("{path} could not be read: {reason}. Nothing was merged."),
            path=name,
            reason=error.strerror or str(error),
        ) from None


def _merged(run: Run, name: str, content: bytes, of_another: bool) -> int:
    journal = run.changing()
    try:
        return journal.merge(name, content, of_another=of_another)
    except JournalTrouble as trouble:
        if trouble.values.get("path") == name:  # it is the file that is amiss, not the journal
            trouble.code = Trouble.code
        raise


def _merged_line(texts: Texts, name: str, count: int) -> str:
    if not count:
        return texts.t("{file}: nothing new, all of it is in the journal.", file=name)
    return texts.n("{file}: {count} change came in.", "{file}: {count} changes came in.", count, file=name)
