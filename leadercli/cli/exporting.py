"""`leadercli export`: the journal for others to read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leadercli.cli.params import person_option, private_flag
from leadercli.cli.run import Run
from leadercli.cli.safe_bytes import safe_json, safe_text
from leadercli.cli.spoken import Spoken
from leadercli.errors import UNREADABLE, Trouble
from leadercli.locale import N_
from leadercli.locale.texts import Texts

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


class ExportTrouble(Trouble):
    """The file could not be written."""

    code = UNREADABLE


def make_export(texts: Texts) -> click.Command:
    """Make the command."""
    return Spoken(
        "export",
        texts,
        _export,
        texts.t(
            "Print the whole journal, or all that belongs to one person. What is only for you is left out unless "
            "--private asks for it; the output says which."
        ),
        [
            click.Option(
                ["--format", "form"],
                type=click.Choice(["json", "md"]),
                default="json",
                help=texts.t("JSON or Markdown."),
            ),
            person_option(texts, texts.t("Only what belongs to this person.")),
            private_flag(texts),
            click.Option(["-o", "--output"], metavar=texts.t("FILE"), help=texts.t("Write to this file instead.")),
        ],
    )


def _export(run: Run, form: str, person: str | None, private: bool, output: str | None) -> None:
    journal = run.reading()
    person_id = journal.people.named(person).id if person else ""
    pieces = _pieces(run, journal, form, person_id, private)
    if output and output != "-":
        _write(Path(output), b"".join(pieces))
        run.out.note(run.texts.t("Written: {path}", path=output))
    else:
        run.out.safe(pieces)


def _pieces(run: Run, journal: Journal, form: str, person_id: str, private: bool) -> Iterator[bytes]:
    if form == "json":
        from leadercli.exchange.export import export_json

        yield safe_json(export_json(journal, person_id=person_id, private=private))
    else:
        from leadercli.exchange.markdown import markdown_parts

        yield from map(safe_text, markdown_parts(journal, run.texts, person_id=person_id, private=private))


def _write(path: Path, content: bytes) -> None:
    from leadercli.atomic_write import save_whole

    try:
        save_whole(path, content)
    except OSError as error:
        raise ExportTrouble(
            N_("{path} could not be written: {reason}."), path=path, reason=error.strerror or str(error)
        ) from None
