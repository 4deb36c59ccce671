"""`leadercli import`: notes from other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leadercli.cli.params import json_flag
from leadercli.cli.run import Run
from leadercli.cli.spoken import Spoken
from leadercli.errors import Trouble
from leadercli.locale import N_
from leadercli.locale.texts import Texts

if TYPE_CHECKING:
    from click.types import OptionHelpExtra

    from leadercli.exchange.pieces import Imported


class NeededOption(click.Option):
    """An option that must be given. Its help says so itself, in the person's language, instead of click."""

    def get_help_extra(self, ctx: click.Context) -> OptionHelpExtra:
        """Leave out click's English word for it."""
        extra = super().get_help_extra(ctx)
        extra.pop("required", None)
        return extra


def make_import(texts: Texts) -> click.Command:
    """Make the command."""
    return Spoken(
        "import",
        texts,
        _import,
        texts.t(
            "Bring in notes as one change: jsonl has a line of JSON for each note, with “at”, “person” and “text”; "
            "jrnl is what `jrnl --format json` prints; md is a folder of Markdown files. Marked lines become "
            "agreements and the rest, as of that day. What was brought in before is not brought in again."
        ),
        [
            NeededOption(
                ["--format", "form"],
                type=click.Choice(["jsonl", "jrnl", "md"]),
                required=True,
                help=texts.t("What is read; always needed."),
            ),
            click.Argument(["source"], metavar=texts.t("FILE|-")),
            json_flag(texts),
        ],
    )


def _import(run: Run, form: str, source: str, as_json: bool) -> None:
    from leadercli.exchange.importing import import_file
    from leadercli.exchange.who import OWN

    found = _source(form, source)
    imported = import_file(run.writing(), form, found, own=run.texts.t(OWN[0]))
    if as_json:
        run.out.json(_imported_json(imported, run.texts))
    else:
        run.out.text(_imported_words(imported, run.texts))
        for one in imported.skipped:
            run.out.note(f"{one.place}: {one.why.sentence(run.texts)}")
    if imported.meetings or imported.people_added:
        run.hint_undo()


def _source(form: str, source: str) -> str | Path:
    """Read stdin for "-"; otherwise name the file or folder, which must be there. Raises Trouble."""
    if source == "-" and form != "md":
        return sys.stdin.buffer.read().decode("utf-8-sig", "replace")
    path = Path(source)
    if not path.exists():
        raise Trouble(N_("There is no file {path}."), path=path)
    return path


def _imported_words(imported: Imported, texts: Texts) -> str:
    parts = [texts.n("{count} note", "{count} notes", imported.meetings)]
    if imported.people_added:
        parts.append(texts.n("{count} new person", "{count} new people", len(imported.people_added)))
    if imported.agreements:
        parts.append(texts.n("{count} agreement", "{count} agreements", imported.agreements))
    if imported.inbox:
        parts.append(texts.n("{count} thing to raise", "{count} things to raise", imported.inbox))
    if imported.feedback:
        parts.append(texts.n("{count} feedback", "{count} feedback", imported.feedback))
    if imported.skipped:
        parts.append(texts.n("{count} left out", "{count} left out", len(imported.skipped)))
    return texts.t("Imported: {what}", what=" · ".join(parts))


def _imported_json(imported: Imported, texts: Texts) -> dict[str, object]:
    return {
        "people_added": list(imported.people_added),
        "meetings": imported.meetings,
        "agreements": imported.agreements,
        "inbox": imported.inbox,
        "feedback": imported.feedback,
        "skipped": [{"place": one.place, "why": one.why.sentence(texts)} for one in imported.skipped],
    }
